package templates

import (
	"slices"
	"strings"
	"text/template/parse"
)

// parsePart reads a subject or a body. It tells all faults at once; with one
// the part is nil.
func parsePart(text string) (*part, []fault) {
	text = blankComments(text)
	trees, err := parse.Parse("mail", text, "", "", parserFunctions())
	if faults := checkActions(scanActions(text), err == nil); len(faults) > 0 {
		return nil, faults
	}
	if err != nil {
		words, hint := plainSyntax(text, err)
		return nil, []fault{{text: words, hint: hint}}
	}
	w := &walker{text: text, part: &part{tree: trees["mail"]}}
	if w.part.tree == nil { // nothing but space
		w.part.tree = &parse.Tree{Name: "mail", Root: &parse.ListNode{NodeType: parse.NodeList}}
	}
	w.list(w.part.tree.Root, scope{})
	if len(w.faults) > 0 {
		return nil, w.faults
	}
	return w.part, nil
}

// blankComments puts zero bytes in the place of HTML comments, which are for
// those who edit the template and never leave with a mail. So every other byte
// keeps its place. A comment on lines of its own takes their end with it.
func blankComments(text string) string {
	if !strings.Contains(text, "<!--") {
		return text
	}
	b := []byte(text)
	for _, c := range comments(text) {
		end := c.end
		if (c.start == 0 || b[c.start-1] == '\n') && end < len(b) && b[end] == '\n' {
			end++
		}
		for i := c.start; i < end; i++ {
			b[i] = 0
		}
	}
	return string(b)
}

// comment is one <!-- … --> by its bytes.
type comment struct{ start, end int }

func comments(text string) []comment {
	var list []comment
	for at := 0; ; {
		open := strings.Index(text[at:], "<!--")
		if open < 0 {
			return list
		}
		end := strings.Index(text[at+open:], "-->")
		if end < 0 {
			return list
		}
		list = append(list, comment{at + open, at + open + end + len("-->")})
		at += open + end + len("-->")
	}
}

// walker looks at each node of a parsed part: it refuses what the language
// doesn't have, notes which fields are used how, and gives every action that
// prints the function that puts data into a mail.
type walker struct {
	text   string
	part   *part
	faults []fault
}

// scope is what is known at a place of the template.
type scope struct {
	inWith  bool
	dot     string   // what {{ . }} is, by name
	guarded []string // fields that can't be empty here
	instead []string // fields of which one is enough for the mail to do without what else is asked for here
}

func (s scope) guarding(names []string) scope {
	s.guarded = append(slices.Clone(s.guarded), names...)
	return s
}

// insteadOf is for a place that isn't come to where one of some fields is there.
func (s scope) insteadOf(names []string) scope {
	s.instead = slices.Concat(s.instead, names)
	return s
}

func (w *walker) fault(n parse.Node, text, hint string) {
	w.faults = append(w.faults, fault{offset: int(n.Position()), text: text, hint: hint})
}

func (w *walker) list(list *parse.ListNode, s scope) {
	if list == nil {
		return
	}
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.TextNode:
			n.Text = []byte(strings.ReplaceAll(string(n.Text), "\x00", ""))
		case *parse.ActionNode:
			w.action(n, s)
		case *parse.IfNode:
			w.branch(&n.BranchNode, s, s)
		case *parse.WithNode:
			inner := s
			inner.inWith, inner.dot = true, strings.Join(fieldsOf(n.Pipe, s), " or ")
			w.branch(&n.BranchNode, s, inner)
		case *parse.CommentNode:
		default:
			w.fault(n, "this isn't supported", "known are fields, if, with, else and end")
		}
	}
}

// branch reads an if or a with: inside it, the fields that it asks for are
// there.
func (w *walker) branch(n *parse.BranchNode, outer, inner scope) {
	sure, enough, absent := surelyThere(n.Pipe, outer), anyThere(n.Pipe, outer), notThere(n.Pipe, outer)
	w.pipe(n.Pipe, outer, true)
	w.list(n.List, inner.guarding(sure).insteadOf(absent))
	w.list(n.ElseList, outer.guarding(absent).insteadOf(enough))
}

// action reads one that prints or declares.
func (w *walker) action(n *parse.ActionNode, s scope) {
	names := fieldsOf(n.Pipe, s)
	w.pipe(n.Pipe, s, hasFallback(n.Pipe))
	if len(n.Pipe.Decl) > 0 {
		return
	}
	name := strings.Join(names, " or ")
	if name == "" {
		name = strings.TrimSpace(strings.Trim(n.String(), "{}"))
	}
	number := len(w.part.prints)
	w.part.prints = append(w.part.prints, printed{name: name, offset: w.start(n)})
	n.Pipe.Cmds = append(n.Pipe.Cmds, printCommand(number))
}

// start is where the braces of an action begin.
func (w *walker) start(n parse.Node) int {
	at := min(int(n.Position()), len(w.text))
	if open := strings.LastIndex(w.text[:at], "{{"); open >= 0 {
		return open
	}
	return at
}

func printCommand(number int) *parse.CommandNode {
	return &parse.CommandNode{NodeType: parse.NodeCommand, Args: []parse.Node{
		parse.NewIdentifier(printFunction),
		&parse.NumberNode{NodeType: parse.NodeNumber, IsInt: true, Int64: int64(number)},
	}}
}

// pipe reads the fields of an expression. Safe says that the mail does without
// them.
func (w *walker) pipe(p *parse.PipeNode, s scope, safe bool) {
	w.part.compared = append(w.part.compared, comparing(p, s)...)
	if slices.ContainsFunc(p.Cmds, choosing) {
		s = s.insteadOf(fieldsOf(p, s))
	}
	for _, cmd := range p.Cmds {
		for i, arg := range cmd.Args {
			switch arg := arg.(type) {
			case *parse.FieldNode:
				w.use(arg, arg.Ident, s, safe)
				if s.inWith {
					// In Go's templates .name means a part of the dot inside
					// with. A field has no parts: the person's field is meant.
					cmd.Args[i] = &parse.VariableNode{NodeType: parse.NodeVariable, Pos: arg.Pos, Ident: append([]string{"$"}, arg.Ident...)}
				}
			case *parse.VariableNode:
				w.variable(arg, s, safe)
			case *parse.PipeNode:
				w.pipe(arg, s, safe || hasFallback(arg))
			case *parse.DotNode:
				if !s.inWith {
					w.fault(arg, "the dot alone is nothing here", "write a field, such as .first_name")
				}
			case *parse.StringNode, *parse.IdentifierNode, *parse.BoolNode, *parse.NumberNode:
			default:
				w.fault(arg, "this isn't supported", "write a field, such as .first_name, or a text in quotes")
			}
		}
	}
}

func (w *walker) variable(n *parse.VariableNode, s scope, safe bool) {
	switch {
	case n.Ident[0] == "$" && len(n.Ident) == 1:
		w.fault(n, "the $ alone is nothing", "write a field, such as $.first_name")
	case n.Ident[0] == "$":
		w.use(n, n.Ident[1:], s, safe)
	case len(n.Ident) > 1:
		w.fault(n, n.Ident[0]+" has no parts", "write "+n.Ident[0])
	}
}

func (w *walker) use(n parse.Node, ident []string, s scope, safe bool) {
	name := strings.Join(ident, ".")
	offset := w.fieldStart(n, ident)
	if text, hint := checkName(ident); text != "" {
		w.faults = append(w.faults, fault{offset: offset, text: text, hint: hint})
		return
	}
	w.part.uses = append(w.part.uses, use{name: name, offset: offset, fallback: safe || slices.Contains(s.guarded, name), guarded: s.guarded, instead: s.instead})
}

// fieldStart is where a field begins: of .note.estimator the parser names the
// second dot.
func (w *walker) fieldStart(n parse.Node, ident []string) int {
	at := int(n.Position())
	first := "." + ident[0]
	if before := at - len(first); len(ident) > 1 && before >= 0 && strings.HasPrefix(w.text[before:], first) {
		return before
	}
	return at
}

// fieldsOf are the names of the fields in an expression.
func fieldsOf(p *parse.PipeNode, s scope) []string {
	var names []string
	for _, cmd := range p.Cmds {
		for _, arg := range cmd.Args {
			switch arg := arg.(type) {
			case *parse.FieldNode:
				names = append(names, strings.Join(arg.Ident, "."))
			case *parse.VariableNode:
				names = append(names, strings.TrimPrefix(strings.Join(arg.Ident, "."), "$."))
			case *parse.PipeNode:
				names = append(names, fieldsOf(arg, s)...)
			case *parse.DotNode:
				if s.dot != "" {
					names = append(names, s.dot)
				}
			}
		}
	}
	return names
}

// hasFallback tells whether an expression always has something to print: its
// last word is a text that isn't empty, behind or or fallback.
func hasFallback(p *parse.PipeNode) bool {
	for _, cmd := range p.Cmds {
		if !choosing(cmd) {
			continue
		}
		last, ok := cmd.Args[len(cmd.Args)-1].(*parse.StringNode)
		if ok && strings.TrimSpace(last.Text) != "" {
			return true
		}
	}
	return false
}

// choosing tells whether a command takes the first of its words that isn't empty.
func choosing(cmd *parse.CommandNode) bool {
	name, ok := cmd.Args[0].(*parse.IdentifierNode)
	return ok && (name.Ident == "or" || name.Ident == "fallback")
}

// anyThere are the fields of which any makes a condition hold: the one that is
// asked for, or all that or chooses from.
func anyThere(p *parse.PipeNode, s scope) []string {
	if len(p.Cmds) != 1 {
		return nil
	}
	cmd := p.Cmds[0]
	if _, word := cmd.Args[0].(*parse.IdentifierNode); word && !choosing(cmd) {
		return nil
	}
	if slices.ContainsFunc(cmd.Args, func(arg parse.Node) bool { return arg.Type() == parse.NodePipe }) {
		return nil
	}
	return fieldsOf(p, s)
}

// notThere is the field that is empty where a condition holds, and there where it
// doesn't: {{ if not .first_name }}.
func notThere(p *parse.PipeNode, s scope) []string {
	if len(p.Cmds) != 1 || len(p.Cmds[0].Args) != 2 {
		return nil
	}
	args := p.Cmds[0].Args
	if name, ok := args[0].(*parse.IdentifierNode); !ok || name.Ident != "not" || args[1].Type() == parse.NodePipe {
		return nil
	}
	return fieldsOf(p, s)
}

// surelyThere are the fields that can't be empty where a condition holds: the
// one that is asked for, or all that and binds together.
func surelyThere(p *parse.PipeNode, s scope) []string {
	if len(p.Cmds) != 1 {
		return nil
	}
	args := p.Cmds[0].Args
	if name, ok := args[0].(*parse.IdentifierNode); ok {
		if name.Ident != "and" {
			return nil
		}
		for _, arg := range args[1:] {
			if _, nested := arg.(*parse.PipeNode); nested {
				return nil
			}
		}
	}
	return fieldsOf(p, s)
}
