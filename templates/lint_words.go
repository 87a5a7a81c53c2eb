package templates

import (
	"fmt"
	"strings"
)

// phrases reports the phrases that are bad, and counts those that are good.
func (l *linter) phrases(p *prose) {
	for _, m := range p.emptyFollowUps(followUps()) {
		l.find(m.rule, p.place(m.start), fmt.Sprintf("%q gives the reader nothing and asks for everything", m.words),
			"say where you left off, give something of use, or ask what has changed")
	}
	for _, m := range p.matches() {
		at := p.place(m.start)
		switch m.rule {
		case "jargon":
			l.find(m.rule, at, fmt.Sprintf("%q is a word of brochures, and readers skip it", m.words), "say what it does for them, in plain words")
		case "urgency":
			l.find(m.rule, at, fmt.Sprintf("%q pushes, and people who are pushed step back", m.words), "give the real date and its reason, or leave it out")
		case "way-out":
			if p == l.body {
				l.wayOut = true
				if l.postscript < 0 && l.inPostscript(m.start) {
					l.postscript = m.start
				}
			}
		case "suggestion":
			if p == l.body && !l.inPostscript(m.start) {
				l.suggestions = append(l.suggestions, m.start)
			}
		}
	}
}

// inPostscript tells whether a byte of the body stands in a paragraph that
// begins with P.S.
func (l *linter) inPostscript(offset int) bool {
	before := l.body.text[:offset]
	paragraph := strings.TrimSpace(before[strings.LastIndex(before, "\n\n")+1:])
	return strings.HasPrefix(paragraph, "P.S.") || strings.HasPrefix(paragraph, "PS")
}

// length counts the words of the longest mail that the template makes. Values
// count as one.
func (l *linter) length() {
	_, most := l.body.between(func(from, to int) int {
		n := 0
		for _, w := range l.body.words {
			if w.start >= from && w.start < to && w.kind == plainWord {
				n++
			}
		}
		return n
	}, 1)
	limit, what := maxReplyWords, "a follow-up"
	if !l.t.IsReply() && !l.ctx.FollowUp {
		limit, what = maxFirstWords, "a first mail"
	}
	if most > limit {
		l.find("too-long", l.t.bodyStart, fmt.Sprintf("%d words are more than people read of %s", most, what), fmt.Sprintf("keep to %d: one thought, one question", limit))
	}
}

// balance weighs I and we against you.
func (l *linter) balance() {
	me := l.subject.count("me", l.t.Language) + l.body.count("me", l.t.Language)
	you := l.subject.count("you", l.t.Language) + l.body.count("you", l.t.Language)
	if me >= fewTimes && me > you {
		l.find("me-not-you", l.t.bodyStart, fmt.Sprintf("the mail says I or we %d times and you %d times", me, you), "write about them: their work, their trouble, their gain")
	}
}

// shouting finds words in capitals and rows of exclamation marks.
func (l *linter) shouting(p *prose) {
	for _, w := range p.words {
		text := p.text[w.start:w.end]
		if w.kind == plainWord && len(text) >= 5 && text == strings.ToUpper(text) && strings.ToLower(text) != text && strings.Trim(text, "0123456789") == text {
			l.find("shouting", p.place(w.start), fmt.Sprintf("%q in capitals reads as shouting", text), "write it in small letters")
		}
	}
	if n := strings.Count(p.text, "!"); n > 1 {
		l.find("shouting", p.place(strings.LastIndexByte(p.text, '!')), fmt.Sprintf("%d exclamation marks read as shouting", n), "one is enough, and none is better")
	}
}
