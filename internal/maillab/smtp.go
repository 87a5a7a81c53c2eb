package maillab

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/tls"
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"time"
)

// The submission server speaks the protocol itself, on nothing but lines: a
// server library answers some commands on its own (354 to DATA above all), and
// this one must be able to refuse, hang and break off at every single step.

// submission is one SMTP connection.
type submission struct {
	lab  *Lab
	wire *wire
	conn net.Conn // the wire, or TLS on top of it
	in   *bufio.Reader

	stage   Stage // where the session is, to tell where it broke
	greeted bool
	secure  bool
	account string
	tx      Transaction
}

var (
	errDropped = errors.New("dropped by the lab")
	errQuit    = errors.New("session ended")
	errRefused = errors.New("refused")
)

// maxLine is more than any command may have (RFC 5321 4.5.3.1), for the sake
// of long tokens.
const maxLine = 16 << 10

func (l *Lab) serveSMTP() {
	for {
		c, err := l.smtpLn.Accept()
		if err != nil {
			return // Close has closed the listener
		}
		w := l.newWire("smtp", c)
		s := &submission{lab: l, wire: w, conn: w, in: bufio.NewReaderSize(w, maxLine), secure: l.tls == TLSImplicit}
		go s.serve()
	}
}

func (s *submission) serve() {
	err := s.greet()
	for err == nil {
		err = s.command()
	}
	if !errors.Is(err, errQuit) && !s.wire.ended() {
		s.note(Lost, string(s.stage))
	}
	// Nobody is there to hear of a failure to say goodbye.
	_ = s.wire.Close()
}

func (s *submission) note(kind Kind, detail string) {
	s.lab.tell(s.entry(kind, detail))
}

func (s *submission) entry(kind Kind, detail string) Entry {
	return Entry{
		Protocol: "smtp", Kind: kind, Conn: s.wire.id, Tx: s.tx.Number, Account: s.account,
		From: s.tx.From, To: slices.Clone(s.tx.To), MessageID: headerField(s.tx.Raw, "Message-ID"), Detail: detail,
	}
}

// fault asks what goes wrong at a stage, and waits if it is to be slow.
func (s *submission) fault(stage Stage) (Fault, error) {
	s.stage = stage
	t := s.tx
	t.Stage, t.Conn, t.Account = stage, s.wire.id, s.account
	f := s.lab.faultFor(t)
	return f, s.pause(f.Delay)
}

// answer sends the ordinary answer of a stage, or what its fault makes of it.
// Before an ordinary 2xx or 3xx leaves, grant is called: it notes the success.
func (s *submission) answer(stage Stage, ordinary string, grant func()) error {
	f, err := s.fault(stage)
	if err != nil {
		return err
	}
	return s.finish(f, ordinary, grant)
}

func (s *submission) finish(f Fault, ordinary string, grant func()) error {
	if f.Drop {
		return s.drop()
	}
	text := ordinary
	if f.Reply != "" {
		text = f.Reply
	}
	refused := text[0] != '2' && text[0] != '3'
	if refused {
		s.note(Refused, string(s.stage)+": "+text)
	} else {
		grant()
	}
	if err := s.send(text, f.Drip); err != nil {
		return err
	}
	if strings.HasPrefix(text, "421") {
		return errQuit
	}
	if refused {
		return errRefused
	}
	return nil
}

func (s *submission) drop() error {
	s.wire.cut(string(s.stage))
	return errDropped
}

func (s *submission) send(text string, drip time.Duration) error {
	line := []byte(text + "\r\n")
	if drip == 0 {
		_, err := s.conn.Write(line)
		return err
	}
	for i := range line {
		if err := s.pause(drip); err != nil {
			return err
		}
		if _, err := s.conn.Write(line[i : i+1]); err != nil {
			return err
		}
	}
	return nil
}

// pause waits on the real clock, and ends early with an error when the client
// goes away: it peeks for input until a timer moves the deadline into the past.
func (s *submission) pause(d time.Duration) error {
	if d == 0 {
		return nil
	}
	ended := make(chan struct{})
	timer := time.AfterFunc(d, func() {
		// On failure the connection is closed, which the peek sees too.
		_ = s.conn.SetReadDeadline(time.Unix(1, 0))
		close(ended)
	})
	_, err := s.in.Peek(1)
	var timeout net.Error
	switch {
	case err == nil: // the client talks ahead
		select {
		case <-ended:
		case <-s.wire.closed:
			timer.Stop()
			return net.ErrClosed
		}
	case !errors.As(err, &timeout) || !timeout.Timeout():
		timer.Stop()
		return err
	}
	return s.conn.SetReadDeadline(time.Time{})
}

func (s *submission) greet() error {
	err := s.answer(StageConnect, "220 lab.example ESMTP", func() {})
	if errors.Is(err, errRefused) {
		return errQuit // a 5xx greeting ends the session as well (RFC 5321 3.1)
	}
	return err
}

// command reads one command and carries it out. A refusal is no error here.
func (s *submission) command() error {
	line, err := s.line()
	if err != nil {
		return err
	}
	verb, arg, _ := strings.Cut(line, " ")
	err = s.carryOut(strings.ToUpper(verb), strings.TrimSpace(arg))
	if errors.Is(err, errRefused) {
		return nil
	}
	return err
}

func (s *submission) line() (string, error) {
	line, err := s.in.ReadSlice('\n')
	return strings.TrimRight(string(line), "\r\n"), err
}

func (s *submission) carryOut(verb, arg string) error {
	switch verb {
	case "EHLO":
		s.greeted = true
		s.reset()
		return s.send(s.extensions(), 0)
	case "HELO":
		s.greeted = true
		s.reset()
		return s.send("250 lab.example", 0)
	case "STARTTLS":
		return s.startTLS()
	case "AUTH":
		return s.auth(arg)
	case "MAIL":
		return s.mail(arg)
	case "RCPT":
		return s.rcpt(arg)
	case "DATA":
		return s.data()
	case "RSET":
		s.reset()
		return s.send("250 2.0.0 forgotten", 0)
	case "NOOP":
		return s.send("250 2.0.0 nothing done", 0)
	case "QUIT":
		if err := s.send("221 2.0.0 goodbye", 0); err != nil {
			return err
		}
		return errQuit
	default:
		return s.refuse("500 5.5.2 unknown command")
	}
}

// refuse answers a client that breaks the rules.
func (s *submission) refuse(text string) error {
	return s.finish(Fault{}, text, nil)
}

func (s *submission) reset() { s.tx, s.stage = Transaction{}, "between mails" }

func (s *submission) extensions() string {
	list := []string{"lab.example", "PIPELINING", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES", "SIZE"}
	if s.lab.tls == TLSStart && !s.secure {
		list = append(list, "STARTTLS")
	} else {
		list = append(list, "AUTH "+strings.Join(s.lab.mechanisms(), " "))
	}
	last := len(list) - 1
	var b strings.Builder
	for _, item := range list[:last] {
		b.WriteString("250-" + item + "\r\n")
	}
	return b.String() + "250 " + list[last]
}

func (s *submission) startTLS() error {
	if s.lab.tls != TLSStart || s.secure {
		return s.refuse("502 5.5.1 no STARTTLS here")
	}
	if err := s.send("220 2.0.0 go ahead", 0); err != nil {
		return err
	}
	s.conn = tls.Server(s.wire, s.lab.cert.config())
	// A fresh reader: what came in the clear after STARTTLS must not count.
	s.in = bufio.NewReaderSize(s.conn, maxLine)
	s.secure, s.greeted = true, false
	s.reset()
	return nil
}

func (s *submission) auth(arg string) error {
	switch {
	case !s.greeted:
		return s.refuse("503 5.5.1 EHLO first")
	case s.account != "":
		return s.refuse("503 5.5.1 logged in already")
	case s.lab.tls == TLSStart && !s.secure:
		return s.refuse("530 5.7.0 STARTTLS first")
	}
	user, err := s.exchange(arg)
	if err != nil && !errors.Is(err, errLogin) {
		return err
	}
	f, faultErr := s.fault(StageAuth)
	if faultErr != nil {
		return faultErr
	}
	ordinary := "235 2.7.0 welcome"
	if err != nil {
		ordinary = "535 5.7.8 name, password or token is wrong"
	}
	err = s.finish(f, ordinary, func() {
		s.account = user
		s.note(LoggedIn, "")
	})
	if errors.Is(err, errRefused) {
		s.note(LoginRefused, user)
	}
	return err
}

var errLogin = errors.New("wrong password or token")

// exchange carries out the SASL dialogue (RFC 4954 4) and returns who logged
// in, or errLogin.
func (s *submission) exchange(arg string) (string, error) {
	fields := strings.Fields(arg)
	if len(fields) == 0 {
		return "", s.refuse("501 5.5.4 AUTH needs a mechanism")
	}
	mech, user := strings.ToUpper(fields[0]), ""
	server, ok := s.lab.saslServer(mech, func(name string) { user = name }, errLogin)
	if !ok || !slices.Contains(s.lab.mechanisms(), mech) {
		return "", s.refuse("504 5.5.4 mechanism not offered")
	}
	var response []byte
	if len(fields) > 1 {
		var err error
		if response, err = decode(fields[1]); err != nil {
			return "", s.refuse("501 5.5.2 not base64")
		}
	}
	for {
		challenge, done, err := server.Next(response)
		if err != nil || done {
			return user, err
		}
		if err := s.send("334 "+base64.StdEncoding.EncodeToString(challenge), 0); err != nil {
			return "", err
		}
		line, err := s.line()
		if err != nil {
			return "", err
		}
		if line == "*" {
			return "", errLogin
		}
		if response, err = decode(line); err != nil {
			return "", s.refuse("501 5.5.2 not base64")
		}
	}
}

func decode(text string) ([]byte, error) {
	if text == "=" { // an empty first response (RFC 4954 4)
		return []byte{}, nil
	}
	b, err := base64.StdEncoding.DecodeString(text)
	if b == nil {
		b = []byte{}
	}
	return b, err
}

func (s *submission) mail(arg string) error {
	switch {
	case s.account == "":
		return s.refuse("530 5.7.0 log in first")
	case s.tx.Number != 0:
		return s.refuse("503 5.5.1 one mail at a time")
	}
	from, ok := path(arg, "FROM:")
	if !ok {
		return s.refuse("501 5.5.4 MAIL FROM:<address> was expected")
	}
	s.lab.mu.Lock()
	s.lab.lastTx++
	s.tx = Transaction{Number: s.lab.lastTx, From: from}
	s.lab.mu.Unlock()
	err := s.answer(StageMail, "250 2.1.0 sender ok", func() { s.note(MailFrom, "") })
	if errors.Is(err, errRefused) {
		s.reset()
	}
	return err
}

func (s *submission) rcpt(arg string) error {
	if s.tx.Number == 0 {
		return s.refuse("503 5.5.1 MAIL first")
	}
	to, ok := path(arg, "TO:")
	if !ok || to == "" {
		return s.refuse("501 5.5.4 RCPT TO:<address> was expected")
	}
	s.tx.Recipient = to
	defer func() { s.tx.Recipient = "" }()
	return s.answer(StageRcpt, "250 2.1.5 recipient ok", func() {
		s.tx.To = append(s.tx.To, to)
		e := s.entry(RcptTo, "")
		e.To = []string{to}
		s.lab.tell(e)
	})
}

// path takes the address out of "FROM:<address> PARAMETERS".
func path(arg, prefix string) (string, bool) {
	if len(arg) < len(prefix) || !strings.EqualFold(arg[:len(prefix)], prefix) {
		return "", false
	}
	rest, ok := strings.CutPrefix(strings.TrimSpace(arg[len(prefix):]), "<")
	if !ok {
		return "", false
	}
	address, _, ok := strings.Cut(rest, ">")
	return address, ok
}

func (s *submission) data() error {
	if len(s.tx.To) == 0 {
		return s.refuse("503 5.5.1 no valid recipients")
	}
	if err := s.answer(StageData, "354 go ahead", func() { s.note(DataBegun, "") }); err != nil {
		return err
	}
	f, err := s.fault(StageBody)
	if err != nil {
		return err
	}
	raw, err := s.body(f)
	if err != nil {
		return err
	}
	s.tx.Raw = raw
	s.note(DotCame, fmt.Sprintf("%d bytes", len(raw)))
	return s.dot()
}

// body reads a mail up to its final dot and takes the doubled dots out
// (RFC 5321 4.5.2).
func (s *submission) body(f Fault) ([]byte, error) {
	var raw []byte
	begun := true // the next piece begins a line
	for {
		piece, err := s.in.ReadSlice('\n')
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return nil, fmt.Errorf("after %d bytes: %w", len(raw), err)
		}
		if begun && bytes.Equal(piece, []byte(".\r\n")) {
			return raw, nil
		}
		if begun && piece[0] == '.' {
			piece = piece[1:]
		}
		begun = err == nil
		raw = append(raw, piece...)
		if f.Drop && len(raw) >= f.After {
			return nil, s.drop()
		}
	}
}

// dot decides about a mail that has come in full.
func (s *submission) dot() error {
	f, err := s.fault(StageDot)
	if err != nil {
		return err
	}
	if f.Keep {
		s.lab.accept(s)
	}
	answer := fmt.Sprintf("250 2.0.0 queued as %d", s.tx.Number)
	err = s.finish(f, answer, func() {
		if !f.Keep {
			s.lab.accept(s)
		}
	})
	if err == nil || errors.Is(err, errRefused) {
		s.note(Answered, cmp.Or(f.Reply, answer))
		s.reset()
	}
	return err
}
