package mailbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	netmail "net/mail"
	"strings"
	"sync"
	"time"

	"github.com/emersion/go-imap/v2"
	mail "github.com/wneessen/go-mail"
)

// CanaryHeader marks a test mail. It holds the id that the mail is known by,
// whatever servers do to its Message-ID.
const CanaryHeader = "X-Followupd-Doctor"

// CanaryOptions are what a test mail needs beside the account.
type CanaryOptions struct {
	// Now tells the time that the server's clock is compared with.
	Now func() time.Time
	// ID is in the mail; nobody must be able to guess it.
	ID string
	// LocalName is said in EHLO.
	LocalName string
	// Arrive is how long the mail may take until it is in the mailbox (45 s).
	Arrive time.Duration
	// Copy is how long the server may take after that to save a copy in Sent and
	// to tell of the new mail (10 s).
	Copy time.Duration
	// Every is the pause between two looks (1 s).
	Every time.Duration
	IMAP  Timers
	SMTP  SubmitTimers
	// Progress, when set, is told what is waited for.
	Progress func(string)
}

func (o CanaryOptions) withDefaults() CanaryOptions {
	set := func(d *time.Duration, v time.Duration) {
		if *d <= 0 {
			*d = v
		}
	}
	set(&o.Arrive, 45*time.Second)
	set(&o.Copy, 10*time.Second)
	set(&o.Every, time.Second)
	o.IMAP = o.IMAP.withDefaults()
	if o.Progress == nil {
		o.Progress = func(string) {}
	}
	return o
}

// Canaried is what a test mail brought to light. Only what was seen counts:
// false means not seen.
type Canaried struct {
	Findings []Finding
	// Saves: the server put a copy of what was submitted into Sent.
	Saves bool
	// Rewrites: the server gave the mail another Message-ID.
	Rewrites bool
}

// Canary sends a mail from the account to itself and waits until it is seen in
// the mailbox, and in Sent. The mail stays where it lies.
func Canary(ctx context.Context, a Account, o CanaryOptions) Canaried {
	c := &canary{account: a, o: o.withDefaults(), nest: newNest(o.ID), hints: make(chan struct{}, 1)}
	watcher := NewWatcher(a, WatcherOptions{Now: o.Now, Cursors: c.nest, Sink: c.nest, Timers: c.o.IMAP})
	defer func() { _ = watcher.Close() }()
	// What lies in the mailbox already is passed over.
	if _, err := watcher.Look(ctx, Everything); err != nil {
		c.bad("test mail", a.IMAP, "imap", err)
		return c.result
	}
	stop := c.listen(ctx)
	defer stop()
	if c.send(ctx) {
		c.wait(ctx, watcher)
		c.judge()
	}
	return c.result
}

type canary struct {
	account Account
	o       CanaryOptions
	nest    *nest
	hints   chan struct{}
	result  Canaried

	idles, hinted bool
	sent, came    time.Time
}

func (c *canary) add(f Finding) { c.result.Findings = append(c.result.Findings, f) }

func (c *canary) good(check, format string, args ...any) {
	c.add(Finding{Check: check, OK: true, Said: fmt.Sprintf(format, args...)})
}

func (c *canary) bad(check string, s Server, section string, err error) {
	said, do := advise(err, s, section)
	c.add(Finding{Check: check, Said: said, Do: do})
}

// listen idles on INBOX, if the server can. What it hears goes to c.hints.
func (c *canary) listen(ctx context.Context) (stop func()) {
	nothing := func() {}
	timers := c.o.IMAP
	timers.IdleQuiet = c.o.Arrive + c.o.Copy
	ses, err := connect(ctx, c.account.IMAP, timers)
	if err != nil {
		return nothing
	}
	if !ses.caps.Has(imap.CapIdle) {
		ses.leave()
		return nothing
	}
	if _, err := ses.examine(ctx, "INBOX"); err != nil {
		ses.close()
		return nothing
	}
	if _, err := ask(ctx, ses, "idle", ses.client.Idle); err != nil {
		ses.close()
		return nothing
	}
	c.idles = true
	ctx, cancel := context.WithCancel(ctx)
	var group sync.WaitGroup
	group.Go(func() { ses.awaitHint(ctx, c.hints) })
	return func() {
		cancel()
		group.Wait()
		ses.close()
	}
}

// send submits the mail; false means that there is nothing to wait for.
func (c *canary) send(ctx context.Context) bool {
	c.sent = c.o.Now() // the mail's own date, too
	raw, err := c.letter()
	if err != nil {
		c.add(Finding{Check: "test mail", Said: err.Error(), Do: "Check the mailbox's address."})
		return false
	}
	c.o.Progress("sending a test mail to " + c.account.Address)
	sub := NewSubmitter(c.account.SMTP, SubmitterOptions{LocalName: c.o.LocalName, Timers: c.o.SMTP})
	defer func() { _ = sub.Close() }()
	o := sub.Submit(ctx, Submission{From: c.account.Address, To: []string{c.account.Address}, Data: raw}, func(context.Context) error { return nil })
	switch o.State {
	case Sent:
		c.good("test mail", "%s took a test mail to %s", c.account.SMTP.Host, c.account.Address)
		return true
	case Uncertain:
		c.add(Finding{Check: "test mail", Said: "the connection broke at the very end of the test mail; nobody can tell whether it went out",
			Do: "Try again in a while. If it stays so, ask your provider."})
		return true
	case Refused, Deferred:
		c.add(Finding{Check: "test mail", Said: "the server did not take a mail to yourself: " + o.String(), Do: c.refusedAdvice(o)})
	default:
		c.bad("test mail", c.account.SMTP, "smtp", o.Err)
	}
	return false
}

func (c *canary) refusedAdvice(o Outcome) string {
	switch {
	case o.State == Deferred:
		return "Try again in a while: the server asks to wait."
	case o.Stage == StageMail:
		return fmt.Sprintf("Check that the login may send as %s: your provider may want that address to be set up first.", c.account.Address)
	case o.Recipient:
		return fmt.Sprintf("Check the mailbox's address: the server knows nobody called %s.", c.account.Address)
	}
	return "Ask your provider, with the server's words above, why it refuses your mail."
}

// letter is the mail. It says what it is, so that it worries nobody, and that
// no machine is to answer it (RFC 3834 5).
func (c *canary) letter() ([]byte, error) {
	m := mail.NewMsg(mail.WithNoDefaultUserAgent())
	if err := errors.Join(m.FromFormat("followupd", c.account.Address), m.To(c.account.Address)); err != nil {
		return nil, err
	}
	m.Subject("A test by followupd, please ignore it")
	m.SetDateWithValue(c.sent)
	m.SetMessageIDWithValue(c.messageID())
	m.SetGenHeader("Auto-Submitted", "auto-generated")
	m.SetGenHeader(CanaryHeader, c.o.ID)
	m.SetBodyString(mail.TypeTextPlain, "This mail came from followupd doctor, which tries out whether mail can be sent\nand read here. You can delete it.\n")
	var b bytes.Buffer
	if _, err := m.WriteTo(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func (c *canary) messageID() string {
	return c.o.ID + "@" + c.account.Address[strings.LastIndexByte(c.account.Address, '@')+1:]
}

// everythingEach is how many looks pass between two at all folders: a rule may
// file the mail anywhere.
const everythingEach = 5

// wait looks until the mail, its copy and the server's hint have been seen, or
// there was time enough for them.
func (c *canary) wait(ctx context.Context, w *Watcher) {
	c.o.Progress(fmt.Sprintf("waiting up to %s for the test mail to come in", c.o.Arrive.Round(time.Second)))
	arrive := time.NewTimer(c.o.Arrive)
	defer arrive.Stop()
	var after <-chan time.Time
	tick := time.NewTicker(c.o.Every)
	defer tick.Stop()
	for n := 1; ; n++ {
		scope := BeforeSend
		if n%everythingEach == 0 {
			scope = Everything
		}
		_, _ = w.Look(ctx, scope) // one that fails shows by what it did not find
		arrived, saved := c.nest.found()
		if arrived && c.came.IsZero() {
			c.came = c.o.Now()
			after = time.After(c.o.Copy)
			c.o.Progress(fmt.Sprintf("it is here; watching up to %s for whether the server keeps a copy in Sent and tells of new mail", c.o.Copy.Round(time.Second)))
		}
		if arrived && saved && (c.hinted || !c.idles) {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-c.hints:
			c.hinted = true
		case <-tick.C:
		case <-after:
			return
		case <-arrive.C:
			if !arrived {
				return
			}
		}
	}
}

// judge says what was seen.
func (c *canary) judge() {
	in, inSent := c.nest.arrived, c.nest.copied
	c.judgeArrival(in)
	if in != nil {
		c.judgeClock(in)
	}
	c.result.Saves = inSent != nil
	if inSent != nil {
		c.good("sent copies", "the server puts a copy of each mail into %q by itself", inSent.Folder)
	} else {
		c.good("sent copies", "the server does not seem to keep copies of what it sends; followupd puts them into Sent itself")
	}
	c.result.Rewrites = c.rewritten(in) || c.rewritten(inSent)
	switch {
	case c.result.Rewrites:
		c.good("message-ids", "the server gives mails an id of its own; followupd knows how to deal with that")
	case in != nil || inSent != nil:
		c.good("message-ids", "the server leaves them alone")
	}
}

func (c *canary) judgeArrival(in *Fetched) {
	switch {
	case in == nil:
		c.add(Finding{Check: "arrival", Said: fmt.Sprintf("the test mail was not seen within %s", c.o.Arrive.Round(time.Second)),
			Do: fmt.Sprintf("Look for it in your mailbox. If it is there, the address %s and imap.username belong to different mailboxes, or it lies in a folder that is left out. If it comes late, your server is slow, and so will followupd be to notice answers.", c.account.Address)})
		return
	case in.Role == RoleJunk:
		c.add(Finding{Check: "arrival", OK: true, Said: fmt.Sprintf("the test mail came in after %s, but as junk (folder %q)", c.took(), in.Folder),
			Do: "Your own server takes your mail for junk; others may, too. Ask your provider to set up SPF, DKIM and DMARC for your domain."})
	default:
		c.good("arrival", "the test mail came in after %s (folder %q)", c.took(), in.Folder)
	}
	if c.idles && !c.hinted && in.Role == RoleInbox {
		c.add(Finding{Check: "new mail", OK: true, Said: "the server offers IDLE, but did not tell of the test mail",
			Do: "Nothing has to be done: the mailbox is asked every minute as well. Answers are noticed a little later."})
	} else if c.hinted {
		c.good("new mail", "the server told of the test mail by itself")
	}
}

func (c *canary) took() time.Duration { return c.came.Sub(c.sent).Round(100 * time.Millisecond) }

// clockSlack is how far the server's clock and this machine's may differ.
const clockSlack = 2 * time.Minute

func (c *canary) judgeClock(in *Fetched) {
	early, late := c.sent.Sub(in.InternalDate), in.InternalDate.Sub(c.came)
	switch {
	case in.InternalDate.IsZero():
	case early > clockSlack:
		c.clockFinding(early, "ahead of")
	case late > clockSlack:
		c.clockFinding(late, "behind")
	default:
		c.good("clock", "this machine's clock and the server's agree")
	}
}

func (c *canary) clockFinding(by time.Duration, direction string) {
	c.add(Finding{Check: "clock", Said: fmt.Sprintf("this machine's clock is %s %s the server's", by.Round(time.Second), direction),
		Do: "Set this machine's clock by the network (timedatectl set-ntp true): mails go out, and answers count, by the clock."})
}

func (c *canary) rewritten(f *Fetched) bool {
	if f == nil {
		return false
	}
	m, err := netmail.ReadMessage(bytes.NewReader(f.Raw))
	return err == nil && m.Header.Get("Message-Id") != "<"+c.messageID()+">"
}

// nest keeps the cursors of one test in memory and picks its mail out.
type nest struct {
	mark []byte

	mu              sync.Mutex
	cursors         map[string]Cursor
	arrived, copied *Fetched
}

func newNest(id string) *nest {
	return &nest{mark: []byte(CanaryHeader + ": " + id), cursors: map[string]Cursor{}}
}

func (n *nest) found() (arrived, saved bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.arrived != nil, n.copied != nil
}

// Cursor implements CursorStore.
func (n *nest) Cursor(_ context.Context, folder string) (Cursor, bool, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	c, ok := n.cursors[folder]
	return c, ok, nil
}

// Known implements CursorStore.
func (n *nest) Known(ctx context.Context) (bool, error) {
	_, ok, err := n.Cursor(ctx, "INBOX")
	return ok, err
}

// Deliver implements Sink.
func (n *nest) Deliver(_ context.Context, b Batch) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.cursors[b.Folder] = b.Cursor
	for _, m := range b.Mails {
		switch {
		case !bytes.Contains(m.Raw, n.mark):
		case m.Role == RoleSent:
			n.copied = &m
		case n.arrived == nil || m.Role == RoleInbox || m.Role == RoleJunk:
			n.arrived = &m // Gmail has it in All Mail, too
		}
	}
	return nil
}
