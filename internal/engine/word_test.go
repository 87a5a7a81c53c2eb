package engine_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"mime/quotedprintable"
	netmail "net/mail"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/owner"
	"followupd/mailbox"
	"followupd/sequences"
)

const (
	boss     = "boss@boss.example" // the owner, who reads elsewhere
	ownersID = "n3v3rgu3ss3d@lima.example"
	authedBy = "mx.lima.example"
)

// desk is an engine with two mailboxes, ana and ben, three prospects and one
// mail to the owner that numbers them: dana is 1, bo 2, cy 3.
type desk struct {
	*engine.Engine
	t      *testing.T
	ledger *ledger.Ledger
	sinks  map[string]mailbox.Sink
	now    time.Time
	uid    uint32
	owner  string
	server string
	people []int64
}

// stillBox is a mailbox in which nothing comes by itself.
type stillBox struct {
	engine.Watcher // of which nothing else is asked
	now            func() time.Time
}

func (stillBox) Run(ctx context.Context) error { <-ctx.Done(); return nil }

func (q stillBox) Look(_ context.Context, scope mailbox.Scope) (mailbox.Look, error) {
	return mailbox.Look{Started: q.now(), Scope: scope, Folders: []string{"INBOX"}}, nil
}

func (stillBox) Append(context.Context, mailbox.Role, []byte, []string, time.Time) error { return nil }

func (stillBox) Close() error { return nil }

func (stillBox) Submit(ctx context.Context, _ mailbox.Submission, before func(context.Context) error) mailbox.Outcome {
	return accept(func() error { return before(ctx) })
}

func newDesk(t *testing.T, ownerAddress, authServer string) *desk {
	t.Helper()
	d := &desk{t: t, sinks: map[string]mailbox.Sink{}, now: time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC), owner: ownerAddress, server: authServer}
	l, err := ledger.Open(t.Context(), filepath.Join(t.TempDir(), "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	d.ledger = l
	d.restart()
	for _, box := range []string{"ana", "ben"} {
		if err := d.ReadPast(t.Context(), box); err != nil {
			t.Fatal(err)
		}
	}
	ask := engine.Ask{Verb: engine.VerbEnrol}
	for _, a := range []string{"dana@acme.example", "bo@ink.example", "cy@tin.example"} {
		name, domain, _ := strings.Cut(a, "@")
		ask.People = append(ask.People, engine.Newcomer{Address: a, Sequence: "intro", Reason: "asked us", Source: "fair",
			Fields: map[string]string{"first_name": strings.ToUpper(name[:1]) + name[1:], "last_name": "Doe", "company": domain}})
	}
	if _, err := d.Do(t.Context(), "test", ask); err != nil {
		t.Fatal(err)
	}
	d.settle()
	for _, p := range ask.People {
		d.people = append(d.people, d.person(p.Address).ID)
	}
	d.tell(ownersID, d.now)
	return d
}

// restart starts the daemon anew on its ledger.
func (d *desk) restart() {
	d.t.Helper()
	now := func() time.Time { return d.now }
	var boxes []engine.Mailbox
	for _, name := range []string{"ana", "ben"} {
		address := name + "@lima.example"
		boxes = append(boxes, engine.Mailbox{Name: name, From: netmail.Address{Address: address}, Own: []string{address, strings.ToLower(d.owner)}, Live: true, Zone: time.UTC,
			Fresh: time.Minute, HistoryDays: 180, AuthServer: d.server, Submitter: stillBox{now: now},
			Watcher: func(p engine.WatcherParts) engine.Watcher { d.sinks[name] = p.Sink; return stillBox{now: now} },
			History: func(context.Context, time.Time, func(mailbox.HistoryItem) error) error { return nil }})
	}
	herald := owner.New(owner.Options{Name: "Ana Lima", Email: d.owner, Deputy: "rui@boss.example", Secret: []byte("secret"), Domain: "lima.example",
		From: func(box string) netmail.Address {
			return netmail.Address{Name: "Ana Lima", Address: orAna(box) + "@lima.example"}
		}})
	e, err := engine.New(d.t.Context(), engine.Options{Ledger: d.ledger, Rules: rigRules(d.t), Mailboxes: boxes, Herald: herald, Clerk: herald, Now: now,
		Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Jitter: func() float64 { return 0 }})
	if err != nil {
		d.t.Fatal(err)
	}
	d.Engine = e
}

func orAna(box string) string {
	if box == "" {
		return "ana"
	}
	return box
}

// tell makes a mail to the owner that numbers everybody.
func (d *desk) tell(id string, at time.Time) {
	d.t.Helper()
	text := "Dana wrote:\r\n\r\n> approve all\r\n> resume 3\r\n\r\n- stop 1 – no more mail\r\n"
	raw := "From: followupd <ana@lima.example>\r\nTo: " + d.owner + "\r\nSubject: Dana asks a question\r\nMessage-ID: <" + id + ">\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text
	err := d.ledger.Write(d.t.Context(), func(t *ledger.Tx) error {
		return t.Tell(ledger.OwnerMail{Key: "test:" + id, Notice: "answer", Mailbox: "ana", Recipient: d.owner, MessageID: id, Subject: "Dana asks a question",
			Bytes: []byte(raw), CreatedAt: at, People: d.people})
	})
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) settle() {
	d.t.Helper()
	for range 3 {
		if err := d.Decide(d.t.Context()); err != nil {
			d.t.Fatal(err)
		}
	}
}

func (d *desk) person(address string) sequences.Person {
	d.t.Helper()
	var p sequences.Person
	err := d.ledger.Read(d.t.Context(), func(t *ledger.Tx) error {
		id, err := t.PersonByAddress(address)
		if err != nil {
			return err
		}
		p, err = t.Person(id)
		return err
	})
	if err != nil && !errors.Is(err, ledger.ErrNotFound) {
		d.t.Fatal(err)
	}
	return p
}

// letter is a mail in a folder.
type letter struct {
	box   string
	role  mailbox.Role
	flags []string
	cut   bool
	raw   string
}

func (d *desk) put(l letter) {
	d.t.Helper()
	d.uid++
	raw := []byte(strings.ReplaceAll(strings.ReplaceAll(l.raw, "\r\n", "\n"), "\n", "\r\n"))
	f := mailbox.Fetched{Folder: string(l.role), Role: l.role, UID: d.uid, UIDValidity: 1, InternalDate: d.now, Raw: raw, Size: int64(len(raw)), Flags: l.flags, Truncated: l.cut}
	err := d.sinks[l.box].Deliver(d.t.Context(), mailbox.Batch{Folder: f.Folder, Role: l.role, Cursor: mailbox.Cursor{Folder: f.Folder, UIDValidity: 1, Next: d.uid + 1}, Mails: []mailbox.Fetched{f}})
	if err != nil {
		d.t.Fatal(err)
	}
	d.settle()
}

// requests counts what was ever asked of the one writer.
func (d *desk) requests() int64 {
	d.t.Helper()
	id, err := engine.Submit(d.t.Context(), d.ledger, "count", engine.Ask{Verb: "count", Address: "nobody@nowhere.example"}, d.now)
	if err != nil {
		d.t.Fatal(err)
	}
	d.settle()
	return id
}

// told are the texts of the mails to the owner of that kind.
func (d *desk) told(notice string) []string {
	d.t.Helper()
	var out []string
	err := d.ledger.Read(d.t.Context(), func(t *ledger.Tx) error {
		mails, err := t.OwnerMails(time.Time{})
		for _, m := range mails {
			if m.Notice == notice {
				out = append(out, string(m.Bytes))
			}
		}
		return err
	})
	if err != nil {
		d.t.Fatal(err)
	}
	return out
}

func (d *desk) unproven() []ledger.Unproven {
	d.t.Helper()
	var out []ledger.Unproven
	err := d.ledger.Read(d.t.Context(), func(t *ledger.Tx) (err error) {
		out, err = t.UnprovenBetween(time.Unix(0, 0), d.now.AddDate(1, 0, 0))
		return err
	})
	if err != nil {
		d.t.Fatal(err)
	}
	return out
}

const passing = "Authentication-Results: mx.lima.example; dkim=pass header.d=boss.example; dmarc=pass (p=reject dis=none) header.from=boss.example"

const hop = "Received: from out.boss.example (out.boss.example [192.0.2.7]) by mx.lima.example with ESMTPS id 1; Tue, 1 Sep 2026 09:00:00 +0000"

// fromSent is an answer as the owner's own mail program leaves it in Sent.
func fromSent(text string) string {
	return `From: Ana Lima <ana@lima.example>
To: followupd <ana@lima.example>
Subject: Re: Dana asks a question
Date: Tue, 1 Sep 2026 09:00:00 +0000
Message-ID: <answer-1@client.example>
In-Reply-To: <` + ownersID + `>
References: <thread@lima.example> <` + ownersID + `>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

` + text + "\n"
}

// fromElsewhere is an answer that came in from the owner's other address.
func fromElsewhere(text string) string {
	return passing + "\n" + hop + "\n" + strings.Replace(fromSent(text), "Ana Lima <ana@lima.example>\n", "Ana Lima <"+boss+">\n", 1)
}

// without takes out a header field.
func without(raw, name string) string {
	var out []string
	skip, body := false, false
	for line := range strings.SplitSeq(raw, "\n") {
		if line == "" {
			body = true
		}
		if !body && !strings.HasPrefix(line, " ") {
			skip = strings.HasPrefix(line, name+":")
		}
		if body || !skip {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

func with(raw, name, value string) string { return name + ": " + value + "\n" + without(raw, name) }

// attack is a mail that must not steer.
type attack struct {
	name string
	letter
	server string // set: the configuration names this one instead
	age    time.Duration
	// told: it is the owner's own mail, so they are told that nothing was done.
	told bool
}

func sent(name, raw string) attack {
	return attack{name: name, letter: letter{box: "ana", role: mailbox.RoleSent, raw: raw}}
}

func inbox(name, raw string) attack {
	return attack{name: name, letter: letter{box: "ana", role: mailbox.RoleInbox, raw: raw}}
}

func (a attack) in(box string, role mailbox.Role, flags ...string) attack {
	a.box, a.role, a.flags = box, role, flags
	return a
}

func (a attack) answered() attack { a.told = true; return a }

func (a attack) after(age time.Duration) attack { a.age = age; return a.answered() }

func parts(kind, boundary string, list ...string) string {
	var b strings.Builder
	for _, p := range list {
		fmt.Fprintf(&b, "--%s\n%s\n", boundary, p)
	}
	return strings.Replace(fromSent(b.String()+"--"+boundary+"--"), "text/plain; charset=utf-8", "multipart/"+kind+"; boundary="+boundary, 1)
}

// attacks are ways in which somebody, or chance, may seem to be the owner.
func attacks() []attack {
	const order = "stop 1"
	own, other := fromSent(order), fromElsewhere(order)
	swap := strings.Replace
	list := []attack{
		// The From line alone.
		inbox("forged From of the mailbox", own),
		inbox("forged From of the mailbox, with somebody's own results", "Authentication-Results: mx.evil.example; dmarc=pass header.from=lima.example\n"+own),
		inbox("forged From of the owner, with nothing said of it", without(without(other, "Authentication-Results"), "Received")),
		sent("in Junk", own).in("ana", mailbox.RoleJunk),
		sent("in Trash", own).in("ana", mailbox.RoleTrash),
		sent("in Archive", own).in("ana", mailbox.RoleArchive),
		sent("in all mail, where drafts lie too", own).in("ana", mailbox.RoleAll),
		sent("in a folder of no role", own).in("ana", mailbox.RoleOther),
		sent("a draft", own).in("ana", mailbox.RoleDrafts),
		sent("a draft left in Sent", own).in("ana", mailbox.RoleSent, `\Draft`),
		sent("the Sent folder of another account", own).in("ben", mailbox.RoleSent),
		sent("the Sent folder of another account, from there", swap(own, "Ana Lima <ana@lima.example>", "Ben <ben@lima.example>", 1)).in("ben", mailbox.RoleSent),
		sent("somebody else's mail filed in Sent", swap(own, "Ana Lima <ana@lima.example>", "Eve <eve@evil.example>", 1)),
		sent("a mail from outside that a rule files in Sent", "Authentication-Results: mx.lima.example; dmarc=fail header.from=lima.example\n"+own),
		// Which mail it answers.
		sent("a guessed id", swap(own, "In-Reply-To: <n3v", "In-Reply-To: <n4v", 1)),
		sent("an id in capitals", swap(own, "In-Reply-To: <"+ownersID+">", "In-Reply-To: <"+strings.ToUpper(ownersID)+">", 1)),
		sent("the beginning of an id", swap(own, "In-Reply-To: <"+ownersID+">", "In-Reply-To: <"+ownersID[:8]+"@lima.example>", 1)),
		sent("an answer to nothing", without(without(own, "In-Reply-To"), "References")),
		sent("the id in References alone", without(own, "In-Reply-To")),
		sent("the id in References, behind another answer", with(own, "In-Reply-To", "<hello@acme.example>")),
		sent("two In-Reply-To", "In-Reply-To: <hello@acme.example>\n"+own),
		sent("the same In-Reply-To twice", "In-Reply-To: <"+ownersID+">\n"+own),
		sent("two ids in one In-Reply-To", swap(own, "In-Reply-To: <"+ownersID+">", "In-Reply-To: <"+ownersID+"> <hello@acme.example>", 1)),
		sent("words around the id", swap(own, "In-Reply-To: <"+ownersID+">", "In-Reply-To: Your mail <"+ownersID+">", 1)),
		sent("an encoded id", swap(own, "In-Reply-To: <"+ownersID+">", "In-Reply-To: =?utf-8?q?=3C"+strings.ReplaceAll(ownersID, "@", "=40")+"=3E?=", 1)),
		sent("no Message-ID", without(own, "Message-ID")),
		sent("two Message-IDs", "Message-ID: <other@client.example>\n"+own),
		sent("a header out of order", swap(own, "MIME-Version: 1.0", "MIME Version 1.0", 1)),
		// Who it is from.
		sent("two From lines", "From: Eve <eve@evil.example>\n"+own),
		sent("two addresses in From", swap(own, "From: Ana Lima <ana@lima.example>", "From: Ana Lima <ana@lima.example>, Eve <eve@evil.example>", 1)),
		sent("another Sender", "Sender: Eve <eve@evil.example>\n"+own),
		inbox("the owner's address as an encoded name", swap(other, "From: Ana Lima <"+boss+">", "From: =?utf-8?q?boss=40boss=2Eexample?= <eve@evil.example>", 1)),
		inbox("the owner's address as a quoted name", swap(other, "From: Ana Lima <"+boss+">", "From: \""+boss+"\" <eve@evil.example>", 1)),
		inbox("the owner's address in a comment", swap(other, "From: Ana Lima <"+boss+">", "From: eve@evil.example ("+boss+")", 1)),
		inbox("another address of the owner's domain", swap(other, "<"+boss+">", "<rui@boss.example>", 1)),
		inbox("a subdomain of the owner's", swap(swap(other, "<"+boss+">", "<boss@mail.boss.example>", 1), "header.from=boss.example", "header.from=mail.boss.example", 1)),
		inbox("a look-alike domain", swap(swap(other, "<"+boss+">", "<boss@bоss.example>", 1), "header.from=boss.example", "header.from=bоss.example", 1)),
		inbox("two From lines, the second one's", swap(other, "From: ", "From: eve@evil.example\nFrom: ", 1)),
		inbox("a prospect in the same thread", swap(swap(other, "Ana Lima <"+boss+">", "Dana <dana@acme.example>", 1), "header.from=boss.example", "header.from=acme.example", 1)),
		inbox("the deputy", swap(other, "<"+boss+">", "<rui@boss.example>", 1)),
		// What the server found.
		inbox("results of another server", swap(other, "Authentication-Results: mx.lima.example", "Authentication-Results: mx.evil.example", 1)),
		inbox("a server of a longer name", swap(other, "Authentication-Results: mx.lima.example", "Authentication-Results: mx.lima.example.evil.example", 1)),
		inbox("results below a stranger's server", "Received: from x by mx.evil.example with SMTP; Tue, 1 Sep 2026 09:00:00 +0000\n"+other),
		inbox("a failing result above a forged one", "Authentication-Results: mx.lima.example; dmarc=fail header.from=boss.example\n"+other),
		inbox("a passing result above a failing one", swap(other, hop, hop+"\nAuthentication-Results: mx.lima.example; dmarc=fail header.from=boss.example", 1)),
		inbox("results without DMARC above a forged one", "Authentication-Results: mx.lima.example; spf=none smtp.mailfrom=evil.example\n"+other),
		inbox("DMARC fails", swap(other, "dmarc=pass", "dmarc=fail", 1)),
		inbox("DMARC says nothing", swap(other, "dmarc=pass", "dmarc=none", 1)),
		inbox("SPF and DKIM alone pass", swap(other, "dmarc=pass (p=reject dis=none) header.from=boss.example", "spf=pass smtp.mailfrom=boss.example", 1)),
		inbox("DMARC of another domain", swap(other, "header.from=boss.example", "header.from=evil.example", 1)),
		inbox("DMARC of no domain", swap(other, " header.from=boss.example", "", 1)),
		inbox("two DMARC results", swap(other, "dmarc=pass", "dmarc=fail header.from=boss.example; dmarc=pass", 1)),
		inbox("two domains in one result", swap(other, "header.from=boss.example", "header.from=evil.example header.from=boss.example", 1)),
		inbox("a result in a comment", swap(other, "dmarc=pass (p=reject dis=none) header.from=boss.example", "spf=fail (x; dmarc=pass header.from=boss.example ;)", 1)),
		inbox("a result in an open comment", swap(other, "dmarc=pass (p", "dmarc=pass header.from=boss.example (p", 1)+"").open(),
		inbox("a result in quotes", swap(other, "dmarc=pass (p=reject dis=none) header.from=boss.example", "spf=fail smtp.mailfrom=\"x; dmarc=pass header.from=boss.example ;\"@evil.example", 1)),
		inbox("a result as a property", swap(other, "dmarc=pass (p=reject dis=none) header.from=boss.example", "spf=fail smtp.helo=dmarc=pass header.from=boss.example", 1)),
		inbox("another version of the form", swap(other, "mx.lima.example; ", "mx.lima.example 2; ", 1)),
		inbox("no name of a server", swap(other, "mx.lima.example; ", "", 1)),
		inbox("another field of that kind", swap(other, "Authentication-Results:", "ARC-Authentication-Results: i=1;", 1)),
		inbox("a field of one's own", swap(other, "Authentication-Results:", "X-Authentication-Results:", 1)),
		inbox("proven, but in Junk", other).in("ana", mailbox.RoleJunk),
		inbox("proven, the id in References alone", without(other, "In-Reply-To")),
		inbox("proven, another id", swap(other, "In-Reply-To: <n3v", "In-Reply-To: <n4v", 1)),
		{name: "no server is configured", letter: letter{box: "ana", role: mailbox.RoleInbox, raw: other}, server: "-"},
		// Machines.
		sent("an automatic answer", "Auto-Submitted: auto-replied\n"+own),
		sent("an automatic answer of an older kind", "Precedence: auto_reply\n"+own),
		sent("a mailing list's", "List-Id: <people.lima.example>\n"+own),
		sent("an absence that quotes the words", "Auto-Submitted: auto-replied (vacation)\n"+fromSent("I am away until Monday.\n\nstop 1")),
		sent("a report", swap(own, "text/plain; charset=utf-8", "multipart/report; report-type=delivery-status; boundary=b", 1)),
		inbox("proven, but automatic", "Auto-Submitted: auto-generated\n"+other),
		sent("one of our own", owner.NoticeHeader+": answer\n"+own),
		// Words that aren't the owner's now.
		sent("in a quote", fromSent("On Tuesday followupd wrote:\n> "+order)),
		sent("in a quote that a program made without marks", fromSent("\n-----Original Message-----\nFrom: followupd <ana@lima.example>\nSent: Tuesday, 1 September 2026 09:00\nTo: Ana\nSubject: Dana\n\n"+order)),
		sent("the words of a prospect, their marks lost", fromSent("approve all\nresume 3")).answered(),
		sent("in the signature", fromSent("Hello\n\n-- \n"+order)),
		sent("in the subject", swap(fromSent("Hello"), "Subject: Re: Dana asks a question", "Subject: "+order, 1)),
		sent("in HTML alone", swap(own, "text/plain", "text/html", 1)).answered(),
		sent("hidden in HTML beside a text", parts("alternative", "b", "Content-Type: text/plain\n\nHello", "Content-Type: text/html\n\n<p>Hello</p><p style=\"font-size:0\">"+order+"</p>")),
		sent("hidden in HTML alone", swap(fromSent("<p style=\"display:none\">stop 1</p><p style=\"color:white\">stop 1</p>"), "text/plain", "text/html", 1)).answered(),
		sent("in an attached text", parts("mixed", "b", "Content-Type: text/plain\n\nHello", "Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\n"+order)),
		sent("in nothing but an attached text", parts("mixed", "b", "Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\n"+order)).answered(),
		sent("in a text with a strange disposition", parts("mixed", "b", "Content-Type: text/plain\nContent-Disposition: \"\n\n"+order)).answered(),
		sent("in an attached mail", parts("mixed", "b", "Content-Type: text/plain\n\nHello", "Content-Type: message/rfc822\n\nFrom: ana@lima.example\nSubject: x\n\n"+order)),
		sent("in a calendar", parts("mixed", "b", "Content-Type: text/calendar\n\n"+order)).answered(),
		sent("with a please", fromSent("please "+order)).answered(),
		sent("of a number that isn't there", fromSent("stop 4")).answered(),
		// Too much.
		{name: "cut at the fetch limit", letter: letter{box: "ana", role: mailbox.RoleSent, raw: own, cut: true}, told: true},
		sent("an endless text", fromSent(order+"\n"+strings.Repeat("x", 70<<10))).answered(),
		sent("endless parts", parts("mixed", "b", slices.Repeat([]string{"Content-Type: image/png\n\nx"}, 200)...)).answered(),
		sent("endless depth", deep(order)).answered(),
		// To a prospect as well: then it is the owner's own mail to them.
		sent("to a prospect", with(own, "To", "Dana <dana@acme.example>")).answered(),
		sent("a copy to a prospect", "Cc: dana@acme.example\n"+own).answered(),
		sent("a blind copy to a prospect", "Bcc: Dana <DANA@acme.example>\n"+own).answered(),
		// Words that cause mail, too late.
		sent("resume, late", fromSent("resume 1")).after(8 * 24 * time.Hour),
		sent("approve, late", fromSent("approve 1")).after(8 * 24 * time.Hour),
		sent("enrol, late", fromSent("enrol 1")).after(8 * 24 * time.Hour),
		sent("resume all, late", fromSent("resume all")).after(31 * 24 * time.Hour),
		// Domains that are everybody's, or one's own.
		sent("a domain of everybody", fromSent("suppress gmail.com")).answered(),
		sent("a part of the world", fromSent("suppress co.uk")).answered(),
		sent("one's own domain", fromSent("suppress lima.example")).answered(),
	}
	return list
}

// open leaves a comment open.
func (a attack) open() attack {
	a.raw = strings.Replace(a.raw, "dis=none)", "dis=none", 1)
	return a
}

func deep(order string) string {
	text := "Content-Type: text/plain\n\n" + order
	for i := range 30 {
		text = fmt.Sprintf("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n%s\n--b%d--", i, i, text, i)
	}
	return parts("mixed", "top", text)
}

func TestNobodyElseSteers(t *testing.T) {
	t.Parallel()
	list := attacks()
	if len(list) < 40 {
		t.Fatalf("%d attacks", len(list))
	}
	d := newDesk(t, boss, authedBy)
	for i, a := range list {
		t.Run(a.name, func(t *testing.T) {
			d := d
			if a.server != "" || a.age > 0 {
				d = newDesk(t, boss, strings.Trim(a.server, "-"))
			}
			d.t = t
			d.now = d.now.Add(10*time.Minute + a.age)
			d.uid += 1000
			a.raw = strings.ReplaceAll(a.raw, "<answer-1@", fmt.Sprintf("<answer-%d@", 1000+i))
			before, told := d.requests(), len(d.told("receipt"))
			d.put(a.letter)
			if n := d.requests() - before; n != 1 {
				t.Errorf("it made %d requests", n-1)
			}
			if got := d.told("receipt")[told:]; len(got) > 1 || (len(got) == 1) != a.told {
				t.Errorf("%d answers: %s", len(got), got)
			}
			if p := d.person("bo@ink.example"); !p.Enrolments[0].State.Moving() {
				t.Errorf("bo is %s", p.Enrolments[0].State)
			}
		})
	}
	d.t = t
	d.put(letter{box: "ana", role: mailbox.RoleSent, raw: fromSent("stop 2")})
	if p := d.person("bo@ink.example"); p.Enrolments[0].State != sequences.StateStopped {
		t.Errorf("after all that, the owner's word doesn't count: bo is %s", p.Enrolments[0].State)
	}
	t.Logf("%d attacks", len(list))
}

// What the attacks are made from works as it is.
func TestTheOwnerSteers(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name string
		letter
	}{
		{"from Sent", letter{box: "ana", role: mailbox.RoleSent, raw: fromSent("stop 1")}},
		{"from Sent, from the other address", letter{box: "ana", role: mailbox.RoleSent, raw: strings.Replace(fromSent("stop 1"), "From: Ana Lima <ana@lima.example>", "From: "+boss, 1)}},
		{"from Sent, passing", letter{box: "ana", role: mailbox.RoleSent, raw: "Authentication-Results: mx.lima.example; dmarc=pass header.from=lima.example\n" + fromSent("stop 1")}},
		{"from elsewhere", letter{box: "ana", role: mailbox.RoleInbox, raw: fromElsewhere("stop 1")}},
		{"from elsewhere, capitals", letter{box: "ana", role: mailbox.RoleInbox, raw: strings.Replace(fromElsewhere("stop 1"), boss, "Boss@Boss.Example", 1)}},
		{"from elsewhere, through own servers", letter{box: "ana", role: mailbox.RoleInbox, raw: "Received: from mx.lima.example by store.lima.example with LMTP; Tue, 1 Sep 2026 09:00:01 +0000\nReceived: by 2002:a05:6512:3d0 with SMTP id x; Tue, 1 Sep 2026 09:00:01 +0000\n" + hop + "\n" + passing + "\n" + strings.SplitN(fromElsewhere("stop 1"), "\n", 3)[2]}},
		{"from elsewhere, with words of others on top", letter{box: "ana", role: mailbox.RoleInbox, raw: "Authentication-Results: filter.lima.example; spam=no\n" + fromElsewhere("stop 1")}},
		{"from elsewhere, folded", letter{box: "ana", role: mailbox.RoleInbox, raw: strings.Replace(fromElsewhere("stop 1"), "; dmarc=pass", ";\n\tdmarc = pass", 1)}},
		{"with all quoted below", letter{box: "ana", role: mailbox.RoleSent, raw: fromSent("stop 1\n\nOn Tue, 1 Sep 2026 at 09:00, followupd <ana@lima.example> wrote:\n> Dana wrote:\n>\n> > approve all\n> > resume 3\n>\n> - stop 1 – no more mail")}},
		{"with a signature", letter{box: "ana", role: mailbox.RoleSent, raw: fromSent("Hi,\n\nStop 1.\n\nThanks\nAna\n\n-- \nAna Lima\nLima Quotes, Madrid")}},
		{"text and HTML", letter{box: "ana", role: mailbox.RoleSent, raw: parts("alternative", "b", "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nstop=201", "Content-Type: text/html\n\n<p>stop 1</p>")}},
		{"base64 in another charset", letter{box: "ana", role: mailbox.RoleSent, raw: strings.Replace(strings.Replace(fromSent("c3RvcCAx"), "charset=utf-8", "charset=iso-8859-15\nContent-Transfer-Encoding: base64", 1), "text/plain;", "text/plain;", 1)}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, boss, authedBy)
			d.put(tc.letter)
			if p := d.person("dana@acme.example"); p.Enrolments[0].State != sequences.StateStopped {
				t.Errorf("dana is %s; unproven: %+v; told: %s", p.Enrolments[0].State, d.unproven(), d.told("receipt"))
			}
			got := d.told("receipt")
			if len(got) != 1 {
				t.Fatalf("%d answers", len(got))
			}
			m, err := netmail.ReadMessage(bytes.NewReader([]byte(got[0])))
			if err != nil {
				t.Fatal(err)
			}
			h := m.Header
			if h.Get("In-Reply-To") != "<answer-1@client.example>" || !strings.Contains(h.Get("References"), ownersID) || h.Get("Auto-Submitted") != "auto-replied" ||
				!strings.Contains(h.Get("To"), boss) || !strings.Contains(h.Get("Reply-To"), "ana@lima.example") {
				t.Errorf("header %v", h)
			}
			if strings.Contains(got[0], "Not understood") || !strings.Contains(got[0], "resume 1") {
				t.Errorf("the answer:\n%s", got[0])
			}
		})
	}
}

// says puts an answer of the owner's into Sent, with a Message-ID of its own, and
// gives what is told of it.
func (d *desk) says(text string) string { return d.saysTo(ownersID, text) }

func (d *desk) saysTo(id, text string) string {
	d.t.Helper()
	raw := strings.Replace(strings.ReplaceAll(fromSent(text), ownersID, id), "answer-1@", fmt.Sprintf("answer-%d@", d.uid+100), 1)
	before := len(d.told("receipt"))
	d.put(letter{box: "ana", role: mailbox.RoleSent, raw: raw})
	got := d.told("receipt")
	if len(got) != before+1 {
		d.t.Fatalf("%q: %d answers, want one more than %d; unproven: %+v", text, len(got), before, d.unproven())
	}
	return bodyText(d.t, got[before])
}

func bodyText(t *testing.T, raw string) string {
	t.Helper()
	m, err := netmail.ReadMessage(strings.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	var body io.Reader = m.Body
	if strings.EqualFold(m.Header.Get("Content-Transfer-Encoding"), "quoted-printable") {
		body = quotedprintable.NewReader(body)
	}
	b, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(b)), " ")
}

func (d *desk) suppressed(address string) bool {
	d.t.Helper()
	var found bool
	err := d.ledger.Read(d.t.Context(), func(t *ledger.Tx) error {
		_, err := t.Suppressed(address)
		found = err == nil
		if errors.Is(err, ledger.ErrNotFound) {
			return nil
		}
		return err
	})
	if err != nil {
		d.t.Fatal(err)
	}
	return found
}

func TestWordsDoWhatTheySay(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, text string
		says       []string // in the answer
		check      func(*desk) error
	}{
		{"stop", "Stop 1, 3.", []string{"Done", "Dana Doe is stopped", "answer: resume 1", "Cy Doe is stopped", "answer: resume 3"}, func(d *desk) error {
			return d.states(sequences.StateStopped, sequences.StateQueued, sequences.StateStopped)
		}},
		{"pause and resume", "pause 2\nresume 2", []string{"Bo Doe is paused", "Bo Doe goes on", "answer: pause 2"}, func(d *desk) error {
			return d.states(sequences.StateQueued, sequences.StateQueued, sequences.StateQueued)
		}},
		{"snooze", "snooze 2 3 March", []string{"Bo Doe waits until Wednesday, 3 March 2027"}, func(d *desk) error {
			if until := d.person("bo@ink.example").Enrolments[0].Due; !until.Equal(time.Date(2027, 3, 3, 0, 0, 0, 0, time.UTC)) {
				return fmt.Errorf("until %s", until)
			}
			return d.states(sequences.StateQueued, sequences.StateSnoozed, sequences.StateQueued)
		}},
		{"note", "note 1: Wants a demo for five\nnote 1: estimator=Tom", []string{"Noted of Dana Doe: Wants a demo for five"}, func(d *desk) error {
			p := d.person("dana@acme.example")
			if tom, _ := p.Note("estimator"); len(p.Notes) != 2 || p.Notes[0].Text != "Wants a demo for five" || tom != "Tom" {
				return fmt.Errorf("notes %+v", p.Notes)
			}
			return nil
		}},
		{"set", "set 1 company=Acme GmbH\nset 1 city=…", []string{"Filled in for Dana Doe: company=Acme GmbH", "say the field and what it is"}, func(d *desk) error {
			if p := d.person("dana@acme.example"); p.Fields["company"] != "Acme GmbH" || p.Fields["city"] != "" {
				return fmt.Errorf("fields %v", p.Fields)
			}
			return nil
		}},
		{"a slip in a name", "set 1 frst_name=Dana", []string{"Filled in for Dana Doe: frst_name=Dana (frst_name is a new field; did you mean first_name?)"}, func(d *desk) error {
			if p := d.person("dana@acme.example"); p.Fields["frst_name"] != "Dana" {
				return fmt.Errorf("fields %v", p.Fields)
			}
			return nil
		}},
		{"suppress a person", "suppress 3", []string{"Cy Doe is never written to again"}, func(d *desk) error {
			if !d.suppressed("cy@tin.example") {
				return errors.New("is not suppressed")
			}
			return d.states(sequences.StateQueued, sequences.StateQueued, sequences.StateSuppressed)
		}},
		{"suppress a domain", "suppress acme.example", []string{"acme.example is never written to again", "no way back"}, func(d *desk) error {
			if !d.suppressed("new@acme.example") {
				return errors.New("is not suppressed")
			}
			return d.states(sequences.StateSuppressed, sequences.StateQueued, sequences.StateQueued)
		}},
		{"suppress somebody unknown", "suppress eve@evil.example", []string{"eve@evil.example is never written to again"}, func(d *desk) error {
			if !d.suppressed("eve@evil.example") {
				return errors.New("is not suppressed")
			}
			return nil
		}},
		{"pause all", "pause all", []string{"All sending is paused", "answer: resume all"}, nil},
		{"what can't be", "resume 1\nwas 1 interested", []string{"Not done", "“resume 1”, for Dana Doe", "under way already", "“was 1 interested”, for Dana Doe", "no answer of theirs is known"}, func(d *desk) error {
			return d.states(sequences.StateQueued, sequences.StateQueued, sequences.StateQueued)
		}},
		{"half understood", "stop 1\nand what of Bo?\nsnooze 9 3 March", []string{"Dana Doe is stopped", "no number 9; it has 1 to 3", "“and what of Bo?”: this is none of the words", "What can be said"}, nil},
		{"nothing understood", "Dear Dana,\n\nThursday at two suits me well. I will call you then.", []string{"Not understood", "it reached nobody"}, nil},
		{"no proposal", "enrol 1", []string{"Not done", "nobody is proposed"}, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, boss, "")
			answer := d.says(tc.text)
			for _, want := range tc.says {
				if !strings.Contains(answer, want) {
					t.Errorf("the answer doesn't say %q: %s", want, answer)
				}
			}
			if tc.check != nil {
				if err := tc.check(d); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// states compares the states of the three.
func (d *desk) states(want ...sequences.State) error {
	for i, address := range []string{"dana@acme.example", "bo@ink.example", "cy@tin.example"} {
		if got := d.person(address).Enrolments[0].State; got != want[i] {
			return fmt.Errorf("%s is %s, want %s", address, got, want[i])
		}
	}
	return nil
}

func TestWordsAreJournaledAsTheOwners(t *testing.T) {
	t.Parallel()
	d := newDesk(t, boss, "")
	d.says("stop 1")
	var by string
	err := d.ledger.Read(t.Context(), func(t *ledger.Tx) error {
		return t.PersonJournal(d.people[0], func(e ledger.Entry) error {
			if e.Event.Order != nil {
				by = e.Event.By
			}
			return nil
		})
	})
	if err != nil || !strings.Contains(by, "your mail <answer-") {
		t.Errorf("by %q, %v", by, err)
	}
}

func TestAWordCountsOnce(t *testing.T) {
	t.Parallel()
	d := newDesk(t, boss, authedBy)
	own := letter{box: "ana", role: mailbox.RoleSent, raw: fromSent("pause 1")}
	// The copy in the inbox, which proves nothing, may be read first.
	d.put(letter{box: "ana", role: mailbox.RoleInbox, raw: own.raw})
	if got := d.unproven(); len(got) != 1 || got[0].MessageID != "answer-1@client.example" {
		t.Errorf("unproven: %+v", got)
	}
	d.put(own)
	if err := d.states(sequences.StateHeld, sequences.StateQueued, sequences.StateQueued); err != nil {
		t.Error(err)
	}
	if got := d.unproven(); len(got) != 0 {
		t.Errorf("still unproven: %+v", got)
	}
	before := d.requests()
	d.says("resume 1")
	for _, again := range []letter{own, {box: "ana", role: mailbox.RoleInbox, raw: own.raw}, {box: "ana", role: mailbox.RoleArchive, raw: own.raw}, {box: "ben", role: mailbox.RoleSent, raw: own.raw},
		{box: "ana", role: mailbox.RoleSent, raw: strings.Replace(fromSent("stop 2"), "Date: Tue", "X-Other: 1\nDate: Tue", 1)},
		{box: "ana", role: mailbox.RoleInbox, raw: fromElsewhere("stop 3")}} {
		d.put(again)
		d.restart()
		d.put(again)
	}
	if n := d.requests() - before; n != 2 {
		t.Errorf("%d requests, want that of resume", n-1)
	}
	if got := d.told("receipt"); len(got) != 2 {
		t.Errorf("%d answers", len(got))
	}
	if got := d.unproven(); len(got) != 0 {
		t.Errorf("unproven: %+v", got)
	}
}

func TestWhatOnlyStopsNeverExpires(t *testing.T) {
	t.Parallel()
	d := newDesk(t, boss, "")
	d.now = d.now.AddDate(0, 1, 0)
	answer := d.says("stop 1\nsnooze 2 3 March\nnote 3: called\nsuppress ink.example\nresume 2\npause 3\nwas 2 auto reply\nwas 2 later\nwas 2 interested")
	for _, want := range []string{"Dana Doe is stopped", "Noted of Cy", "ink.example is never", "Cy Doe is paused", "Not done", "“resume 2”", "“was 2 interested”, for Bo Doe", "after 7 days"} {
		if !strings.Contains(answer, want) {
			t.Errorf("the answer doesn't say %q: %s", want, answer)
		}
	}
	if n := strings.Count(answer, "after 7 days"); n != 4 {
		t.Errorf("%d words are too late, want resume, snooze, and two corrections that let the sequence go on: %s", n, answer)
	}
}

func TestAnswersAreBounded(t *testing.T) {
	t.Parallel()
	d := newDesk(t, boss, "")
	for i := range 25 {
		raw := strings.Replace(fromSent("note 1: call again"), "answer-1@", fmt.Sprintf("answer-%d@", i), 1)
		d.put(letter{box: "ana", role: mailbox.RoleSent, raw: raw})
	}
	if got := d.told("receipt"); len(got) != 20 {
		t.Errorf("%d answers within an hour", len(got))
	}
	if p := d.person("dana@acme.example"); len(p.Notes) != 25 {
		t.Errorf("%d notes: what was asked for is done all the same", len(p.Notes))
	}
}

// A mail to the owner that goes to a prospect as well is the owner's own mail
// to them, even where its words are those of a command.
func TestAnAnswerToAProspectStopsThem(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, raw string }{
		{"an answer", with(fromSent("Let us talk.\nstop 2"), "To", "Dana <dana@acme.example>")},
		{"passed on", without(with(fromSent("For you, Dana."), "To", "Dana <dana@acme.example>"), "In-Reply-To")},
		{"a copy", "Cc: dana@acme.example\n" + fromSent("stop 2")},
		{"a blind copy", "Bcc: dana@acme.example\n" + fromSent("stop 2")},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, boss, "")
			d.put(letter{box: "ana", role: mailbox.RoleSent, raw: tc.raw})
			if err := d.states(sequences.StateHeld, sequences.StateQueued, sequences.StateQueued); err != nil {
				t.Error(err)
			}
			got := d.told("receipt")
			if len(got) != 1 || !strings.Contains(bodyText(t, got[0]), "Your mail went to Dana Doe as well") {
				t.Errorf("told: %s", got)
			}
		})
	}
}

// Some servers give a mail another id: answers cite that one.
func TestAnswersToARenamedMail(t *testing.T) {
	t.Parallel()
	d := newDesk(t, boss, "")
	raw := "Message-ID: <public-1@outlook.example>\nX-Microsoft-Original-Message-ID: <" + ownersID + ">\nFrom: followupd <ana@lima.example>\nTo: " + boss +
		"\nSubject: Dana asks a question\nDate: Tue, 1 Sep 2026 09:00:00 +0000\n\nDana wrote\n"
	answer := strings.Replace(fromSent("stop 1"), "In-Reply-To: <"+ownersID+">", "In-Reply-To: <public-1@outlook.example>", 1)
	d.put(letter{box: "ana", role: mailbox.RoleInbox, raw: raw})
	d.put(letter{box: "ana", role: mailbox.RoleSent, raw: answer})
	if err := d.states(sequences.StateQueued, sequences.StateQueued, sequences.StateQueued); err != nil {
		t.Errorf("a copy in the inbox gave a mail another id: %v", err)
	}
	d.put(letter{box: "ana", role: mailbox.RoleSent, raw: raw})
	d.put(letter{box: "ana", role: mailbox.RoleSent, raw: strings.Replace(answer, "answer-1@", "answer-2@", 1)})
	if err := d.states(sequences.StateStopped, sequences.StateQueued, sequences.StateQueued); err != nil {
		t.Error(err)
	}
}

// A prospect who names a colleague has them proposed; one word enrols them.
func TestEnrolWhomSomebodyNamed(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name    string
		before  func(*desk)
		says    string
		enrolls bool
	}{
		{"new", func(*desk) {}, "Sam Ito <sam@acme.example> is enrolled", true},
		{"suppressed", func(d *desk) {
			d.ask(engine.Ask{Verb: engine.VerbSuppressDomain, Address: "acme.example"})
		}, "is on the suppression list", false},
		{"known", func(d *desk) {
			d.ask(engine.Ask{Verb: engine.VerbEnrol, People: []engine.Newcomer{{Address: "sam@acme.example", Sequence: "intro", Reason: "met", Source: "card"}}})
		}, "is in sequence", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, boss, "")
			d.put(letter{box: "ana", role: mailbox.RoleInbox, raw: "From: Dana Doe <dana@acme.example>\nTo: ana@lima.example\nSubject: Re: Quotes\nDate: Tue, 1 Sep 2026 09:00:00 +0000\n" +
				"Message-ID: <dana-1@acme.example>\n\nI am not the right person for this. Please write to my colleague Sam Ito, sam@acme.example, who looks after our quotes.\n"})
			tc.before(d)
			d.now = d.now.Add(time.Hour)
			d.tell("second@lima.example", d.now)
			answer := d.saysTo("second@lima.example", "enrol 1")
			if !strings.Contains(answer, tc.says) {
				t.Errorf("the answer doesn't say %q: %s", tc.says, answer)
			}
			p := d.person("sam@acme.example")
			switch {
			case !tc.enrolls:
				if strings.Contains(answer, "Done -") || len(p.Enrolments) > 1 || len(p.Enrolments) == 1 && p.Enrolments[0].Reason != "met" {
					t.Errorf("%s: %+v", answer, p.Enrolments)
				}
			case len(p.Enrolments) != 1 || p.Enrolments[0].Reason != "referred by Dana Doe" || p.Enrolments[0].Sequence != "intro" || !strings.Contains(p.Enrolments[0].Source, "mail of Dana Doe"):
				t.Fatalf("enrolments %+v", p.Enrolments)
			case p.Fields["first_name"] != "Sam" || p.Fields["last_name"] != "Ito" || p.Fields["company"] != "acme.example" || p.Fields["referred_by"] != "Dana Doe":
				t.Errorf("fields %v", p.Fields)
			default:
				// The one enrolled has a number in the answer, and that undoes it.
				d.undo(t, "stop 4")
				if got := d.person("sam@acme.example").Enrolments[0].State; got != sequences.StateStopped {
					t.Errorf("after the undo sam is %s", got)
				}
			}
		})
	}
}

// The word by mail takes back an opt-out that was none, also behind a newer mail
// of theirs, which is another one than the owner answers about.
func TestWasNoOptOut(t *testing.T) {
	t.Parallel()
	for _, newer := range []bool{false, true} {
		t.Run(fmt.Sprint(newer), func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, boss, "")
			write := func(n int, text string) {
				d.now = d.now.Add(time.Minute)
				d.put(letter{box: "ana", role: mailbox.RoleInbox, raw: fmt.Sprintf("From: Dana Doe <dana@acme.example>\nTo: ana@lima.example\nSubject: Re: Quotes\nDate: Tue, 1 Sep 2026 09:0%d:00 +0000\n"+
					"Message-ID: <dana-%d@acme.example>\n\n%s\n", n, n, text)})
			}
			write(1, "Please take me off your list and don't write to me again.")
			if d.person("dana@acme.example").Suppressed == nil {
				t.Fatal("it isn't read as an opt-out")
			}
			d.now = d.now.Add(time.Minute)
			d.tell("second@lima.example", d.now)
			if newer {
				write(2, "What does it cost for five people?")
			}
			d.now = d.now.Add(time.Minute)
			answer := strings.Join(strings.Fields(d.saysTo("second@lima.example", "was 1 question")), " ")
			if p := d.person("dana@acme.example"); p.Suppressed != nil || p.Turn == nil || !strings.Contains(answer, "off the list of those never written to again") {
				t.Errorf("suppressed %+v, turn %+v: %s", p.Suppressed, p.Turn, answer)
			}
		})
	}
}

// danaWrites has answers of Dana's come in, and the owner told of them in one mail,
// second@lima.example.
func (d *desk) danaWrites(texts ...string) {
	d.t.Helper()
	for i, text := range texts {
		d.now = d.now.Add(time.Minute)
		d.put(letter{box: "ana", role: mailbox.RoleInbox, raw: fmt.Sprintf("From: Dana Doe <dana@acme.example>\nTo: ana@lima.example\nSubject: Re: Quotes\nDate: Tue, 1 Sep 2026 09:0%d:00 +0000\n"+
			"Message-ID: <dana-%d@acme.example>\n\n%s\n", i, i, text)})
	}
	d.now = d.now.Add(time.Hour)
	d.tell("second@lima.example", d.now)
	dana := d.person("dana@acme.example").ID
	if err := d.ledger.Write(d.t.Context(), func(tx *ledger.Tx) error {
		mails, err := tx.OwnerMails(time.Time{})
		if err != nil {
			return err
		}
		mails = slices.DeleteFunc(mails, func(m ledger.OwnerMail) bool { return m.Person != dana || m.Event == "" })
		return tx.Gathered(ledger.OwnerMail{Key: "test:second@lima.example", Bytes: []byte{}}, mails)
	}); err != nil {
		d.t.Fatal(err)
	}
}

// Who names two colleagues in what one mail tells has each of them enrolled by a
// number of their own; the bare number says nothing.
func TestEnrolOneOfTwo(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]struct{ says, enrolled string }{
		"enrol 1.1": {"Sam Ito <sam@acme.example> is enrolled", "sam@acme.example"},
		"enrol 1.2": {"Kim Park <kim@acme.example> is enrolled", "kim@acme.example"},
		"enrol 1":   {"say which, as in: enrol 1.1", ""},
		"enrol 1.3": {"named no more than 2", ""},
	} {
		t.Run(word, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, boss, "")
			const points = "I am not the right person for this. Please write to my colleague %s, who looks after our quotes."
			d.danaWrites(fmt.Sprintf(points, "Sam Ito, sam@acme.example"), fmt.Sprintf(points, "Kim Park, kim@acme.example"))
			answer := d.saysTo("second@lima.example", word)
			if !strings.Contains(strings.Join(strings.Fields(answer), " "), want.says) {
				t.Errorf("the answer doesn't say %q: %s", want.says, answer)
			}
			for _, address := range []string{"sam@acme.example", "kim@acme.example"} {
				if got := d.person(address).ID != 0; got != (address == want.enrolled) {
					t.Errorf("%s is known: %t", address, got)
				}
			}
		})
	}
}

// A colleague who is only mentioned has no number: nobody proposes them.
func TestEnrolPassesOverWhoIsNotProposed(t *testing.T) {
	t.Parallel()
	d := newDesk(t, boss, "")
	d.danaWrites("Let's talk on Thursday at 14:00. Please write to my colleague Lee Orr, lee@acme.example, who will join us.",
		"I am not the right person for this. Please write to my colleague Sam Ito, sam@acme.example, who looks after our quotes.")
	if answer := d.saysTo("second@lima.example", "enrol 1"); !strings.Contains(strings.Join(strings.Fields(answer), " "), "Sam Ito <sam@acme.example> is enrolled") {
		t.Errorf("the one who was proposed isn't enrolled: %s", answer)
	}
}

func (d *desk) ask(ask engine.Ask) {
	d.t.Helper()
	if _, err := d.Do(d.t.Context(), "test", ask); err != nil {
		d.t.Fatal(err)
	}
}

// undo answers the newest receipt.
func (d *desk) undo(t *testing.T, text string) {
	t.Helper()
	got := d.told("receipt")
	m, err := netmail.ReadMessage(strings.NewReader(got[len(got)-1]))
	if err != nil {
		t.Fatal(err)
	}
	d.saysTo(strings.Trim(m.Header.Get("Message-ID"), "<>"), text)
}

// approve all is about those to whom a mail waits for a yes, and nobody else.
func TestApproveAllLeavesOutWhoIsNotAsked(t *testing.T) {
	t.Parallel()
	d := newDesk(t, boss, "")
	if got := d.says("Approve all."); !strings.Contains(got, "no mail to any of them waits for your yes") || strings.Contains(got, "Bo") {
		t.Errorf("nothing waits: %s", got)
	}
	d.says("pause 2\npause 3")
	if n, err := d.SendFrom(t.Context(), "ana"); err != nil || n != 1 {
		t.Fatalf("%d mails went out: %v", n, err)
	}
	if _, err := d.TakeUp(t.Context(), rigRules(t, sequences.ApprovalAsk)); err != nil {
		t.Fatal(err)
	}
	d.now = d.now.Add(7 * 24 * time.Hour)
	d.settle()
	if _, err := d.SendFrom(t.Context(), "ana"); err != nil {
		t.Fatal(err)
	}
	d.settle()
	d.tell("another1d@lima.example", d.now)
	got := d.saysTo("another1d@lima.example", "Approve all.")
	if !strings.Contains(got, "The mail to Dana Doe") || strings.Contains(got, "Bo Doe") || strings.Contains(got, "Cy Doe") {
		t.Errorf("one waits: %s", got)
	}
}
