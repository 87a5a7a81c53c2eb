package engine

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"followupd/internal/ledger"
	"followupd/internal/prospects"
	"followupd/internal/strictyaml"
	"followupd/sequences"
)

// mostAsked is how many people are looked at for the fields that there are.
const mostAsked = 2000

var errEnough = errors.New("enough people were looked at")

// newNames says which of the fields that an order gives a value nobody had
// before it, nor any template or sequence speaks of: a slip in a name would
// else be seen when the mail is held that lacks the right one. It is to be
// called before the order is carried out. Of notes, which may be called
// anything, only what looks like a slip is told.
func (e *Engine) newNames(t *ledger.Tx, ask Ask) (string, error) {
	note := sequences.Verb(ask.Verb) == sequences.VerbNote
	var names []string
	switch {
	case note && ask.Key != "" && strings.TrimSpace(ask.Text) != "":
		names = []string{"note." + ask.Key}
	case !note:
		names = slices.Sorted(maps.Keys(ask.Order))
		names = slices.DeleteFunc(names, func(name string) bool { return ask.Order[name] == "" })
	}
	spoken := append(e.Rules().facts(), prospects.UsualFields()...)
	isNew := func(name string, known []string) bool { return !slices.Contains(known, name) }
	names = slices.DeleteFunc(names, func(name string) bool { return !isNew(name, spoken) })
	if len(names) == 0 {
		return "", nil
	}
	had, all, err := factsOfPeople(t, lower(ask.Address))
	if err != nil {
		return "", err
	}
	known := append(spoken, had...)
	var told []string
	for _, name := range names {
		if !isNew(name, known) {
			continue
		}
		if words := newName(name, known, all); words != "" {
			told = append(told, words)
		}
	}
	return strings.Join(told, "; "), nil
}

// newName tells of a name that is new, "" where that is nothing to tell. Where not
// all people were looked at, somebody may have it: then a slip alone is told.
func newName(name string, known []string, all bool) string {
	if key, ok := strings.CutPrefix(name, "note."); ok {
		var notes []string
		for _, other := range known {
			if other, ok := strings.CutPrefix(other, "note."); ok {
				notes = append(notes, other)
			}
		}
		if near := strictyaml.DidYouMean(key, notes); near != "" {
			return fmt.Sprintf("%s is a new name for a note; did you mean %s?", key, near)
		}
		return ""
	}
	// Neither a note nor what has parts, such as last.date, is a field of somebody.
	fields := slices.DeleteFunc(slices.Clone(known), func(other string) bool { return strings.Contains(other, ".") })
	if near := prospects.Meant(name, fields); near != "" {
		return fmt.Sprintf("%s is a new field; did you mean %s?", name, near)
	}
	if !all {
		return ""
	}
	return name + " is a new field, which no template or sequence uses so far"
}

// facts are the fields and notes (note.NAME) that templates and sequences speak of.
func (r Rules) facts() []string {
	var list []string
	for _, s := range r.Plan.Sequences {
		for _, step := range s.Steps {
			list = append(list, step.Facts()...)
		}
	}
	if r.Templates == nil {
		return list
	}
	for _, name := range r.Templates.Names() {
		template, _ := r.Templates.Template(name)
		for _, f := range template.Fields() {
			list = append(list, f.Name)
		}
	}
	return list
}

// factsOfPeople are the fields and notes that people have, those of one address
// among them; all says whether everybody was looked at.
func factsOfPeople(t *ledger.Tx, address string) (list []string, all bool, err error) {
	facts, n := map[string]bool{}, 0
	add := func(p sequences.Person) {
		for name := range p.Fields {
			facts[name] = true
		}
		for _, note := range p.Notes {
			if note.Key != "" {
				facts["note."+note.Key] = true
			}
		}
	}
	err = t.EachPerson(func(p sequences.Person) error {
		if n++; n > mostAsked {
			return errEnough
		}
		add(p)
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return nil, false, err
	}
	all = err == nil
	person, err := personAt(t, address)
	if err == nil && !all && person != 0 {
		var p sequences.Person
		if p, err = t.Person(person); err == nil {
			add(p)
		}
	}
	return slices.Collect(maps.Keys(facts)), all, err
}
