package replies

import (
	_ "embed" // the weights are a file of the package
	"strconv"
	"strings"
	"sync"
)

// Phrases tell the notices that were thought of; what the others have in common
// is learned: a logistic regression over words, parts of words, word families
// and the kinds of phrases found. It weighs in beside the phrases and never
// outweighs the signs of a person.

const noticeBuckets = 1 << 16

//go:embed notice.bin
var noticeFile []byte

// noticeTrained knows machines by their words; see readBinary.
var noticeTrained = sync.OnceValue(func() *binaryModel { return readBinary(noticeFile, noticeBuckets) })

// noticeFeatures are the buckets of what a folded text shows and of the phrases
// found in it, each once. Only its beginning counts: a notice says what it is at once.
func noticeFeatures(folded string, words machineWords) []uint32 {
	const (
		mostBytes    = 1200
		mostFamilies = 120
		near         = 4 // families that stand together
	)
	text := spaced(clip(folded, mostBytes))
	f := make([]uint32, 0, 1024)
	add := func(kind byte, a, b string) {
		h := uint32(2166136261) // FNV-1a
		h = (h ^ uint32(kind)) * 16777619
		for i := range len(a) {
			h = (h ^ uint32(a[i])) * 16777619
		}
		h = (h ^ ' ') * 16777619
		for i := range len(b) {
			h = (h ^ uint32(b[i])) * 16777619
		}
		f = append(f, (h^h>>16)%noticeBuckets)
	}
	add('1', "", "") // the bias
	last, n := "^", 0
	for rest := text[1:]; rest != ""; n++ {
		word, more, _ := strings.Cut(rest, " ")
		add('w', word, "")
		add('b', last, word)
		if len(word) > 5 {
			add('p', word[:5], "")
			add('s', word[len(word)-4:], "")
		}
		last, rest = word, more
	}
	add('b', last, "$")
	add('l', sizeName(n), "")
	met := familiesOf(text, mostFamilies)
	for i, a := range met {
		add('f', families[a].name, "")
		for _, b := range met[i+1 : min(i+1+near, len(met))] {
			if a != b {
				add('g', families[min(a, b)].name, families[max(a, b)].name)
			}
		}
	}
	for _, e := range words.evidence {
		add('k', e.Rule, "")
	}
	for _, sum := range []int{3, 5, 8, 11, 14} {
		if words.score >= sum {
			add('q', strconv.Itoa(sum), "")
		}
	}
	if words.wasAway {
		add('k', "away", "")
	}
	if words.speaksToUs {
		add('k', "us", "")
	}
	if words.refuses {
		add('k', "refuses", "")
	}
	return distinct(f)
}

// distinct leaves each bucket once, in the order of its first place. Buckets
// are below modelBuckets.
func distinct(f []uint32) []uint32 {
	var seen [modelBuckets >> 6]uint64
	kept := f[:0]
	for _, b := range f {
		if seen[b>>6]&(1<<(b&63)) == 0 {
			seen[b>>6] |= 1 << (b & 63)
			kept = append(kept, b)
		}
	}
	return kept
}
