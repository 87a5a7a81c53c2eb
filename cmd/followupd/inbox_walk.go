package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/internal/report"
	"followupd/sequences"
)

// keyboard gives what the owner types.
type keyboard interface {
	// key is the next key. io.EOF says that there is none to come.
	key() (rune, error)
	// line is a line of text; ok is false where the owner left it.
	line() (text string, ok bool, err error)
}

// walker goes through items with single keys. It is told by its fields what to
// draw on and whom to ask, and touches nothing else.
type walker struct {
	items []inboxItem
	keys  keyboard
	out   io.Writer
	// size is the screen's; a height of 0 means that there is none: lines then
	// follow one another, and nothing is taken away.
	size   func() (width, height int)
	styled func(code, s string) string
	now    func() time.Time
	zone   *time.Location

	fill   func(*inboxItem) error
	ask    func(engine.Ask) (said string, done bool)       // says what became of it
	moment func(string, *time.Location) (time.Time, error) // reads a date or a span

	at   int    // == len(items): the last page
	view deed   // deedAnswer or deedHelp in place of the item
	from int    // the first line of the page that is shown
	part int    // how many of its lines are
	more bool   // lines are left below
	said string // about the last key
	done []string
}

// run walks until the owner quits.
func (w *walker) run() error {
	if err := w.look(); err != nil {
		return err
	}
	for {
		w.draw()
		key, err := w.keys.key()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		end, err := w.press(key)
		if err != nil || end {
			return err
		}
	}
}

// look fills in the item that is shown.
func (w *walker) look() error {
	if w.at >= len(w.items) {
		return nil
	}
	return w.fill(&w.items[w.at])
}

func (w *walker) press(key rune) (end bool, err error) {
	w.said = ""
	if key == keyEscape {
		w.view, w.from = "", 0
		return false, nil
	}
	if w.at == len(w.items) {
		return w.pressAtEnd(key)
	}
	it := &w.items[w.at]
	b, why, ok := keyDoes(key, it)
	if w.view == deedHelp && b.deed != deedMore && !ends(key) {
		w.view, w.from = "", 0 // the page tells of keys; none of them does it there
		return false, nil
	}
	if !ok {
		w.said = why
		return false, nil
	}
	switch b.deed {
	case deedQuit:
		return true, nil
	case deedNext:
		w.at++
	case deedBack:
		if w.at == 0 {
			w.said = "This is the first."
		}
		w.at = max(w.at-1, 0)
	case deedMore:
		w.scroll()
		return false, nil
	case deedHelp, deedAnswer:
		if w.view == b.deed {
			b.deed = ""
		}
		w.view, w.from = b.deed, 0
		return false, nil
	case deedOrder:
		w.view, w.from = "", 0
		if err := w.order(b, it); err != nil {
			return false, err
		}
	}
	w.view, w.from = "", 0
	return false, w.look()
}

func (w *walker) pressAtEnd(key rune) (end bool, err error) {
	switch b, _, _ := keyDoes(key, &inboxItem{}); b.deed {
	case deedQuit, deedNext:
		return true, nil
	case deedBack:
		w.at = max(w.at-1, 0)
	default:
		w.said = "There are no more: Enter ends, b goes back."
	}
	w.from = 0
	return false, w.look()
}

// scroll shows the next lines, and the first after the last.
func (w *walker) scroll() {
	if !w.more {
		w.from = 0
		return
	}
	w.from += w.part
}

// order asks what a key's order needs, and has it carried out.
func (w *walker) order(b binding, it *inboxItem) error {
	g, ok, err := w.question(b, it)
	if err != nil || !ok {
		return err
	}
	ask, err := b.order(it.Address, g)
	if err != nil {
		w.said = sentence(err.Error())
		return nil
	}
	said, done := w.ask(ask)
	if !done {
		w.said = "Not done: " + trimDot(said) + "."
		return nil
	}
	w.said = "Done: " + trimDot(said) + "; " + b.undone(g) + "."
	w.done = append(w.done, asSentence(trimDot(said)))
	return nil
}

// undone says what takes an order back.
func (b binding) undone(g given) string {
	if g.intent == replies.IntentOptOut {
		return "there is no way back"
	}
	return b.undo
}

func trimDot(s string) string { return strings.TrimSuffix(s, ".") }

// leaves is said where the owner gives no answer to a question.
const leaves = "Nothing was changed."

// question asks what an order needs; ok is false where the owner leaves it.
func (w *walker) question(b binding, it *inboxItem) (g given, ok bool, err error) {
	name := report.OneLine(it.Name, 30)
	w.said = leaves
	switch b.asks {
	case asksUntil:
		text, ok, err := w.text("Snooze " + name + " until (2027-03-01, 3 March, 10d, 3w): ")
		if err != nil || !ok {
			return g, false, err
		}
		if g.until, err = w.moment(text, w.zone); err != nil {
			w.said = sentence(err.Error()) + " " + leaves
			return g, false, nil
		}
	case asksText:
		text, ok, err := w.text("Note about " + name + ": ")
		if err != nil || !ok {
			return g, false, err
		}
		g.text = text
	case asksIntent:
		if g.intent, ok, err = w.intent(); err != nil || !ok {
			return g, false, err
		}
		if g.intent == replies.IntentOptOut {
			ok, err := w.sure(name + " is never written to again; there is no way back.")
			return g, ok, err
		}
	case asksSure:
		what := name + " is never written to again; there is no way back."
		if b.verb == sequences.VerbSendAgain {
			what = "If the mail went out after all, " + name + " gets it twice."
		}
		ok, err := w.sure(what)
		return g, ok, err
	}
	return g, true, nil
}

// text asks for a line; an empty one leaves it.
func (w *walker) text(prompt string) (string, bool, error) {
	w.print(prompt)
	text, ok, err := w.keys.line()
	text = strings.TrimSpace(text)
	return text, ok && text != "", endOfKeys(err)
}

// endOfKeys is no error: what was asked is left then.
func endOfKeys(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

func (w *walker) sure(what string) (bool, error) {
	width, _ := w.size()
	w.print(report.Wrap(what+" Press y if you are sure: ", width))
	key, err := w.keys.key()
	return err == nil && (key == 'y' || key == 'Y'), endOfKeys(err)
}

// intent asks how to read a mail.
func (w *walker) intent() (replies.Intent, bool, error) {
	width, _ := w.size()
	var words []string
	for _, r := range readings() {
		words = append(words, unbroken(string(r.key)+" "+r.means()))
	}
	w.print(broken(report.Wrap("It means: "+strings.Join(words, ", ")+". Letter:", width)) + " ")
	key, err := w.keys.key()
	if err != nil {
		return "", false, endOfKeys(err)
	}
	n := slices.IndexFunc(readings(), func(r reading) bool { return r.key == unicode.ToLower(key) })
	if n < 0 {
		return "", false, nil
	}
	return readings()[n].intent, true, nil
}

// A gum stands for a space at which no line is broken.
const gum = "\x00"

func unbroken(s string) string { return strings.ReplaceAll(s, " ", gum) }
func broken(s string) string   { return strings.ReplaceAll(s, gum, " ") }

func (w *walker) print(s string) { fmt.Fprint(w.out, s) }

// draw shows the page with the keys below it.
func (w *walker) draw() {
	width, height := w.size()
	body, foot := w.page(width), w.foot(width)
	if height > 0 {
		body = w.fitted(body, width)
		w.print("\x1b[H\x1b[2J")
	}
	w.print(strings.Join(append(body, foot...), "\n") + "\n")
	if height == 0 {
		w.print("> ")
	}
}

// room is how many lines the page has above its foot. A question has the last
// two.
func (w *walker) room() int {
	width, height := w.size()
	return max(height-rows(w.foot(width), width)-3, 3)
}

// fitted is as much of a page as fits. Its first line always stays.
func (w *walker) fitted(body []string, width int) []string {
	room := w.room()
	if w.more = false; rows(body, width) <= room && w.from == 0 {
		return body
	}
	head, rest := body[:1], body[1:]
	rest = rest[min(w.from, len(rest)):]
	room -= rows(head, width) + 1
	for n := range rest {
		if rows(rest[:n+1], width) > room {
			rest, w.more = rest[:max(n, 1)], true
			break
		}
	}
	w.part = len(rest)
	mark := "(the end; m shows the beginning)"
	if w.more {
		mark = "(m shows more)"
	}
	return append(append(slices.Clone(head), rest...), w.styled("2", mark))
}

// rows is how many lines of a screen some lines take.
func rows(lines []string, width int) (n int) {
	for _, line := range lines {
		n += max((utf8.RuneCountInString(line)+width-1)/width, 1)
	}
	return n
}

// foot says what was done, and which keys there are.
func (w *walker) foot(width int) []string {
	foot := []string{""}
	if w.said != "" {
		foot = append(foot, strings.Split(report.Wrap(w.said, width), "\n")...)
	}
	var words []string
	switch {
	case w.at == len(w.items):
		words = []string{"Enter ends", "b back"}
	case w.view == deedHelp:
		words = []string{"any key goes back"}
	default:
		for _, b := range fitting(&w.items[w.at]) {
			if b.deed == deedMore {
				continue // it is named where there is more
			}
			words = append(words, unbroken(string(b.key)+" "+b.label))
		}
	}
	keys := broken(report.Wrap(strings.Join(words, unbroken(" ")+" "), width))
	for line := range strings.SplitSeq(keys, "\n") {
		foot = append(foot, w.styled("2", strings.TrimRight(line, " ")))
	}
	return foot
}

func (w *walker) page(width int) []string {
	if w.at == len(w.items) {
		return w.lastPage(width)
	}
	it := &w.items[w.at]
	head := w.styled("1", cut(fmt.Sprintf("%d of %d  %s", w.at+1, len(w.items), wholeName(it.Name, it.Company, it.Address)), width))
	p := &pageLines{lines: []string{head}, width: width}
	switch w.view {
	case deedHelp:
		for _, b := range bindings() {
			if unfit(b, it) == "" {
				p.para(string(b.key)+"  ", upperFirst(b.does)+".")
			}
		}
	case deedAnswer:
		w.howToAnswer(p, it)
	default:
		w.item(p, it)
	}
	return p.lines
}

func (w *walker) lastPage(width int) []string {
	p := &pageLines{lines: []string{w.styled("1", "That was the last.")}, width: width}
	for _, done := range w.done {
		p.para("- ", done+".")
	}
	if len(w.done) == 0 {
		p.para("", "Nothing was changed.")
	}
	return p.lines
}

// pageLines are lines of a page.
type pageLines struct {
	lines []string
	width int
}

// para adds a paragraph.
func (p *pageLines) para(first, text string) {
	if text != "" {
		rest := strings.Repeat(" ", utf8.RuneCountInString(first))
		p.lines = append(p.lines, strings.Split(report.Hang(text, first, rest, p.width), "\n")...)
	}
}

// block adds a text of somebody's, line by line.
func (p *pageLines) block(mark, text string) {
	for line := range strings.Lines(strings.ReplaceAll(text, "\r\n", "\n")) {
		if line = report.OneLine(line, len(line)); line == "" {
			p.lines = append(p.lines, strings.TrimRight(mark, " "))
			continue
		}
		p.lines = append(p.lines, strings.Split(report.Hang(line, mark, mark, p.width), "\n")...)
	}
}

// because says why somebody needs the owner, and since when.
func (it *inboxItem) because(now time.Time) string {
	return report.Age(it.Since, now) + " ago: " + trimDot(it.Why) + "."
}

func (w *walker) item(p *pageLines, it *inboxItem) {
	now := w.now()
	if it.Kind == kindSettled {
		p.para("Now: ", it.Stands)
	}
	p.para("", it.because(now))
	if live := it.person.Live(); live != nil && sequences.Code(it.Code) == sequences.CodeHole && report.GapsOf(live.Why.Text).Words() != "" {
		p.para("To fill it: ", it.Do[0]+", and then r.")
	}
	if it.Sequence != "" && it.Step == "" {
		p.para("", fmt.Sprintf("Sequence %s.", report.OneLine(it.Sequence, 64)))
	} else if it.Sequence != "" {
		p.para("", fmt.Sprintf("Sequence %s, step %s.", report.OneLine(it.Sequence, 64), report.OneLine(it.Step, 64)))
	}
	if m := it.Wanted; m != nil {
		p.lines = append(p.lines, "")
		p.para("", "Your mail that waits for your yes: "+inQuotes(m.Subject))
		p.block("| ", m.Text)
	}
	if m := it.Mail; m != nil && (it.Kind == kindAnswer || it.Kind == kindDoubt || it.Kind == kindSettled || it.Kind == kindTask || it.Kind == kindHold) {
		p.lines = append(p.lines, "")
		p.para("", fmt.Sprintf("%s wrote on %s, %s:", report.OneLine(m.From, 254), timeWords(m.At, w.zone, now), inQuotes(m.Subject)))
		p.block("> ", m.Text)
		if m.Read != "" {
			p.para("Read as: ", m.Read+".")
		}
	}
}

// howToAnswer says where their mail lies and what helps to answer it.
func (w *walker) howToAnswer(p *pageLines, it *inboxItem) {
	m := it.Mail
	if m == nil {
		p.para("", "No mail of theirs was read. Write to "+it.Address+" from your mail program: your own mail holds the sequence.")
		return
	}
	p.para("To: ", report.OneLine(m.From, 254))
	p.para("Subject: ", report.OneLine(reSubject(m.Subject), 200))
	where := report.OneLine(m.Folder, 80)
	if m.Mailbox != "" {
		where += " of " + m.Mailbox
	}
	p.para("", "Their mail lies in "+where+". Answer it there, from your mail program; nothing is marked here, and your answer is seen in Sent.")
	p.lines = append(p.lines, m.Links...) // whole, for them to be clicked or copied
	if m.Ready == "" {
		return
	}
	p.lines = append(p.lines, "")
	if m.InDrafts {
		p.para("", "An answer like this was put into your Drafts, in their thread:")
	} else {
		p.para("", "This is ready to send:")
	}
	p.block("  ", m.Ready)
}

func reSubject(s string) string {
	if len(s) >= 3 && strings.EqualFold(s[:3], "re:") {
		return s
	}
	return "Re: " + s
}

// walk goes through what needs the owner, in a terminal.
func (i *inbox) walk(ctx context.Context) (err error) {
	items, err := i.items(ctx)
	if err != nil {
		return err
	}
	if len(items) == 0 {
		i.listText(items)
		return nil
	}
	look, err := i.looker(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, look.close()) }()
	w := &walker{items: items, styled: i.app.styled, now: i.app.now, zone: look.x.zone, moment: i.app.moment,
		fill: func(it *inboxItem) error { return look.fill(ctx, it) },
		ask:  func(ask engine.Ask) (string, bool) { return i.carry(ctx, ask) }}
	if err := i.app.onScreen(ctx, w); err != nil {
		return err
	}
	for _, done := range w.done {
		i.app.say("- ", done+".")
	}
	return nil
}

// carry has an order carried out, as the command of that name does, and says
// what became of it.
func (i *inbox) carry(ctx context.Context, ask engine.Ask) (said string, done bool) {
	var problems strings.Builder
	a := *i.app
	a.stderr = &problems // it isn't to be written across the page
	answer, err := a.ask(ctx, i.config, i.ledger, ask)
	if err != nil {
		return report.OneLine(problems.String()+" "+err.Error(), 600), false
	}
	if !answer.OK {
		return report.OneLine(answer.Text, 300), false
	}
	said = answer.Text
	err = i.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		said, err = a.outcome(t, i.config, ask, answer.Text)
		return err
	})
	if err != nil {
		said += " (" + err.Error() + ")"
	}
	if answer.New != "" {
		said += "; " + answer.New
	}
	return report.OneLine(said, 300), true
}
