package report

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"math"
	"strings"
)

// MostHTML is the most bytes that a letter has as HTML: some mail clients cut
// at 102 kB, and the rest of the mail and its encoding come on top.
const MostHTML = 90_000

//go:embed letter.gohtml
var letterSource string

var letterTemplate = template.Must(template.New("letter").Parse(letterSource))

// HTML is the letter as one page of HTML with all its styles in it: no
// pictures, no scripts, nothing to be fetched. Where it would have more than
// MostHTML bytes, its lists are shorter than those of the text; numbers stay.
func (l Letter) HTML() (string, error) {
	for shorter := 1; ; shorter *= 2 {
		var b bytes.Buffer
		if err := letterTemplate.Execute(&b, l.view(shorter)); err != nil {
			return "", fmt.Errorf("write a mail as HTML: %w", err)
		}
		text := squeezed(b.String())
		if len(text) <= MostHTML || shorter > mostNeeds {
			return text, nil
		}
	}
}

// squeezed leaves out the lines that only the template's layout made.
func squeezed(text string) string {
	lines := strings.Split(text, "\n")
	kept := lines[:0]
	for _, line := range lines {
		if line = strings.TrimSpace(line); line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n") + "\n"
}

// letterView is a letter as its template takes it.
type letterView struct {
	Subject, Title, Dates, Lead string
	Notes, Foot                 []string
	Tiles                       []tileView
	Cards                       [][]sectionView
}

type tileView struct {
	N           int
	Label, Note string
	Urgent      bool
}

type sectionView struct {
	Title, Lead, All, After, How string
	Count, More                  int
	Part, Urgent                 bool
	Pile                         []sliceView
	Bars                         []barView
	Bands                        []bandView
	Items                        []itemView
}

type sliceView struct {
	Label           string
	N, Shade, Width int
}

// barView is a bar whose parts are hundredths of a line.
type barView struct {
	Label, Text       string
	Done, Given, Rest int
}

type bandView struct {
	Label, Text, Before string
	Cells               []cellView
}

type cellView struct {
	Class string
	Width int
}

type itemView struct {
	Number                                         int
	Name, Sep, Detail, Say, Text, Note, Words, How string
	Urgent                                         bool
}

// view is what the template takes, with lists cut to a part of their length.
func (l Letter) view(shorter int) letterView {
	v := letterView{Subject: l.Subject, Title: l.title, Dates: l.dates, Lead: l.lead, Notes: l.notes, Foot: l.foot}
	for _, t := range l.tiles {
		v.Tiles = append(v.Tiles, tileView{N: t.n, Label: t.label, Note: t.note, Urgent: t.urgent})
	}
	for _, s := range l.sections {
		sv := s.view(shorter)
		if s.part && len(v.Cards) > 0 {
			last := len(v.Cards) - 1
			v.Cards[last] = append(v.Cards[last], sv)
		} else {
			v.Cards = append(v.Cards, []sectionView{sv})
		}
	}
	return v
}

func (s section) view(shorter int) sectionView {
	v := sectionView{Title: s.title, Lead: s.lead, All: s.all, After: s.after, How: s.how, Count: s.count, More: s.more, Part: s.part, Urgent: s.urgent}
	total := 0
	for _, sl := range s.pile {
		total += sl.n
	}
	for _, sl := range s.pile {
		v.Pile = append(v.Pile, sliceView{Label: sl.label, N: sl.n, Shade: sl.shade, Width: max(hundredths(sl.n, total), 2)})
	}
	for _, b := range s.bars {
		full := length(b.n, b.most, 100)
		done := min(length(b.done, b.most, 100), full)
		v.Bars = append(v.Bars, barView{Label: b.label, Text: b.text, Done: done, Given: full - done, Rest: 100 - full})
	}
	for _, b := range s.ranges {
		v.Bands = append(v.Bands, bandView{Label: b.label, Text: b.text, Before: b.before, Cells: b.cells()})
	}
	shown := (len(s.items) + shorter - 1) / shorter
	v.More += len(s.items) - shown
	for _, i := range s.items[:shown] {
		iv := itemView{Number: i.number, Name: i.name, Detail: i.detail, Say: i.say, Text: i.text, Note: i.note, Words: i.words, How: i.how, Urgent: i.urgent}
		if iv.Sep = ", "; strings.HasPrefix(i.detail, "<") {
			iv.Sep = " "
		}
		v.Items = append(v.Items, iv)
	}
	return v
}

// hundredths is a part of a whole in hundredths.
func hundredths(n, total int) int {
	if total <= 0 {
		return 0
	}
	return (n*100 + total/2) / total
}

// cells are the parts of a line from 0 to full: where the true share may lie,
// and in it the one that was seen.
func (b band) cells() []cellView {
	at := func(v float64) int { return min(max(int(math.Round(v/b.full*100)), 0), 100) }
	point := min(at(b.at), 98)
	low, high := min(at(b.low), point), max(at(b.high), point+2)
	var out []cellView
	for _, c := range []cellView{{"track", low}, {"given", point - low}, {"done", 2}, {"given", high - point - 2}, {"track", 100 - high}} {
		if c.Width > 0 {
			out = append(out, c)
		}
	}
	return out
}
