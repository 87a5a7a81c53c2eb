package templates

import (
	"fmt"
	"slices"
	"strings"

	"followupd/internal/strictyaml"
)

// headline looks at the subject as a whole.
func (l *linter) headline() {
	if l.t.IsReply() {
		switch {
		case l.ctx.First && !l.ctx.Titled:
			l.find("no-subject", 0, "the first mail of a sequence has no subject", "add subject: to the front matter")
		case l.ctx.MayBeFirst:
			l.findAs("no-subject", strictyaml.LevelWarning, 0, "all mails before this one can be passed over, and to whom it is the first, it has no subject and is held",
				"let a mail before it be for everybody, or give its step the needs: and when: of one of them, or a subject: of its own")
		}
		return
	}
	at := l.t.subjectOffset(0)
	if prefix := replyPrefix(l.t.Subject); prefix != "" {
		l.find("fake-reply", at, fmt.Sprintf("%q pretends to answer a mail that there never was", prefix),
			"leave it away; to answer the thread of your first mail, remove the subject")
	}
	if l.ctx.FollowUp {
		l.find("new-thread", at, "a subject of its own takes this follow-up out of the thread of the mails before it",
			"remove the subject, so that they see what came before")
	}
	if l.ctx.First && !l.ctx.WayOut && !l.wayOut {
		l.find("no-way-out", l.t.bodyStart, "the first mail shows no way to say no, and those who find none press the spam button",
			"add a line such as: If this is no use to you, tell me in a word and you won't hear from me again.")
	}
	if l.ctx.First && l.ctx.WayOut && l.postscript >= 0 {
		l.find("two-ways-out", l.body.place(l.postscript), "the mailbox puts its way_out below this mail, whose postscript offers the same already",
			"remove the postscript, or way_out from the mailbox")
	}
}

// replyPrefix is the Re: or Fwd: that a subject begins with, in whatever
// language, or "".
func replyPrefix(subject string) string {
	word, _, found := strings.Cut(subject, ":")
	known := []string{
		"re", "fw", "fwd", "aw", "wg", "antw", "antwort", "sv", "vs", "tr", "rv", "enc", "res", "rif", "ref", "i", "r", "doorst", "odp", "ynt",
	}
	plain, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(word)), "[")
	if found && slices.Contains(known, strings.TrimSpace(plain)) {
		return word + ":"
	}
	return ""
}

// blankHint is what to do about a blank.
const blankHint = "write a field, such as {{ .first_name }}, or the words themselves"

func (l *linter) leftovers() {
	for _, f := range l.t.leftovers {
		l.find(ruleLeftover, f.offset, fmt.Sprintf("%q looks like a blank that nothing fills", f.words), blankHint)
	}
}

// asks wants one question or suggested next step: not none, and not several.
func (l *linter) asks() {
	questions := questions(l.body)
	count := func(offsets []int) func(from, to int) int {
		return func(from, to int) int {
			n := 0
			for _, at := range offsets {
				if at >= from && at < to {
					n++
				}
			}
			return n
		}
	}
	if least, _ := l.body.between(count(append(slices.Clone(questions), l.suggestions...)), 0); least == 0 {
		l.find("no-ask", l.t.bodyStart, "the mail ends in no question and no suggested next step, so there is nothing to answer",
			"ask one question, or suggest one step: Would 20 minutes on Thursday help?")
	}
	if _, most := l.body.between(count(questions), 0); most > 1 {
		l.find("many-asks", l.t.bodyStart+questions[1], fmt.Sprintf("there are %d questions, and people put off what asks for several answers", most),
			"keep the one that you most want answered")
	}
}

// questions finds the question marks that ask the reader something: not those
// in lists, which are things given, in quotes, or in addresses.
func questions(p *prose) []int {
	var list []int
	for at := 0; ; {
		i := strings.IndexByte(p.text[at:], '?')
		if i < 0 {
			return list
		}
		i += at
		at = i + 1
		line := strings.TrimSpace(p.text[strings.LastIndexByte(p.text[:i], '\n')+1 : i])
		after := p.text[at:]
		ends := after == "" || strings.ContainsAny(after[:1], " \t\n*_)\x02")
		if ends && !isListed(line) {
			list = append(list, i)
		}
	}
}

// isListed tells whether a line is an item of a list or a quote.
func isListed(line string) bool {
	mark, _, _ := strings.Cut(line, " ")
	number := strings.TrimRight(mark, ".)")
	return mark == "-" || mark == "*" || mark == "+" || strings.HasPrefix(mark, ">") ||
		number != mark && number != "" && strings.Trim(number, "0123456789") == ""
}
