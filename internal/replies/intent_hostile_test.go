package replies

import (
	"strings"
	"testing"
	"time"
)

// Whatever stands in a mail, its intent is read in a bounded time: no phrase,
// repeated as often as it fits, makes the rules look at each other without end.
func TestReadIntentIsBounded(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 3, 4, 10, 0, 0, 0, time.UTC)
	for _, piece := range []string{
		"please call me tomorrow at 3 but not interested ", "a.b.c.d@", "nooooo ", "'", "1.1.1.1/", "no ", "in two weeks or ",
		"Jan Jan Jan ", "bitte keine mails mehr und ", "- ", "\n", "?!", "日", "contact Anna Smith ", "🙂", "e\u0301", "\xff\xfe",
	} {
		text := strings.Repeat(piece, 1<<20/len(piece))
		start := time.Now()
		readIntent(&input{NewText: text, Context: Context{Sent: text}, Received: at, Subject: text[:min(len(text), 900)], Kind: KindReply})
		readIntent(&input{NewText: text, Received: at, Kind: KindAutoReply})
		// Generous, for a slow machine with the race detector: what isn't
		// linear takes hours on a text of this length.
		if took := time.Since(start); took > 30*time.Second {
			t.Errorf("%q repeated took %v", piece, took)
		}
	}
}
