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

// The same words say one thing to one question, and another to the next.
func TestBriefAnswersAreReadWithOurs(t *testing.T) {
	const (
		send   = "Hi Kim,\n\nshall I send you the price list?"
		visit  = "Hi Kim,\n\nmay I come by on Thursday at ten?"
		lose   = "Hi Kim,\n\ndo you lose many hours to the rota? We take it off your hands."
		today  = "Hi Kim,\n\nhow do you do the rota today? We take it off your hands."
		supply = "Hallo Frau Kern,\n\nhaben Sie schon jemanden für die Wartung?"
		footer = "\n\nDana Voss\nKestrel Planning\n\nNot for you? Reply \"unsubscribe\" and I will take you off my list for good."
	)
	for _, tt := range []struct {
		text, ours string
		want       []Intent
	}{
		{"Yes please", send, []Intent{IntentInterested}},
		{"Yes please", visit, []Intent{IntentMeeting}},
		{"Too many", lose, []Intent{IntentInterested}},
		{"None", lose, []Intent{IntentNotInterested, IntentUnclear}},
		{"Still by hand", today, []Intent{IntentInterested}},
		{"Ja, seit Jahren", supply, []Intent{IntentNotInterested, IntentUnclear}},
	} {
		for _, ours := range []string{tt.ours, tt.ours + footer} {
			if v := reading(tt.text, ours); !slices.Contains(tt.want, v.Intent) {
				t.Errorf("%q to %q: read as %s, want %v (%v)", tt.text, ours, v.Intent, tt.want, v.Evidence)
			}
		}
	}
}

// Our last line speaks of an end whatever they answer: that suppresses nobody.
func TestBriefAnswersSuppressNobody(t *testing.T) {
	const footer = "\n\nDana Voss\nKestrel Planning\n\nNot for you? Reply \"stop\" and I will take you off my list for good."
	for _, ours := range []string{"shall I send you the price list?", "may I call on Thursday?"} {
		if v := reading("That would be great, thanks.", "Hi Kim,\n\n"+ours+footer); v.Intent == IntentOptOut {
			t.Errorf("a thank-you for %q suppresses (%v)", ours, v.Evidence)
		}
	}
	for _, ours := range []string{"shall I send you the price list?", "may I call on Thursday?", "do you have someone for it?", "how many hours does it cost you?"} {
		for _, text := range []string{"Yes", "Please do", "Why not", "Both", "Two", "Go on", "Sure thing", "Not yet", "I do", "Never", "Sadly yes", "You may", "Too many", "Ask Petra", "Thanks"} {
			if v := reading(text, "Hi Kim,\n\n"+ours+footer); v.Intent == IntentOptOut {
				t.Errorf("%q to %q suppresses (%v)", text, ours, v.Evidence)
			}
		}
	}
}
