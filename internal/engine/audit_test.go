package engine_test

import (
	"database/sql"
	"net/url"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
)

func TestCheckLedger(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		tamper []string // with SQL
		want   string   // of what differs; "" : nothing
		people int      // that differ
	}{
		{name: "untouched"},
		{name: "written by other rules", tamper: []string{"DROP TRIGGER journal_is_append_only", "UPDATE journal SET rules = 'rules-0', reason = '{\"code\":\"sent\"}'"}},
		{name: "a stored state", tamper: []string{"UPDATE people SET state = replace(state, '\"P001\"', '\"Eve\"') WHERE id = 2"}, want: "the stored state is not what the journal makes", people: 1},
		{name: "a column", tamper: []string{"UPDATE enrolments SET due = due + 1 WHERE due > 0"}, want: "the columns that lists are made from", people: 3},
		{name: "a lost entry", tamper: []string{"DELETE FROM journal WHERE person_id = 1 AND kind = 'outcome'"}, want: "", people: 1},
		{name: "a lost journal", tamper: []string{"DELETE FROM journal WHERE person_id = 1"}, want: "has a stored state and no journal", people: 1},
		{name: "a lost person", tamper: []string{"PRAGMA foreign_keys = 0", "DELETE FROM people WHERE id = 3"}, want: "has a journal and no stored state", people: 1},
		{name: "another reason", tamper: []string{"DROP TRIGGER journal_is_append_only", "UPDATE journal SET reason = replace(reason, 'the server took it', 'we guess') WHERE person_id = 2"},
			want: `the reason of this decision on "outcome"`, people: 1},
		{name: "another effect", tamper: []string{"DROP TRIGGER journal_is_append_only", "UPDATE journal SET effects = '[]' WHERE kind = 'due' AND person_id = 2"},
			want: `the effects of this decision on "due"`, people: 1},
		{name: "no plan", tamper: []string{"DELETE FROM plans"}, want: "is not kept", people: 3},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := newCalm(t, forecastRules(t), calmBox{name: "ana", live: true, zone: "Europe/Madrid"})
			c.enrol(t, "intro", newcomers(0, 3)...)
			c.live(t, c.at.Add(2*24*time.Hour))
			if len(test.tamper) > 0 {
				tamper(t, c.ledger.Path(), test.tamper)
			}
			var last, all int
			audit, err := engine.CheckLedger(t.Context(), c.ledger, func(d, a int) { last, all = d, a })
			if err != nil {
				t.Fatal(err)
			}
			if audit.Sound() != (test.people == 0) || len(audit.Differences) != test.people {
				t.Fatalf("%+v", audit)
			}
			for _, d := range audit.Differences {
				if !strings.Contains(d.What, test.want) || d.Person == 0 {
					t.Errorf("%+v", d)
				}
			}
			if last != audit.Entries || all != audit.Entries || audit.Entries == 0 || audit.People+test.people < 3 {
				t.Errorf("%d of %d told; %+v", last, all, audit)
			}
			if other := strings.Contains(test.name, "other rules"); (audit.Again == 0) != other && test.people == 0 {
				t.Errorf("%d entries were decided again", audit.Again)
			}
		})
	}
}

// tamper does to a ledger what the ledger itself never would.
func tamper(t *testing.T, path string, statements []string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	db.SetMaxOpenConns(1)
	for _, s := range statements {
		if _, err := db.ExecContext(t.Context(), s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}
