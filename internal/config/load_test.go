package config_test

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"followupd/internal/config"
	"followupd/internal/strictyaml"
)

func read(t *testing.T, name string) []byte {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

func TestDefaults(t *testing.T) {
	t.Parallel()
	c, problems := load(t, newMachine(), read(t, "testdata/good/least.yaml"))
	if problems != "" {
		t.Fatal(problems)
	}
	m, ok := c.MailboxByName("ana")
	if !ok {
		t.Fatal("there is no mailbox ana")
	}
	if _, ok := c.MailboxByName("nobody"); ok {
		t.Error("there is a mailbox nobody")
	}
	credentials := config.Credentials{Username: "ana", PasswordFile: "/etc/followupd/ana.password"}
	tests := []struct {
		name      string
		got, want any
	}{
		{"state_dir", c.StateDir, "/var/lib/followupd"},
		{"sequences", c.Sequences, "/etc/followupd/sequences"},
		{"templates", c.Templates, "/etc/followupd/templates"},
		{"fresh_inbox", c.FreshInbox.Std(), time.Minute},
		{"away_default", c.AwayDefault.Std(), 7 * 24 * time.Hour},
		{"owner.name", c.Owner.Name, "ana"},
		{"owner.away", c.Owner.Away.IsZero(), true},
		{"status_mail", c.StatusMail, config.StatusMail{Enabled: true, Every: config.Weekday(time.Monday), At: 450}},
		{"log", c.Log, config.Log{Level: config.LogInfo, Format: config.LogText}},
		{"live", m.Live, false},
		{"address", m.Address, config.Address{Name: "Ana Lima", Email: "ana@lima.example"}},
		{"timezone", m.Timezone.String(), "Europe/Madrid"},
		{"imap", m.IMAP, config.Server{Host: "mail.lima.example", Port: 993, TLS: config.TLSImplicit, Credentials: credentials}},
		{"smtp", m.SMTP, config.Server{Host: "mail.lima.example", Port: 587, TLS: config.TLSStart, Credentials: credentials}},
		{"limits", m.Limits, config.Limits{PerHour: 12, PerDay: 40, Gap: config.Gap{Min: 90 * time.Second, Max: 4 * time.Minute}, PerPerson: config.Span{BusinessDays: 2}}},
		{"history", m.History.Days, 180},
		{"file", c.File(), "/etc/followupd/config.yaml"},
	}
	for _, tt := range tests {
		if !reflect.DeepEqual(tt.got, tt.want) {
			t.Errorf("%s is %+v, want %+v", tt.name, tt.got, tt.want)
		}
	}
}

func TestZeroIsNotTheDefault(t *testing.T) {
	t.Parallel()
	c, problems := load(t, newMachine(), read(t, "testdata/good/anchors.yaml"))
	if problems != "" {
		t.Fatal(problems)
	}
	ana, rui := c.Mailboxes[0], c.Mailboxes[1]
	if want := (config.Limits{PerHour: 1000, PerDay: 1000}); ana.Limits != want {
		t.Errorf("ana's limits are %+v", ana.Limits)
	}
	if rui.Limits.Gap.Min != time.Second || rui.Limits.PerHour != 1000 || rui.History.Days != 0 {
		t.Errorf("rui has %+v %+v", rui.Limits, rui.History)
	}
	if ana.Timezone.String() != "Europe/Madrid" || rui.Timezone.String() != "America/Sao_Paulo" {
		t.Errorf("the zones are %s and %s", ana.Timezone, rui.Timezone)
	}
	if rui.IMAP.Username != "rui" || rui.SMTP.Username != "ana" || rui.SMTP.Port != 2525 || rui.IMAP.Port != 143 {
		t.Errorf("rui signs in by %+v and %+v", rui.IMAP, rui.SMTP)
	}
}

func TestSMTPSignsInAsIMAPDoes(t *testing.T) {
	t.Parallel()
	c, problems := load(t, newMachine(), read(t, "testdata/good/all-ways-to-sign-in.yaml"))
	if problems != "" {
		t.Fatal(problems)
	}
	want := []config.Credentials{
		{Username: "other", PasswordFile: "/etc/followupd/other.password"},
		{Username: "b@lima.example", PasswordEnv: "ANA_PASSWORD"},
		{Username: "c@lima.example", TokenCommand: []string{"/usr/local/bin/token", "c"}},
	}
	for i, m := range c.Mailboxes {
		if !reflect.DeepEqual(m.SMTP.Credentials, want[i]) {
			t.Errorf("%s signs in by %+v, want %+v", m.Name, m.SMTP.Credentials, want[i])
		}
	}
	if c.Mailboxes[0].SMTP.Port != 465 || c.Mailboxes[1].IMAP.Port != 143 {
		t.Error("the port doesn't go with tls")
	}
}

func TestEnvironmentAndFlagsOverride(t *testing.T) {
	t.Parallel()
	m := newMachine()
	m.file("/etc/followupd/config.yaml", "fresh_inbox: 10s\naway_default: 1d\nlog: {level: debug}\n"+string(read(t, "testdata/good/least.yaml")), 0o644)
	m.vars["FOLLOWUPD_FRESH_INBOX"] = "20s"
	m.vars["FOLLOWUPD_STATE_DIR"] = "relative/state"
	m.vars["FOLLOWUPD_LOG_LEVEL"] = "warn"
	m.vars["FOLLOWUPD_STATUS_MAIL_ENABLED"] = "false"
	m.vars["FOLLOWUPD_OWNER_TIMEZONE"] = "Asia/Tokyo"
	flags := map[string]string{"fresh_inbox": "30s", "log.format": "json"}
	c, problems := config.Load("/etc/followupd/config.yaml", m.env, flags, m)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	tests := []struct{ name, got, want string }{
		{"flag over environment", c.FreshInbox.String(), "30s"},
		{"environment over file", string(c.Log.Level), "warn"},
		{"file over default", c.AwayDefault.String(), "1d"},
		{"flag over default", string(c.Log.Format), "json"},
		{"path as it is", c.StateDir, "relative/state"},
		{"zone", c.Mailboxes[0].Timezone.String(), "Asia/Tokyo"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, tt.got, tt.want)
		}
	}
	if c.StatusMail.Enabled {
		t.Error("the environment didn't switch the status mail off")
	}
}

func TestFaultsOfTheEnvironmentAndFlags(t *testing.T) {
	t.Parallel()
	m := newMachine()
	m.file("/etc/followupd/config.yaml", string(read(t, "testdata/good/least.yaml")), 0o644)
	m.vars["FOLLOWUPD_LOG_LEVEL"] = "wran"
	m.vars["FOLLOWUPD_FRESH_INBOX"] = "2h"
	m.vars["FOLLOWUPD_STATUS_MAIL_ENABLED"] = "perhaps"
	m.vars["FOLLOWUPD_STATE_DIR"] = ""
	_, problems := config.Load("/etc/followupd/config.yaml", m.env, map[string]string{"log.colour": "x", "sequences": "/nowhere"}, m)
	want := `--log-colour: there is no such setting
--sequences: sequences: there is no folder "/nowhere" (make it, or correct the path; followupd init DIR makes one with examples)
FOLLOWUPD_FRESH_INBOX: fresh_inbox: 2h is out of range (from 1s to 15m; 60s is good)
FOLLOWUPD_LOG_LEVEL: log.level: "wran" is not known here (did you mean warn?)
FOLLOWUPD_STATE_DIR: state_dir: is empty
FOLLOWUPD_STATUS_MAIL_ENABLED: status_mail.enabled: "perhaps" is not true or false`
	if got := problems.Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestSettingsNameTheirVariables(t *testing.T) {
	t.Parallel()
	names := config.Settings()
	if names["status_mail.every"] != "FOLLOWUPD_STATUS_MAIL_EVERY" || names["state_dir"] != "FOLLOWUPD_STATE_DIR" {
		t.Errorf("the names are %v", names)
	}
	for key := range names {
		if strings.HasPrefix(key, "mailboxes") || strings.HasPrefix(key, "owner.fallback") {
			t.Errorf("%s isn't a scalar key", key)
		}
	}
}

func TestSystemdGuardsItsCredentials(t *testing.T) {
	t.Parallel()
	m := newMachine()
	src := strings.ReplaceAll(string(read(t, "testdata/good/least.yaml")), "password_file: ana", "password_file: /run/credentials/followupd.service/ana")
	if _, problems := load(t, m, []byte(src)); problems != "" {
		t.Errorf("a file of systemd's credentials: %s", problems)
	}
	delete(m.vars, "CREDENTIALS_DIRECTORY")
	if _, problems := load(t, m, []byte(src)); !strings.Contains(problems, "is open to other users (0440)") {
		t.Errorf("the same file without systemd: %q", problems)
	}
}

func TestMissingFile(t *testing.T) {
	t.Parallel()
	m := newMachine()
	c, problems := config.Load("/etc/followupd/config.yaml", m.env, nil, m)
	want := "/etc/followupd/config.yaml: there is no such file (name one with --config FILE, or make one with followupd init DIR)"
	if problems.Error() != want || c == nil {
		t.Errorf("got %s", problems)
	}
	m.file("/etc/followupd/config.yaml", "", 0)
	if _, problems = config.Load("/etc/followupd/config.yaml", m.env, nil, m); !strings.Contains(problems.Error(), "may not read") {
		t.Errorf("got %s", problems)
	}
}

// exampleMachine has what the example names.
func exampleMachine() *machine {
	m := newMachine()
	for _, name := range []string{"smtp", "relay"} {
		m.file("/etc/followupd/"+name+".password", "hunter2\n", 0o600)
	}
	m.file("/etc/followupd/webhook.secret", "hunter2\n", 0o600)
	return m
}

func TestExampleLoads(t *testing.T) {
	t.Parallel()
	c, problems := load(t, exampleMachine(), read(t, "../../config.example.yaml"))
	if problems != "" {
		t.Fatal(problems)
	}
	// All that it says but for names is what an empty file would mean.
	least, _ := load(t, newMachine(), read(t, "testdata/good/least.yaml"))
	a, b := c.Mailboxes[0], least.Mailboxes[0]
	if len(a.Folders.Exclude) != 0 {
		t.Error("the example leaves folders out")
	}
	a.Folders.Exclude = nil
	if !reflect.DeepEqual(a, b) {
		t.Errorf("the example's mailbox is\n%+v, the default\n%+v", a, b)
	}
	if c.StateDir != least.StateDir || c.Sequences != least.Sequences || c.FreshInbox != least.FreshInbox || c.AwayDefault != least.AwayDefault || c.StatusMail != least.StatusMail || c.Log != least.Log {
		t.Error("the example's settings aren't the defaults")
	}
}

// commentedKey is a line of the example that shows a key by a comment.
var commentedKey = regexp.MustCompile(`(?m)^( +)# ([a-z_]+: \S)`)

func TestExampleHasEveryKey(t *testing.T) {
	t.Parallel()
	src := commentedKey.ReplaceAll(read(t, "../../config.example.yaml"), []byte("$1$2"))
	doc, problems := strictyaml.Decode("config.example.yaml", src, &config.Config{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, path := range keys(reflect.TypeFor[config.Config](), "") {
		if !doc.Has(path) {
			t.Errorf("the example lacks %s", path)
		}
	}
}

// keys are the paths of all keys of a type, in the first item of each list.
func keys(t reflect.Type, prefix string) []string {
	switch t.Kind() {
	case reflect.Pointer:
		return keys(t.Elem(), prefix)
	case reflect.Slice:
		return keys(t.Elem(), prefix+"[0]")
	}
	var found []string
	for i := range t.NumField() {
		field := t.Field(i)
		name, options, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		if options == "inline" {
			found = append(found, keys(field.Type, prefix)...)
			continue
		}
		if name == "" {
			continue
		}
		path := strings.TrimPrefix(prefix+"."+name, ".")
		found = append(found, path)
		inner := field.Type
		for inner.Kind() == reflect.Pointer || inner.Kind() == reflect.Slice {
			inner = inner.Elem()
		}
		if inner.Kind() == reflect.Struct && !reflect.PointerTo(inner).Implements(reflect.TypeFor[interface{ UnmarshalText([]byte) error }]()) {
			found = append(found, keys(field.Type, path)...)
		}
	}
	return found
}

func TestInitFilesLoad(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		starter config.Starter
		mailbox string
		address config.Address
	}{
		{"empty", config.Starter{}, "ana", config.Address{Name: "Ana Lima", Email: "ana@lima.example"}},
		{"full", config.Starter{Name: "Rui Sá", Email: "rui.sa@firma.example", Host: "imap.firma.example", Timezone: "Europe/Lisbon"}, "rui-sa", config.Address{Name: "Rui Sá", Email: "rui.sa@firma.example"}},
		{"awkward", config.Starter{Name: `O'Neil, "Bo": #1 {x}`, Email: "+@firma.example"}, "main", config.Address{Name: `O'Neil, "Bo": #1 {x}`, Email: "+@firma.example"}},
		{"another word of YAML", config.Starter{Name: "True", Email: "null@firma.example"}, "null", config.Address{Name: "True", Email: "null@firma.example"}},
		{"a word of YAML", config.Starter{Name: "No", Email: "no@firma.example"}, "no", config.Address{Name: "No", Email: "no@firma.example"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			files, err := config.InitFiles(tt.starter)
			if err != nil {
				t.Fatal(err)
			}
			m := newMachine()
			m.file("/etc/followupd/"+tt.mailbox+".password", "hunter2", 0o600)
			c, problems := load(t, m, files["config.yaml"])
			if problems != "" {
				t.Fatalf("%s\n%s", problems, files["config.yaml"])
			}
			if c.StateDir != "/etc/followupd/state" || c.Mailboxes[0].Live {
				t.Errorf("state_dir is %s, live is %t", c.StateDir, c.Mailboxes[0].Live)
			}
			if c.Mailboxes[0].Name != tt.mailbox || c.Mailboxes[0].Address != tt.address || c.Owner.Name != tt.address.Name {
				t.Errorf("got mailbox %q of %+v", c.Mailboxes[0].Name, c.Mailboxes[0].Address)
			}
			if err := compiled(t).Validate(instance(t, files["config.yaml"])); err != nil {
				t.Error(err)
			}
			if want, _ := config.Schema(); strings.TrimSpace(string(files["schemas/config.json"])) != string(want) {
				t.Error("the schema isn't there")
			}
		})
	}
}

func TestLoadFromTheDisk(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	files, err := config.InitFiles(config.Starter{})
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "config.yaml")
	password := filepath.Join(dir, "ana.password")
	for file, text := range map[string]string{name: string(files["config.yaml"]), password: "hunter2\n"} {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, folder := range []string{"sequences", "templates"} {
		if err := os.Mkdir(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	none := func(string) (string, bool) { return "", false }
	_, problems := config.Load(name, none, nil, config.Disk{})
	if len(problems) != 1 || problems[0].Path != "mailboxes[0].imap.password_file" || problems[0].Hint != "close it to them: chmod 600 "+password {
		t.Fatalf("an open password: %v", problems)
	}
	if err := os.Chmod(password, 0o600); err != nil {
		t.Fatal(err)
	}
	c, problems := config.Load(name, none, nil, config.Disk{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if secret, err := c.Secrets(time.Now).Auth(c.Mailboxes[0].SMTP).Password(t.Context()); err != nil || secret.Reveal() != "hunter2" {
		t.Errorf("the password is %q, %v", secret.Reveal(), err)
	}
}

// Whatever stands in the file: no panic, and no word of a password.
func FuzzLoad(f *testing.F) {
	for _, pattern := range []string{"testdata/faults/*.yaml", "testdata/good/*.yaml"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, name := range names {
			src, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(src)
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		m := newMachine()
		m.file("/etc/followupd/config.yaml", string(src), 0o644)
		c, problems := config.Load("/etc/followupd/config.yaml", m.env, nil, m)
		if c == nil {
			t.Fatal("no configuration at all")
		}
		for _, p := range problems {
			if p.Text == "" || p.Level == "" || p.Line < 1 {
				t.Errorf("%+v", p)
			}
		}
		if !problems.HasErrors() {
			for _, mailbox := range c.Mailboxes {
				if mailbox.Name == "" || mailbox.Address.Email == "" || mailbox.IMAP.Host == "" || mailbox.SMTP.Port == 0 || mailbox.Timezone.IsZero() {
					t.Errorf("taken without what it needs: %+v", mailbox)
				}
			}
		}
	})
}
