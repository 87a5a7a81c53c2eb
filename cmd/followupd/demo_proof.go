package main

import (
	"context"
	"fmt"
	"mime"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/maillab"
	"followupd/sequences"
)

func decodeHeader(s string) string {
	if out, err := new(mime.WordDecoder).DecodeHeader(s); err == nil {
		return out
	}
	return s
}

// curtain tells how it ended, proves what was promised from the servers' own
// logs, and says where the mails lie.
func (s *stage) curtain(ctx context.Context) error {
	if err := s.summary(ctx); err != nil {
		return err
	}
	ok := s.proveOnce()
	ok = s.proveRead() && ok
	ok = s.proveSilence() && ok
	folder, n, err := s.saveMails()
	if err != nil {
		return err
	}
	s.tell.print("\nAll %d mails, yours too, lie in %s\n", n, folder)
	s.tell.print("Next: followupd init DIR writes a configuration to begin with.\n")
	if !ok {
		return fmt.Errorf("the demo broke a promise; see above")
	}
	return s.tell.err
}

func (s *stage) summary(ctx context.Context) error {
	s.tell.print("\n%s\n", s.tell.paint("1", "How it ended"))
	return s.ledger.Read(ctx, func(t *ledger.Tx) error {
		return t.EachPerson(func(p sequences.Person) error {
			e := p.Enrolments[len(p.Enrolments)-1]
			sent := 0
			for _, d := range e.Done {
				if d.How == sequences.HowSent {
					sent++
				}
			}
			s.tell.print("  %s %s  %s %s\n", pad(ledger.Name(p), 13), pad(count(sent, "mail"), 7), pad(string(e.State), 10), s.tell.paint(paintFaint, e.Why.Text))
			return nil
		})
	})
}

// proveOnce counts in the SMTP server's log.
func (s *stage) proveOnce() bool {
	mails, seen := 0, map[string]int{}
	for _, e := range s.lab.Log() {
		if e.Kind == maillab.Accepted && !slices.Contains(e.To, demoOwner) {
			mails++
			seen[e.MessageID]++
		}
	}
	s.tell.print("\n%s\n", s.tell.paint("1", "What was promised, looked up in the mail servers' own logs"))
	return s.verdict(mails == len(seen) && mails > 0, fmt.Sprintf("P1  %d mails went to prospects, %d different ones: none went out twice.", mails, len(seen)))
}

// proveRead looks for the last reading of INBOX, Junk and Sent before each
// mail's DATA.
func (s *stage) proveRead() bool {
	last := map[string]maillab.Entry{}
	var oldest time.Duration
	mails, unread := 0, 0
	for _, e := range s.lab.Log() {
		switch {
		case e.Protocol == "imap" && (e.Kind == maillab.StatusOf || e.Kind == maillab.Fetched):
			last[e.Folder] = e
		case e.Kind == maillab.DataBegun && !slices.Contains(e.To, demoOwner):
			mails++
			for _, folder := range []string{maillab.Inbox, "Junk", "Sent"} {
				read, ok := last[folder]
				if !ok || !read.At.Equal(e.At) {
					unread++
					continue
				}
				oldest = max(oldest, e.Wall.Sub(read.Wall))
			}
		}
	}
	return s.verdict(unread == 0 && mails > 0, fmt.Sprintf("P2  INBOX, Junk and Sent were read right before each of the %d mails, at most %d ms before.", mails, oldest.Milliseconds()))
}

// proveSilence looks for mails to people whose answer lay in the mailbox.
func (s *stage) proveSilence() bool {
	people := map[string]character{}
	byName := map[string]string{}
	for _, c := range demoPeople() {
		people[c.address] = c
		byName[strings.ToLower(c.last)] = c.address
	}
	answered := map[string]bool{}
	wrong, byWish := 0, 0
	for _, m := range s.inOrder() {
		if m.to == "" {
			for name, address := range byName {
				if strings.Contains(m.about, name) {
					answered[address] = true
				}
			}
			continue
		}
		if c := people[m.to]; answered[m.to] {
			if c.machine || c.asks {
				byWish++
			} else {
				wrong++
			}
		}
	}
	return s.verdict(wrong == 0, fmt.Sprintf("    %d mails went to people who had answered before, save %d to those who were away or had named a date.", wrong, byWish))
}

// passing is one mail in the order in which the server had it: to a prospect,
// or about one.
type passing struct{ to, about string }

func (s *stage) inOrder() []passing {
	text := map[string]string{}
	for _, folder := range []string{maillab.Inbox, "Sent"} {
		mails, err := s.lab.Mails("ana", folder)
		if err != nil {
			continue
		}
		for _, m := range mails {
			head, _, _ := strings.Cut(string(m.Raw), "\r\n\r\n")
			text[headerOf(head, "Message-ID")] = strings.ToLower(headerOf(head, "From") + " " + headerOf(head, "To") + " " + string(m.Raw))
		}
	}
	ours := map[string]bool{}
	var out []passing
	for _, e := range s.lab.Log() {
		switch {
		case e.Kind == maillab.DataBegun && len(e.To) == 1 && e.To[0] != demoOwner:
			out = append(out, passing{to: e.To[0]})
		case e.Kind == maillab.Accepted:
			ours[e.MessageID] = true
		case e.Kind == maillab.Delivered && !ours[e.MessageID]:
			out = append(out, passing{about: text[e.MessageID]})
		}
	}
	return out
}

func headerOf(head, name string) string {
	for line := range strings.SplitSeq(head, "\r\n") {
		if k, v, ok := strings.Cut(line, ":"); ok && strings.EqualFold(k, name) {
			return strings.TrimSpace(v)
		}
	}
	return ""
}

func (s *stage) verdict(ok bool, text string) bool {
	mark := s.tell.paint("32", "kept  ")
	if !ok {
		mark = s.tell.paint("31", "BROKEN")
	}
	s.tell.print("  %s %s\n", mark, text)
	return ok
}

// saveMails writes every mail that went out into a folder, to be looked at.
func (s *stage) saveMails() (folder string, n int, err error) {
	folder = filepath.Join(s.dir, "mails")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", 0, err
	}
	for i, m := range s.lab.Accepted() {
		to, _, _ := strings.Cut(m.Recipient, "@")
		if m.Recipient == demoOwner {
			to = "you"
		}
		name := fmt.Sprintf("%02d-%s-to-%s.eml", i+1, m.At.Format("2006-01-02"), to)
		if err := os.WriteFile(filepath.Join(folder, name), m.Raw, 0o600); err != nil {
			return "", 0, err
		}
		n++
	}
	return folder, n, nil
}
