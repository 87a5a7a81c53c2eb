package config

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"followupd/internal/strictyaml"
)

// Load reads the configuration at path, lets the environment and then the flags
// override its scalar keys, fills in the defaults, and checks all of it. Every
// problem is told at once. The configuration is to be used only where the
// problems have no errors (warnings may be among them); it is never nil.
//
// env looks up an environment variable. FOLLOWUPD_STATE_DIR overrides
// state_dir, FOLLOWUPD_LOG_LEVEL log.level, and so on for every key outside
// lists. flags is by key as it stands in the file ("state_dir", "log.level").
func Load(path string, env func(string) (string, bool), flags map[string]string, disk Files) (*Config, strictyaml.Problems) {
	c := withDefaults(path)
	c.env, c.disk = env, disk
	src, err := disk.ReadFile(path)
	if err != nil {
		return c, strictyaml.Problems{unreadable(path, err)}
	}
	doc, problems := strictyaml.Decode(path, src, c)
	if namesSecret.Match(src) {
		problems = withoutSecrets(problems)
	}
	ck := &checker{c: c, doc: doc, problems: problems, quiet: namesSecret.Match(src)}
	if slices.ContainsFunc(problems, func(p strictyaml.Problem) bool { return p.Path == "" }) {
		return c, problems // the file as a whole couldn't be read, so all would seem to be missing
	}
	c.resolvePaths()
	from, overrides := override(c, env, flags)
	ck.from, ck.problems = from, append(ck.problems, overrides...)
	c.fillMailboxes(doc)
	ck.all()
	ck.problems.Sort()
	return c, ck.problems
}

// withDefaults is the configuration before its file was read.
func withDefaults(path string) *Config {
	return &Config{
		StateDir:    "/var/lib/followupd",
		Sequences:   "sequences",
		Templates:   "templates",
		FreshInbox:  Duration(time.Minute),
		AwayDefault: Duration(7 * 24 * time.Hour),
		StatusMail:  StatusMail{Enabled: true, Every: Weekday(time.Monday), At: 7*60 + 30},
		Retention:   Retention{Texts: Duration(400 * 24 * time.Hour), People: Duration(1095 * 24 * time.Hour)},
		Log:         Log{Level: LogInfo, Format: LogText},
		file:        path,
		dir:         filepath.Dir(path),
	}
}

func unreadable(path string, err error) strictyaml.Problem {
	p := strictyaml.Problem{File: path, Level: strictyaml.LevelError}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.Text, p.Hint = "there is no such file", "name one with --config FILE, or make one with followupd init DIR"
	case errors.Is(err, fs.ErrPermission):
		p.Text, p.Hint = "you may not read this file", "run followupd as its service user"
	default:
		p.Text = fmt.Sprintf("the file can't be read: %v", err)
	}
	return p
}

// namesSecret finds a key that looks like it holds a secret.
var namesSecret = regexp.MustCompile(`(?im)(^|[\s{,"'])(pass|passwd|password|secret|token|access_token|refresh_token|client_secret)["']?\s*:`)

// secretKey is the last part of the path of such a key.
var secretKey = regexp.MustCompile(`(?i)(^|\.)(pass|passwd|password|secret|token|access_token|refresh_token|client_secret)$`)

// withoutSecrets says where a secret belongs that stands in the file, and takes
// the file's lines out of the problems: they may hold it.
func withoutSecrets(problems strictyaml.Problems) strictyaml.Problems {
	for i := range problems {
		p := &problems[i]
		p.Excerpt = ""
		if secretKey.MatchString(p.Path) {
			p.Text = "a secret never stands in this file"
			p.Hint = "write it to a file of its own, chmod 600, and name that with password_file"
		}
	}
	return problems
}

// resolvePaths makes the file's relative paths count from the file's folder.
// What comes from the environment or a flag counts from the working directory,
// as people expect of those.
func (c *Config) resolvePaths() {
	for _, p := range []*string{&c.StateDir, &c.Sequences, &c.Templates} {
		c.resolve(p)
	}
	if c.Owner.Fallback != nil && c.Owner.Fallback.SMTP != nil {
		c.resolve(&c.Owner.Fallback.SMTP.PasswordFile)
	}
	if c.Owner.Webhook != nil {
		c.resolve(&c.Owner.Webhook.SecretFile)
	}
	for i := range c.Mailboxes {
		c.resolve(&c.Mailboxes[i].IMAP.PasswordFile)
		c.resolve(&c.Mailboxes[i].SMTP.PasswordFile)
	}
}

func (c *Config) resolve(p *string) {
	if *p != "" && !filepath.IsAbs(*p) {
		*p = filepath.Join(c.dir, *p)
	}
}

// fillMailboxes gives each mailbox its defaults, and the owner those that come
// from a mailbox.
func (c *Config) fillMailboxes(doc *strictyaml.Document) {
	if c.Owner.Name == "" {
		c.Owner.Name, _, _ = strings.Cut(string(c.Owner.Email), "@")
	}
	if c.Owner.Timezone.IsZero() && len(c.Mailboxes) > 0 {
		c.Owner.Timezone = c.Mailboxes[0].Timezone
	}
	for i := range c.Mailboxes {
		m := &c.Mailboxes[i]
		path := fmt.Sprintf("mailboxes[%d]", i)
		if m.Timezone.IsZero() {
			m.Timezone = c.Owner.Timezone
		}
		if m.Approval == "" {
			m.Approval = ApprovalNone
		}
		if !doc.Has(path + ".list_unsubscribe") {
			m.ListUnsubscribe = true
		}
		fillLimits(m, doc, path)
		fillServer(&m.IMAP, doc, path+".imap", TLSImplicit, 993, 143)
		if inherits(doc, path+".smtp") {
			m.SMTP.inherit(m.IMAP.Credentials)
		}
		fillServer(&m.SMTP, doc, path+".smtp", TLSStart, 465, 587)
		if m.IMAP.Username == "" {
			m.IMAP.Username = m.Address.Email
		}
		if m.SMTP.Username == "" {
			m.SMTP.Username = m.IMAP.Username
		}
	}
	if f := c.Owner.Fallback; f != nil && f.SMTP != nil {
		fillServer(f.SMTP, doc, "owner.fallback.smtp", TLSStart, 465, 587)
	}
}

func fillLimits(m *Mailbox, doc *strictyaml.Document, path string) {
	if !doc.Has(path + ".limits.per_hour") {
		m.Limits.PerHour = 12
	}
	if !doc.Has(path + ".limits.per_day") {
		m.Limits.PerDay = 40
	}
	if !doc.Has(path + ".limits.gap") {
		m.Limits.Gap = Gap{Min: 90 * time.Second, Max: 240 * time.Second}
	}
	if !doc.Has(path + ".limits.per_person") {
		m.Limits.PerPerson = Span{BusinessDays: 2}
	}
	if !doc.Has(path + ".history.days") {
		m.History.Days = 180
	}
	if !doc.Has(path + ".handover.ask_after") {
		m.Handover.AskAfter = Span{BusinessDays: 10}
	}
	if !doc.Has(path + ".handover.remind_after") {
		m.Handover.RemindAfter = Duration(24 * time.Hour)
	}
	if !doc.Has(path + ".handover.group") {
		m.Handover.Group = Duration(5 * time.Minute)
	}
}

// fillServer sets the TLS mode and the port that goes with it.
func fillServer(s *Server, doc *strictyaml.Document, path string, mode TLSMode, implicitPort, plainPort int) {
	if s.TLS == "" {
		s.TLS = mode
	}
	if s.Port == 0 && !doc.Has(path+".port") {
		s.Port = plainPort
		if s.TLS == TLSImplicit {
			s.Port = implicitPort
		}
	}
}

// inherits tells whether the server at path has no secret of its own, and so
// that of IMAP.
func inherits(doc *strictyaml.Document, path string) bool {
	return !slices.ContainsFunc(secretKeys(), func(key string) bool { return doc.Has(path + "." + key) })
}

// inherit gives a server the credentials of another, but for its own username.
func (s *Server) inherit(from Credentials) {
	if s.Username != "" {
		from.Username = s.Username
	}
	s.Credentials = from
}

// secretKeys are the keys of which one says where the secret is.
func secretKeys() []string {
	return []string{"password_file", "credential", "password_env", "token_command"}
}

// sources are those of secretKeys that are set.
func (c Credentials) sources() []string {
	set := map[string]bool{
		"password_file": c.PasswordFile != "",
		"credential":    c.Credential != "",
		"password_env":  c.PasswordEnv != "",
		"token_command": len(c.TokenCommand) > 0,
	}
	return slices.DeleteFunc(secretKeys(), func(key string) bool { return !set[key] })
}
