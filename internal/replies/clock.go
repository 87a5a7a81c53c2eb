package replies

import (
	"strconv"
	"strings"
)

// clock is a time of day that a text names.
type clock struct {
	hour, minute int
	to           int // the token behind it
}

// clockReader reads the time of day that begins at a token.
type clockReader struct {
	p    *prose
	i    int
	open bool // the hours of the morning may be meant for the afternoon
}

// readClock reads "3pm", "14:30", "8.30 Uhr", "14h30", "at 10", "halb drei",
// "half past nine", "a las nueve y media", "noon" at token i.
func readClock(p *prose, i int) (clock, bool) {
	r := clockReader{p: p, i: i, open: true}
	c, ok := r.read()
	if !ok || c.hour > 23 || c.minute > 59 {
		return clock{}, false
	}
	if r.open && c.hour < 12 && r.near(afternoonWords) && c.hour < 11 || r.open && c.hour >= 1 && c.hour < 7 && !r.near(morningWords) {
		c.hour += 12
	}
	return c, true
}

func (r *clockReader) read() (clock, bool) {
	w := r.word(r.i)
	switch {
	case noonWords[w] && r.word(r.i-1) != "apres":
		return clock{hour: 12, to: r.i + 1}, true
	case w == "meio" && r.word(r.i+1) == "dia":
		return clock{hour: 12, to: r.i + 2}, true
	}
	if c, ok := r.fraction(); ok {
		return c, true
	}
	if r.p.tokens[r.i].kind == numberToken {
		return r.digits()
	}
	return r.spelt()
}

// word is the word at token i of the same sentence, "" outside of it.
func (r *clockReader) word(i int) string {
	if i < 0 || i >= len(r.p.tokens) || r.p.tokens[i].sentence != r.p.tokens[r.i].sentence {
		return ""
	}
	return r.p.tokens[i].word
}

// near says whether one of the words stands around the time, on this side of an
// "or"; German and Dutch write them in one word with the day.
func (r *clockReader) near(words map[string]bool) bool {
	// "Tuesday morning or Thursday at 4": another day stands beyond the "or".
	const beyond = 3
	other := func(i, step int) bool {
		for n := 1; orWords[r.word(i)] && n <= beyond; n++ {
			if d := dateWords().word(r.word(i + n*step)); d.weekday > 0 && !d.weak {
				return true
			}
		}
		return false
	}
	from, to := r.i-1, r.i+1
	for from > r.i-4 && !other(from, -1) {
		from--
	}
	for to < r.i+5 && !other(to, 1) {
		to++
	}
	for j := from; j <= to; j++ {
		w := r.word(j)
		for n := 0; n < len(w)-3 && n < 12; n++ {
			if words[w[n:]] && (n == 0 || len(w)-n > 5) && !(w[n:] == "midi" && r.word(j-1) != "apres") {
				return true
			}
		}
	}
	return false
}

// fraction reads "half past ten", "halb drei", "Viertel nach drei", "kwart voor vier".
func (r *clockReader) fraction() (clock, bool) {
	minute, j := 0, r.i+1
	past, to := pastWords[r.word(j)], toWords[r.word(j)]
	switch r.word(r.i) {
	case "halb":
		minute, to, past = 30, true, false
	case "half":
		minute = 30
		if !past {
			to = r.word(r.i-1) != "at" && !englishHours[r.word(j)] // Dutch counts to the hour, English from it
		}
	case "quarter", "viertel", "kwart":
		minute = 15
		if to {
			minute = 45
		}
		if !past && !to {
			if r.word(r.i) != "viertel" {
				return clock{}, false
			}
			to = true // "Viertel drei" is a quarter past two
		}
	case "dreiviertel":
		minute, to = 45, true
	default:
		return clock{}, false
	}
	if past || toWords[r.word(j)] {
		j++
	}
	hour, ok := r.hour(j)
	if !ok || hour > 12 || isUnitAfter(r.word(j+1)) {
		return clock{}, false
	}
	if to {
		hour--
	}
	if clockMarks[r.word(j+1)] {
		j++
	}
	return clock{hour: hour, minute: minute, to: j + 1}, true
}

// hour reads a full hour in digits or words.
func (r *clockReader) hour(j int) (int, bool) {
	w := r.word(j)
	n, err := strconv.Atoi(w)
	if err != nil {
		n = dateWords().word(w).number
		if w == "elf" || w == "eleven" || w == "onze" || w == "once" || w == "undici" {
			n = 11
		}
	}
	return n, n > 0 && n < 25 && len(w) > 0
}

// digits reads a time in digits, which a mark behind it, a word before it or a
// colon within shows to be one.
func (r *clockReader) digits() (clock, bool) {
	t := r.p.tokens[r.i]
	first, last, ranged := strings.Cut(t.word, "-")
	c, marked, ok := r.figure(first)
	if !ok {
		return clock{}, false
	}
	c.to = r.i + 1
	if ranged {
		// "2-4pm" begins at 2pm
		end, _, ok := r.figure(last)
		pm, known := r.half(r.i + 1)
		if !ok || !known && !clockMarks[r.word(r.i+1)] {
			return clock{}, false
		}
		return r.endsAt(c, end, pm, known), true
	}
	if r.mark(&c) {
		return c, true
	}
	if !marked && atWords[r.word(r.i-1)] && !isUnitAfter(r.word(r.i+1)) {
		marked = true
	}
	if prev := r.word(r.i - 2); r.word(r.i-1) == "le" && (prev == "tra" || prev == "fra") {
		marked = true
	}
	if c, ok := r.rangeStart(c, marked); ok {
		return c, true
	}
	return c, marked && (!strings.Contains(t.word, ".") || atWords[r.word(r.i-1)])
}

// figure reads "9", "9:30", "9.30".
func (r *clockReader) figure(word string) (c clock, colon, ok bool) {
	hours, minutes, _ := strings.Cut(strings.Replace(word, ".", ":", 1), ":")
	h, err := strconv.Atoi(hours)
	if err != nil || len(hours) > 2 || h > 24 || minutes != "" && len(minutes) != 2 {
		return clock{}, false, false
	}
	m := 0
	if minutes != "" {
		if m, err = strconv.Atoi(minutes); err != nil || m > 59 {
			return clock{}, false, false
		}
	}
	if len(hours) == 2 && hours[0] == '0' {
		r.open = false
	}
	return clock{hour: h, minute: m}, strings.Contains(word, ":"), true
}

// half reads "am" or "pm" at token j.
func (r *clockReader) half(j int) (pm, known bool) {
	switch w := r.word(j); {
	case w == "pm", w == "p" && r.word(j+1) == "m":
		return true, true
	case w == "am", w == "a" && r.word(j+1) == "m":
		return false, true
	}
	return false, false
}

// mark reads what stands behind the digits: "pm", "Uhr", "h30".
func (r *clockReader) mark(c *clock) bool {
	j := r.i + 1
	if pm, known := r.half(j); known {
		r.open = false
		c.to = j + 1
		if len(r.word(j)) == 1 {
			c.to++
		}
		c.hour %= 12
		if pm {
			c.hour += 12
		}
		return true
	}
	if !clockMarks[r.word(j)] {
		return false
	}
	c.to = j + 1
	if v, err := strconv.Atoi(r.word(j + 1)); err == nil && len(r.word(j+1)) == 2 && v < 60 && c.minute == 0 {
		c.minute, c.to = v, j+2 // "14h30", "15 heures 30"
	}
	return true
}

// rangeStart reads the first end of "2 and 4pm", "10 bis 12 Uhr", "las 10 y las 12".
func (r *clockReader) rangeStart(c clock, marked bool) (clock, bool) {
	j := r.i + 1
	if !dateWords().word(r.word(j)).has(roleTo) && !toMarks[r.word(j)] {
		return clock{}, false
	}
	j++
	if dateWords().word(r.word(j)).has(roleArticle) {
		j++
	}
	if j >= len(r.p.tokens) || r.p.tokens[j].kind != numberToken {
		return clock{}, false
	}
	end, _, ok := r.figure(r.word(j))
	pm, known := r.half(j + 1)
	if !ok || !marked && !known && !clockMarks[r.word(j+1)] {
		return clock{}, false
	}
	c.to = j + 1
	if known {
		c.to += 3 - min(len(r.word(j+1)), 2)
	} else if clockMarks[r.word(j+1)] {
		c.to++
	}
	if orWords[r.word(r.i+1)] {
		c.to = r.i + 1 // "9:30 or 14:00" are two times
	}
	return r.endsAt(c, end, pm, known), true
}

// endsAt takes over the half of the day from the end of a range.
func (r *clockReader) endsAt(c, end clock, pm, known bool) clock {
	if known {
		r.open = false
		if pm && c.hour <= end.hour && c.hour < 12 {
			c.hour += 12
		}
	}
	return c
}

// spelt reads "at ten", "a las cinco", "nueve y media".
func (r *clockReader) spelt() (clock, bool) {
	hour, ok := r.hour(r.i)
	if !ok || hour > 12 || !atWords[r.word(r.i-1)] || r.word(r.i) == "one" && r.word(r.i-1) == "as" {
		return clock{}, false
	}
	if hour == 1 && r.word(r.i) != "one" && r.word(r.i) != "una" && r.word(r.i) != "uma" {
		return clock{}, false // mostly an article
	}
	c := clock{hour: hour, to: r.i + 1}
	if clockMarks[r.word(c.to)] {
		c.to++
	}
	if isUnitAfter(r.word(c.to)) {
		return clock{}, false
	}
	and, part := r.word(c.to), r.word(c.to+1)
	if part == "un" || part == "um" || part == "le" {
		part = r.word(c.to + 2)
	}
	switch {
	case dateWords().word(and).has(roleTo) && halfHours[part]:
		c.minute, c.to = 30, c.to+2
	case dateWords().word(and).has(roleTo) && quarterHours[part]:
		c.minute, c.to = 15, c.to+2
	case (and == "menos" || and == "meno" || and == "moins") && quarterHours[part]:
		c.hour, c.minute, c.to = c.hour-1, 45, c.to+2
	}
	return c, true
}

// isUnitAfter says whether a number counts something: "at 2 days".
func isUnitAfter(w string) bool {
	d := dateWords().word(w)
	return d.unit != unitNone && d.unit != unitHour && w != "an" || d.month > 0 && !d.weak || countedWords[w]
}

var (
	englishHours   = wordSet(`one two three four five seven eight nine ten eleven twelve`)
	noonWords      = wordSet(`noon midday mezzogiorno mediodia midi`)
	clockMarks     = wordSet(`uhr uur u h hrs hs oclock heures horas sharp ore`)
	atWords        = wordSet(`at um gegen vers alle las as a om around umas from rond kurz ab vanaf after before between zwischen tussen entre tra fra ore ora klockan kl des dalle`)
	toMarks        = wordSet(`y e`)
	orWords        = wordSet(`or oder ou o of oppure eller`)
	pastWords      = wordSet(`past nach over`)
	toWords        = wordSet(`to vor voor`)
	halfHours      = wordSet(`demie demi media mezza mezzo meia`)
	quarterHours   = wordSet(`quart cuarto quarto`)
	countedWords   = wordSet(`people percent mitarbeiter users euro euros persone personas personnes pessoas personen`)
	afternoonWords = wordSet(`afternoon nachmittag nachmittags tarde midi pomeriggio middag namiddag evening abend abends avond vanmiddag tonight soir sera`)
	morningWords   = wordSet(`morning morgens matin mattina manhana ochtend fruh vormittags madrugada`)
)
