package templates

import (
	_ "embed"
	"fmt"
	"math/bits"
	"strings"
	"sync"
)

//go:embed followups.txt
var followUpsFile string

// followUps are the grammars of empty follow-ups.
var followUps = sync.OnceValue(func() *grammars {
	all, err := parseGrammars(followUpsFile)
	if err != nil {
		panic(err) // the file is embedded, and a test reads it
	}
	return all
})

// maxStretch is how many words are matched at once: a set of places between
// them fits into 64 bits. Who writes longer sentences has other troubles.
const maxStretch = 60

// maxGap is how many words ".." stands for at most.
const maxGap = 3

// grammars are the grammars of all languages, with one dictionary: most words
// of a mail are in none of them, and are then looked up once.
type grammars struct {
	list  []*grammar
	words map[string][]entry
	stems map[string][]entry // without their ~
	short int                // the length of the shortest stem, in bytes
}

// entry is a word of a grammar.
type entry struct{ grammar, word int }

// grammar tells sentences by the parts that they are made from. A slot is a
// part that can be said in several ways; each is a run of words and of slots
// that were defined before, so that there is no recursion.
//
// The places between the words of a stretch are numbered from 0. Whatever
// matches does so from a place to a set of places, one bit each, and a run
// takes the set from element to element. That bounds the work for each word,
// whatever the text.
type grammar struct {
	language string
	numbers  map[string]int // of words, and of stems with their ~
	single   [][]int        // by word: the slots that it is a whole way to say
	slots    []slot
	names    map[string]int
	finds    []find
	fine     []run     // what counts for nothing
	byWord   []needed  // by word: what needs it
	bySlot   []needed  // by slot: what needs it
	always   []slotRun // what needs neither, as $
}

// needed is what can only match where a word or a slot stands.
type needed struct {
	finds []int
	runs  []slotRun
}

// slotRun is a run that is a way to say a slot.
type slotRun struct{ slot, run int }

type slot struct {
	name string
	runs []run // of more than one element
}

// find is a rule: what a sentence has that gives the reader nothing. All of its
// runs stand in it, in any order, and nothing of what it goes without.
type find struct {
	all     []run
	without []run
}

type run []element

type element struct {
	kind     elementKind
	number   int // of the word or the slot
	optional bool
}

type elementKind int

const (
	wordElement elementKind = iota
	slotElement
	gapElement  // ..
	edgeElement // ^ or $: the sentence or a part of it between commas ends here
)

// parseGrammars reads the form that followups.txt explains.
func parseGrammars(text string) (*grammars, error) {
	all := &grammars{words: map[string][]entry{}, stems: map[string][]entry{}, short: 1 << 10}
	var g *grammar
	head, body, at := "", "", 0
	flush := func() error {
		if head == "" {
			return nil
		}
		err := g.define(head, body)
		if err != nil {
			err = fmt.Errorf("line %d: %w", at, err)
		}
		head, body = "", ""
		return err
	}
	n := 0
	for line := range strings.Lines(text) {
		n++
		trimmed := strings.TrimSpace(line)
		if trimmed == "" || strings.HasPrefix(trimmed, "#") {
			continue
		}
		if strings.HasPrefix(line, " ") {
			if head == "" {
				return nil, fmt.Errorf("line %d goes on with nothing", n)
			}
			body += " " + trimmed
			continue
		}
		if err := flush(); err != nil {
			return nil, err
		}
		if language, ok := strings.CutPrefix(trimmed, "language "); ok {
			g = &grammar{language: language, numbers: map[string]int{}, names: map[string]int{}}
			all.list = append(all.list, g)
			continue
		}
		name, rest, ok := strings.Cut(trimmed, ":")
		if !ok || g == nil {
			return nil, fmt.Errorf("line %d is neither NAME: … nor find: …", n)
		}
		head, body, at = name, rest, n
	}
	if err := flush(); err != nil {
		return nil, err
	}
	for i, g := range all.list {
		for word, n := range g.numbers {
			if stem, ok := strings.CutSuffix(word, "~"); ok {
				all.stems[stem] = append(all.stems[stem], entry{i, n})
				all.short = min(all.short, len(stem))
			} else {
				all.words[word] = append(all.words[word], entry{i, n})
			}
		}
		if err := g.file(); err != nil {
			return nil, fmt.Errorf("language %s: %w", g.language, err)
		}
	}
	return all, nil
}

// file files each rule and each way to say a slot under something that it can't
// do without: most need not be tried on most sentences.
func (g *grammar) file() error {
	g.byWord, g.bySlot = make([]needed, len(g.numbers)), make([]needed, len(g.slots))
	words := make([]string, len(g.numbers))
	for word, n := range g.numbers {
		words[n] = word
	}
	for i, f := range g.finds {
		n := g.need(words, f.all...)
		if n == nil {
			return fmt.Errorf("a rule needs no word at all")
		}
		n.finds = append(n.finds, i)
	}
	for number, slot := range g.slots {
		for i, r := range slot.runs {
			if n := g.need(words, r); n != nil {
				n.runs = append(n.runs, slotRun{number, i})
			} else {
				g.always = append(g.always, slotRun{number, i})
			}
		}
	}
	return nil
}

// need is where to file what has these runs: its longest word, as long words
// are rare, or a slot if it has none.
func (g *grammar) need(words []string, runs ...run) *needed {
	word, slot := -1, -1
	for _, r := range runs {
		for _, e := range r {
			switch {
			case e.optional:
			case e.kind == wordElement:
				if word < 0 || len(words[e.number]) > len(words[word]) {
					word = e.number
				}
			case e.kind == slotElement:
				slot = e.number
			}
		}
	}
	switch {
	case word >= 0:
		return &g.byWord[word]
	case slot >= 0:
		return &g.bySlot[slot]
	}
	return nil
}

// define adds a slot or a rule.
func (g *grammar) define(head, body string) error {
	if head == "find" {
		for alternative := range strings.SplitSeq(body, "|") {
			found, without, _ := strings.Cut(alternative, " ! ")
			f := find{}
			for part := range strings.SplitSeq(found, "&") {
				r, err := g.run(part)
				if err != nil {
					return err
				}
				f.all = append(f.all, r)
			}
			if without != "" {
				for part := range strings.SplitSeq(without, "&") {
					r, err := g.run(part)
					if err != nil {
						return err
					}
					f.without = append(f.without, r)
				}
			}
			g.finds = append(g.finds, f)
		}
		return nil
	}
	if head == "fine" {
		for alternative := range strings.SplitSeq(body, "|") {
			r, err := g.run(alternative)
			if err != nil {
				return err
			}
			g.fine = append(g.fine, r)
		}
		return nil
	}
	if head != strings.ToUpper(head) {
		return fmt.Errorf("the slot %q isn't in capitals", head)
	}
	if _, twice := g.names[head]; twice {
		return fmt.Errorf("the slot %q stands there twice", head)
	}
	s := slot{name: head}
	number := len(g.slots)
	for alternative := range strings.SplitSeq(body, "|") {
		r, err := g.run(alternative)
		if err != nil {
			return err
		}
		if len(r) == 1 && r[0].kind == wordElement {
			g.single[r[0].number] = append(g.single[r[0].number], number)
			continue
		}
		s.runs = append(s.runs, r)
	}
	g.slots = append(g.slots, s)
	g.names[head] = number
	return nil
}

// run reads a run of elements.
func (g *grammar) run(text string) (run, error) {
	var r run
	for field := range strings.FieldsSeq(text) {
		e := element{}
		if inner, ok := strings.CutPrefix(field, "["); ok {
			field, ok = strings.CutSuffix(inner, "]")
			if !ok {
				return nil, fmt.Errorf("%q isn't one word or slot in brackets", inner)
			}
			e.optional = true
		}
		switch {
		case field == "..":
			e.kind = gapElement
		case field == "^" || field == "$":
			e.kind = edgeElement
		case field == strings.ToUpper(field) && field != strings.ToLower(field):
			number, ok := g.names[field]
			if !ok {
				return nil, fmt.Errorf("there is no slot %q before this line", field)
			}
			e.kind, e.number = slotElement, number
		default:
			for part := range strings.SplitSeq(field, "'") { // as in a text
				e.kind, e.number = wordElement, g.word(part)
				r = append(r, e)
			}
			continue
		}
		r = append(r, e)
	}
	if len(r) == 0 {
		return nil, fmt.Errorf("nothing stands between two |")
	}
	return r, nil
}

// word is the number of a word, or of a stem.
func (g *grammar) word(word string) int {
	n, ok := g.numbers[word]
	if !ok {
		n = len(g.numbers)
		g.numbers[word] = n
		g.single = append(g.single, nil)
	}
	return n
}

// stretch is a part of a sentence that is matched by one grammar. It is used
// again for the next part.
type stretch struct {
	g     *grammar
	n     int
	edges uint64     // the places where the sentence or a part of it begins or ends
	words []int      // that stand in it
	at    []uint64   // by word: the places where it begins
	slots [][]uint64 // by slot and place: where it ends
	begin []uint64   // by slot: the places where it begins
	try   [][]int    // by slot: which of its runs may match
}

func newStretch(g *grammar) *stretch {
	return &stretch{g: g, at: make([]uint64, len(g.numbers)), slots: make([][]uint64, len(g.slots)), begin: make([]uint64, len(g.slots)), try: make([][]int, len(g.slots))}
}

// match finds what the rules find in a stretch of n words, from which word to
// which, the end left out: what begins first, and of that the longest.
func (s *stretch) match(n int, edges uint64) (from, to int, ok bool) {
	s.n, s.edges = n, edges
	s.fill()
	if from, to, ok = s.findAny(); ok {
		if hidden := s.fine(); hidden != 0 {
			s.without(hidden)
			s.fill()
			from, to, ok = s.findAny()
		}
	}
	s.clear()
	return from, to, ok
}

// fill notes where the slots stand that are said in more than one word.
func (s *stretch) fill() {
	may := func(runs []slotRun) {
		for _, r := range runs {
			s.try[r.slot] = append(s.try[r.slot], r.run)
		}
	}
	may(s.g.always)
	for _, word := range s.words {
		may(s.g.byWord[word].runs)
	}
	for number := range s.g.slots {
		for _, i := range s.try[number] {
			r := s.g.slots[number].runs[i]
			for starts := s.starts(r); starts != 0; starts &= starts - 1 {
				i := bits.TrailingZeros64(starts)
				s.set(number, i, s.follow(r, i))
			}
		}
		s.try[number] = s.try[number][:0]
		if s.begin[number] != 0 {
			may(s.g.bySlot[number].runs) // of slots further down
		}
	}
}

// findAny is what the rules find.
func (s *stretch) findAny() (from, to int, ok bool) {
	from = s.n + 1
	try := func(finds []int) {
		for _, i := range finds {
			if a, b, found := s.find(s.g.finds[i]); found && (a < from || a == from && b > to) {
				from, to, ok = a, b, true
			}
		}
	}
	for _, word := range s.words {
		try(s.g.byWord[word].finds)
	}
	for slot, places := range s.begin {
		if places != 0 {
			try(s.g.bySlot[slot].finds)
		}
	}
	return from, to, ok
}

// fine is the set of words that count for nothing where they stand.
func (s *stretch) fine() (words uint64) {
	for _, r := range s.g.fine {
		for starts := s.starts(r); starts != 0; starts &= starts - 1 {
			i := bits.TrailingZeros64(starts)
			if ends := s.follow(r, i); ends != 0 {
				words |= uint64(1)<<(bits.Len64(ends)-1) - uint64(1)<<i
			}
		}
	}
	return words
}

// without makes a set of words unknown ones.
func (s *stretch) without(words uint64) {
	for slot, places := range s.begin {
		if places != 0 {
			clear(s.slots[slot])
			s.begin[slot] = 0
		}
	}
	for _, word := range s.words {
		s.at[word] &^= words
		for left := s.at[word]; left != 0; left &= left - 1 {
			i := bits.TrailingZeros64(left)
			for _, slot := range s.g.single[word] {
				s.set(slot, i, 1<<(i+1))
			}
		}
	}
}

func (s *stretch) clear() {
	for _, word := range s.words {
		s.at[word] = 0
	}
	s.words = s.words[:0]
	for slot, places := range s.begin {
		if places != 0 {
			clear(s.slots[slot])
			s.begin[slot] = 0
		}
	}
}

// hit notes a word, and the slots that it is a way to say.
func (s *stretch) hit(word, i int) {
	if s.at[word] == 0 {
		s.words = append(s.words, word)
	}
	s.at[word] |= 1 << i
	for _, slot := range s.g.single[word] {
		s.set(slot, i, 1<<(i+1))
	}
}

func (s *stretch) set(slot, i int, ends uint64) {
	if ends == 0 {
		return
	}
	if s.slots[slot] == nil {
		s.slots[slot] = make([]uint64, maxStretch+1)
	}
	s.slots[slot][i] |= ends
	s.begin[slot] |= 1 << i
}

// starts are the places where a run may begin.
func (s *stretch) starts(r run) uint64 {
	all := uint64(1)<<(s.n+1) - 1
	var places uint64
	for _, e := range r {
		switch e.kind {
		case wordElement:
			places |= s.at[e.number]
		case slotElement:
			places |= s.begin[e.number]
		case edgeElement:
			places |= s.edges & all
		case gapElement:
			return all
		}
		if !e.optional {
			break
		}
	}
	return places
}

// follow is where a run ends that begins at a place.
func (s *stretch) follow(r run, i int) uint64 {
	places := uint64(1) << i
	all := uint64(1)<<(s.n+1) - 1
	for _, e := range r {
		var next uint64
		switch e.kind {
		case wordElement:
			next = places & s.at[e.number] << 1
		case edgeElement:
			next = places & s.edges
		case gapElement:
			next = places
			for range maxGap {
				next |= next << 1
			}
			next &= all
		case slotElement:
			for left := places & s.begin[e.number]; left != 0; left &= left - 1 {
				next |= s.slots[e.number][bits.TrailingZeros64(left)]
			}
		}
		if e.optional {
			next |= places
		}
		if next == 0 {
			return 0
		}
		places = next
	}
	return places
}

// first is the first place where a run matches, at its longest.
func (s *stretch) first(r run) (from, to int, ok bool) {
	for starts := s.starts(r); starts != 0; starts &= starts - 1 {
		i := bits.TrailingZeros64(starts)
		if ends := s.follow(r, i); ends != 0 {
			return i, bits.Len64(ends) - 1, true
		}
	}
	return 0, 0, false
}

func (s *stretch) find(f find) (from, to int, ok bool) {
	from = s.n
	for _, r := range f.all {
		a, b, ok := s.first(r)
		if !ok {
			return 0, 0, false
		}
		from, to = min(from, a), max(to, b)
	}
	for _, r := range f.without {
		if _, _, ok := s.first(r); ok {
			return 0, 0, false
		}
	}
	return from, to, true
}

// emptyFollowUps are the sentences of the text, or parts of them, that nudge
// and give nothing, at most one of each sentence. All languages are looked for:
// a mail may mix them, and its front matter may say nothing.
func (p *prose) emptyFollowUps(all *grammars) []match {
	var list []match
	stretches := make([]*stretch, len(all.list))
	of := make([]int, 0, maxStretch) // by word of the stretch: its place among the words of the prose
	var edges uint64 = 1
	hit := func(entries []entry) {
		for _, e := range entries {
			if stretches[e.grammar] == nil {
				stretches[e.grammar] = newStretch(all.list[e.grammar])
			}
			stretches[e.grammar].hit(e.word, len(of))
		}
	}
	flush := func() {
		edges |= 1 << len(of)
		found := false
		for _, s := range stretches {
			if s == nil || len(s.words) == 0 {
				continue
			}
			from, to, ok := s.match(len(of), edges)
			if ok && from < to && !found {
				found = true
				start, end := p.words[of[from]].start, p.words[of[to-1]].end
				list = append(list, match{"empty-follow-up", start, end, oneLine(p.text[start:end])})
			}
		}
		of, edges = of[:0], 1
	}
	last := 0
	for i, w := range p.words {
		if w.kind == stopWord {
			flush()
			last = w.end
			continue
		}
		if strings.ContainsAny(p.text[last:w.start], ",–—()\"„“”«»") {
			edges |= 1 << len(of)
		}
		last = w.end
		for part := range strings.SplitSeq(w.lower, "'") { // haven't, l'occasion
			hit(all.words[part])
			for end := all.short; end <= len(part); end++ {
				hit(all.stems[part[:end]])
			}
			of = append(of, i)
			if len(of) == maxStretch {
				flush()
			}
		}
	}
	flush()
	return list
}
