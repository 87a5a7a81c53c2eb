package replies_test

import (
	"strings"
	"testing"
	"time"

	"followupd/internal/replies"
)

// The words that show what somebody wants are never their greeting alone.
func TestAGreetingShowsNothing(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"Hello Ana! Let us do it.", "Hi Ana\n\nok, go ahead", "Sehr geehrte Frau Lima!\n\nDas passt so.", "Hello. Sounds fine by us. We were wondering what it costs."} {
		raw := "From: a@b.example\r\nTo: o@c.example\r\nSubject: Re: x\r\nIn-Reply-To: <x@c.example>\r\nDate: Mon, 5 Oct 2026 10:00:00 +0200\r\n\r\n" + text + "\r\n"
		r := replies.Read([]byte(raw), replies.Context{Received: time.Date(2026, 10, 5, 8, 0, 0, 0, time.UTC)})
		for _, e := range r.Evidence {
			if first := strings.Trim(e.Text, ".!,"); first == "Hi Ana" || first == "Hello Ana" || first == "Hello" || first == "Sehr geehrte Frau Lima" {
				t.Errorf("%q: %s rests on %q (%s)", text, r.Intent, e.Text, e.Rule)
			}
		}
	}
}
