package main_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"followupd/internal/ledger"
)

func TestExportAndForget(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write("people.csv", "email,company,first_name\nbo@berg.example,Berg,Bo\neve@fels.example,Fels,Eve\n")
	w.expect(importArgs(), 0, "2 enrolled in intro")
	w.expect([]string{"note", "bo@berg.example", "wants a demo for five"}, 0)
	w.expect([]string{"export", "nobody@berg.example"}, 1, "nothing is known of nobody@berg.example")
	w.expect([]string{"export", "Bo@berg.example"}, 0, "bo@berg.example")
	w.expect([]string{"export", "bo@berg.example"}, 1, "is there already: name another folder with -o")

	dir := filepath.Join(w.dir, "bo@berg.example")
	info, err := os.Stat(dir)
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder is %v, %v; want it for its owner alone", info, err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "person.json"))
	if err != nil {
		t.Fatal(err)
	}
	var person struct {
		Addresses []string         `json:"addresses"`
		Journal   []map[string]any `json:"journal"`
	}
	if err := json.Unmarshal(text, &person); err != nil || len(person.Journal) != 2 || person.Addresses[0] != "bo@berg.example" {
		t.Errorf("person.json is %s (%v)", text, err)
	}
	if !strings.Contains(string(text), "wants a demo for five") || strings.Contains(string(text), "eve@fels.example") {
		t.Errorf("person.json holds too little or too much: %s", text)
	}

	w.expect([]string{"forget", "bo@berg.example"}, 64, "say --yes")
	w.expect([]string{"forget", "berg.example", "--yes"}, 64, `"berg.example" is not an address`)
	w.expect([]string{"forget", "Bo@berg.example", "--yes"}, 0, "bo@berg.example: is forgotten", "removed 2 entries of the journal", "for you to delete")
	w.expect([]string{"forget", "bo@berg.example", "--yes"}, 1, "was forgotten before")
	w.expect([]string{"show", "bo@berg.example"}, 1)
	w.expect(importArgs(), 0, "bo@berg.example is on the suppression list: was forgotten", "never written to again", "1 known already")
	w.expect([]string{"check", "--ledger"}, 0)
	w.expect([]string{"list"}, 0, "eve@fels.example", "!berg")
	w.expect([]string{"export", "bo@berg.example", "--json"}, 0, `"kind":"forgotten"`, "!demo")
}

// What followupd found of its own mails to somebody is exported, also where nothing else
// is known of them.
func TestExportOfStrays(t *testing.T) {
	t.Parallel()
	w := peopleWorld(t)
	l, err := ledger.Open(t.Context(), w.path("state/ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)
	err = l.Write(t.Context(), func(tx *ledger.Tx) (err error) {
		for _, to := range []string{"bo@berg.example", "cy@oak.example"} {
			err = errors.Join(err, tx.KeepStray(ledger.Stray{Address: to, MessageID: "1." + to, Mailbox: "ana", Folder: "Sent", At: at, Subject: "Quotes for " + to}))
		}
		return err
	})
	if err := errors.Join(err, l.Close()); err != nil {
		t.Fatal(err)
	}
	for _, to := range []string{"bo@berg.example", "cy@oak.example"} {
		w.expect([]string{"export", to, "--json"}, 0, `"strays":[{"address":"`+to+`","sent_at":"2026-11-02T09:00:00Z","subject":"Quotes for `+to+`","message_id":"1.`+to+`","mailbox":"ana","folder":"Sent"}]`)
	}
	w.expect([]string{"export", "nobody@berg.example"}, 1, "nothing is known of nobody@berg.example")
}
