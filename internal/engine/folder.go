package engine

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/internal/report"
	"followupd/mailbox"
	"followupd/sequences"
)

// followUps is the folder by whose subfolders an owner steers from any mail
// program: one for each sequence, and STOP.
const followUps = "Follow-up/"

// foldersEvery is how often it is looked after mails that were moved out of
// the folder of a sequence.
const foldersEvery = time.Minute

// folderPath is a folder's name below Follow-up; "" for any other. Servers part
// levels by a slash or a dot.
func folderPath(name string) string {
	name = strings.TrimPrefix(strings.ReplaceAll(name, ".", "/"), "INBOX/")
	if len(name) <= len(followUps) || !strings.EqualFold(name[:len(followUps)], followUps) {
		return ""
	}
	return name[len(followUps):]
}

// StopPattern is an IMAP pattern that every server's name of Follow-up/STOP fits.
const StopPattern = "*STOP"

// stopFolder says whether a folder is the one by which an owner stops all
// sending from a phone.
func stopFolder(name string) bool { return strings.EqualFold(folderPath(name), "STOP") }

// Folders are the folders by which an owner enrols people from a mail program.
func (r Rules) Folders(box string) []string {
	var out []string
	for name, s := range r.Plan.Sequences {
		if s.Mailbox == box && len(s.Steps) > 1 {
			out = append(out, followUps+name)
		}
	}
	slices.Sort(out)
	return out
}

// enrolFrom takes in a mail that the owner put into the folder of a sequence:
// its recipients are enrolled, and the sequence goes on in its thread. mine is
// false for a mail that isn't the owner's: an answer that was filed there is an
// answer like any other.
func (b *box) enrolFrom(t *ledger.Tx, in *incoming, sequence string, done *committed) (mine bool, err error) {
	key := fmt.Sprintf("folder:%s:%s:%d:%d", b.Name, in.Folder, in.UIDValidity, in.UID)
	told, err := t.ToldOf(key)
	if err == nil && !told {
		told, err = t.ToldOf(DoneKey + key)
	}
	if err != nil {
		return false, err
	}
	mine, err = b.wroteIt(t, in)
	if err != nil || told {
		return mine, err
	}
	var lines []string
	note := key
	switch {
	case !mine:
		lines = append(lines, "It can't be seen to be a mail of yours, so nobody was enrolled. Copy a mail there that lies in your Sent folder.")
	case b.engine.Rules().Plan.Sequences[sequence].Name == "":
		lines = append(lines, fmt.Sprintf("There is no sequence %q, so nobody was enrolled. Those that there are: %s.", sequence, strings.Join(b.engine.Rules().Folders(b.Name), ", ")))
	default:
		var all bool
		if lines, all, err = b.enrolRecipients(t, in, sequence, key, done); err != nil {
			return mine, err
		}
		if all {
			note = DoneKey + key
		}
	}
	m, err := b.engine.herald.Trouble(t, b.Name, note, fmt.Sprintf("You put “%s” into %s. %s", clip(in.reading.Header.Subject, 120), in.Folder, listed(lines)), b.engine.now())
	if err != nil {
		return mine, err
	}
	return mine, t.Tell(m)
}

// listed are lines as a mail to the owner has them: one goes on in the paragraph
// before, several are a list.
func listed(lines []string) string {
	if len(lines) == 1 {
		return lines[0]
	}
	return "\n- " + strings.Join(lines, "\n- ")
}

// wroteIt says whether a mail in the folder of a sequence is the owner's own. Its
// From alone proves nothing, for a rule may file there what strangers send: it
// never travelled, or Sent had a mail to each of its recipients at that time.
func (b *box) wroteIt(t *ledger.Tx, in *incoming) (bool, error) {
	h := in.reading.Header
	if !b.engine.ownAddress(in.from) {
		return false, nil
	}
	if h.Trace.IsZero() {
		return true, nil
	}
	for _, a := range slices.Concat(h.To, h.Cc) {
		address := lower(a.Address)
		if b.engine.ownAddress(address) {
			continue
		}
		past, err := t.PastOf(address)
		if err != nil {
			return false, err
		}
		if !slices.ContainsFunc(past, func(p ledger.Past) bool {
			return p.Kind == ledger.PastWritten && !h.Date.Before(p.First.Add(-aroundThen)) && !h.Date.After(p.Last.Add(aroundThen))
		}) {
			return false, nil
		}
	}
	return true, nil
}

// aroundThen is how far two clocks may be apart.
const aroundThen = 10 * time.Minute

// DoneKey begins the key of a mail to the owner that tells of what went as they
// wanted it: no trouble, though it is told in the same way.
const DoneKey = "done:"

// enrolRecipients enrols whom a mail of the owner's went to; all says that none
// of them was left out.
func (b *box) enrolRecipients(t *ledger.Tx, in *incoming, sequence, key string, done *committed) (lines []string, all bool, err error) {
	h := in.reading.Header
	sent, last := in.at, in.at
	if !h.Date.IsZero() && h.Date.Before(sent) {
		sent = h.Date
	}
	if h.Date.After(last) {
		last = h.Date // one of the two clocks is wrong
	}
	ref, err := b.keep(t, in, nil) // 0 where its copy in Sent was read before
	if err != nil {
		return nil, false, err
	}
	enrolled, left := false, false
	thread := &sequences.Thread{ID: h.MessageID, Subject: h.Subject, At: sent.UTC()}
	for i, a := range slices.Concat(h.To, h.Cc) {
		address := lower(a.Address)
		if b.engine.ownAddress(address) || address == "" {
			continue
		}
		who := address
		if a.Name != "" {
			who = a.Name + " <" + address + ">"
		}
		why, err := b.answeredSince(t, address, sent, last)
		if err != nil {
			return nil, false, err
		}
		if err := t.Remember(b.Name, address, ledger.PastWritten, in.at, clip(h.Subject, 120)); err != nil {
			return nil, false, err
		}
		if why != "" {
			left = true
			lines = append(lines, fmt.Sprintf("%s was not enrolled: %s.", who, why))
			if err := b.wroteByHand(t, in, ref, address, done); err != nil {
				return nil, false, err
			}
			continue
		}
		fields, err := gapsOf(t, address, namesOf(a.Name, address))
		if err != nil {
			return nil, false, err
		}
		n := Newcomer{Address: address, Sequence: sequence, Fields: fields, History: "ignore", Thread: thread,
			Reason: fmt.Sprintf("you wrote to them on %s: %s", sent.In(b.Zone).Format("2 Jan 2006"), clip(h.Subject, 120)), Source: "your mail in " + in.Folder}
		res, err := b.engine.enrolOne(t, ledger.Request{At: b.engine.now(), By: "you, by the folder " + in.Folder}, fmt.Sprintf("%s:%d", key, i), n, done)
		if err != nil {
			return nil, false, err
		}
		if res.What != WasEnrolled {
			left = true
			lines = append(lines, fmt.Sprintf("%s was not enrolled: %s.", who, res.Text))
			if err := b.wroteByHand(t, in, ref, address, done); err != nil {
				return nil, false, err
			}
			continue
		}
		person, err := personAt(t, address)
		if err != nil {
			return nil, false, err
		}
		if err := t.KeepFolderMail(ledger.FolderMail{Mailbox: b.Name, Folder: in.Folder, UIDValidity: in.UIDValidity, UID: in.UID, Person: person, Sequence: sequence}); err != nil {
			return nil, false, err
		}
		line := fmt.Sprintf("%s is in %s now: its first step counts as done by this mail, and the next one goes on in its thread.", who, sequence)
		gap, err := b.waitsFor(t, person, address)
		if err != nil {
			return nil, false, err
		}
		line += gap
		if held, err := b.holdFromBefore(t, in, person, done); err != nil {
			return nil, false, err
		} else if held != "" {
			line += " But " + held + "."
		}
		if res.Nothing != "" {
			line = fmt.Sprintf("%s is in %s now, but nothing will go out to them: %s.", who, sequence, res.Nothing)
		}
		lines = append(lines, line)
		enrolled = true
	}
	if enrolled {
		lines = append(lines, "Move the mail out again to stop it.")
	}
	if len(lines) == 0 {
		lines = append(lines, "It has no recipient who could be enrolled.")
	}
	return lines, enrolled && !left, nil
}

// gapsOf are those of some fields that nothing is known of yet, of whoever has an
// address: a mail program's name for somebody is no better than what was told of them.
func gapsOf(t *ledger.Tx, address string, fields map[string]string) (map[string]string, error) {
	person, err := personAt(t, address)
	if err != nil || person == 0 {
		return fields, err
	}
	p, err := t.Person(person)
	maps.DeleteFunc(fields, func(name, _ string) bool { return strings.TrimSpace(p.Fields[name]) != "" })
	return fields, err
}

// waitsFor says for what the next mail to somebody will wait that nobody has told
// of them yet, and how it is told. "" where it lacks nothing.
func (b *box) waitsFor(t *ledger.Tx, person int64, address string) (string, error) {
	p, err := t.Person(person)
	if err != nil {
		return "", err
	}
	live := p.Live()
	if live == nil || !live.State.Moving() {
		return "", nil
	}
	g := report.GapsOf(b.engine.Gaps(b.engine.now())(&p, live))
	if len(g.Fields)+len(g.Notes) == 0 {
		return "", nil
	}
	verb := "is"
	if len(g.Fields)+len(g.Notes) > 1 {
		verb = "are"
	}
	var fill []string
	if len(g.Fields) > 0 {
		fill = append(fill, "followupd set "+report.Arg(address)+" "+strings.Join(g.Fields, "=TEXT ")+"=TEXT")
	}
	for _, name := range g.Notes {
		fill = append(fill, "followupd note "+report.Arg(address)+" "+name+"=TEXT")
	}
	return fmt.Sprintf(" But the next mail to them will wait, for %s %s empty. To fill it in: %s", g.Words(), verb, strings.Join(fill, "; ")), nil
}

// wroteByHand takes in that the owner wrote to somebody who isn't enrolled by it:
// a mail by hand like any other, unless its copy in Sent was taken in already.
func (b *box) wroteByHand(t *ledger.Tx, in *incoming, ref int64, address string, done *committed) error {
	person, err := personAt(t, address)
	if err != nil || person == 0 || ref == 0 {
		return err
	}
	return b.wrote(t, in.byHand(ref), person, sequences.RouteAddress, done)
}

// answeredSince is why somebody must not be written to as if they had been
// silent since a mail: their answer to it is known. "" where there is nothing.
func (b *box) answeredSince(t *ledger.Tx, address string, sent, last time.Time) (string, error) {
	past, err := t.PastOf(address)
	if err != nil {
		return "", err
	}
	for _, p := range past {
		switch {
		case p.Kind == ledger.PastOptedOut:
			return "they asked to be left alone on " + p.Last.In(b.Zone).Format("2 Jan 2006"), nil
		case p.Kind == ledger.PastReceived && p.Last.After(sent):
			return "they wrote to you on " + p.Last.In(b.Zone).Format("2 Jan 2006") + ", after that mail", nil
		case p.Kind == ledger.PastBounced && p.Last.After(sent):
			return "mail to them came back", nil
		case p.Kind == ledger.PastWritten && p.Last.After(last.Add(time.Minute)):
			return "you wrote to them again on " + p.Last.In(b.Zone).Format("2 Jan 2006") + "; use that mail", nil
		}
	}
	return "", nil
}

// tendFolders stops those whose mail was moved out of the folder of a sequence.
func (b *box) tendFolders(ctx context.Context) error {
	now := b.engine.now().UTC()
	if b.unread() || !now.Before(b.foldersSeen) && now.Sub(b.foldersSeen) < foldersEvery {
		return nil
	}
	b.foldersSeen = now
	var kept []ledger.FolderMail
	err := b.engine.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		kept, err = t.FolderMails(b.Name)
		return err
	})
	if err != nil {
		return err
	}
	var failed []error // one folder that can't be read must not hold up the others
	for len(kept) > 0 {
		folder := kept[0].Folder
		n := slices.IndexFunc(kept, func(m ledger.FolderMail) bool { return m.Folder != folder })
		if n < 0 {
			n = len(kept)
		}
		failed = append(failed, b.tendFolder(ctx, folder, kept[:n]))
		kept = kept[n:]
	}
	return errors.Join(failed...)
}

func (b *box) tendFolder(ctx context.Context, folder string, kept []ledger.FolderMail) error {
	validity, lying, err := b.watcher.Lying(ctx, folder)
	if err != nil && !errors.Is(err, mailbox.ErrNoFolder) {
		return err
	}
	gone := err != nil
	for _, m := range kept {
		if !gone && m.UIDValidity != validity {
			b.engine.log.Warn("the folder was made anew: who was enrolled by it goes on", "mailbox", b.Name, "folder", folder)
			if err := b.engine.ledger.Write(ctx, func(t *ledger.Tx) error { return t.DropFolderMail(m) }); err != nil {
				return err
			}
			continue
		}
		if !gone && slices.Contains(lying, m.UID) {
			continue
		}
		err := b.engine.transact(ctx, func(t *ledger.Tx, done *committed) error { return b.movedOut(t, m, done) })
		if err != nil {
			return err
		}
	}
	return nil
}

// movedOut stops the sequence that a mail had begun, if it is still under way.
func (b *box) movedOut(t *ledger.Tx, m ledger.FolderMail, done *committed) error {
	if err := t.DropFolderMail(m); err != nil {
		return err
	}
	p, err := t.Person(m.Person)
	if errors.Is(err, ledger.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	if live := p.Live(); live == nil || live.Sequence != m.Sequence {
		return nil
	}
	_, err = b.engine.decide(t, sequences.Event{ID: fmt.Sprintf("moved:%s:%s:%d:%d:%d", m.Mailbox, m.Folder, m.UIDValidity, m.UID, m.Person), Kind: sequences.EvOrder,
		At: b.engine.now().UTC(), Person: m.Person, By: "you, by moving the mail out of " + m.Folder, Order: &sequences.Order{Verb: sequences.VerbStop}}, done)
	return err
}

// sequenceFolder is the sequence whose folder a mail lies in; "" for any other.
func (in *incoming) sequenceFolder() string {
	if in.reading.Kind == replies.KindBounce || stopFolder(in.Folder) {
		return ""
	}
	return folderPath(in.Folder)
}
