package config

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net"
	"regexp"
	"slices"
	"strings"
	"time"

	"followupd/internal/strictyaml"
	"followupd/templates"
)

// checker looks at a configuration that was read, and collects what is wrong.
type checker struct {
	c        *Config
	doc      *strictyaml.Document
	problems strictyaml.Problems
	quiet    bool              // the file may hold a secret: show none of its lines
	from     map[string]string // the variable or flag that set a key, where one did
}

func (ck *checker) all() {
	ck.settings()
	ck.owner()
	ck.brief()
	if len(ck.c.Mailboxes) == 0 {
		ck.missing("mailboxes", "add one")
	}
	for i := range ck.c.Mailboxes {
		ck.mailbox(&ck.c.Mailboxes[i], fmt.Sprintf("mailboxes[%d]", i))
	}
	ck.duplicates()
}

// fail reports an error about the value at path, unless it, or what holds it,
// has one already: one mistake is told once.
func (ck *checker) fail(path, text, hint string) {
	for _, p := range ck.problems {
		if p.Level == strictyaml.LevelWarning {
			continue
		}
		if p.Path == path || p.Path != "" && (strings.HasPrefix(path, p.Path+".") || strings.HasPrefix(path, p.Path+"[")) {
			return
		}
	}
	ck.add(ck.doc.Problem(path, text, hint))
}

func (ck *checker) warn(path, text, hint string) { ck.add(ck.doc.Warning(path, text, hint)) }

func (ck *checker) add(p strictyaml.Problem) {
	if source, ok := ck.from[p.Path]; ok {
		p.File, p.Line, p.Column, p.Excerpt = source, 0, 0, ""
	}
	if ck.quiet {
		p.Excerpt = ""
	}
	ck.problems = append(ck.problems, p)
}

func (ck *checker) missing(path, hint string) {
	if ck.doc.Has(path) {
		ck.fail(path, "is empty", hint)
		return
	}
	ck.fail(path, "is missing", hint)
}

func (ck *checker) settings() {
	c := ck.c
	if d := c.FreshInbox.Std(); d < time.Second || d > 15*time.Minute {
		ck.fail("fresh_inbox", fmt.Sprintf("%s is out of range", c.FreshInbox), "from 1s to 15m; 60s is good")
	}
	if d := c.AwayDefault.Std(); d > 366*24*time.Hour {
		ck.fail("away_default", fmt.Sprintf("%s is out of range", c.AwayDefault), "at most a year; 7d is good")
	}
	ck.kept("retention.texts", c.Retention.Texts, 30)
	ck.kept("retention.people", c.Retention.People, 180)
	ck.folder("sequences", c.Sequences)
	ck.folder("templates", c.Templates)
	if c.StateDir == "" {
		ck.missing("state_dir", "name a folder")
	} else if info, err := c.disk.Stat(c.StateDir); err == nil && !info.IsDir() {
		ck.fail("state_dir", fmt.Sprintf("%q is not a folder", c.StateDir), "name a folder of its own")
	}
}

// kept checks for how long something is kept: what is forgotten too soon is
// missed where somebody answers late.
func (ck *checker) kept(path string, d Duration, days int) {
	if d != 0 && d.Std() < time.Duration(days)*24*time.Hour {
		ck.fail(path, fmt.Sprintf("%s is too short", d), fmt.Sprintf("at least %dd, or 0s to keep it for ever", days))
	}
}

func (ck *checker) folder(path, name string) {
	if name == "" {
		ck.missing(path, "name a folder")
		return
	}
	switch info, err := ck.c.disk.Stat(name); {
	case errors.Is(err, fs.ErrNotExist):
		ck.fail(path, fmt.Sprintf("there is no folder %q", name), "make it, or correct the path; followupd init DIR makes one with examples")
	case err != nil:
		ck.fail(path, fmt.Sprintf("the folder %q can't be read: %v", name, cause(err)), "let the service user read it")
	case !info.IsDir():
		ck.fail(path, fmt.Sprintf("%q is not a folder", name), "")
	}
}

// cause is an error of the disk without the path, which the text has already.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

func (ck *checker) owner() {
	o := ck.c.Owner
	if o.Email == "" {
		ck.missing("owner.email", "add email: you@your-firm.example; answers are told there")
	}
	if f := o.Fallback; f != nil {
		ck.fallback(f)
	}
	if o.Webhook != nil {
		ck.webhook(*o.Webhook)
	}
}

func (ck *checker) brief() {
	if ck.c.DailyBrief != nil && !ck.doc.Has("daily_brief.at") {
		ck.missing("daily_brief.at", `add at: "08:00"`)
	}
}

func (ck *checker) fallback(f *Fallback) {
	const path = "owner.fallback"
	switch {
	case f.SMTP != nil && len(f.Command) > 0:
		ck.fail(path+".command", "stands beside smtp", "keep one of the two")
	case f.SMTP != nil:
		ck.server(*f.SMTP, path+".smtp", 465, 587)
		if f.SMTP.Username != "" || len(f.SMTP.sources()) > 0 {
			ck.username(f.SMTP.Credentials, path+".smtp")
			ck.credentials(f.SMTP.Credentials, path+".smtp")
		}
	case len(f.Command) > 0:
		ck.command(f.Command, path+".command")
	default:
		ck.fail(path, "says no way", "add smtp or command")
	}
}

func (ck *checker) username(c Credentials, path string) {
	if c.Username == "" {
		ck.missing(path+".username", "add the name to sign in with")
	}
}

var mailboxName = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]{0,63}$`)

func (ck *checker) mailbox(m *Mailbox, path string) {
	switch {
	case m.Name == "":
		ck.missing(path+".name", "add a short name, such as ana")
	case !mailboxName.MatchString(m.Name):
		ck.fail(path+".name", fmt.Sprintf("%q is not a mailbox name", m.Name), "use lower-case letters, digits, - and _")
	}
	if m.Address.Email == "" {
		ck.missing(path+".address", "add address: Ana Lima <ana@lima.example>")
	}
	// A zone of the owner's that can't be read is told there.
	if m.Timezone.IsZero() && !ck.doc.Has("owner.timezone") {
		ck.missing(path+".timezone", "add a zone, such as Europe/Madrid, here or to owner")
	}
	ck.mailServer(m.IMAP, path+".imap", 993, 143)
	ck.mailServer(m.SMTP, path+".smtp", 465, 587)
	ck.limits(m.Limits, path+".limits")
	ck.folders(m.Folders, path+".folders")
	ck.handover(m.Handover, path+".handover")
	ck.closing(m, path)
	if m.History.Days < 0 || m.History.Days > 3650 {
		ck.fail(path+".history.days", fmt.Sprintf("%d is out of range", m.History.Days), "from 0 to 3650; 180 is good")
	}
	if m.AuthServer != "" && !isHost(m.AuthServer) {
		ck.fail(path+".auth_server", fmt.Sprintf("%q is not a server's name", m.AuthServer), "it stands first in the Authentication-Results lines of your mails")
	}
}

func (ck *checker) mailServer(s Server, path string, implicitPort, plainPort int) {
	if !ck.doc.Has(path) {
		ck.missing(path, "add a block with its host")
		return
	}
	ck.server(s, path, implicitPort, plainPort)
	// What is wrong with the credentials of IMAP is told there.
	if !strings.HasSuffix(path, ".smtp") || !inherits(ck.doc, path) {
		ck.credentials(s.Credentials, path)
	}
}

func (ck *checker) server(s Server, path string, implicitPort, plainPort int) {
	switch {
	case s.Host == "":
		ck.missing(path+".host", "add the server's name")
	case !isHost(s.Host):
		ck.fail(path+".host", fmt.Sprintf("%q is not a server's name", s.Host), hostHint(s.Host))
	case s.TLS == TLSNone && !isLoopback(s.Host):
		ck.fail(path+".tls", "insecure-none is for servers on this machine alone", "write implicit or starttls")
	}
	switch {
	case s.Port < 1 || s.Port > 65535:
		ck.fail(path+".port", fmt.Sprintf("%d is not a port", s.Port), fmt.Sprintf("%d and %d are usual", implicitPort, plainPort))
	case s.Port == implicitPort && s.TLS == TLSStart:
		ck.warn(path+".port", fmt.Sprintf("port %d usually wants tls: implicit", s.Port), fmt.Sprintf("starttls is usual on port %d", plainPort))
	case s.Port == plainPort && s.TLS == TLSImplicit:
		ck.warn(path+".port", fmt.Sprintf("port %d usually wants tls: starttls", s.Port), fmt.Sprintf("implicit is usual on port %d", implicitPort))
	}
}

// hostLabels is a name of RFC 1123 2.1, with the underscore that some have.
var hostLabels = regexp.MustCompile(`^([\p{L}\p{N}_]([\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?\.)*[\p{L}\p{N}_]([\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?\.?$`)

func isHost(s string) bool {
	return len(s) <= 253 && (hostLabels.MatchString(s) || net.ParseIP(s) != nil)
}

func hostHint(host string) string {
	if strings.Contains(host, "/") {
		return "give the name alone, without " + host[:strings.LastIndex(host, "/")+1]
	}
	if strings.Contains(host, ":") {
		return "the port goes into port"
	}
	return "write it as mail.lima.example"
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return strings.EqualFold(host, "localhost") || ip != nil && ip.IsLoopback()
}

func (ck *checker) limits(l Limits, path string) {
	for _, n := range []struct {
		key   string
		value int
		good  int
	}{{"per_hour", l.PerHour, 12}, {"per_day", l.PerDay, 40}} {
		switch {
		case n.value == 0:
			ck.fail(path+"."+n.key, "0 would send nothing", "to send nothing, write live: false")
		case n.value < 0 || n.value > 100_000:
			ck.fail(path+"."+n.key, fmt.Sprintf("%d is out of range", n.value), fmt.Sprintf("from 1 to 100000; %d is good", n.good))
		}
	}
	if l.PerHour > l.PerDay && l.PerDay > 0 && ck.doc.Has(path+".per_hour") {
		ck.warn(path+".per_hour", fmt.Sprintf("more mails an hour (%d) than a day (%d)", l.PerHour, l.PerDay), "the day's limit binds")
	}
	if l.Gap.Max > 24*time.Hour {
		ck.fail(path+".gap", fmt.Sprintf("%s is longer than a day", l.Gap), "90s-240s is good")
	}
	if l.PerPerson.Plain > 366*24*time.Hour || l.PerPerson.BusinessDays > 260 {
		ck.fail(path+".per_person", fmt.Sprintf("%s is longer than a year", l.PerPerson), "2bd is good")
	}
	ck.domainLimit(l.PerDomain, path+".per_domain", 5, "10m is good")
	ck.domainLimit(l.PerProvider, path+".per_provider", 20, "3m is good")
	if r := l.Ramp; r != nil {
		ck.mails(r.Start, path+".ramp.start", 5)
		ck.mails(r.Add, path+".ramp.add", 3)
	}
}

// domainLimit looks at a limit for domains, of which either key may be absent.
func (ck *checker) domainLimit(l *DomainLimit, path string, good int, hint string) {
	if l == nil {
		return
	}
	if ck.doc.Has(path + ".per_day") {
		ck.mails(l.PerDay, path+".per_day", good)
	}
	if l.Gap.Std() > 24*time.Hour {
		ck.fail(path+".gap", fmt.Sprintf("%s is longer than a day", l.Gap), hint)
	}
}

// mails looks at a number of mails.
func (ck *checker) mails(n int, path string, good int) {
	switch {
	case n == 0 && !ck.doc.Has(path):
		ck.missing(path, fmt.Sprintf("%d is good", good))
	case n == 0:
		ck.fail(path, "0 would send nothing", fmt.Sprintf("%d is good; without this key there is no such limit", good))
	case n < 0 || n > 100_000:
		ck.fail(path, fmt.Sprintf("%d is out of range", n), fmt.Sprintf("from 1 to 100000; %d is good", good))
	}
}

// longestClosing bounds what stands below a first mail, in bytes.
const longestClosing = 500

// closing looks at what is put below a first mail.
func (ck *checker) closing(m *Mailbox, path string) {
	ck.closingText(m.PostalAddress, path+".postal_address")
	for _, language := range slices.Sorted(maps.Keys(m.WayOut)) {
		key := path + ".way_out." + language
		if !slices.Contains(templates.Languages(), language) {
			ck.fail(key, fmt.Sprintf("%q is not a language that templates have", language), "write one of "+strings.Join(templates.Languages(), ", "))
			continue
		}
		if strings.TrimSpace(m.WayOut[language]) == "" {
			ck.fail(key, "is empty", "write a sentence, or remove the line")
		}
		ck.closingText(m.WayOut[language], key)
	}
}

func (ck *checker) closingText(text, path string) {
	switch {
	case len(text) > longestClosing:
		ck.fail(path, fmt.Sprintf("%d bytes are too long", len(text)), fmt.Sprintf("at most %d", longestClosing))
	case strings.ContainsFunc(text, func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7f }):
		ck.fail(path, "it holds a control character", "write plain text")
	case strings.Contains(text, "{{"):
		ck.fail(path, "nothing is filled in here", "write it without {{ }}")
	}
}

func (ck *checker) folders(f Folders, path string) {
	for i, name := range f.Exclude {
		item := fmt.Sprintf("%s.exclude[%d]", path, i)
		switch {
		case name == "":
			ck.fail(item, "is empty", "name a folder, or remove it")
		case strings.EqualFold(name, "INBOX"):
			ck.fail(item, "the inbox can't be left out", "answers arrive there")
		case name == f.Sent:
			ck.fail(item, "the folder of sent mail can't be left out", "what you write by hand is seen there")
		case slices.Index(f.Exclude, name) < i:
			ck.fail(item, fmt.Sprintf("%q stands here twice", name), "remove one")
		}
	}
	named := []struct{ key, name string }{{"sent", f.Sent}, {"junk", f.Junk}, {"drafts", f.Drafts}, {"trash", f.Trash}}
	for i, a := range named {
		for _, b := range named[:i] {
			if a.name != "" && a.name == b.name {
				ck.fail(path+"."+a.key, fmt.Sprintf("%q is the folder of %s, too", a.name, b.key), "name two folders, or leave both to the server")
			}
		}
	}
}

// keyword is an IMAP keyword of our own (RFC 9051 section 9, flag-keyword),
// without the characters that trouble some clients.
var keyword = regexp.MustCompile(`^[$A-Za-z][A-Za-z0-9_$-]*$`)

func (ck *checker) handover(h Handover, path string) {
	if h.Flag != "" && h.Flag != `\Flagged` && !keyword.MatchString(h.Flag) {
		ck.fail(path+".flag", fmt.Sprintf("%q is not a flag that may be set", h.Flag), `write \Flagged, or a keyword of your own such as FollowUp`)
	}
	if h.AskAfter.Plain > 366*24*time.Hour || h.AskAfter.BusinessDays > 260 {
		ck.fail(path+".ask_after", fmt.Sprintf("%s is longer than a year", h.AskAfter), "10bd is good; 0s asks never")
	}
	if strings.EqualFold(h.CopyTo, "INBOX") {
		ck.fail(path+".copy_to", "the answer is in the inbox already", "name another folder")
	}
	if d := h.RemindAfter.Std(); d != 0 && (d < time.Hour || d > 30*24*time.Hour) {
		ck.fail(path+".remind_after", fmt.Sprintf("%s is out of range", h.RemindAfter), "from 1h to 30d, or 0s for never; 24h is good")
	}
	if d := h.Group.Std(); d > time.Hour {
		ck.fail(path+".group", fmt.Sprintf("%s is longer than an hour", h.Group), "5m is good; 0s tells each at once, in a mail of its own")
	}
}

// duplicates refuses two mailboxes of one name or one address.
func (ck *checker) duplicates() {
	names, addresses := map[string]int{}, map[string]int{}
	for i, m := range ck.c.Mailboxes {
		path := fmt.Sprintf("mailboxes[%d]", i)
		ck.once(names, m.Name, path+".name", i)
		ck.once(addresses, strings.ToLower(m.Address.Email), path+".address", i)
	}
}

func (ck *checker) once(seen map[string]int, value, path string, i int) {
	first, again := seen[value]
	if again && value != "" {
		line, _ := ck.doc.Pos(fmt.Sprintf("mailboxes[%d]", first))
		ck.fail(path, fmt.Sprintf("%q is another mailbox's already", value), fmt.Sprintf("the first begins on line %d", line))
		return
	}
	seen[value] = i
}
