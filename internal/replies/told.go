package replies

import (
	_ "embed" // the weights are a file of the package
	"strings"
	"sync"
)

// What a firm puts below every mail is told to anyone who gets one: how its notices are to
// be read, when somebody works, how to leave its list. What a person adds below their name
// is said to us. Both use the same words, so that it is learned which is which: from lines
// of either kind, and from notices, which speak to anyone as well.

//go:embed told.bin
var toldFile []byte

// toldTrained knows lines below a name.
var toldTrained = sync.OnceValue(func() *binaryModel { return readBinary(toldFile, modelBuckets) })

// likeNotice is how much it counts that a line is like a machine's notice, beside how much
// it is like a line below a name: measured by learning the lines of one writer and reading
// those of another.
const likeNotice = 0.3

// toldToAnyone are the logarithm of the odds that a passage below a name is told to any
// reader of any mail, not said to us.
func toldToAnyone(s string) float64 {
	a := argue(&input{NewText: s, Kind: KindReply}, s)
	low := strings.Join(strings.Fields(fold(s)), " ")
	notice := noticeTrained().odds(a.noticeFeatures(low, readMachineWords(" "+low+" ")))
	return toldTrained().odds(a.toldFeatures()) + likeNotice*notice
}

// forAnyone says whether a passage tells any reader something, not the one of this mail.
func forAnyone(s string) bool {
	const most = 1200
	s = clip(s, most)
	return linksOrQuotes(s) || toldToAnyone(s) > saidLikely
}

// linksOrQuotes says whether a passage gives a link, or somebody else's words.
func linksOrQuotes(s string) bool {
	return opensQuote(s) || strings.Contains(s, "://") || strings.Contains(fold(s), "www.")
}

// toldFeatures are what a passage shows: words, what they stand for, what the rules for
// answers find in it, and its form.
func (a *argument) toldFeatures() []uint32 {
	p := a.prose
	f, stands := p.wordFeatures(0, len(p.tokens)), p.spokenConcepts()
	f.add('l', sizeName(len(p.tokens)))
	for _, s := range p.sentences {
		if s.from >= maxFeatured {
			break
		}
		s.features(&f, stands)
	}
	if len(p.tokens) > 0 {
		f.add('S', p.tokens[0].word)
		for _, c := range stands[0] {
			f.add('s', c)
		}
	}
	for topic, hits := range a.hits {
		f.add('t', topic)
		for _, h := range hits {
			f.add('r', h.rule.name)
			if holdsOneOf(meOrUs, p.wordsOf(h.from, h.to)) {
				f.add('m', topic)
			}
		}
	}
	for topic := range a.negated {
		f.add('n', topic)
	}
	for name, shown := range map[string]bool{
		"mine":    speaksOfMe(p.text),
		"yours":   speaksOfOurs(fold(p.text)),
		"whole":   endsThought(p.text),
		"link":    strings.Contains(p.text, "://") || strings.Contains(p.text, "www."),
		"address": strings.Contains(p.text, "@"),
		"bar":     strings.Contains(p.text, "|"),
		"quote":   opensQuote(p.text),
	} {
		if shown {
			f.add('f', name)
		}
	}
	return distinct(f)
}
