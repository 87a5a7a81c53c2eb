package strictyaml

import (
	"slices"
	"strings"
)

// longestWord is the longest word that is compared with others: nobody
// misspells a longer one by a letter or two.
const longestWord = 64

// DidYouMean returns the word of known that word was most likely meant to be,
// or "" where none is near. Case, hyphens and underscores don't count.
func DidYouMean(word string, known []string) string {
	if word == "" || len(word) > longestWord {
		return ""
	}
	plain := plainWord(word)
	best, bestDistance := "", 0
	for _, k := range slices.Sorted(slices.Values(known)) {
		if k == word || len(k) > longestWord {
			continue
		}
		distance := editDistance(plain, plainWord(k))
		if distance > max(1, min(len(plain), len(k))/3) {
			continue
		}
		if best == "" || distance < bestDistance {
			best, bestDistance = k, distance
		}
	}
	return best
}

func plainWord(w string) []rune {
	return []rune(strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(w)))
}

// editDistance counts the letters to add, drop, change or swap with their
// neighbour to get from a to b (optimal string alignment).
func editDistance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(row[j]+1, last[j+1]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
