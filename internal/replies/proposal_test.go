package replies_test

import (
	"testing"
	"time"

	"followupd/internal/replies"
)

// A time is of the zone that is named with it; where none is, the reading says
// so, whatever the Date header's offset is.
func TestProposedZones(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text, at, zone string
		exact                bool
	}{
		{"no zone", "Could we talk on Thursday at 14:00?", "2026-09-10T14:00:00Z", "", false},
		{"their own", "Could we talk on Thursday at 14:00 my time?", "2026-09-10T14:00:00Z", "", false},
		{"the reader's", "Thursday at 14:00 your time works for me.", "2026-09-10T14:00:00Z", replies.ReaderZone, false},
		{"the reader's, in German", "Donnerstag um 14 Uhr Ihrer Zeit passt mir.", "2026-09-10T14:00:00Z", replies.ReaderZone, false},
		{"the reader's, in Spanish", "El jueves a las 14:00 hora tuya me va bien.", "2026-09-10T14:00:00Z", replies.ReaderZone, false},
		{"an abbreviation", "Thursday at 14:00 CEST works for me.", "2026-09-10T14:00:00+02:00", "CEST", true},
		{"an abbreviation after the day", "14:00 on Thursday, CEST, works for me.", "2026-09-10T14:00:00+02:00", "CEST", true},
		{"one that follows the season, in summer", "Could we talk on Thursday at 2pm ET?", "2026-09-10T14:00:00-04:00", "ET", true},
		{"one that follows the season, in winter", "Could we talk on 3 November at 2pm ET?", "2026-11-03T14:00:00-05:00", "ET", true},
		{"the last day of summer time there", "Could we talk on 31 October at 2pm PT?", "2026-10-31T14:00:00-07:00", "PT", true},
		{"in words", "Could we talk on Thursday at 2pm Eastern?", "2026-09-10T14:00:00-04:00", "ET", true},
		{"in more words", "Could we talk on Thursday at 2pm Pacific time?", "2026-09-10T14:00:00-07:00", "PT", true},
		{"an offset", "Could we talk on Thursday at 14:00 UTC+2?", "2026-09-10T14:00:00+02:00", "UTC+02:00", true},
		{"an offset to the west", "Could we talk on Thursday at 14:00 GMT -3:30?", "2026-09-10T14:00:00-03:30", "UTC-03:30", true},
		{"UTC", "Could we talk on Thursday at 14:00 UTC?", "2026-09-10T14:00:00Z", "UTC", true},
		{"a place", "Could we talk on Thursday at 14:00 New York time?", "2026-09-10T14:00:00Z", "New York", false},
		{"a place before the day", "Could we talk at 14:00 Madrid time on Thursday?", "2026-09-10T14:00:00Z", "Madrid", false},
		{"a place, in Spanish", "El jueves a las 14:00 hora de Madrid me va bien.", "2026-09-10T14:00:00Z", "Madrid", false},
		{"a place, in French", "Jeudi à 14h heure de Paris me convient.", "2026-09-10T14:00:00Z", "Paris", false},
		{"a day is no place", "Could we talk at 14:00 Thursday time permitting?", "2026-09-10T14:00:00Z", "", false},
		{"no zone but a word", "Thursday at 14:00 is the best time for me.", "2026-09-10T14:00:00Z", "", false},
		{"a French verb", "Jeudi à 14h est parfait pour moi.", "2026-09-10T14:00:00Z", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			raw := "From: Dana Reyes <dana@acme.example>\nTo: ana@lima.example\nSubject: Re: Quotes\nDate: Tue, 8 Sep 2026 18:00:00 +0000\n" +
				"Content-Type: text/plain; charset=utf-8\n\n" + tt.text + "\n"
			r := replies.Read([]byte(raw), replies.Context{Received: time.Date(2026, 9, 8, 18, 0, 0, 0, time.UTC)})
			if len(r.Proposals) != 1 {
				t.Fatalf("proposals are %+v", r.Proposals)
			}
			p := r.Proposals[0]
			if got := p.At.Format(time.RFC3339); got != tt.at || p.Zone != tt.zone || p.Exact() != tt.exact {
				t.Errorf("got %s, zone %q, exact %v; want %s, zone %q, exact %v", got, p.Zone, p.Exact(), tt.at, tt.zone, tt.exact)
			}
		})
	}
}
