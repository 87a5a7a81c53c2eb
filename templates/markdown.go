package templates

import (
	"net/url"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// parseMarkdown reads the Markdown that people write in mails: paragraphs,
// lists, quotes, headings, code between ``` fences, links, whether their address
// stands behind the words or on a line of its own ([1]: https://…), and emphasis. What
// else Markdown has, a person who types a mail would be surprised by: a line of
// hyphens below a name, an indented line, something in angle brackets. It stays
// as it is written.
func parseMarkdown(body string) ast.Node {
	root, _ := parseReferences(body)
	return root
}

// parseReferences is parseMarkdown, and gives the labels of which a line says where
// they lead.
func parseReferences(body string) (root ast.Node, labels map[string]bool) {
	p := parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewEmphasisParser(), 500),
		),
		parser.WithParagraphTransformers(util.Prioritized(parser.LinkReferenceParagraphTransformer, 100)),
	)
	context := parser.NewContext()
	root = p.Parse(text.NewReader([]byte(body)), parser.WithContext(context))
	labels = map[string]bool{}
	for _, r := range context.References() {
		labels[util.ToLinkReference(r.Label())] = true
	}
	return root, labels
}

// literal is the text of a node as it is meant: without backslashes, and with
// &amp; as &.
func literal(source []byte) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(source))))
}

// safeLink tells whether a link leads where a mail's link may lead.
func safeLink(link string) bool {
	u, err := url.Parse(link)
	if err != nil {
		return false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return u.Host != ""
	case "mailto", "tel":
		return true
	}
	return false
}
