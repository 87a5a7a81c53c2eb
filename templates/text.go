package templates

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// text is the text/plain form: as a person types a mail, with the line ends
// that the author wrote and no others.
func (r *renderer) text(body string, root ast.Node) string {
	w := textWriter{renderer: r, source: []byte(body)}
	text := strings.TrimSpace(r.expand(w.blocks(root), verbatim))
	if text == "" {
		return ""
	}
	return text + "\n"
}

// textWriter writes parsed Markdown as plain text.
type textWriter struct {
	*renderer
	source []byte
}

// blocks writes what a node holds: with one empty line between two blocks,
// where the author left any.
func (w textWriter) blocks(parent ast.Node) string {
	var b strings.Builder
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		block := w.block(n)
		if strings.TrimSpace(block) == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n")
			if n.HasBlankPreviousLines() {
				b.WriteString("\n")
			}
		}
		b.WriteString(block)
	}
	return b.String()
}

func (w textWriter) block(n ast.Node) string {
	switch n := n.(type) {
	case *ast.List:
		return w.list(n)
	case *ast.Blockquote:
		return prefixed(w.blocks(n), "> ", "> ")
	case *ast.FencedCodeBlock:
		return strings.TrimRight(string(n.Lines().Value(w.source)), "\n")
	}
	if n.Type() == ast.TypeBlock && n.FirstChild() != nil && n.FirstChild().Type() == ast.TypeBlock {
		return w.blocks(n)
	}
	return trimLines(w.inline(n))
}

func (w textWriter) list(list *ast.List) string {
	var items []string
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		mark := "- "
		if list.IsOrdered() {
			mark = strconv.Itoa(number) + ". "
			number++
		}
		items = append(items, prefixed(w.blocks(item), mark, strings.Repeat(" ", len(mark))))
	}
	if list.IsTight {
		return strings.Join(items, "\n")
	}
	return strings.Join(items, "\n\n")
}

// prefixed puts first before the first line and rest before the others.
func prefixed(text, first, rest string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		prefix := rest
		if i == 0 {
			prefix = first
		}
		lines[i] = strings.TrimRight(prefix+line, " ")
	}
	return strings.Join(lines, "\n")
}

func trimLines(text string) string { return strings.Trim(prefixed(text, "", ""), "\n") }

func (w textWriter) inline(parent ast.Node) string {
	var b strings.Builder
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			if !w.isStopAfterLink(n) {
				b.WriteString(literal(n.Segment.Value(w.source)))
			}
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteString("\n")
			}
		case *ast.CodeSpan:
			b.WriteString(codeText(n, w.source))
		case *ast.AutoLink:
			b.Write(n.Label(w.source))
		case *ast.Link:
			b.WriteString(w.link(n))
		default:
			b.WriteString(w.inline(n))
		}
	}
	return b.String()
}

func codeText(n ast.Node, source []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(source))
		}
	}
	return b.String()
}

// link writes [words](address) as one would by hand: "words: address" at the
// end of a line, "words (address)" within it, and the address alone where the
// words are the address.
func (w textWriter) link(n *ast.Link) string {
	label := w.inline(n)
	words := w.expand(label, verbatim)
	address := strings.TrimPrefix(w.expand(literal(n.Destination), verbatim), "mailto:")
	switch {
	case words == "" || words == address:
		return w.token(address)
	case !w.endsLine(n):
		return label + " (" + w.token(address) + ")"
	case strings.HasSuffix(words, ":"):
		return label + " " + w.token(address)
	}
	return label + ": " + w.token(address)
}

// endsLine tells whether nothing but a full stop follows a link on its line.
func (w textWriter) endsLine(n *ast.Link) bool {
	switch next := n.NextSibling().(type) {
	case nil:
		return n.Parent().Type() == ast.TypeBlock
	case *ast.Text:
		ends := next.SoftLineBreak() || next.HardLineBreak() || next.NextSibling() == nil
		after := strings.TrimSpace(string(next.Segment.Value(w.source)))
		return ends && (after == "" || after == ".")
	}
	return false
}

// isStopAfterLink tells whether a text is the full stop right after an address
// at the end of its line: there it would look like a part of the address.
func (w textWriter) isStopAfterLink(n *ast.Text) bool {
	link, ok := n.PreviousSibling().(*ast.Link)
	return ok && w.endsLine(link)
}
