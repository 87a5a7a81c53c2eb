package replies

import (
	"slices"
	"strings"
)

// written is a mail's text taken apart into what is new and what is not.
type written struct {
	full      string // all of it, as it was read
	fresh     string // what the writer wrote now
	signature string
	feet      string // what was cut below the quote, told to any reader; it is in signature, too
	demand    string // to stop, that the writer added below their name
	above     string // fresh without what else they added there, "" where they didn't
	machine   string // what stood at its end: that a machine made the mail and reads no answer
	history   []line // what was cut as quoted or forwarded
	quotes    bool   // there was a quote that a mail program made
	forwarded bool
}

// whole is the new text with what a machine says of itself below it.
func (w *written) whole() string {
	if w.machine == "" {
		return w.fresh
	}
	return w.fresh + "\n\n" + w.machine
}

// takeApart finds the new text in the lines of a mail. sent is our own mail's
// text, "" when unknown; notice says that a machine wrote the mail.
func takeApart(lines []line, w writer, sent string, c *calendar) written {
	out := written{full: joinLines(lines)}
	f := cutQuotes(dropPictures(dropArmour(dropBanner(lines))), w)
	f.answersBetween(w, sent)
	if sent != "" {
		f.cutSent(sent)
	}
	f.cutUnmarked(w)
	w = w.calledIn(sent, f.quoted)
	var keep, sign, above []string
	added := false
	for i, seg := range f.segments {
		if i == 0 {
			seg = invitation(seg, c != nil)
		}
		last := i == len(f.segments)-1
		k, s := cutSignature(seg, w, last && len(keep) > 0)
		if last && f.answeredAbove(keep) {
			var feet []line
			k, feet = cutFeet(k)
			out.feet = tidy(feet)
			s = append(slices.Clone(feet), s...)
		}
		if last {
			k, s = out.cutMachine(k, s, w, len(keep) > 0)
		}
		for _, l := range k {
			if l.demand {
				out.demand = strings.TrimSpace(out.demand + " " + l.text)
			}
		}
		if len(k) > 0 {
			keep = append(keep, tidy(k))
			rest := slices.DeleteFunc(slices.Clone(k), func(l line) bool { return l.below })
			added = added || len(rest) < len(k)
			above = append(above, tidy(rest))
		}
		if len(s) > 0 {
			sign = append(sign, tidy(s))
		}
	}
	out.fresh = strings.Join(keep, "\n\n")
	if added {
		out.above = strings.TrimSpace(strings.Join(above, "\n\n"))
	}
	out.signature = strings.Join(sign, "\n\n")
	out.history, out.quotes, out.forwarded = f.quoted, f.history, f.forwarded
	return out
}

// dropArmour takes off what signs a text in line (RFC 9580 7): the heading with
// its fields, and the signature.
func dropArmour(lines []line) []line {
	var out []line
	const (
		begins = "-----BEGIN PGP SIGNED MESSAGE-----"
		signs  = "-----BEGIN PGP SIGNATURE-----"
		ends   = "-----END PGP SIGNATURE-----"
	)
	at := func(i int, mark string) bool { return strings.TrimSpace(lines[i].text) == mark }
	for i := 0; i < len(lines); i++ {
		switch {
		case at(i, begins):
			if out == nil {
				out = append(make([]line, 0, len(lines)), lines[:i]...)
			}
			for i+1 < len(lines) && !lines[i+1].blank() {
				i++
			}
		case out != nil && at(i, signs):
			for i+1 < len(lines) && !at(i, ends) {
				i++
			}
		case out != nil:
			out = append(out, lines[i])
		}
	}
	if out == nil {
		return lines
	}
	return out
}

// dropPictures empties the lines that only stand for a picture: "[cid:image001.png]".
func dropPictures(lines []line) []line {
	var out []line
	for i, l := range lines {
		s := strings.TrimSpace(l.text)
		if len(s) < 3 || s[0] != '[' && s[0] != 0xef {
			continue
		}
		if !startsOneOf("[cid:|[image:|[image]|[inline image|[photo]|[logo]|[bild]|\ufffc", strings.ToLower(s)) || !strings.HasSuffix(s, "]") && s != "\ufffc" || strings.Count(s, "]") > 1 {
			continue
		}
		if out == nil {
			out = append(out, lines...)
		}
		out[i].text = ""
	}
	if out == nil {
		return lines
	}
	return out
}

// tidy writes lines as text: ends trimmed, no more than one blank line in a row.
func tidy(lines []line) string {
	var b strings.Builder
	blank := 0
	for _, l := range trimBlank(lines) {
		s := strings.TrimRight(strings.ReplaceAll(l.text, "\u00a0", " "), " \t")
		if strings.TrimSpace(s) == "" {
			blank++
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
			if blank > 0 {
				b.WriteByte('\n')
			}
		}
		blank = 0
		b.WriteString(s)
	}
	return strings.TrimSpace(b.String())
}

// cutSent takes out lines that are word for word in the mail that this one
// answers: some machines repeat it without any mark. Short lines count only
// next to others, for "Hi Dana," may be the writer's own.
func (f *fresh) cutSent(sent string) {
	const fewestWords = 5
	ours := " " + strings.Join(strings.Fields(fold(sent)), " ") + " "
	for n, seg := range f.segments {
		found := make([]bool, len(seg))
		strong := 0
		for i, l := range seg {
			words := strings.Fields(fold(l.text))
			if len(words) == 0 {
				continue
			}
			found[i] = strings.Contains(ours, " "+strings.Join(words, " ")+" ")
			if found[i] && len(words) >= fewestWords {
				strong++
			}
		}
		if strong == 0 {
			continue
		}
		var keep []line
		for i, l := range seg {
			if found[i] && (len(strings.Fields(l.text)) >= fewestWords || nearFound(found, seg, i)) {
				f.quoted = append(f.quoted, l)
				continue
			}
			keep = append(keep, l)
		}
		f.segments[n] = trimBlank(keep)
	}
}

// cutUnmarked takes out our mail at the end where nothing but its own words shows
// it: from "Ana Lima wrote:" or a greeting of the writer on, if Ana, to whom the mail
// is written, signs it, and nothing but a postscript follows.
func (f *fresh) cutUnmarked(w writer) {
	k := len(f.segments) - 1
	if k < 0 || len(w.reader) == 0 {
		return
	}
	seg, told := f.segments[k], k > 0
	for i, l := range seg {
		s := strings.TrimSpace(l.text)
		if told && (w.greetedBy(s) || w.quotes(s)) && w.signedByReader(seg[i+1:]) {
			f.quoted = append(f.quoted, seg[i:]...)
			f.history = true
			seg = trimBlank(seg[:i])
			if n := len(seg) - 1; n >= 0 && isRule(strings.TrimSpace(seg[n].text)) {
				seg = trimBlank(seg[:n])
			}
			f.segments[k] = seg
			return
		}
		told = told || s != "" && !isRule(s) && greeted(s) == ""
	}
}

// nearFound says whether a neighbour with text is ours as well.
func nearFound(found []bool, seg []line, i int) bool {
	for _, step := range []int{-1, 1} {
		j := i + step
		for j >= 0 && j < len(seg) && seg[j].blank() {
			j += step
		}
		if j >= 0 && j < len(seg) && found[j] && len(strings.Fields(seg[j].text)) >= 5 {
			return true
		}
	}
	return false
}
