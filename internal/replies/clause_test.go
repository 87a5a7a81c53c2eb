package replies

import (
	"slices"
	"testing"
)

func TestParseSentences(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"marks", "One. Two! Three? Four", []string{"One", "Two", "Three", "Four"}},
		{"abbreviations", "Ask Dr. Kühn at 10 a.m. tomorrow", []string{"Ask Dr. Kühn at 10 a.m. tomorrow"}},
		{"German ordinals", "Am 14. August bin ich da. Bis dann", []string{"Am 14. August bin ich da", "Bis dann"}},
		{"numbers with marks", "It costs 3.50. Fine", []string{"It costs 3.50", "Fine"}},
		{"wrapped lines", "this line was wrapped by a mail client that breaks at seventy\ncolumns or so", []string{"this line was wrapped by a mail client that breaks at seventy\ncolumns or so"}},
		{"greeting", "Hi Mara,\nstop", []string{"Hi Mara", "stop"}},
		{"paragraphs", "one\n\ntwo", []string{"one", "two"}},
		{"addresses stay whole", "write to a.b@c.example. Thanks", []string{"write to a.b@c.example", "Thanks"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := parse(tt.text)
			var got []string
			for _, s := range p.sentences {
				got = append(got, p.text[p.tokens[s.from].start:p.tokens[s.to-1].end])
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestClip(t *testing.T) {
	t.Parallel()
	if got := clip("grün", 3); got != "gr" {
		t.Errorf("cut %q within a letter", got)
	}
}
