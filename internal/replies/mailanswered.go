package replies

import "strings"

// mailAnswered is our mail in the history that was cut off a reply: without the lines
// that a mail program set above it, and without what it quotes itself. Where the
// reply has answers between our lines, they are gone and our lines stand together.
func mailAnswered(history []line) string {
	lines := history
	for {
		n := heading(lines)
		if n == 0 {
			break
		}
		lines = lines[n:]
	}
	own := make([]line, 0, len(lines))
	least := -1
	for _, l := range lines {
		if !l.blank() && (least < 0 || l.depth < least) {
			least = l.depth
		}
	}
	for _, l := range lines {
		l.depth = max(l.depth-least, 0)
		l.cut, l.sign = false, false
		own = append(own, l)
	}
	var pieces []string
	for _, seg := range cutQuotes(own, writer{}).segments {
		pieces = append(pieces, tidy(seg))
	}
	if len(pieces) == 0 {
		return strings.TrimSpace(joinLines(history))
	}
	return strings.Join(pieces, "\n\n")
}

// heading is how many lines at the beginning of a history a mail program set above
// the mail: empty ones, a separator, an attribution, a header block.
func heading(lines []line) int {
	if len(lines) == 0 {
		return 0
	}
	if lines[0].blank() {
		return 1
	}
	labels := readLabels(lines, writer{})
	n, what := boundaryAt(lines, labels, 0, writer{})
	if what == noBoundary || what == boundaryAbove {
		return 0
	}
	n = max(n, 1)
	for n < len(lines) && labels[n].kind != 0 {
		n++
	}
	return n
}
