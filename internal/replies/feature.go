package replies

// maxFeatured bounds the words that features are made of.
const maxFeatured = 200

// featureList collects the buckets of what a text shows.
type featureList []uint32

func (f *featureList) add(kind byte, parts ...string) {
	h := uint32(2166136261) // FNV-1a
	h = (h ^ uint32(kind)) * 16777619
	for _, s := range parts {
		for i := range len(s) {
			h = (h ^ uint32(s[i])) * 16777619
		}
		h = (h ^ ' ') * 16777619
	}
	*f = append(*f, (h^h>>15)%modelBuckets)
}

// features are the buckets of what a text shows, each once; ruled
// says whether the rules that fired are among them.
func (a *argument) features(ruled bool) []uint32 {
	f := a.wordFeatures(0, len(a.prose.tokens))
	f.add('1') // the bias
	f.add('l', sizeName(len(a.prose.tokens)))
	for _, s := range a.prose.sentences {
		if s.question {
			f.add('?')
		}
		if s.exclaim {
			f.add('!')
		}
	}
	for _, m := range a.found {
		f.add('d', string(rune('0'+m.lead)))
	}
	stands := a.prose.spokenConcepts()
	for _, s := range a.prose.sentences {
		if s.from < maxFeatured {
			s.conceptFeatures(&f, stands)
		}
	}
	if ruled {
		a.ruleFeatures(&f)
	}
	return distinct(f)
}

// wordFeatures are those of the words of tokens[from:to], of which at most
// maxFeatured count.
func (a *argument) wordFeatures(from, to int) featureList {
	f := make(featureList, 0, 8*min(to-from, maxFeatured)+64)
	last := ""
	for _, t := range a.prose.tokens[from:min(to, from+maxFeatured)] {
		word := t.word
		if t.kind == numberToken {
			word = "#"
		}
		f.add('w', word)
		f.add('b', last, word)
		if t.kind == wordToken {
			padded := "^" + word + "$"
			for n := 0; n+4 <= len(padded); n++ {
				f.add('c', padded[n:n+4])
			}
		}
		last = word
	}
	f.add('b', last, "$")
	return f
}

// ruleFeatures are the rules that fired, those that a negation took back, and
// what the rules came to.
func (a *argument) ruleFeatures(f *featureList) {
	for topic, hits := range a.hits {
		for _, h := range hits {
			f.add('r', h.rule.name)
			f.add('p', h.rule.name, h.wording)
			f.add('t', topic, string(rune('0'+h.rule.level)))
		}
	}
	for topic := range a.negated {
		f.add('n', topic)
	}
	v := a.decide()
	f.add('v', string(v.Intent), string(rune('0'+int(v.Confidence*10))))
}

func sizeName(n int) string {
	switch {
	case n <= 2:
		return "word"
	case n <= 6:
		return "phrase"
	case n <= 15:
		return "line"
	case n <= 40:
		return "note"
	}
	return "letter"
}
