package strictyaml

import (
	"encoding"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// scalar reads one number, word or text.
func (d *decoder) scalar(n ast.Node, path string, v reflect.Value) {
	t := v.Type()
	if takesText(t) {
		if err := v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(scalarText(n))); err != nil {
			text, hint := TextAndHint(err)
			d.report(d.placeOf(n, path), path, text, hint)
		}
		return
	}
	switch t.Kind() {
	case reflect.String:
		d.text(n, path, v)
	case reflect.Bool:
		if b, ok := n.(*ast.BoolNode); ok {
			v.SetBool(b.Value)
			return
		}
		d.wrongWord(n, path, "true or false", boolHint(n))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		d.integer(n, path, v)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		d.unsigned(n, path, v)
	case reflect.Float32, reflect.Float64:
		d.float(n, path, v)
	case reflect.Interface:
		if t.NumMethod() != 0 {
			d.wrongType(n, path, t)
			return
		}
		if x := anyScalar(n); x != nil {
			v.Set(reflect.ValueOf(x))
		}
	default:
		d.wrongType(n, path, t)
	}
}

// scalarText is a scalar's text: a quoted or folded one's content, any other's
// as it is written.
func scalarText(n ast.Node) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		if n.Value != nil {
			return n.Value.Value
		}
		return ""
	}
	if tk := n.GetToken(); tk != nil {
		return tk.Value
	}
	return ""
}

func isText(n ast.Node) bool {
	switch n.(type) {
	case *ast.StringNode, *ast.LiteralNode:
		return true
	}
	return false
}

func (d *decoder) text(n ast.Node, path string, v reflect.Value) {
	if !isText(n) {
		d.report(startOf(n), path, fmt.Sprintf("must be text, not %s", found(n)), fmt.Sprintf("write it in quotes: %q", scalarText(n)))
		return
	}
	v.SetString(scalarText(n))
}

// wrongWord reports a scalar of the wrong kind, with its own text.
func (d *decoder) wrongWord(n ast.Node, path, want, hint string) {
	d.report(d.placeOf(n, path), path, fmt.Sprintf("%s is not %s", quoteShort(scalarText(n)), want), hint)
}

// quoteShort quotes a text for a message, and cuts a long one.
func quoteShort(s string) string {
	if head, tail := splitAt(s, 40); tail != "" {
		s = head + "…"
	}
	return strconv.Quote(s)
}

func boolHint(n ast.Node) string {
	switch strings.ToLower(scalarText(n)) {
	case "yes", "on", "y", "true", "1":
		return "write true"
	case "no", "off", "n", "false", "0":
		return "write false"
	}
	return ""
}

func (d *decoder) integer(n ast.Node, path string, v reflect.Value) {
	text, ok := d.number(n, path, "a whole number")
	if !ok {
		return
	}
	i, err := strconv.ParseInt(text, 0, 64)
	if err != nil || v.OverflowInt(i) {
		d.wrongWord(n, path, "a number that fits here", "")
		return
	}
	v.SetInt(i)
}

func (d *decoder) unsigned(n ast.Node, path string, v reflect.Value) {
	text, ok := d.number(n, path, "a whole number")
	if !ok {
		return
	}
	u, err := strconv.ParseUint(text, 0, 64)
	if err != nil || v.OverflowUint(u) {
		d.wrongWord(n, path, "a number that fits here", fmt.Sprintf("it must be from 0 to %d", uint64(math.MaxUint64)>>(64-v.Type().Bits())))
		return
	}
	v.SetUint(u)
}

// number is the text of a whole number that everyone reads alike.
func (d *decoder) number(n ast.Node, path, want string) (string, bool) {
	if _, ok := n.(*ast.IntegerNode); !ok {
		hint := ""
		if _, err := strconv.ParseInt(scalarText(n), 10, 64); isText(n) && err == nil {
			hint = "write it without quotes"
		}
		d.wrongWord(n, path, want, hint)
		return "", false
	}
	text := strings.TrimPrefix(scalarText(n), "+")
	digits := strings.TrimPrefix(text, "-")
	switch {
	case strings.Contains(text, "_"):
		d.wrongWord(n, path, want, "write "+strings.ReplaceAll(text, "_", ""))
		return "", false
	case len(digits) > 1 && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9':
		// YAML 1.1 reads it as octal, YAML 1.2 as decimal.
		d.wrongWord(n, path, want, "remove the zero at its beginning")
		return "", false
	}
	return text, true
}

func (d *decoder) float(n ast.Node, path string, v reflect.Value) {
	switch n.(type) {
	case *ast.FloatNode, *ast.IntegerNode:
	default:
		hint := ""
		if _, err := strconv.ParseFloat(scalarText(n), 64); isText(n) && err == nil {
			hint = "write it without quotes"
		}
		d.wrongWord(n, path, "a number", hint)
		return
	}
	f, err := strconv.ParseFloat(scalarText(n), 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) || v.OverflowFloat(f) || strings.Contains(scalarText(n), "_") {
		d.wrongWord(n, path, "a number that fits here", "")
		return
	}
	v.SetFloat(f)
}

// anyScalar is what a field of any type gets: text, int64, float64, bool or nil.
func anyScalar(n ast.Node) any {
	switch n := n.(type) {
	case *ast.NullNode:
		return nil
	case *ast.BoolNode:
		return n.Value
	case *ast.IntegerNode:
		if i, err := strconv.ParseInt(n.Token.Value, 0, 64); err == nil {
			return i
		}
	case *ast.FloatNode:
		return n.Value
	}
	return scalarText(n)
}

// setText gives a map's key its text.
func setText(v reflect.Value, text string) error {
	if takesText(v.Type()) {
		return v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(text))
	}
	if v.Kind() != reflect.String {
		return fmt.Errorf("keys of %s can't be read", v.Type())
	}
	v.SetString(text)
	return nil
}
