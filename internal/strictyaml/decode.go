package strictyaml

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// The limits of what is read out of a file: aliases may make it larger than
// the file is.
const (
	maxValues   = 100_000
	maxNested   = 64
	maxProblems = 200
)

// Decode reads a file into a struct, map or slice that into points to, and
// tells everything that is wrong with it: syntax (the first error ends the
// reading), keys that the struct doesn't have, keys that stand twice, values of
// the wrong type, and errors of UnmarshalText, which stand at their value.
//
// A type that reads its own text (encoding.TextUnmarshaler) gets any scalar as
// it is written; where it is a struct or a slice too, a mapping or a list is
// read as such. Text fields take text alone: a number, true, false or null must
// be in quotes to be one. What isn't in the file stays as it is in into, so
// defaults may be set before. The document is never nil; into must be a pointer
// that isn't nil.
func Decode(file string, src []byte, into any) (*Document, Problems) {
	return DecodeAt(file, src, 1, into)
}

// DecodeAt is Decode for YAML inside another file, such as front matter, whose
// first line is the file's line firstLine, from 1.
func DecodeAt(file string, src []byte, firstLine int, into any) (*Document, Problems) {
	target := reflect.ValueOf(into)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		panic(fmt.Sprintf("strictyaml: decode into %T, want a pointer that isn't nil", into))
	}
	src = plainLines(src)
	doc := newDocument(file, src, firstLine)
	root, p := parse(doc, src)
	if p != nil {
		return doc, Problems{*p}
	}
	if root == nil {
		return doc, nil
	}
	d := &decoder{doc: doc, fields: map[reflect.Type]fields{}, targets: map[*ast.AliasNode]ast.Node{}}
	d.resolve(root, map[string]ast.Node{})
	doc.at[""] = startOf(root)
	d.decode(root, "", target.Elem())
	d.problems.Sort()
	return doc, d.problems
}

// plainLines drops the byte order mark and ends every line with \n (YAML 1.2.2
// section 5.4), so that lines count the same for the parser and for excerpts.
func plainLines(src []byte) []byte {
	src = bytes.TrimPrefix(src, []byte("\uFEFF"))
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(src, []byte("\r"), []byte("\n"))
}

// decoder walks one document.
type decoder struct {
	doc      *Document
	fields   map[reflect.Type]fields
	targets  map[*ast.AliasNode]ast.Node // what each alias stands for
	values   int
	depth    int
	full     bool // a limit was passed: nothing more is read
	problems Problems
}

// resolve finds what each alias stands for: the anchor of its name that ended
// last before it. So an alias never stands for something that it is part of.
func (d *decoder) resolve(n ast.Node, anchors map[string]ast.Node) {
	switch n := n.(type) {
	case *ast.MappingNode:
		for _, v := range n.Values {
			d.resolve(v, anchors)
		}
	case *ast.MappingValueNode:
		d.resolve(n.Key, anchors)
		d.resolve(n.Value, anchors)
	case *ast.MappingKeyNode:
		d.resolve(n.Value, anchors)
	case *ast.SequenceNode:
		for _, v := range n.Values {
			d.resolve(v, anchors)
		}
	case *ast.TagNode:
		d.resolve(n.Value, anchors)
	case *ast.AnchorNode:
		d.resolve(n.Value, anchors)
		if n.Name != nil && n.Value != nil {
			anchors[n.Name.GetToken().Value] = n.Value
		}
	case *ast.AliasNode:
		if n.Value != nil {
			if target, ok := anchors[n.Value.GetToken().Value]; ok {
				d.targets[n] = target
			}
		}
	}
}

func (d *decoder) report(at position, path, text, hint string) {
	if d.full {
		return
	}
	if len(d.problems) == maxProblems {
		d.full = true
		text, hint = "there are more problems than are told here", "mend these first"
	}
	d.problems = append(d.problems, d.doc.problemAt(at, path, text, hint))
}

// bare takes anchors and aliases off a value. What can't be read as a value at
// all is told, and nil.
func (d *decoder) bare(n ast.Node, path string) ast.Node {
	for {
		switch v := n.(type) {
		case *ast.AnchorNode:
			n = v.Value
		case *ast.AliasNode:
			target, ok := d.targets[v]
			if !ok {
				d.report(startOf(v), path, "no anchor of this name ends above", "write the value itself")
				return nil
			}
			n = target
		case *ast.TagNode:
			d.report(startOf(v), path, fmt.Sprintf("tags like %s aren't supported", v.Start.Value), "remove it, and put text in quotes")
			return nil
		case nil:
			return nil
		default:
			return n
		}
	}
}

// decode reads one value, whose place is noted already, into v.
func (d *decoder) decode(n ast.Node, path string, v reflect.Value) {
	if d.full {
		return
	}
	if d.values++; d.values > maxValues || d.depth > maxNested {
		d.report(startOf(n), path, "the aliases make this too large", "write less of it by alias")
		d.full = true
		return
	}
	d.depth++
	defer func() { d.depth-- }()
	if n = d.bare(n, path); n == nil {
		return
	}
	t := v.Type()
	if t.Kind() == reflect.Pointer {
		if v.IsNil() {
			v.Set(reflect.New(t.Elem()))
		}
		d.decode(n, path, v.Elem())
		return
	}
	if isNull(n) && t.Kind() != reflect.Interface {
		d.report(d.placeOf(n, path), path, "has no value", "give it one, or remove the key")
		return
	}
	switch node := n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		d.mapping(n, entries(node), path, v)
	case *ast.SequenceNode:
		d.list(node, path, v)
	default:
		d.scalar(n, path, v)
	}
}

// placeOf is where to point for a value: at it, or at its key where it is empty.
func (d *decoder) placeOf(n ast.Node, path string) position {
	if tk := n.GetToken(); tk != nil && tk.Type == token.ImplicitNullType {
		return d.doc.position(path)
	}
	return startOf(n)
}

func isNull(n ast.Node) bool {
	_, ok := n.(*ast.NullNode)
	return ok
}

func entries(n ast.Node) []*ast.MappingValueNode {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	return nil
}

// entry is one key of a mapping, its own or merged into it.
type entry struct {
	key   string
	at    position // of the key
	value ast.Node
}

// own returns the keys of a mapping with those of the mappings that << names.
// A mapping's own keys go before merged ones, and earlier merges before later.
func (d *decoder) own(values []*ast.MappingValueNode, path string) []entry {
	var list []entry
	var merged []ast.Node
	lines := map[string]int{}
	for _, v := range values {
		if _, ok := v.Key.(*ast.MergeKeyNode); ok {
			merged = append(merged, v.Value)
			continue
		}
		key, ok := d.key(v.Key, path)
		if !ok {
			continue
		}
		at := startOf(v.Key)
		if line, again := lines[key]; again {
			d.report(at, childPath(path, key), "stands here twice", fmt.Sprintf("the first is on line %d", line+d.doc.first-1))
			continue
		}
		lines[key] = at.line
		list = append(list, entry{key, at, v.Value})
	}
	for _, m := range merged {
		list = d.merge(list, m, path)
	}
	return list
}

func (d *decoder) merge(list []entry, n ast.Node, path string) []entry {
	if d.values++; d.values > maxValues || d.depth > maxNested || d.full {
		d.report(startOf(n), path, "the aliases make this too large", "write less of it by alias")
		d.full = true
		return list
	}
	d.depth++
	defer func() { d.depth-- }()
	at := startOf(n)
	switch n := d.bare(n, path).(type) {
	case nil:
	case *ast.MappingNode, *ast.MappingValueNode:
		have := map[string]bool{}
		for _, e := range list {
			have[e.key] = true
		}
		for _, e := range d.own(entries(n), path) {
			if !have[e.key] {
				list = append(list, e)
			}
			d.values++
		}
	case *ast.SequenceNode:
		for _, v := range n.Values {
			list = d.merge(list, v, path)
		}
	default:
		d.report(at, path, "<< takes a group of keys", "write <<: *name")
	}
	return list
}

// key is the text of a key.
func (d *decoder) key(n ast.Node, path string) (string, bool) {
	if k, ok := n.(*ast.MappingKeyNode); ok {
		n = k.Value
	}
	at := startOf(n)
	n = d.bare(n, path)
	switch n.(type) {
	case *ast.StringNode, *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	case nil:
	default:
		d.report(at, path, "a key must be a plain word", "")
	}
	return "", false
}

// note remembers where a value stands: where it begins, or its key where it
// is a group or a list of lines below.
func (d *decoder) note(path string, key position, value ast.Node) {
	at := key
	switch v := value.(type) {
	case *ast.MappingNode:
		if v.IsFlowStyle {
			at = startOf(v)
		}
	case *ast.MappingValueNode:
	case *ast.SequenceNode:
		if v.IsFlowStyle {
			at = startOf(v)
		}
	case *ast.NullNode:
		if v.Token.Type != token.ImplicitNullType {
			at = startOf(v)
		}
	case nil:
	default:
		at = startOf(value)
	}
	d.doc.at[path] = at
}

func (d *decoder) mapping(n ast.Node, values []*ast.MappingValueNode, path string, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		if f := d.fieldsOf(v.Type()); len(f.names) > 0 {
			d.structure(f, d.own(values, path), path, v)
			return
		}
	case reflect.Map:
		d.table(d.own(values, path), path, v)
		return
	case reflect.Interface:
		if v.NumMethod() == 0 {
			table := map[string]any{}
			d.table(d.own(values, path), path, reflect.ValueOf(&table).Elem())
			v.Set(reflect.ValueOf(table))
			return
		}
	}
	d.wrongType(n, path, v.Type())
}

func (d *decoder) fieldsOf(t reflect.Type) fields {
	f, ok := d.fields[t]
	if !ok {
		f = fieldsOf(t)
		d.fields[t] = f
	}
	return f
}

func (d *decoder) structure(f fields, list []entry, path string, v reflect.Value) {
	for _, e := range list {
		inner := childPath(path, e.key)
		index, ok := f.index[e.key]
		if !ok {
			d.unknown(e, inner, f.names)
			continue
		}
		d.note(inner, e.at, e.value)
		d.decode(e.value, inner, v.FieldByIndex(index))
	}
}

// fewKeys is how many keys are listed where no one is near the unknown one.
const fewKeys = 12

// Meant is the hint to a key that was probably meant for another.
func Meant(key string) string { return "did you mean " + key + "?" }

func (d *decoder) unknown(e entry, path string, known []string) {
	hint := ""
	if near := DidYouMean(e.key, known); near != "" {
		hint = Meant(near)
	} else if len(known) <= fewKeys {
		hint = "known are " + strings.Join(known, ", ")
	}
	d.report(e.at, path, "there is no such key", hint)
}

func (d *decoder) table(list []entry, path string, v reflect.Value) {
	t := v.Type()
	if v.IsNil() {
		v.Set(reflect.MakeMapWithSize(t, len(list)))
	}
	for _, e := range list {
		inner := childPath(path, e.key)
		d.note(inner, e.at, e.value)
		key := reflect.New(t.Key()).Elem()
		if err := setText(key, e.key); err != nil {
			text, hint := TextAndHint(err)
			d.report(e.at, inner, text, hint)
			continue
		}
		value := reflect.New(t.Elem()).Elem()
		d.decode(e.value, inner, value)
		v.SetMapIndex(key, value)
	}
}

func (d *decoder) list(n *ast.SequenceNode, path string, v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		// A fresh slice: a default list is replaced, not added to.
		items := reflect.MakeSlice(v.Type(), len(n.Values), len(n.Values))
		for i, item := range n.Values {
			d.item(item, itemPath(path, i), items.Index(i))
		}
		v.Set(items)
	case reflect.Array:
		if len(n.Values) != v.Len() {
			d.report(startOf(n), path, fmt.Sprintf("must have %d values, not %d", v.Len(), len(n.Values)), "")
			return
		}
		for i, item := range n.Values {
			d.item(item, itemPath(path, i), v.Index(i))
		}
	case reflect.Interface:
		if v.NumMethod() != 0 {
			d.wrongType(n, path, v.Type())
			return
		}
		var items []any
		d.list(n, path, reflect.ValueOf(&items).Elem())
		v.Set(reflect.ValueOf(items))
	default:
		d.wrongType(n, path, v.Type())
	}
}

func (d *decoder) item(n ast.Node, path string, v reflect.Value) {
	d.doc.at[path] = startOf(n)
	d.decode(n, path, v)
}

func (d *decoder) wrongType(n ast.Node, path string, t reflect.Type) {
	want, hint := wanted(t)
	d.report(startOf(n), path, fmt.Sprintf("must be %s, not %s", want, found(n)), hint)
}

// wanted says what a Go type takes, in words.
func wanted(t reflect.Type) (want, hint string) {
	if takesText(t) {
		return "a single value", ""
	}
	switch t.Kind() {
	case reflect.Struct, reflect.Map:
		return "a group of keys", "write key: value below it, further in"
	case reflect.Slice, reflect.Array:
		return "a list", "begin each item with a hyphen on a line of its own, or write [a, b]"
	case reflect.Bool:
		return "true or false", ""
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return "a whole number", ""
	case reflect.Float32, reflect.Float64:
		return "a number", ""
	}
	return "text", ""
}

// found says what a value is, in words.
func found(n ast.Node) string {
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return "a group of keys"
	case *ast.SequenceNode:
		return "a list"
	case *ast.StringNode, *ast.LiteralNode:
		return "text"
	case *ast.BoolNode:
		return "true or false"
	case *ast.NullNode:
		return "nothing"
	}
	if slices.Contains([]ast.NodeType{ast.IntegerType, ast.FloatType, ast.InfinityType, ast.NanType}, n.Type()) {
		return "a number"
	}
	return "this"
}
