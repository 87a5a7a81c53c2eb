package strictyaml

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// The limits of a file. They are far above what a person writes, and keep the
// parser, which calls itself for each level and each key, from running out of
// memory or time.
const (
	maxBytes  = 1 << 20
	maxTokens = 200_000
	maxDepth  = 32
	maxKeys   = 2_000 // in one mapping
	maxKey    = 200   // bytes
)

// parse returns the one document of the source, nil where it is empty.
func parse(doc *Document, src []byte) (ast.Node, *Problem) {
	if p := checkText(doc, src); p != nil {
		return nil, p
	}
	tokens, err := tokenize(src)
	if err != nil {
		return nil, syntaxProblem(doc, err)
	}
	if p := checkTokens(doc, tokens); p != nil {
		return nil, p
	}
	file, err := parseTokens(tokens)
	if err != nil {
		return nil, syntaxProblem(doc, err)
	}
	return oneDocument(doc, file)
}

// tokenize and parseTokens turn a panic of the library into an error: a file
// must never end the daemon.
func tokenize(src []byte) (tokens token.Tokens, err error) {
	defer rescue(&err)
	return lexer.Tokenize(string(src)), nil
}

func parseTokens(tokens token.Tokens) (file *ast.File, err error) {
	defer rescue(&err)
	return parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
}

func rescue(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("this isn't YAML that can be read: %v", r)
	}
}

// checkText refuses what isn't text at all.
func checkText(doc *Document, src []byte) *Problem {
	if len(src) > maxBytes {
		return problem(doc.problemAt(position{1, 1}, "", "the file is too large", "at most 1 MiB is read"))
	}
	if bytes.HasPrefix(src, []byte{0xFF, 0xFE}) || bytes.HasPrefix(src, []byte{0xFE, 0xFF}) {
		return problem(doc.problemAt(position{1, 1}, "", "the file is UTF-16", "save it as UTF-8"))
	}
	at := position{1, 1}
	for len(src) > 0 {
		r, size := utf8.DecodeRune(src)
		switch {
		case r == utf8.RuneError && size == 1:
			return problem(doc.problemAt(at, "", "the file isn't UTF-8", "save it as UTF-8"))
		case r == '\n':
			at = position{at.line + 1, 0}
		case r != '\t' && r != 0x85 && isControl(r):
			return problem(doc.problemAt(at, "", fmt.Sprintf("there is a control character (%U) here", r), "remove it"))
		}
		at.column++
		src = src[size:]
	}
	return nil
}

// checkTokens holds the file to the limits before anything calls itself.
func checkTokens(doc *Document, tokens token.Tokens) *Problem {
	if len(tokens) > maxTokens {
		return problem(doc.problemAt(position{1, 1}, "", "the file is too large", fmt.Sprintf("at most %d keys and values are read", maxTokens/2)))
	}
	var n nesting
	for i, tk := range tokens {
		if text := n.add(tk, tokens[max(i-1, 0)]); text != "" {
			return problem(doc.problemAt(tokenPosition(tk), "", text, ""))
		}
	}
	return nil
}

// nesting follows how deep the tokens nest, and how many keys each mapping has.
type nesting struct {
	flow    int     // open brackets and braces
	columns []level // the block keys and list items that are open, by column
	marks   int     // tags and anchors since the last value
}

type level struct{ column, keys int }

// add takes the next token; its answer is what is too much, or "".
func (n *nesting) add(tk, before *token.Token) string {
	switch tk.Type {
	case token.SequenceStartType, token.MappingStartType:
		n.flow++
	case token.SequenceEndType, token.MappingEndType:
		n.flow = max(n.flow-1, 0)
	case token.TagType, token.AnchorType:
		n.marks++
	case token.SequenceEntryType, token.MappingKeyType:
		n.open(tk.Position.Column, 0)
	case token.MappingValueType:
		if len(before.Value) > maxKey {
			return fmt.Sprintf("the key is longer than %d characters", maxKey)
		}
		if n.flow == 0 && n.open(before.Position.Column, 1) > maxKeys {
			return fmt.Sprintf("there are more than %d keys here", maxKeys)
		}
	case token.StringType, token.SingleQuoteType, token.DoubleQuoteType, token.IntegerType:
		if before.Type != token.AnchorType {
			n.marks = 0
		}
	}
	if n.flow+len(n.columns)+n.marks > maxDepth {
		return fmt.Sprintf("this nests more than %d levels deep", maxDepth)
	}
	return ""
}

// open notes a key or item at a column, which ends everything right of it, and
// returns how many keys its mapping has by now.
func (n *nesting) open(column, keys int) int {
	for len(n.columns) > 0 && n.columns[len(n.columns)-1].column > column {
		n.columns = n.columns[:len(n.columns)-1]
	}
	if len(n.columns) == 0 || n.columns[len(n.columns)-1].column < column {
		n.columns = append(n.columns, level{column: column})
	}
	top := &n.columns[len(n.columns)-1]
	top.keys += keys
	return top.keys
}

// oneDocument refuses directives and all documents after the first.
func oneDocument(doc *Document, file *ast.File) (ast.Node, *Problem) {
	var body ast.Node
	seen := false
	for _, d := range file.Docs {
		if directive, ok := d.Body.(*ast.DirectiveNode); ok {
			return nil, problem(doc.problemAt(tokenPosition(directive.Start), "", "directives aren't supported", "remove the line that begins with %"))
		}
		if d.Body == nil {
			continue
		}
		if seen {
			return nil, problem(doc.problemAt(startOf(d.Body), "", "a second document begins here", "put it into a file of its own, or remove the --- before it"))
		}
		body, seen = d.Body, true
	}
	return body, nil
}

// syntaxProblem says a parser's error in plain words where they are known.
func syntaxProblem(doc *Document, err error) *Problem {
	at := position{1, 1}
	text := err.Error()
	var positioned yaml.Error
	if errors.As(err, &positioned) {
		text = positioned.GetMessage()
		if tk := positioned.GetToken(); tk != nil {
			at = tokenPosition(tk)
		}
	}
	if at, found := doc.bareBraces(at.line); found {
		return problem(doc.problemAt(at, "", "text that begins with {{ needs quotes around it", `write it as in subject: "{{ .company }} and your quotes"`))
	}
	if bracket, open := doc.openBracket(at); bracket == '[' {
		return problem(doc.problemAt(open, "", "the list isn't closed", "add a ]"))
	}
	for _, plain := range plainSyntax {
		if strings.Contains(text, plain.message) {
			return problem(doc.problemAt(at, "", plain.text, plain.hint))
		}
	}
	return problem(doc.problemAt(at, "", text, ""))
}

// bareBraces finds a value on a line that begins with the braces of a template,
// which YAML takes for a group in a group.
func (d *Document) bareBraces(line int) (at position, found bool) {
	text := d.line(line)
	for _, before := range []string{": ", "- "} {
		if i := strings.Index(text, before); i >= 0 {
			value := strings.TrimLeft(text[i+len(before):], " ")
			if strings.HasPrefix(value, "{{") {
				return position{line, utf8.RuneCountInString(text[:len(text)-len(value)]) + 1}, true
			}
		}
	}
	return at, false
}

// openBracket is the bracket that is open on a line where another one closes at
// a place, 0 where that isn't so.
func (d *Document) openBracket(at position) (bracket byte, open position) {
	text := []rune(d.line(at.line))
	if at.column > len(text) || text[at.column-1] != '}' && text[at.column-1] != ']' {
		return 0, open
	}
	var brackets []byte
	var columns []int
	quote := rune(0)
	for i, r := range text[:at.column-1] {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case r == '"' || r == '\'':
			quote = r
		case r == '[' || r == '{':
			brackets, columns = append(brackets, byte(r)), append(columns, i+1)
		case (r == ']' || r == '}') && len(brackets) > 0:
			brackets, columns = brackets[:len(brackets)-1], columns[:len(columns)-1]
		}
	}
	last := len(brackets) - 1
	if quote != 0 || last < 0 || (brackets[last] == '[') == (text[at.column-1] == ']') {
		return 0, open
	}
	return brackets[last], position{at.line, columns[last]}
}

// plainSyntax has the messages of the parser that need other words.
var plainSyntax = []struct{ message, text, hint string }{
	{"'\t' that cannot start", "a tab can't indent a line", "use spaces"},
	{"found a tab character", "a tab can't indent a line", "use spaces"},
	{"mapping value is not allowed", "a key can't stand here", "put text that holds a colon in quotes, and let the keys of one group begin in the same column"},
	{"value is not allowed in this context", "this can't stand here", "let the keys of one group begin in the same column, after spaces"},
	{"non-map value is specified", "this isn't a key with a value", "write key: value"},
	{"unexpected key name", "this isn't a key with a value", "write key: value"},
	{"sequence end token ']' not found", "the list isn't closed", "add a ]"},
	{"flow mapping end token '}'", "the group isn't closed", "add a }"},
	{"must be specified", "a comma or a closing bracket is missing before this", ""},
	{"end character of single-quoted", "the quote isn't closed", "add a '"},
	{"end character of double-quoted", "the quote isn't closed", `add a "`},
	{"is a reserved character", "text can't begin with this character", "put the text in quotes"},
	{"found an invalid key for this map", "a key must be a plain word", ""},
}

func problem(p Problem) *Problem { return &p }

func tokenPosition(tk *token.Token) position {
	return position{max(tk.Position.Line, 1), max(tk.Position.Column, 1)}
}

// startOf is where a value begins.
func startOf(n ast.Node) position {
	switch n := n.(type) {
	case *ast.MappingNode:
		if !n.IsFlowStyle && len(n.Values) > 0 {
			return startOf(n.Values[0].Key)
		}
	case *ast.MappingValueNode:
		return startOf(n.Key)
	case *ast.MappingKeyNode:
		return tokenPosition(n.Start)
	}
	if tk := n.GetToken(); tk != nil {
		return tokenPosition(tk)
	}
	return position{1, 1}
}
