package maillab

import (
	"cmp"
	"crypto/tls"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-sasl"
)

const delimiter = '/'

// newIMAP sets the protocol's server up: go-imap speaks, the lab answers.
func (l *Lab) newIMAP() *imapserver.Server {
	caps := imap.CapSet{}
	for _, c := range []imap.Cap{
		imap.CapIMAP4rev1, imap.CapNamespace, imap.CapUIDPlus, imap.CapESearch, imap.CapListExtended,
		imap.CapMove, imap.CapStatusSize, imap.CapLiteralPlus,
	} {
		caps[c] = struct{}{}
	}
	if !l.personality.NoListStatus {
		caps[imap.CapListStatus] = struct{}{}
	}
	if !l.personality.NoSpecialUse {
		caps[imap.CapSpecialUse] = struct{}{}
		caps[imap.CapCreateSpecialUse] = struct{}{}
	}
	var startTLS *tls.Config
	if l.tls == TLSStart {
		startTLS = l.cert.config()
	}
	return imapserver.New(&imapserver.Options{
		NewSession:   l.newSession,
		Caps:         caps,
		Logger:       troubleLog{l},
		TLSConfig:    startTLS,
		InsecureAuth: l.tls != TLSStart, // implicit TLS lies below what the server sees
	})
}

// troubleLog takes what the server library complains of into the log.
type troubleLog struct{ lab *Lab }

func (t troubleLog) Printf(format string, args ...any) {
	t.lab.tell(Entry{Protocol: "imap", Kind: Trouble, Detail: fmt.Sprintf(format, args...)})
}

// session is one IMAP connection. Its own fields are used by one goroutine at
// a time, as go-imap serves a connection; selected, and what is in the lab, is
// guarded by the lab's lock.
type session struct {
	lab  *Lab
	conn *imapserver.Conn
	wire *wire
	user string

	selected *folder
	view     []seen // what the client knows of the folder
}

var (
	_ imapserver.SessionNamespace = (*session)(nil)
	_ imapserver.SessionMove      = (*session)(nil)
	_ imapserver.SessionSASL      = (*session)(nil)
)

func (l *Lab) newSession(conn *imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
	s := &session{lab: l, conn: conn, wire: wireOf(conn.NetConn())}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sessions[s] = struct{}{}
	return s, &imapserver.GreetingData{}, nil
}

// entry begins a log entry of this session.
func (s *session) entry(kind Kind, folder string) Entry {
	return Entry{Protocol: "imap", Kind: kind, Conn: s.wire.id, Account: s.user, Folder: folder}
}

func (s *session) Close() error {
	s.lab.mu.Lock()
	defer s.lab.mu.Unlock()
	delete(s.lab.sessions, s)
	s.selected = nil
	return nil
}

func (s *session) Login(user, password string) error {
	if err := s.refusal(user); err != nil {
		return err
	}
	if !s.lab.checkPassword(user, password) {
		return s.refused(user)
	}
	s.entered(user)
	return nil
}

func (s *session) AuthenticateMechanisms() []string { return s.lab.mechanisms() }

func (s *session) Authenticate(mech string) (sasl.Server, error) {
	if err := s.refusal(""); err != nil {
		return nil, err
	}
	server, ok := s.lab.saslServer(mech, s.entered, imapserver.ErrAuthFailed)
	if !ok || !slices.Contains(s.lab.mechanisms(), mech) {
		return nil, no("", "mechanism not offered")
	}
	return &noted{Server: server, failed: func() { _ = s.refused("") }}, nil
}

// noted tells of a failed exchange.
type noted struct {
	sasl.Server
	failed func()
}

func (n *noted) Next(response []byte) ([]byte, bool, error) {
	challenge, done, err := n.Server.Next(response)
	if err != nil {
		n.failed()
	}
	return challenge, done, err
}

// refusal is the fault of the day, if it refuses logins.
func (s *session) refusal(user string) error {
	fault, _ := s.lab.currentIMAPFault()
	if fault.RefuseLogin == "" {
		return nil
	}
	_ = s.refused(user)
	code, text := "", fault.RefuseLogin
	if rest, ok := strings.CutPrefix(text, "["); ok {
		code, text, _ = strings.Cut(rest, "]")
	}
	return no(imap.ResponseCode(code), strings.TrimSpace(text))
}

func (s *session) refused(user string) error {
	e := s.entry(LoginRefused, "")
	e.Account = user
	s.lab.tell(e)
	return imapserver.ErrAuthFailed
}

func (s *session) entered(user string) {
	s.user = user
	s.lab.tell(s.entry(LoggedIn, ""))
}

func (s *session) Namespace() (*imap.NamespaceData, error) {
	return &imap.NamespaceData{Personal: []imap.NamespaceDescriptor{{Delim: delimiter}}}, nil
}

// folder finds a folder of the logged-in account. The lab must be locked.
func (s *session) folder(name string) (*folder, error) {
	f, err := s.lab.folder(s.user, name)
	if err != nil {
		return nil, no(imap.ResponseCodeNonExistent, "no such folder")
	}
	return f, nil
}

func (s *session) Create(name string, options *imap.CreateOptions) error {
	f := Folder{Name: name}
	if len(options.SpecialUse) > 0 {
		f.Use = string(options.SpecialUse[0])
	}
	if err := s.lab.CreateFolder(s.user, f); err != nil {
		return no(imap.ResponseCodeAlreadyExists, "folder exists already")
	}
	return nil
}

func (s *session) Delete(name string) error {
	s.lab.mu.Lock()
	defer s.lab.mu.Unlock()
	f, err := s.folder(name)
	if err != nil {
		return err
	}
	if f.Name == Inbox {
		return no(imap.ResponseCodeCannot, "INBOX stays")
	}
	delete(s.lab.accounts[s.user].folders, f.Name)
	return nil
}

func (s *session) Rename(from, to string, _ *imap.RenameOptions) error {
	s.lab.mu.Lock()
	defer s.lab.mu.Unlock()
	f, err := s.folder(from)
	if err != nil {
		return err
	}
	to = canonicalFolder(to)
	folders := s.lab.accounts[s.user].folders
	if _, ok := folders[to]; ok {
		return no(imap.ResponseCodeAlreadyExists, "folder exists already")
	}
	delete(folders, f.Name)
	f.Name = to
	folders[to] = f
	return nil
}

func (s *session) Subscribe(name string) error   { return s.subscribe(name, true) }
func (s *session) Unsubscribe(name string) error { return s.subscribe(name, false) }

func (s *session) subscribe(name string, yes bool) error {
	s.lab.mu.Lock()
	defer s.lab.mu.Unlock()
	f, err := s.folder(name)
	if err != nil {
		return err
	}
	f.subscribed = yes
	return nil
}

func (s *session) List(w *imapserver.ListWriter, ref string, patterns []string, options *imap.ListOptions) error {
	if len(patterns) == 0 {
		return w.WriteList(&imap.ListData{Attrs: []imap.MailboxAttr{imap.MailboxAttrNoSelect}, Delim: delimiter})
	}
	for _, data := range s.list(ref, patterns, options) {
		if err := w.WriteList(data); err != nil {
			return err
		}
	}
	return nil
}

// list gathers what LIST answers, and notes each STATUS in it.
func (s *session) list(ref string, patterns []string, options *imap.ListOptions) []*imap.ListData {
	s.lab.mu.Lock()
	defer s.lab.mu.Unlock()
	var list []*imap.ListData
	for name, f := range s.lab.accounts[s.user].folders {
		matches := func(p string) bool { return imapserver.MatchList(name, delimiter, ref, p) }
		if !slices.ContainsFunc(patterns, matches) ||
			options.SelectSubscribed && !f.subscribed || options.SelectSpecialUse && s.use(f) == "" {
			continue
		}
		data := &imap.ListData{Mailbox: name, Delim: delimiter}
		if f.subscribed {
			data.Attrs = append(data.Attrs, imap.MailboxAttrSubscribed)
		}
		if use := s.use(f); use != "" {
			data.Attrs = append(data.Attrs, imap.MailboxAttr(use))
		}
		list = append(list, data)
	}
	slices.SortFunc(list, func(a, b *imap.ListData) int { return cmp.Compare(a.Mailbox, b.Mailbox) })
	if options.ReturnStatus == nil || s.lab.personality.NoListStatus {
		s.lab.note(s.entry(Listed, ""))
		return list
	}
	for _, data := range list {
		data.Status = s.status(s.lab.accounts[s.user].folders[data.Mailbox], options.ReturnStatus)
	}
	return list
}

// use is a folder's SPECIAL-USE, as far as this server tells it.
func (s *session) use(f *folder) string {
	if s.lab.personality.NoSpecialUse {
		return ""
	}
	return f.Use
}

func (s *session) Status(name string, options *imap.StatusOptions) (*imap.StatusData, error) {
	s.lab.mu.Lock()
	defer s.lab.mu.Unlock()
	f, err := s.folder(name)
	if err != nil {
		return nil, err
	}
	return s.status(f, options), nil
}

// status answers and notes one STATUS. The lab must be locked.
func (s *session) status(f *folder, options *imap.StatusOptions) *imap.StatusData {
	if s.lab.personality.NoUIDNext {
		options.UIDNext = false // go-imap writes what options still ask for
	}
	total := uint32(len(f.messages))
	unseen, deleted, recent, size := total-f.count(imap.FlagSeen), f.count(imap.FlagDeleted), uint32(0), f.size()
	e := s.entry(StatusOf, f.Name)
	e.Detail = fmt.Sprintf("MESSAGES %d UIDNEXT %d UIDVALIDITY %d", total, f.next, f.UIDValidity)
	s.lab.note(e)
	return &imap.StatusData{
		Mailbox: f.Name, NumMessages: &total, UIDNext: f.next, UIDValidity: f.UIDValidity,
		NumUnseen: &unseen, NumDeleted: &deleted, NumRecent: &recent, Size: &size, DeletedStorage: new(int64),
	}
}

func (s *session) Append(name string, r imap.LiteralReader, options *imap.AppendOptions) (*imap.AppendData, error) {
	raw, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	s.lab.mu.Lock()
	defer s.lab.mu.Unlock()
	f, err := s.folder(name)
	if err != nil {
		return nil, no(imap.ResponseCodeTryCreate, "no such folder")
	}
	at := options.Time
	if at.IsZero() {
		at = s.lab.now()
	}
	m := f.add(raw, at, options.Flags)
	e := s.entry(Appended, f.Name)
	e.UIDs, e.MessageID = []uint32{uint32(m.uid)}, headerField(raw, "Message-ID")
	s.lab.note(e)
	return &imap.AppendData{UIDValidity: f.UIDValidity, UID: m.uid}, nil
}

// no is a refusal that the client gets to read.
func no(code imap.ResponseCode, text string) error {
	return &imap.Error{Type: imap.StatusResponseTypeNo, Code: code, Text: text}
}
