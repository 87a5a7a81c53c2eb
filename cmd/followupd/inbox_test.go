package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/internal/report"
	"followupd/sequences"
)

func inboxItemOf(kind inboxKind, mail bool) *inboxItem {
	it := &inboxItem{Item: report.Item{Who: report.Who{ID: 1, Name: "Dana Reed", Address: "dana@acme.example"}, Why: "proposes a meeting", Since: inboxNow.Add(-3 * time.Hour)}, Kind: kind}
	if mail {
		it.Mail = &inboxMail{From: "dana@acme.example", Subject: "Late quotes", Text: "Thursday at 14:00?", Folder: "INBOX", Mailbox: "ana@lima.example"}
	}
	return it
}

var inboxNow = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

func TestKeyDoes(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		key  rune
		kind inboxKind
		mail bool
		deed deed
		verb sequences.Verb
		asks needed
		why  string // it does nothing
	}{
		{"answer", 'a', kindAnswer, true, deedAnswer, "", asksNothing, ""},
		{"snooze", 's', kindAnswer, true, deedOrder, sequences.VerbSnooze, asksUntil, ""},
		{"stop", 'x', kindAnswer, true, deedOrder, sequences.VerbStop, asksNothing, ""},
		{"stop a task", 'x', kindTask, false, deedOrder, sequences.VerbStop, asksNothing, ""},
		{"resume", 'r', kindHold, false, deedOrder, sequences.VerbResume, asksNothing, ""},
		{"resume what was stopped", 'r', kindSettled, false, deedOrder, sequences.VerbResume, asksNothing, ""},
		{"resume is no yes", 'r', kindApproval, false, "", "", "", "y says it"},
		{"resume is no word on a mail in doubt", 'r', kindUncertain, false, "", "", "", "what became of the mail"},
		{"resume does no task", 'r', kindTask, false, "", "", "", "d says that it is done"},
		{"resume sends no draft", 'r', kindDraft, false, "", "", "", "in your Drafts"},
		{"approve", 'y', kindApproval, false, deedOrder, sequences.VerbApprove, asksNothing, ""},
		{"approve nothing", 'y', kindAnswer, true, "", "", "", "No mail to them waits"},
		{"approve a draft", 'y', kindDraft, false, "", "", "", "send it from there"},
		{"approve what was settled", 'y', kindSettled, false, "", "", "", "No mail to them waits"},
		{"done", 'd', kindTask, false, deedOrder, sequences.VerbDone, asksNothing, ""},
		{"done with no task", 'd', kindAnswer, true, "", "", "", "No task"},
		{"it went out", 'o', kindUncertain, false, deedOrder, sequences.VerbWasSent, asksNothing, ""},
		{"send again asks", 'e', kindUncertain, false, deedOrder, sequences.VerbSendAgain, asksSure, ""},
		{"send again what is in no doubt", 'e', kindAnswer, true, "", "", "", "in doubt"},
		{"correct", 'w', kindDoubt, true, deedOrder, sequences.VerbAnswerWas, asksIntent, ""},
		{"correct no mail", 'w', kindHold, false, "", "", "", "No mail of theirs"},
		{"note", 'n', kindHold, false, deedOrder, sequences.VerbNote, asksText, ""},
		{"never again asks", 'u', kindAnswer, true, deedOrder, sequences.VerbSuppress, asksSure, ""},
		{"next", 'k', kindHold, false, deedNext, "", asksNothing, ""},
		{"Enter", '\r', kindHold, false, deedNext, "", asksNothing, ""},
		{"back", 'b', kindHold, false, deedBack, "", asksNothing, ""},
		{"help", '?', kindHold, false, deedHelp, "", asksNothing, ""},
		{"quit", 'q', kindHold, false, deedQuit, "", asksNothing, ""},
		{"Ctrl-C", '\x03', kindHold, false, deedQuit, "", asksNothing, ""},
		{"a capital is another key", 'U', kindHold, false, "", "", "", "? shows those"},
		{"unknown", 'ß', kindHold, false, "", "", "", "? shows those"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			b, why, ok := keyDoes(tt.key, inboxItemOf(tt.kind, tt.mail))
			if ok != (tt.why == "") || !strings.Contains(why, tt.why) {
				t.Fatalf("ok %v, %q", ok, why)
			}
			if ok && (b.deed != tt.deed || b.verb != tt.verb || b.asks != tt.asks) {
				t.Errorf("%+v", b)
			}
			if ok && b.deed == deedOrder && b.undo == "" {
				t.Error("nothing says what takes it back")
			}
		})
	}
}

// walked is how a walk with some keys went.
type walked struct {
	asked  []engine.Ask
	frames []string // what was on the screen, one after the other
	done   []string
}

func walkWith(t *testing.T, width, height int, keys string, answer func(engine.Ask) (string, bool), items ...*inboxItem) walked {
	t.Helper()
	var out bytes.Buffer
	var got walked
	r := bufio.NewReader(strings.NewReader(keys))
	w := &walker{out: &out, keys: &rawKeys{r: r, out: &out}, size: func() (int, int) { return width, height }, styled: func(_, s string) string { return s },
		now: func() time.Time { return inboxNow }, zone: time.UTC, moment: (&app{now: func() time.Time { return inboxNow }}).moment,
		fill: func(*inboxItem) error { return nil },
		ask: func(a engine.Ask) (string, bool) {
			got.asked = append(got.asked, a)
			return answer(a)
		}}
	if height == 0 {
		w.keys = &lineKeys{r}
	}
	for _, it := range items {
		w.items = append(w.items, *it)
	}
	if err := w.run(); err != nil {
		t.Fatal(err)
	}
	got.frames = strings.Split(out.String(), "\x1b[H\x1b[2J")
	got.done = w.done
	return got
}

func carried(a engine.Ask) (string, bool) { return a.Address + ": " + a.Verb, true }

func TestWalk(t *testing.T) {
	t.Parallel()
	dana, task := inboxItemOf(kindAnswer, true), inboxItemOf(kindTask, false)
	task.Name, task.Address = "Tom Ito", "tom@umbrella.example"
	doubt := inboxItemOf(kindUncertain, false)
	day := time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC)
	const address = "dana@acme.example"
	for _, tt := range []struct {
		name, keys string
		item       *inboxItem
		asked      []engine.Ask
		says       string // in the end
	}{
		{"stop", "xq", dana, []engine.Ask{{Verb: "stop", Address: address}}, "Done: dana@acme.example: stop; r resumes."},
		{"stop and back again", "xrq", dana, []engine.Ask{{Verb: "stop", Address: address}, {Verb: "resume", Address: address}}, "; x stops it."},
		{"snooze", "s2027-03-01\rq", dana, []engine.Ask{{Verb: "snooze", Address: address, Until: day}}, "r takes it up now."},
		{"snooze, with a slip", "s2027-04\x7f3-01\rq", dana, []engine.Ask{{Verb: "snooze", Address: address, Until: day}}, ""},
		{"snooze into the past", "s2020-03-01\rq", dana, nil, "is in the past"},
		{"snooze left", "s\x1bq", dana, nil, "Nothing was changed."},
		{"snooze left by Enter", "s\rq", dana, nil, "Nothing was changed."},
		{"never again", "uyq", dana, []engine.Ask{{Verb: "suppress", Address: address}}, "there is no way back"},
		{"never again, not sure", "unq", dana, nil, "Nothing was changed."},
		{"never again, keys end", "u", dana, nil, ""},
		{"correct", "wiq", dana, []engine.Ask{{Verb: "answer_was", Address: address, Intent: replies.IntentInterested}}, "w corrects it again"},
		{"correct to an opt-out asks", "woyq", dana, []engine.Ask{{Verb: "answer_was", Address: address, Intent: replies.IntentOptOut}}, "there is no way back"},
		{"correct to an opt-out, not sure", "wo\rq", dana, nil, "Nothing was changed."},
		{"correct to nothing", "wzq", dana, nil, "Nothing was changed."},
		{"note", "nknows Tom\rq", dana, []engine.Ask{{Verb: "note", Address: address, Text: "knows Tom"}}, "a note stays"},
		{"note with a name", "ncar=red\rq", dana, []engine.Ask{{Verb: "note", Address: address, Key: "car", Text: "red"}}, ""},
		{"note of a bad name", "nMy.car=red\rq", dana, nil, "can't be a note's name"},
		{"note, pasted", "n\x1b[200~yes, r x\x1b[201~\rq", dana, []engine.Ask{{Verb: "note", Address: address, Text: "yes, r x"}}, ""},
		{"what is pasted is no key", "\x1b[200~xyru\x1b[201~q", dana, nil, ""},
		{"arrows are no letters", "\x1b[A\x1bOB\x1b[3~q", dana, nil, ""},
		{"done", "dq", task, []engine.Ask{{Verb: "done", Address: "tom@umbrella.example"}}, ""},
		{"send again, not sure", "enq", doubt, nil, "Nothing was changed."},
		{"it went out", "oq", doubt, []engine.Ask{{Verb: "was_sent", Address: address}}, ""},
		{"what doesn't fit asks nobody", "ydq", dana, nil, "No task of theirs waits for you."},
		{"answering marks nothing", "aq", dana, nil, "Their mail lies in INBOX"},
		{"help", "?\x03", dana, nil, "Show where their mail lies"},
		{"a key on the help page goes back", "?x\x03", dana, nil, "1 of 1 Dana Reed"},
		{"and does nothing else", "?q", dana, nil, "x stop"},
		{"the end", "\rz", dana, nil, "There are no more"},
		{"Enter ends it at last", "\r\rx", dana, nil, "That was the last."},
		{"Ctrl-C", "\x03x", dana, nil, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := walkWith(t, 60, 15, tt.keys, carried, tt.item)
			if fmt.Sprintf("%+v", got.asked) != fmt.Sprintf("%+v", tt.asked) {
				t.Errorf("asked %+v, want %+v", got.asked, tt.asked)
			}
			last := strings.Join(strings.Fields(got.frames[len(got.frames)-1]), " ")
			if !strings.Contains(last, tt.says) {
				t.Errorf("no %q on the last screen:\n%s", tt.says, last)
			}
			if strings.Contains(strings.Join(got.done, "\n"), "Dana@") {
				t.Errorf("an address is changed: %q", got.done)
			}
			if len(got.done) != len(tt.asked) {
				t.Errorf("it tells of %q", got.done)
			}
		})
	}
}

func TestWalkTellsOfWhatWasRefused(t *testing.T) {
	t.Parallel()
	got := walkWith(t, 80, 24, "xq", func(engine.Ask) (string, bool) { return "not possible: it is over", false }, inboxItemOf(kindHold, false))
	if last := got.frames[len(got.frames)-1]; !strings.Contains(last, "Not done: not possible: it is over.") || strings.Contains(last, "r resumes.") || got.done != nil {
		t.Errorf("%q\n%s", got.done, last)
	}
}

// Every screen of a long answer fits the smallest terminal, and all of it can
// be seen.
func TestWalkFitsTheScreen(t *testing.T) {
	t.Parallel()
	long := inboxItemOf(kindAnswer, true)
	var words []string
	for n := range 120 {
		words = append(words, fmt.Sprintf("word%03d", n))
	}
	long.Company = strings.Repeat("A very long company ", 10)
	long.Mail.Text = strings.Join(words, " ") + "\n\x1b[2Jescape\n" + strings.Repeat("x", 200)
	long.Mail.Links = []string{"In Gmail: https://mail.google.com/" + strings.Repeat("m", 200)}
	long.Mail.Ready = strings.Repeat("Thank you. ", 50)
	const width, height = 60, 15
	got := walkWith(t, width, height, strings.Repeat("m", 12)+"x?mmam"+"q", carried, long)
	all := strings.Join(got.frames, "")
	for _, word := range append(words, "escape") {
		if !strings.Contains(all, word) {
			t.Errorf("%s is never seen", word)
		}
	}
	if strings.Contains(all, "\x1b") {
		t.Error("what they wrote drives the terminal")
	}
	for _, frame := range got.frames {
		lines := 0
		for line := range strings.SplitSeq(frame, "\n") {
			n := utf8.RuneCountInString(line)
			lines += max((n+width-1)/width, 1)
			if n > width && !strings.Contains(line, "mmmm") && !strings.Contains(line, "xxxx") {
				t.Errorf("%d characters: %q", n, line)
			}
		}
		if lines > height {
			t.Errorf("%d lines:\n%s", lines, frame)
		}
	}
}

// Under a draft stands no command: what to do with it is said in words.
func TestListOfADraft(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	i := &inbox{app: &app{now: func() time.Time { return inboxNow }, env: noEnv, stdout: &out}}
	draft, answer := inboxItemOf(kindDraft, false), inboxItemOf(kindAnswer, true)
	draft.Do, answer.Do = commandsFor(draft), commandsFor(answer)
	i.listText([]inboxItem{*draft})
	if strings.Contains(out.String(), "snooze") {
		t.Errorf("it shows:\n%s", out.String())
	}
	i.listText([]inboxItem{*answer})
	if !strings.Contains(out.String(), "followupd show ") {
		t.Errorf("it shows no command:\n%s", out.String())
	}
}

func TestWalkInLines(t *testing.T) {
	t.Parallel()
	got := walkWith(t, 80, 0, "s\n3w\n\nq\n", carried, inboxItemOf(kindAnswer, true))
	if len(got.asked) != 1 || got.asked[0].Until != inboxNow.AddDate(0, 0, 21) {
		t.Errorf("asked %+v", got.asked)
	}
	if text := strings.Join(got.frames, ""); strings.Contains(text, "\x1b") || !strings.Contains(text, "That was the last.") || !strings.Contains(text, "\n> ") {
		t.Errorf("it shows:\n%s", text)
	}
}

func TestKeysEndWithTheContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	never, _ := io.Pipe()
	r := newKeyReader(ctx, never)
	cancel()
	if _, err := (&rawKeys{r: r, out: io.Discard}).key(); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func (v *village) inboxShowsHowToAnswer(t *testing.T) {
	a := &app{now: func() time.Time { return v.at }, env: noEnv, configFile: filepath.Join(v.dir, "config.yaml")}
	err := a.withLedger(t.Context(), func(c *config.Config, l *ledger.Ledger) error {
		i := &inbox{app: a, config: c, ledger: l}
		items, err := i.items(t.Context())
		if err != nil {
			return err
		}
		look, err := i.looker(t.Context())
		if err != nil {
			return err
		}
		it := &items[0]
		if err := look.fill(t.Context(), it); err != nil {
			return err
		}
		if it.Kind != kindAnswer || it.Sequence != "intro" || it.Mail == nil {
			t.Fatalf("%+v", it)
		}
		if m := it.Mail; m.Mailbox != "ana@lima.example" || m.Folder != "INBOX" || len(m.Links) != 2 || !strings.Contains(m.Ready, "works for me") ||
			!strings.Contains(m.Text, "\n") || m.InDrafts || !strings.Contains(m.Read, "proposes a meeting") {
			t.Errorf("%+v", it.Mail)
		}
		return look.close()
	})
	if err != nil {
		t.Fatal(err)
	}
}
