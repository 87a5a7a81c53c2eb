package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"followupd/internal/config"
	"followupd/internal/prospects"
	"followupd/internal/strictyaml"
	"followupd/sequences"
	"followupd/templates"
)

// Where the systemd service has its files.
const (
	serviceDir   = "/etc/followupd"
	serviceState = "/var/lib/followupd"
)

// starterFiles are the files of a new configuration by their path in its
// folder, and the name of its one mailbox.
func starterFiles(s config.Starter, service bool) (files map[string][]byte, mailbox string, err error) {
	if files, err = config.InitFiles(s); err != nil {
		return nil, "", err
	}
	c, problems := draft(files["config.yaml"])
	if len(c.Mailboxes) != 1 {
		return nil, "", fmt.Errorf("starter configuration: %w", problems)
	}
	mailbox = c.Mailboxes[0].Name
	if service {
		files["config.yaml"] = forService(files["config.yaml"], mailbox)
	}
	if err := addStarters(files, "sequences", sequences.Starters()); err != nil {
		return nil, "", err
	}
	for name, text := range files {
		if strings.HasPrefix(name, "sequences/") {
			files[name] = mailboxLine.ReplaceAllLiteral(text, []byte(`mailbox: `+quotedName(mailbox)))
		}
	}
	if err := addStarters(files, "templates", templates.Starters()); err != nil {
		return nil, "", err
	}
	return files, mailbox, addSchemas(files)
}

// mailboxLine is where a starter sequence names the mailbox of the examples.
var mailboxLine = regexp.MustCompile(`(?m)^mailbox: \S+$`)

// needsQuotes is a mailbox's name that some YAML reader takes for something
// else than text.
var needsQuotes = regexp.MustCompile(`^([0-9].*|y|n|no|on|off|yes|true|false|null)$`)

func quotedName(name string) string {
	if needsQuotes.MatchString(name) {
		return `"` + name + `"`
	}
	return name
}

func addStarters(files map[string][]byte, folder string, from fs.FS) error {
	return fs.WalkDir(from, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[folder+"/"+path], err = fs.ReadFile(from, path)
		return err
	})
}

// addSchemas adds the schemas that the first lines of the files name.
func addSchemas(files map[string][]byte) error {
	for name, schema := range map[string]func() ([]byte, error){
		"schemas/sequence.schema.json": sequences.Schema,
		"schemas/template.schema.json": templates.FrontMatterSchema,
		"schemas/values.schema.json":   templates.ValuesSchema,
	} {
		text, err := schema()
		if err != nil {
			return err
		}
		files[name] = text
	}
	return nil
}

// forService makes a starter configuration one of the service, which may write
// nowhere but in its state directory and gets its passwords from systemd.
func forService(text []byte, mailbox string) []byte {
	text = bytes.Replace(text, []byte("state_dir: state\n"), []byte("state_dir: "+serviceState+"\n"), 1)
	return passwordLines.ReplaceAllLiteral(text, []byte(`      # The password stands in a file that only root can read,
      # `+credentialFile(mailbox)+`: systemd hands it to the service.
      credential: `+credentialPrefix+mailbox+`
`))
}

// passwordLines are the lines on the password in a starter configuration.
var passwordLines = regexp.MustCompile(`(?m)(?:^ +# [^\n]*\n)*^ +password_file: [^\n]+\n`)

// credentialPrefix begins the names of the credentials that the unit loads from
// the folder of passwords (systemd.exec(5), LoadCredential=).
const credentialPrefix = "password_"

func credentialFile(mailbox string) string { return serviceDir + "/credentials/" + mailbox }

// draft reads a configuration that isn't on the disk.
func draft(text []byte) (*config.Config, strictyaml.Problems) {
	return config.Load("config.yaml", func(string) (string, bool) { return "", false }, nil, drafted{text: text})
}

type drafted struct {
	config.Disk
	text []byte
}

// ReadFile gives the configuration, whatever file is asked for.
func (d drafted) ReadFile(string) ([]byte, error) { return d.text, nil }

// starterFault is what is wrong with what a person said of themselves, in
// their words.
func starterFault(s config.Starter) error {
	files, err := config.InitFiles(s)
	if err != nil {
		return err
	}
	_, problems := draft(files["config.yaml"])
	var faults []error
	for _, of := range []struct{ flag, path string }{
		{"name", "owner.name"}, {"email", "owner.email"}, {"host", "mailboxes[0].imap.host"}, {"timezone", "owner.timezone"},
	} {
		for _, p := range problems {
			if p.Path == of.path {
				faults = append(faults, fmt.Errorf("%s: %s%s", of.flag, p.Text, hinted(p.Hint)))
			}
		}
	}
	if len(faults) == 0 && s.Email != "" {
		// A server in the house may have such a name, a prospect's can't write to it.
		if _, why := prospects.Address(s.Email); why != "" {
			faults = append(faults, fmt.Errorf("email: %q %s (write the whole address, such as ana@lima.example)", s.Email, why))
		}
	}
	if strings.ContainsFunc(s.Name, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		faults = append(faults, errors.New("name: it holds a control character"))
	}
	if len(faults) == 0 {
		return nil
	}
	return &exitError{code: exitUsage, err: errors.Join(faults...)}
}

func hinted(hint string) string {
	if hint == "" {
		return ""
	}
	return " (" + hint + ")"
}
