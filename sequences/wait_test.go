package sequences_test

import (
	"testing"
	"time"

	"followupd/sequences"

	"pgregory.net/rapid"
)

func TestParseWait(t *testing.T) {
	t.Parallel()
	const day = 24 * time.Hour
	tests := []struct {
		in, err string
		want    sequences.Wait
		out     string // as String writes it; empty is in
	}{
		{in: "3bd", want: sequences.Wait{BusinessDays: 3}},
		{in: "36h", want: sequences.Wait{Plain: 36 * time.Hour}},
		{in: "2w", want: sequences.Wait{Plain: 14 * day}},
		{in: "10s", want: sequences.Wait{Plain: 10 * time.Second}},
		{in: "90m", want: sequences.Wait{Plain: 90 * time.Minute}, out: "1h30m"},
		{in: "1d", want: sequences.Wait{Plain: day}},
		{in: " 1d12h ", want: sequences.Wait{Plain: 36 * time.Hour}, out: "36h"},
		{in: "250ms", want: sequences.Wait{Plain: 250 * time.Millisecond}},
		{in: "0s", want: sequences.Wait{}},
		{in: "0bd", want: sequences.Wait{}, out: "0s"},
		{in: "3 dayz", err: `"3 dayz" is not a duration (try 3d)`},
		{in: "3 days", err: `"3 days" is not a duration (try 3d)`},
		{in: "2 business days", err: `"2 business days" is not a duration (try 3bd for business days, or 36h, 2w, 10s)`},
		{in: "4 workdays", err: `"4 workdays" is not a duration (try 4bd)`},
		{in: "5", err: `"5" is not a duration (a unit is missing: try 5bd for business days or 5d for days)`},
		{in: "5min", err: `"5min" is not a duration (try 5m)`},
		{in: "2 months", err: `"2 months" is not a duration (months differ in length: try 4w)`},
		{in: "1y", err: `"1y" is not a duration (years differ in length: try 52w)`},
		{in: "1.5d", err: `"1.5d" is not a duration (whole numbers only: try 3bd for business days, or 36h, 2w, 10s)`},
		{in: "-3d", err: `"-3d" is not a duration (try 3bd for business days, or 36h, 2w, 10s)`},
		{in: "", err: `"" is not a duration (try 3bd for business days, or 36h, 2w, 10s)`},
		{in: "soon", err: `"soon" is not a duration (try 3bd for business days, or 36h, 2w, 10s)`},
		{in: "3bd2h", err: `"3bd2h" is not a duration (try 3bd for business days, or 36h, 2w, 10s)`},
		{in: "105w", err: `"105w" is longer than two years (try something shorter)`},
		{in: "521bd", err: `"521bd" is longer than two years (520bd is the most)`},
		{in: "99999999999999999999999bd", err: `"99999999999999999999999bd" is longer than two years (520bd is the most)`},
		{in: "99999999999999999999999s", err: `"99999999999999999999999s" is longer than two years (try something shorter)`},
	}
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			t.Parallel()
			got, err := sequences.ParseWait(tt.in)
			if tt.err != "" {
				if err == nil || err.Error() != tt.err {
					t.Fatalf("got %v, %v; want the error %s", got, err, tt.err)
				}
				return
			}
			if err != nil || got != tt.want {
				t.Fatalf("got %+v, %v; want %+v", got, err, tt.want)
			}
			if want := tt.out; want == "" && got.String() != tt.in || want != "" && got.String() != want {
				t.Errorf("String() = %q", got.String())
			}
		})
	}
}

func TestWaitRoundTrip(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		w := sequences.Wait{BusinessDays: rapid.IntRange(0, 520).Draw(t, "business days")}
		if w.BusinessDays == 0 {
			w.Plain = time.Duration(rapid.Int64Range(0, 731*24*3600).Draw(t, "seconds")) * time.Second
		}
		got, err := sequences.ParseWait(w.String())
		if err != nil || got != w {
			t.Fatalf("%+v is written %q, which is read as %+v, %v", w, w.String(), got, err)
		}
	})
}

func TestWaitAfter(t *testing.T) {
	t.Parallel()
	z := sequences.Zones{Prospect: zone(t, "America/New_York"), Mailbox: zone(t, "Europe/Madrid"), Country: "US", MailboxCountry: "ES"}
	from := instant(t, "2026-11-25T15:00:00Z") // Wednesday before Thanksgiving, 10:00 there
	for text, want := range map[string]string{
		"1bd": "2026-11-27T15:00:00Z",
		"36h": "2026-11-27T03:00:00Z",
		"0s":  "2026-11-25T15:00:00Z",
	} {
		w, err := sequences.ParseWait(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.After(from, z); !got.Equal(instant(t, want)) {
			t.Errorf("%s after %s = %s, want %s", text, from, got, want)
		}
	}
}
