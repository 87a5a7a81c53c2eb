package replies

import "strings"

// A wordlist is written as one string, its words separated by "|", so that a
// list of hundreds of words in twenty languages stays readable in the source.
// The short ones are searched as they stand; those that meet every line of a
// mail are kept by their first byte.

// wordset is a list of whole words, for the long ones that meet every line.
type wordset map[string]struct{}

func newWordset(list string) wordset {
	set := wordset{}
	for w := range strings.SplitSeq(list, "|") {
		set[w] = struct{}{}
	}
	return set
}

// has says whether s is a word of the set, as oneOf does of a list.
func (set wordset) has(s string) bool { _, ok := set[s]; return ok }

// prefixes finds whether a string starts with one of many words.
type prefixes [256][]string

func newPrefixes(list string) *prefixes {
	p := &prefixes{}
	for _, w := range strings.Split(list, "|") {
		if w != "" {
			p[w[0]] = append(p[w[0]], w)
		}
	}
	return p
}

// of gives the first word with which s starts, "" when there is none.
func (p *prefixes) of(s string) string {
	if s == "" {
		return ""
	}
	for _, w := range p[s[0]] {
		if strings.HasPrefix(s, w) {
			return w
		}
	}
	return ""
}

// wordCount is len(strings.Fields(s)) without the slice.
func wordCount(s string) int {
	n := 0
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}

// oneOf says whether s is a word of the list.
func oneOf(list, s string) bool {
	for at := 0; at <= len(list); at++ { // quicker than to part the words
		i := strings.Index(list[at:], s)
		if i < 0 {
			return false
		}
		at += i
		to := at + len(s)
		if (at == 0 || list[at-1] == '|') && (to == len(list) || list[to] == '|') {
			return !strings.Contains(s, "|")
		}
	}
	return false
}

// startsOneOf says whether s starts with a word of the list.
func startsOneOf(list, s string) bool {
	for rest, word, more := list, "", true; more; {
		if word, rest, more = strings.Cut(rest, "|"); strings.HasPrefix(s, word) {
			return true
		}
	}
	return false
}

// endsOneOf says whether s ends with a word of the list.
func endsOneOf(list, s string) bool {
	for rest, word, more := list, "", true; more; {
		if word, rest, more = strings.Cut(rest, "|"); strings.HasSuffix(s, word) {
			return true
		}
	}
	return false
}

// holdsOneOf says whether a word of the list stands anywhere in s.
func holdsOneOf(list, s string) bool {
	for rest, word, more := list, "", true; more; {
		if word, rest, more = strings.Cut(rest, "|"); strings.Contains(s, word) {
			return true
		}
	}
	return false
}
