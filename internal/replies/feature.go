package replies

// maxFeatured bounds the words that features are made of.
const maxFeatured = 200

// featureList collects the buckets of what a text shows.
type featureList []uint32

func (f *featureList) add(kind byte, parts ...string) { f.addTo(beginFeature(kind), parts...) }

// addTo adds the feature whose name begins with what begun stands for.
func (f *featureList) addTo(begun featureHash, parts ...string) {
	h := begun.with(parts...)
	*f = append(*f, uint32(h^h>>15)%modelBuckets)
}

// featureHash is what the beginning of a feature's name comes to (FNV-1a).
type featureHash uint32

func beginFeature(kind byte) featureHash { return (2166136261 ^ featureHash(kind)) * 16777619 }

func (h featureHash) with(parts ...string) featureHash {
	for _, s := range parts {
		for i := range len(s) {
			h = (h ^ featureHash(s[i])) * 16777619
		}
		h = (h ^ ' ') * 16777619
	}
	return h
}

// sight is what the model sees of a text: the buckets of what the whole shows
// and of what each sentence shows, each once.
type sight struct {
	whole     []uint32
	sentences [][]uint32
}

// sight is what the models see of the text, with the rules that fired.
func (a *argument) sight() *sight {
	if a.seen == nil {
		s := a.look(true)
		a.seen = &s
	}
	return a.seen
}

// look takes in what a text shows, of which at most maxFeatured words count;
// ruled says whether the rules that fired are to be seen.
func (a *argument) look(ruled bool) sight {
	stands := a.prose.spokenConcepts()
	var s sight
	whole := a.prose.wordFeatures(0, len(a.prose.tokens))
	whole.add('l', sizeName(len(a.prose.tokens)))
	for i, sentence := range a.prose.sentences {
		if sentence.from >= maxFeatured {
			break
		}
		sentence.features(&whole, stands)
		s.sentences = append(s.sentences, a.lookAt(i, stands, ruled))
	}
	for _, m := range a.found {
		whole.add('d', string(rune('0'+m.lead)))
	}
	if ruled {
		a.ruleFeatures(&whole)
	}
	s.whole = distinct(whole)
	return s
}

// features are the marks of a sentence and what its words stand for.
func (s sentence) features(f *featureList, stands [][]string) {
	if s.question {
		f.add('?')
	}
	if s.exclaim {
		f.add('!')
	}
	s.conceptFeatures(f, stands)
}

// lookAt is what one sentence shows.
func (a *argument) lookAt(sentence int, stands [][]string, ruled bool) []uint32 {
	s := a.prose.sentences[sentence]
	f := a.prose.wordFeatures(s.from, s.to)
	if s.question {
		f.add('?')
	}
	s.conceptFeatures(&f, stands)
	if ruled {
		for topic, hits := range a.hits {
			for _, h := range hits {
				if a.sentenceOf(h) == sentence {
					f.addHit(topic, h)
				}
			}
		}
	}
	return distinct(f)
}

// wordFeatures are those of the words of tokens[from:to], of which at most
// maxFeatured count.
func (p *prose) wordFeatures(from, to int) featureList {
	f := make(featureList, 0, 8*min(to-from, maxFeatured)+64)
	last := ""
	for _, t := range p.tokens[from:min(to, from+maxFeatured)] {
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
	f.add('1') // what is there in every text
	return f
}

// ruleFeatures are the rules that fired, those that a negation took back, and
// what the rules came to.
func (a *argument) ruleFeatures(f *featureList) {
	for topic, hits := range a.hits {
		for _, h := range hits {
			f.addHit(topic, h)
		}
	}
	for topic := range a.negated {
		f.add('n', topic)
	}
	v := a.decide()
	f.add('v', string(v.Intent), string(rune('0'+int(v.Confidence*10))))
}

func (f *featureList) addHit(topic string, h hit) {
	f.add('r', h.rule.name)
	f.add('p', h.rule.name, h.wording)
	f.add('t', topic, string(rune('0'+h.rule.level)))
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
