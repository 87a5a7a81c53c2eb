package report_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"followupd/internal/report"
)

// worst is the largest snapshot that there can be: every list is long, every
// text as long as it gets, and of signs that HTML writes longest.
func worst(sign string) report.Snapshot {
	text := func(n int) string { return strings.Repeat(sign, n) }
	who := func(i int) report.Who {
		return report.Who{ID: int64(i + 1), Name: text(60), Company: text(59), Address: text(254)}
	}
	s := report.Snapshot{At: now(), From: ago(7 * days), Year: 2026, Week: 47, Owner: text(60), Paused: text(160), Edits: text(300), OwnerAway: now().Add(days)}
	for i := range 2000 {
		s.NeedsYou = append(s.NeedsYou, report.Item{Who: who(i), Since: ago(days), Code: "answered", Why: text(160), Answer: true, Words: text(160)})
		s.Held = append(s.Held, report.Item{Who: who(i + 2000), Since: ago(days), Why: text(160)})
		s.Waiting = append(s.Waiting, report.Waiting{Who: who(i + 4000), Kind: "away", Until: now().Add(days), Why: text(160)})
		s.Bounces = append(s.Bounces, report.Bounce{Who: who(i), At: ago(days), Permanent: true, Matched: true, Why: text(120)})
		s.NeverAgain = append(s.NeverAgain, report.NeverAgain{Value: text(254), Why: text(120), At: ago(days)})
		s.Troubles = append(s.Troubles, report.Trouble{Text: text(160), At: ago(days)})
		s.Now.Given = append(s.Now.Given, report.Given{What: text(60), N: 9, Answers: 2})
		s.Steps.List = append(s.Steps.List, report.StepRate{Sequence: text(64), Step: text(64), Now: report.Share{K: 9, N: 99, Low: 0.01, High: 0.9}, Before: report.Share{K: 9, N: 99, Low: 0.01, High: 0.9}})
	}
	for _, st := range []string{"into you", "warming", "dark", "not that into you", "new"} {
		group := report.Standing{Standing: st}
		for i := range 2000 {
			group.People = append(group.People, report.Stand{Who: who(i + 6000), Because: text(200), Words: text(160)})
		}
		s.Standings = append(s.Standings, group)
	}
	for i := range 30 {
		s.Mailboxes = append(s.Mailboxes, report.Mailbox{Name: fmt.Sprint("mailbox-with-a-name-", i), Problem: text(160), Sending: text(160), Breaker: text(160)})
		s.Coming.Stuck = append(s.Coming.Stuck, report.Stuck{Mailbox: "ana", N: 1, Why: text(120)})
	}
	return s
}

// Some mail programs cut a mail at 102 kB. That never happens, whatever the
// week held, and what stays has the numbers that the text has.
func TestHTMLIsSmall(t *testing.T) {
	t.Parallel()
	for _, sign := range []string{"x", "x ", "\"", "<", "𝒲", "é"} {
		l := report.Write(worst(sign))
		page, err := l.HTML()
		if err != nil || len(page) >= 100_000 {
			t.Errorf("of %q: %d bytes, %v", sign, len(page), err)
		}
		for _, m := range regexp.MustCompile(`">(\d+)\.</td>`).FindAllStringSubmatch(page, -1) {
			if !strings.Contains(l.Text(), m[1]+". ") {
				t.Errorf("number %s is not in the text", m[1])
			}
		}
		if !strings.Contains(page, "more: <span") || !utf8.ValidString(page) {
			t.Errorf("of %q: what was left out isn't told", sign)
		}
		if len(l.People) > 100 {
			t.Errorf("%d people are numbered", len(l.People))
		}
	}
}

// What strangers write stays text: no tag, no script, nothing that is fetched.
func TestNothingBreaksOutOfTheHTML(t *testing.T) {
	t.Parallel()
	evil := `</td></table><script>alert(1)</script><img src=http://x.example/p.png onerror="x"><style>*{}</style>" onclick="x`
	s := report.Snapshot{At: now(), From: ago(7 * days), Year: 2026, Week: 47, Paused: evil,
		NeedsYou: []report.Item{{Who: report.Who{ID: 1, Name: evil, Company: evil, Address: evil}, Why: evil, Words: evil, Answer: true, Since: ago(days)}},
		Troubles: []report.Trouble{{Text: evil, At: ago(days)}}, Mailboxes: []report.Mailbox{{Name: evil, Problem: evil}}}
	page, err := report.Write(s).HTML()
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<script", "<img", "<link", "<iframe", "<style>*", "url(", "@import", "ZgotmplZ"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	if m := regexp.MustCompile(`<[^>]*\s(src|href|on\w+|background)=[^>]*>`).FindString(page); m != "" {
		t.Errorf("a tag fetches or does something: %q", m)
	}
	if strings.Count(page, "<style>") != 1 || strings.Count(page, "<table") != strings.Count(page, "</table>") {
		t.Error("the page's own tags are not in order")
	}
}

// Within a list people stand in the order of their numbers.
func TestNumbersAreInOrder(t *testing.T) {
	t.Parallel()
	a, b, c := report.Who{ID: 70, Name: "Ada"}, report.Who{ID: 5, Name: "Ben"}, report.Who{ID: 33, Name: "Cleo"}
	l := report.Write(report.Snapshot{At: now(), From: ago(7 * days), Year: 2026, Week: 47, NeedsYou: []report.Item{{Who: b, Since: ago(days)}},
		Standings: []report.Standing{{Standing: "into you", People: []report.Stand{{Who: a}, {Who: b}}}}, Held: []report.Item{{Who: c, Since: ago(days)}, {Who: a, Since: ago(days)}}})
	text := l.Text()
	_, standing, _ := strings.Cut(text, "Into you")
	standing, held, _ := strings.Cut(standing, "Held until")
	for _, part := range []struct{ text, first, second string }{{standing, " 1. Ben", " 2. Ada"}, {held, " 2. Ada", " 3. Cleo"}} {
		i, j := strings.Index(part.text, part.first), strings.Index(part.text, part.second)
		if i < 0 || j < i {
			t.Errorf("not %q before %q in\n%s", part.first, part.second, text)
		}
	}
}

// A person has one number, wherever they are listed; the text, the page and
// the mapping agree.
func TestNumbers(t *testing.T) {
	t.Parallel()
	a, b, c := report.Who{ID: 70, Name: "Ada"}, report.Who{ID: 5, Name: "Ben"}, report.Who{ID: 33, Name: "Cleo"}
	s := report.Snapshot{At: now(), From: ago(7 * days), Year: 2026, Week: 47,
		NeedsYou:  []report.Item{{Who: a, Since: ago(days)}, {Who: b, Since: ago(days)}},
		Standings: []report.Standing{{Standing: "into you", People: []report.Stand{{Who: b}, {Who: c}}}, {Standing: "new", People: []report.Stand{{Who: report.Who{ID: 9}}}}},
		Held:      []report.Item{{Who: c, Since: ago(days)}}, Bounces: []report.Bounce{{Why: "matches nobody"}}}
	l := report.Write(s)
	if fmt.Sprint(l.People) != "[70 5 33]" {
		t.Errorf("numbered are %v", l.People)
	}
	text := l.Text()
	for _, want := range []string{" 1. Ada", " 2. Ben", " 3. Cleo"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if strings.Count(text, " 2. Ben") != 2 || strings.Count(text, " 3. Cleo") != 2 || strings.Contains(text, " 4. ") {
		t.Errorf("the numbers are not one for each:\n%s", text)
	}
	page, err := l.HTML()
	if err != nil || strings.Count(page, ">2.</td>") != 2 || strings.Count(page, ">3.</td>") != 2 || strings.Contains(page, ">4.</td>") {
		t.Errorf("the page has other numbers: %v", err)
	}
}

func TestWilson(t *testing.T) {
	t.Parallel()
	// Figures of Newcombe (1998), Statistics in Medicine 17, 857, table I.
	for _, tt := range []struct {
		k, n      int
		low, high float64
	}{
		{81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0, 0.1611}, {1, 29, 0.0061, 0.1718}, {29, 29, 0.8830, 1},
		{0, 0, 0, 1}, {3, 2, 0, 1}, {-1, 2, 0, 1},
	} {
		low, high := report.Wilson(tt.k, tt.n)
		if math.Abs(low-tt.low) > 0.0001 || math.Abs(high-tt.high) > 0.0001 {
			t.Errorf("%d of %d: %.4f to %.4f, want %.4f to %.4f", tt.k, tt.n, low, high, tt.low, tt.high)
		}
	}
}

// The range holds the true share in about 95 of 100 cases, few mails or many.
func TestWilsonHoldsTheTruth(t *testing.T) {
	t.Parallel()
	chance := rand.New(rand.NewPCG(7, 7))
	for _, n := range []int{10, 40, 200} {
		for _, share := range []float64{0.05, 0.2, 0.5} {
			held := 0
			const tries = 4000
			for range tries {
				k := 0
				for range n {
					if chance.Float64() < share {
						k++
					}
				}
				if low, high := report.Wilson(k, n); low <= share && share <= high {
					held++
				}
			}
			if got := float64(held) / tries; got < 0.90 || got > 0.995 {
				t.Errorf("%g of %d: held %.3f of the time", share, n, got)
			}
		}
	}
}

// A week at the end of which nothing is known is a short mail.
func TestQuietWeekIsShort(t *testing.T) {
	t.Parallel()
	s := report.NewBuilder(report.Frame{At: now(), From: ago(7 * days), Mailboxes: []report.Mailbox{{Name: "ana", Live: true, LastLook: ago(time.Second)}}}).Snapshot()
	l := report.Write(s)
	if lines := strings.Count(l.Text(), "\n"); lines > 24 || !strings.HasPrefix(l.Subject, "A quiet week") {
		t.Errorf("%q has %d lines:\n%s", l.Subject, lines, l.Text())
	}
}
