package replies

import "slices"

// Language is the one of the languages read that a text is written in, by ISO
// 639-1 code; "" where it is too short to tell, or in another one.
func Language(text string) string {
	p := parse(text)
	tongue := dateTongue(p)
	i := slices.Index(languages, tongue)
	if i < 0 {
		return ""
	}
	small, telling := functionWords(), tellingWords()
	counts := make([]int, len(languages))
	for _, t := range p.tokens {
		for l := range languages {
			counts[l] += int(small[t.word]>>l&1) + 2*int(telling[t.word]>>l&1)
		}
	}
	most := counts[i]
	counts[i] = 0
	if most < 2 || slices.Max(counts) == most {
		return ""
	}
	return tongue
}
