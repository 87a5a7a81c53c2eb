package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"followupd/internal/config"
	"followupd/internal/ledger"
	"followupd/sequences"
)

func (a *app) exportCommand() *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use: "export ADDRESS", Short: "Write down everything known of a person",
		Long: `Writes everything that followupd knows of a person into a folder of its own, made where
you are or where -o says: person.json with their fields, notes, decisions and what was
read of them, and the mails as files that every mail program opens (.eml). Of mails that
came in, followupd keeps the newly written text alone; the mails themselves are in your
mailbox. So are mails of followupd to them that were found there and that this ledger
knew nothing of, as after a restore: person.json lists them under "strays".`,
		Example: "  followupd export dana@acme.example\n  followupd export dana@acme.example -o /tmp/dana-data", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.withLedger(c.Context(), func(_ *config.Config, l *ledger.Ledger) error {
				address := strings.ToLower(args[0])
				e, err := a.exported(c.Context(), l, address)
				if err != nil {
					return err
				}
				if a.json {
					return a.encode(e)
				}
				if dir == "" {
					dir = fileName(address)
				}
				return a.writeExport(e, address, dir)
			})
		},
	}
	c.Flags().StringVarP(&dir, "output", "o", "", "the folder to write to, which is made (default: one named after the address, in this folder)")
	return a.withJSON(c)
}

// exported is everything known of a person. The mails' bytes go into files.
type exported struct {
	Addresses    []string             `json:"addresses"`
	At           time.Time            `json:"exported_at"`
	Person       *sequences.Person    `json:"person,omitempty"`
	Journal      []ledger.Entry       `json:"journal"`
	Received     []receivedMail       `json:"received"`
	Sent         []shownMail          `json:"sent"`
	Told         []toldMail           `json:"told_to_the_owner"`
	Past         []ledger.Past        `json:"past"`
	Strays       []strayMail          `json:"strays"`
	Suppressions []ledger.Suppression `json:"suppressions"`

	files []exportFile
}

// receivedMail is one mail from them, or about them, as it was read.
type receivedMail struct {
	At        time.Time       `json:"received_at"`
	From      string          `json:"from"`
	Subject   string          `json:"subject"`
	MessageID string          `json:"message_id"`
	Mailbox   string          `json:"mailbox"`
	Folder    string          `json:"folder"`
	Kind      string          `json:"kind"`
	Intent    string          `json:"intent"`
	NewText   string          `json:"new_text"`
	Reading   json.RawMessage `json:"reading,omitempty"`
}

// toldMail is one mail about them to the owner.
type toldMail struct {
	At      time.Time `json:"at"`
	Subject string    `json:"subject"`
	Notice  string    `json:"notice"`
}

// strayMail is one mail of followupd to them that the ledger knew nothing of when it
// was found in the mailbox.
type strayMail struct {
	Address    string    `json:"address"`
	At         time.Time `json:"sent_at"`
	Subject    string    `json:"subject"`
	MessageID  string    `json:"message_id"`
	Mailbox    string    `json:"mailbox"`
	Folder     string    `json:"folder"`
	TextSHA256 string    `json:"text_sha256,omitempty"`
}

// exportFile is one mail file.
type exportFile struct {
	name  string
	bytes []byte
}

func (a *app) exported(ctx context.Context, l *ledger.Ledger, address string) (exported, error) {
	e := exported{Addresses: []string{address}, At: a.now().UTC(), Journal: []ledger.Entry{}, Received: []receivedMail{}, Sent: []shownMail{}, Told: []toldMail{},
		Past: []ledger.Past{}, Strays: []strayMail{}, Suppressions: []ledger.Suppression{}}
	err := l.Read(ctx, func(t *ledger.Tx) error {
		switch id, err := t.PersonByAddress(address); {
		case err == nil:
			if err := e.person(t, id); err != nil {
				return err
			}
		case !errors.Is(err, ledger.ErrNotFound):
			return err
		}
		return e.byAddress(t)
	})
	if err == nil && e.Person == nil && len(e.Past) == 0 && len(e.Strays) == 0 && len(e.Suppressions) == 0 {
		err = fmt.Errorf("nothing is known of %s", address)
	}
	return e, err
}

// person gathers what hangs on the person.
func (e *exported) person(t *ledger.Tx, id int64) error {
	p, err := t.Person(id)
	if err != nil {
		return err
	}
	e.Person, e.Addresses = &p, p.Addresses
	if err := t.PersonJournal(id, func(entry ledger.Entry) error {
		e.Journal = append(e.Journal, entry)
		return nil
	}); err != nil {
		return err
	}
	for _, enrolment := range p.Enrolments {
		outs, err := t.EnrolmentOuts(enrolment.ID)
		if err != nil {
			return err
		}
		for _, o := range outs {
			e.Sent = append(e.Sent, shownMailOf(o))
			e.file("sent", shownMailOf(o).At, o.Step, o.Bytes)
		}
	}
	received, err := t.PersonMails(id)
	if err != nil {
		return err
	}
	for _, m := range received {
		e.Received = append(e.Received, receivedMailOf(m))
	}
	told, err := t.OwnerMailsAbout(id)
	for _, m := range told {
		e.Told = append(e.Told, toldMail{At: m.CreatedAt, Subject: m.Subject, Notice: m.Notice})
		e.file("told", m.CreatedAt, m.Notice, m.Bytes)
	}
	return err
}

// byAddress gathers what hangs on the addresses alone.
func (e *exported) byAddress(t *ledger.Tx) error {
	for _, address := range e.Addresses {
		past, err := t.PastOf(address)
		if err != nil {
			return err
		}
		e.Past = append(e.Past, past...)
		strays, err := t.StraysTo(address)
		if err != nil {
			return err
		}
		for _, m := range strays {
			e.Strays = append(e.Strays, strayMail{Address: m.Address, At: m.At, Subject: m.Subject, MessageID: m.MessageID, Mailbox: m.Mailbox, Folder: m.Folder,
				TextSHA256: m.BodySHA256})
		}
		switch s, err := t.Suppressed(address); {
		case err == nil:
			e.Suppressions = append(e.Suppressions, s)
		case !errors.Is(err, ledger.ErrNotFound):
			return err
		}
	}
	return nil
}

func receivedMailOf(m ledger.Mail) receivedMail {
	r := receivedMail{At: m.ReceivedAt, From: m.Sender, Subject: m.Subject, MessageID: m.MessageID, Mailbox: m.Mailbox, Folder: m.Folder, Kind: m.Kind,
		Intent: m.Intent, NewText: m.NewText}
	if json.Valid([]byte(m.Reading)) {
		r.Reading = json.RawMessage(m.Reading)
	}
	return r
}

func (e *exported) file(kind string, at time.Time, what string, bytes []byte) {
	if len(bytes) > 0 {
		e.files = append(e.files, exportFile{name: fmt.Sprintf("%03d-%s-%s-%s.eml", len(e.files)+1, at.UTC().Format("2006-01-02"), kind, fileName(what)), bytes: bytes})
	}
}

// fileName is a text as part of a file's name.
func fileName(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_', r == '@', r == '.' && s != "." && s != "..":
			return r
		}
		return '_'
	}, s)
}

// writeExport writes into a new folder, for its owner's eyes alone.
func (a *app) writeExport(e exported, address, dir string) error {
	if err := os.Mkdir(dir, 0o700); err != nil {
		if errors.Is(err, os.ErrExist) {
			return fmt.Errorf("%s is there already: name another folder with -o", dir)
		}
		return err
	}
	text, err := json.MarshalIndent(e, "", "  ")
	if err != nil {
		return err
	}
	files := append([]exportFile{{name: "person.json", bytes: append(text, '\n')}}, e.files...)
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.name), f.bytes, 0o600); err != nil {
			return err
		}
	}
	where, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, "Everything known of %s is in %s: person.json and the files of %d mails.\n", address, where, len(e.files))
	return nil
}
