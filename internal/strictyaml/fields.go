package strictyaml

import (
	"encoding"
	"reflect"
	"slices"
	"strings"
)

var textUnmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()

// fields is what a struct takes: its keys by name, and where their values go.
type fields struct {
	index map[string][]int
	names []string // sorted
}

// fieldsOf reads the yaml tags of a struct. A field without a tag has its name
// in lower case; "-" leaves one out; ",inline" and embedding take the inner
// struct's keys as the outer one's.
func fieldsOf(t reflect.Type) fields {
	f := fields{index: map[string][]int{}}
	f.collect(t, nil)
	for name := range f.index {
		f.names = append(f.names, name)
	}
	slices.Sort(f.names)
	return f
}

func (f *fields) collect(t reflect.Type, prefix []int) {
	for i := range t.NumField() {
		field := t.Field(i)
		name, options, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		if name == "-" || !field.IsExported() && !field.Anonymous {
			continue
		}
		index := append(slices.Clone(prefix), i)
		inline := options == "inline" || field.Anonymous && name == ""
		if inline && field.Type.Kind() == reflect.Struct {
			f.collect(field.Type, index)
			continue
		}
		if !field.IsExported() {
			continue
		}
		if name == "" {
			name = strings.ToLower(field.Name)
		}
		f.index[name] = index
	}
}

// takesText tells whether a pointer to t reads its own text.
func takesText(t reflect.Type) bool {
	return reflect.PointerTo(t).Implements(textUnmarshaler)
}
