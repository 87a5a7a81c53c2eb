package replies

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// dateCase is one line of testdata/dates.txt.
type dateCase struct {
	line                       int
	received                   time.Time
	language, kind, want, text string
	tolerance                  int
	stated                     string // "s", "i", or "-" where either will do
}

// readDated reads lines of so many fields parted by "|", the text last; "@" sets
// when those below it came. What begins with ! isn't understood yet.
func readDated(t *testing.T, file string, fields int) []dateCase {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var cases []dateCase
	var received time.Time
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if at, ok := strings.CutPrefix(line, "@ "); ok {
			if received, err = time.Parse(time.RFC3339, at); err != nil {
				t.Fatalf("%s:%d: %v", file, n, err)
			}
			continue
		}
		if line == "" || line[0] == '#' || line[0] == '!' {
			continue
		}
		part := strings.SplitN(line, "|", fields)
		if len(part) != fields {
			t.Fatalf("%s:%d: has %d fields, want %d", file, n, len(part), fields)
		}
		tolerance, err := strconv.Atoi(part[3])
		if err != nil {
			t.Fatalf("%s:%d: %v", file, n, err)
		}
		c := dateCase{line: n, received: received, language: part[0], kind: part[1], want: part[2], tolerance: tolerance, stated: "-",
			text: strings.ReplaceAll(part[fields-1], " / ", "\n")}
		if fields > 5 {
			c.stated = part[4]
		}
		cases = append(cases, c)
	}
	return cases
}

// read is the day that a case's text is read to name, "-" without one.
func (c *dateCase) read() (day string, stated bool) {
	var at *Date
	if c.kind == "a" {
		at, stated, _ = absenceEnd(parse(c.text), c.received)
	} else {
		in := &input{NewText: c.text, Received: c.received, Kind: KindReply}
		a := argue(in, c.text)
		at, stated, _ = deferral(a.prose, c.received, append(a.hits[topicDefer], a.hits[topicNotNow]...))
	}
	if at == nil {
		return "-", stated
	}
	return at.String(), stated
}

// wrong says what is wrong with what was read, "" when nothing is.
func (c *dateCase) wrong(got string, stated bool) string {
	if got == "-" || c.want == "-" {
		if got != c.want {
			return fmt.Sprintf("is %s, want %s", got, c.want)
		}
		return ""
	}
	g, _ := ParseDate(got)
	w, err := ParseDate(c.want)
	switch off := daysBetween(w, g); {
	case err != nil:
		return err.Error()
	case max(off, -off) > c.tolerance:
		return fmt.Sprintf("is %s, want %s within %d days", got, c.want, c.tolerance)
	case c.stated == "s" && !stated, c.stated == "i" && stated:
		return fmt.Sprintf("stated is %v", stated)
	}
	return ""
}

func TestDateCases(t *testing.T) {
	t.Parallel()
	for _, c := range readDated(t, "testdata/dates.txt", 6) {
		t.Run(fmt.Sprintf("line %d", c.line), func(t *testing.T) {
			t.Parallel()
			if wrong := c.wrong(c.read()); wrong != "" {
				t.Errorf("%s %s %q: %s", c.language, c.kind, c.text, wrong)
			}
		})
	}
}

// A sentence of dates that hang on each other must not cost more than its length.
func TestDatesAreLinear(t *testing.T) {
	t.Parallel()
	const slow, tries = time.Second, 5 // with the race detector, too
	for _, text := range []string{
		"two weeks after ", "5 - ", "next week and ", "Monday the ", "end of the ", "KW 5, 6, ", "the week after that ", "the one after ",
		"after (13 to 16 October) ", "Monday, Tuesday or ", "write me in 2, 3 weeks ", "back on 3/4 to 5/6 ", "dal 13 al 16 ottobre ", "the 5th of ", "it ends on the 5th, then two weeks, ", "it starts on the 5th, two weeks, ", "the week following the ", "the first three weeks of ", "it takes them ten days, ", "puente de mayo ", "on 4 June, nothing before that, six weeks ahead of that, ",
	} {
		p := parse(strings.Repeat(text, 4000))
		best := time.Duration(-1)
		for try := 0; try < tries && (best < 0 || best > slow); try++ { // the machine may be busy: the best counts
			begin := time.Now()
			absenceEnd(p, wednesday(0))
			deferral(p, wednesday(0), nil)
			if took := time.Since(begin); best < 0 || took < best {
				best = took
			}
		}
		if best > slow {
			t.Errorf("%q took %v at best", text, best)
		}
	}
}
