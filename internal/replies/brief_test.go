package replies

import (
	"slices"
	"strings"
	"testing"
)

// apart takes an answer to ours apart.
func apart(text, ours string) *argument {
	return Example{Text: text, Quoted: ours, Received: wednesday(0)}.argue()
}

func TestExchangeIsOursThenTheirs(t *testing.T) {
	e, ok := apart("No, thank you.", "Hi Ann,\n\nmay I call on Thursday?").exchange(true)
	if !ok || e.ours != 9 || len(e.words) != e.ours+1+4 { // with the marks that end sentences
		t.Errorf("got %d words, %d of them ours", len(e.words), e.ours)
	}
	long := strings.Repeat("We look after forty firms like yours. ", 40) + "May I call?"
	if e, ok := apart("No", long).exchange(true); !ok || e.ours != askedMost {
		t.Errorf("of a long mail %d words are read, want %d", e.ours, askedMost)
	}
	for _, tt := range []struct{ text, ours string }{
		{"No", ""},
		{"", "May I call?"},
		{strings.Repeat("word ", briefMost+1), "May I call?"},
	} {
		if _, ok := apart(tt.text, tt.ours).exchange(true); ok {
			t.Errorf("%q to %q is read as a brief answer", tt.text, tt.ours)
		}
	}
}

// briefLessons turn the meaning of the same words by what we asked.
func briefLessons() []Example {
	var all []Example
	for _, tt := range []struct {
		ours    string
		yes, no Intent
	}{
		{"may I send the price list?", IntentInterested, IntentNotInterested},
		{"are you happy with your supplier?", IntentNotInterested, IntentInterested},
	} {
		for _, text := range []string{"yes", "Yes.", "yes, thanks"} {
			all = append(all, Example{Text: text, Quoted: tt.ours, Received: wednesday(0), Intent: tt.yes})
		}
		for _, text := range []string{"no", "No.", "no, thanks"} {
			all = append(all, Example{Text: text, Quoted: tt.ours, Received: wednesday(0), Intent: tt.no})
		}
	}
	return all
}

func TestBriefLearnsFromOurs(t *testing.T) {
	const times = 150
	var lessons []briefSample
	for range times {
		lessons = append(lessons, exchanges(briefLessons())...)
	}
	b := fitBrief(lessons, 1).bytes()
	nets := readBrief(append(slices.Clone(b), b...))
	if len(nets) != briefNets {
		t.Fatalf("read %d networks of %d bytes", len(nets), len(b))
	}
	for _, l := range briefLessons() {
		e, _ := l.argue().exchange(true)
		if o := opinion(nets[0].chances(e)); o.chance(l.Intent) < 0.5 {
			t.Errorf("%q to %q: %v", l.Text, l.Quoted, o)
		}
	}
	if readBrief(b) != nil {
		t.Error("weights of a wrong size were taken")
	}
}
