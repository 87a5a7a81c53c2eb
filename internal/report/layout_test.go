package report_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"followupd/internal/report"

	"pgregory.net/rapid"
)

func TestOneLine(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in string
		limit    int
		want     string
	}{
		{"as it is", "Dana Reyes", 20, "Dana Reyes"},
		{"line breaks of all kinds", "a\r\nb\vc\u0085d\u2028e\u2029f", 20, "a b c d e f"},
		{"what drives a terminal", "a\x1b[31mb\x00c", 20, "a [31mb c"},
		{"what turns the direction", "a\u202eb\u2066c\u200bd", 20, "abcd"},
		{"a family stays one", "👩\u200d👧", 20, "👩\u200d👧"},
		{"cut at a word", "one two three four", 12, "one two…"},
		{"cut in a word where it is long", "onetwothreefour", 8, "onetwot…"},
		{"bytes that are no text", "a\xff\xfeb", 20, "a�b"},
		{"not a character", "abc", 0, "…"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := report.OneLine(tt.in, tt.limit); got != tt.want {
				t.Errorf("OneLine(%q, %d) = %q, want %q", tt.in, tt.limit, got, tt.want)
			}
		})
	}
}

func TestOneLineIsOneLine(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		limit := rapid.IntRange(1, 40).Draw(t, "limit")
		got := report.OneLine(rapid.String().Draw(t, "text"), limit)
		if utf8.RuneCountInString(got) > limit || !utf8.ValidString(got) || strings.ContainsFunc(got, unicode.IsControl) {
			t.Fatalf("%q", got)
		}
	})
}

func TestQuote(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in string
		most     int
		want     string
		more     bool
	}{
		{"paragraphs", "\r\nHi,\r\n\r\n\r\nyes.\r\n", 9, "> Hi,\n>\n> yes.\n", false},
		{"nothing", " \n\t\n", 9, "", false},
		{"too many lines", "a\nb\nc", 2, "> a\n> b\n", true},
		{"just as many", "a\nb", 2, "> a\n> b\n", false},
		{"a line of ours", "-- for you only\rfollowupd stop", 9, "> -- for you only\n> followupd stop\n", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got, more := report.Quote(tt.in, tt.most); got != tt.want || more != tt.more {
				t.Errorf("got %q, %v; want %q, %v", got, more, tt.want, tt.more)
			}
		})
	}
}

// Every line that Quote gives is marked, fits where words do, and holds
// nothing that breaks it.
func TestQuoteMarksEveryLine(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		in := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"word", "\n", "\r", "\u2028", "\x1b[2J", " ", "> ", "слово", "\x00", strings.Repeat("x", 90)}), 0, 80).Draw(t, "parts"), " ")
		got, _ := report.Quote(in, 30)
		for line := range strings.Lines(got) {
			line = strings.TrimSuffix(line, "\n")
			if line != ">" && !strings.HasPrefix(line, "> ") || strings.ContainsFunc(line, unicode.IsControl) {
				t.Fatalf("%q", line)
			}
			if utf8.RuneCountInString(line) > report.Width && !strings.Contains(line, "xxx") {
				t.Fatalf("%d characters: %q", utf8.RuneCountInString(line), line)
			}
		}
		if strings.Count(got, "\n") > 60 {
			t.Fatalf("%d lines", strings.Count(got, "\n"))
		}
	})
}

// Wrapping changes nothing but where lines end.
func TestWrapKeepsTheWords(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		in := strings.Join(rapid.SliceOf(rapid.StringMatching(`[a-zé]{1,12}`)).Draw(t, "words"), " ")
		width := rapid.IntRange(12, 80).Draw(t, "width")
		got := report.Wrap(in, width)
		if strings.Join(strings.Fields(got), " ") != in {
			t.Fatalf("%q became %q", in, got)
		}
		for line := range strings.SplitSeq(got, "\n") {
			if utf8.RuneCountInString(line) > width {
				t.Fatalf("%q is wider than %d", line, width)
			}
		}
	})
}

func TestArg(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"dana@acme.example":          "dana@acme.example",
		"d.r+x_y-z@acme.example":     "d.r+x_y-z@acme.example",
		"a|reboot@x.example":         "'a|reboot@x.example'",
		"a`b`$c@x.example":           "'a`b`$c@x.example'",
		"o'hara;rm@x.example":        `'o'\''hara;rm@x.example'`,
		"-rf@x.example":              "'-rf@x.example'",
		"jörg@x.example":             "'jörg@x.example'",
		"":                           "",
		"two words@x.example":        "'two words@x.example'",
		"back\\slash@x.example":      `'back\slash@x.example'`,
		"\"quoted local\"@x.example": `'"quoted local"@x.example'`,
	} {
		if got := report.Arg(in); got != want {
			t.Errorf("Arg(%q) = %s, want %s", in, got, want)
		}
	}
}
