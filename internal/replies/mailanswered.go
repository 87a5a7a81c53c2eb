package replies

import "strings"

// mailAnswered is our mail in the history that was cut off a reply: without the lines
// that a mail program set above it, and without what it quotes itself. Where the
// reply has answers between our lines, they are gone and our lines stand together.
func mailAnswered(history []line) string {
	lines := history[heading(history):]
	least := -1
	for _, l := range lines {
		if !l.blank() && (least < 0 || l.depth < least) {
			least = l.depth
		}
	}
	own := make([]line, len(lines))
	for i, l := range lines {
		own[i] = line{text: l.text, depth: max(l.depth-least, 0)}
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
	labels := readLabels(lines, writer{})
	for i := 0; i < len(lines); i++ {
		if lines[i].blank() || i > 0 && labels[i].kind != 0 {
			continue
		}
		n, what := boundaryAt(lines, labels, i, writer{})
		if what == noBoundary || what == boundaryAbove {
			return i
		}
		i += max(n, 1) - 1
	}
	return len(lines)
}
