package e2e_test

import (
	"bytes"
	"fmt"
	"mime"
	"net/mail"
	"slices"
	"strings"
	"time"

	"github.com/emersion/go-imap/v2"

	"followupd/internal/maillab"
)

// ownerClient is a mail client of the owner's: it does over IMAP what a mail
// program does, and knows followupd only by the mails that it gets.
type ownerClient struct {
	world   *world
	program *program
	n       int
	last    []byte
}

// patience is how long something may take that followupd does at once, or after
// a look at the mailbox.
const patience = 30 * time.Second

// eventually waits until something is so; what says what it is.
func (o *ownerClient) eventually(what string, is func() bool) {
	o.world.t.Helper()
	limit, tick := time.After(patience), time.NewTicker(100*time.Millisecond)
	defer tick.Stop()
	for !is() {
		select {
		case <-limit:
			o.world.t.Fatalf("%s: not so within %s", what, patience)
		case <-tick.C:
		}
	}
}

// stored is a mail in a folder.
type stored struct {
	uid imap.UID
	raw []byte
}

func (o *ownerClient) sel(folder string) {
	o.world.t.Helper()
	if _, err := o.world.imap.Select(folder, nil).Wait(); err != nil {
		o.world.t.Fatalf("select %s: %v", folder, err)
	}
}

// mails are those in a folder.
func (o *ownerClient) mails(folder string) []stored {
	o.world.t.Helper()
	o.world.mu.Lock()
	defer o.world.mu.Unlock()
	o.sel(folder)
	fetched, err := o.world.imap.Fetch(imap.UIDSet{{Start: 1}}, &imap.FetchOptions{UID: true, BodySection: []*imap.FetchItemBodySection{{Peek: true}}}).Collect()
	if err != nil {
		o.world.t.Fatalf("fetch %s: %v", folder, err)
	}
	var out []stored
	for _, m := range fetched {
		out = append(out, stored{m.UID, m.FindBodySection(&imap.FetchItemBodySection{Peek: true})})
	}
	return out
}

// find is the mail in a folder that holds a text; ok is false where there is none.
func (o *ownerClient) find(folder, text string) (stored, bool) {
	o.world.t.Helper()
	all := o.mails(folder)
	i := slices.IndexFunc(all, func(m stored) bool { return bytes.Contains(m.raw, []byte(text)) })
	if i < 0 {
		return stored{}, false
	}
	return all[i], true
}

// awaitIn waits for a mail in a folder that holds a text.
func (o *ownerClient) awaitIn(folder, text string) (found stored) {
	o.world.t.Helper()
	o.eventually(fmt.Sprintf("a mail with %q is in %s", text, folder), func() (ok bool) {
		found, ok = o.find(folder, text)
		return ok
	})
	return found
}

func (o *ownerClient) remove(folder string, m stored) {
	o.world.t.Helper()
	o.world.mu.Lock()
	defer o.world.mu.Unlock()
	o.sel(folder)
	if err := o.world.imap.Store(imap.UIDSetNum(m.uid), &imap.StoreFlags{Op: imap.StoreFlagsAdd, Flags: []imap.Flag{imap.FlagDeleted}, Silent: true}, nil).Close(); err != nil {
		o.world.t.Fatal(err)
	}
	if err := o.world.imap.UIDExpunge(imap.UIDSetNum(m.uid)).Close(); err != nil {
		o.world.t.Fatal(err)
	}
}

func (o *ownerClient) copy(from string, m stored, to string) {
	o.world.t.Helper()
	o.world.mu.Lock()
	defer o.world.mu.Unlock()
	o.sel(from)
	if _, err := o.world.imap.Copy(imap.UIDSetNum(m.uid), to).Wait(); err != nil {
		o.world.t.Fatal(err)
	}
}

func (o *ownerClient) move(from string, m stored, to string) {
	o.world.t.Helper()
	o.world.mu.Lock()
	defer o.world.mu.Unlock()
	o.sel(from)
	if _, err := o.world.imap.Move(imap.UIDSetNum(m.uid), to).Wait(); err != nil {
		o.world.t.Fatal(err)
	}
}

// written is a mail that the owner writes to people from their mail program.
func (o *ownerClient) written(to, subject, text string) []byte {
	o.n++
	return maillab.Fresh("Ana Lima <"+mailboxAddress+">", to, subject, text)(time.Now())
}

// to are the mails that an address got.
func (o *ownerClient) to(address string) (out []maillab.Received) {
	for _, m := range o.world.smtp.Accepted() {
		if m.Recipient == address {
			out = append(out, m)
		}
	}
	return out
}

// told are the mails to the owner with that in their subject.
func (o *ownerClient) told(subject string) (out []maillab.Received) {
	for _, m := range o.to(ownerAddress) {
		if got, err := new(mime.WordDecoder).DecodeHeader(headerOf(m.Raw, "Subject")); err == nil && strings.Contains(got, subject) {
			out = append(out, m)
		}
	}
	return out
}

// awaitTold waits for the mail to the owner with that in its subject.
func (o *ownerClient) awaitTold(subject string) maillab.Received {
	o.world.t.Helper()
	o.eventually(fmt.Sprintf("the owner is told %q", subject), func() bool { return len(o.told(subject)) > 0 })
	return o.told(subject)[0]
}

// must runs a command that has to succeed.
func (o *ownerClient) must(args ...string) string {
	o.world.t.Helper()
	out, err := o.program.run(args...)
	if err != nil {
		o.world.t.Fatal(err)
	}
	return out
}

// await waits for a mail that the server accepted.
func (o *ownerClient) await(what string, match func(maillab.Received) bool) maillab.Received {
	t := o.world.t
	t.Helper()
	limit, tick := time.After(90*time.Second), time.NewTicker(100*time.Millisecond)
	defer tick.Stop()
	for {
		if all := o.world.smtp.Accepted(); slices.ContainsFunc(all, match) {
			return all[slices.IndexFunc(all, match)]
		}
		select {
		case <-limit:
			t.Fatalf("%s doesn't come", what)
		case <-tick.C:
		}
	}
}

func (o *ownerClient) put(folder string, raw []byte) {
	o.world.t.Helper()
	if _, err := o.world.put(folder, raw, time.Time{}); err != nil {
		o.world.t.Fatal(err)
	}
}

// letter is an answer to a mail of followupd's.
func (o *ownerClient) letter(to maillab.Received, text string) []byte {
	o.n++
	m, err := mail.ReadMessage(bytes.NewReader(to.Raw))
	if err != nil {
		o.world.t.Fatal(err)
	}
	id := m.Header.Get("Message-ID")
	raw := fmt.Sprintf("From: Ana Lima <%s>\nTo: %s\nSubject: Re: a hand-over\nDate: %s\nMessage-ID: <word-%d@client.test>\nIn-Reply-To: %s\nReferences: %s %s\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n%s\n",
		mailboxAddress, m.Header.Get("Reply-To"), time.Now().Format(time.RFC1123Z), o.n, id, m.Header.Get("References"), id, text)
	return []byte(strings.ReplaceAll(strings.ReplaceAll(raw, "\r\n", "\n"), "\n", "\r\n"))
}

// receipt is what came back for the n-th answer.
func (o *ownerClient) receipt(n int) string {
	o.world.t.Helper()
	id := fmt.Sprintf("<word-%d@client.test>", n)
	m := o.await("the answer to "+id, func(m maillab.Received) bool {
		parsed, err := mail.ReadMessage(bytes.NewReader(m.Raw))
		return err == nil && m.Recipient == ownerAddress && parsed.Header.Get("In-Reply-To") == id
	})
	return strings.Join(strings.Fields(bodyOf(m.Raw)), " ")
}

// sendOn forwards a mail to somebody.
func (o *ownerClient) sendOn(m maillab.Received, to string) {
	o.world.t.Helper()
	raw := string(o.letter(m, "For your information.\nstop 1"))
	from, rest, _ := strings.Cut(raw, "\r\nTo: ")
	_, rest, _ = strings.Cut(rest, "\r\n")
	o.put("Sent", []byte(from+"\r\nTo: "+to+"\r\n"+rest))
}

func (o *ownerClient) states() map[string]string {
	o.world.t.Helper()
	all, err := listing[listed](o.program, "list")
	if err != nil {
		o.world.t.Fatal(err)
	}
	out := map[string]string{}
	for _, l := range all {
		out[l.Address] = l.State
	}
	return out
}

func (o *ownerClient) create(folder string) {
	o.world.t.Helper()
	o.world.mu.Lock()
	defer o.world.mu.Unlock()
	if err := o.world.imap.Create(folder, nil).Wait(); err != nil {
		o.world.t.Fatal(err)
	}
}

func (o *ownerClient) delete(folder string) {
	o.world.t.Helper()
	o.world.mu.Lock()
	defer o.world.mu.Unlock()
	if err := o.world.imap.Delete(folder).Wait(); err != nil {
		o.world.t.Fatal(err)
	}
}

// from is a mail of the owner's as it comes in from their other address, with
// what the mail server put on top of it.
func (o *ownerClient) from(raw []byte, top string) []byte {
	return append([]byte(top), bytes.Replace(raw, []byte("From: Ana Lima <"+mailboxAddress+">"), []byte("From: Ana Lima <"+ownerAddress+">"), 1)...)
}
