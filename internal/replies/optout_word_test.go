package replies_test

import (
	"testing"

	"followupd/internal/replies"
)

func TestStopWord(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"STOP", "stop.", "Unsubscribe me!", "Abmelden", "Désabonnez-moi", "BAJA", "Please remove me.", "Afmelden\n"} {
		if !replies.StopWord(text) {
			t.Errorf("%q says no more than that it is to stop", text)
		}
	}
	for _, text := range []string{"", "We had to stop the project, call me in May", "Don't stop there: what does it cost?", "stop by on Tuesday"} {
		if replies.StopWord(text) {
			t.Errorf("%q says more", text)
		}
	}
}
