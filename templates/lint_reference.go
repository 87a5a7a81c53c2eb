package templates

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// referring are the words of a link with the label of the line that says where it
// leads: [words][1], or [words][] by the words themselves.
var referring = regexp.MustCompile(`\[([^\[\]]{1,200})\]\[([^\[\]\n]{0,80})\]`)

// defining is a line that looks as if it said where a label leads.
var defining = regexp.MustCompile(`(?m)^[ \t]*\[([^\[\]\n]{1,80})\]:[ \t]*\S`)

// references wants each label of a link to lead somewhere, and each line that says
// where a label leads to be one that a link goes by: the one would go out as it is
// written, and the other not at all.
func (l *linter) references() {
	text := strings.Map(func(r rune) rune {
		switch r {
		case maskValue:
			return 'x'
		case maskSteer, 0:
			return ' '
		}
		return r
	}, maskActions(blankComments(l.t.Body)))
	if !strings.Contains(text, "][") && !strings.Contains(text, "]:") {
		return
	}
	root, labels := parseReferences(text)
	code := codeIn(root, len(text))
	used := map[string]bool{}
	for _, at := range referring.FindAllStringSubmatchIndex(text, -1) {
		before, _ := utf8.DecodeLastRuneInString(text[:at[0]])
		words, label := text[at[2]:at[3]], text[at[4]:at[5]]
		if label == "" {
			label = words
		}
		key := util.ToLinkReference([]byte(label))
		used[key] = true
		if labels[key] || code[at[0]] || strings.Contains(words, "\n\n") || unicode.IsLetter(before) || isField(label) {
			continue // of the last, the rule on blanks tells
		}
		l.find("dead-link", l.t.bodyStart+at[0], fmt.Sprintf("%q leads nowhere: no line says where [%s] leads, so it would go out as it is written", text[at[0]:at[1]], label),
			fmt.Sprintf("below an empty line add [%s]: https://…, or write [%s](https://…)", label, words))
	}
	for _, at := range defining.FindAllStringSubmatchIndex(text, -1) {
		label := text[at[2]:at[3]]
		key := util.ToLinkReference([]byte(label))
		if code[at[0]] || !labels[key] || used[key] || strings.Count(strings.ToLower(text), "["+strings.ToLower(label)+"]") > 1 {
			continue
		}
		l.find("dead-link", l.t.bodyStart+at[2]-1, fmt.Sprintf("no link goes by [%s], so this line would not go out", label), fmt.Sprintf("write [words][%s] where the link is to stand, or remove the line", label))
	}
}

// codeIn says of each byte of a text whether it is code, which stays as it is.
func codeIn(root ast.Node, size int) []bool {
	code := make([]bool, size+1)
	mark := func(from, to int) {
		for i := from; i < min(to, size); i++ {
			code[i] = true
		}
	}
	// Nothing here fails.
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.FencedCodeBlock:
			for i := range n.Lines().Len() {
				mark(n.Lines().At(i).Start, n.Lines().At(i).Stop)
			}
		case *ast.Text:
			if n.Parent().Kind() == ast.KindCodeSpan {
				mark(n.Segment.Start, n.Segment.Stop)
			}
		}
		return ast.WalkContinue, nil
	})
	return code
}
