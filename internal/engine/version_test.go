package engine_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/sequences"
	"followupd/templates"
)

// editedRules are rules that were read from files, as a loader reads them.
func editedRules(t testing.TB, of engine.Rules, files map[string]string) engine.Rules {
	t.Helper()
	texts := map[string][]byte{}
	for name, text := range map[string]string{
		"one.md":      "---\nsubject: Quotes at {{ .company }}\n---\nHi {{ .first_name }},\n\nWhat takes longest?\n",
		"two.md":      "---\n---\nHi {{ .first_name }},\n\nHere are the figures. What has changed?\n",
		"tool.md":     "---\n---\nHi {{ .first_name }},\n\nHow does {{ .note.tool }} do?\n",
		"values.yaml": "values:\n  - {id: a, title: A list, good_for: lists, link: \"https://lima.example/a\"}\n",
	} {
		texts[name] = []byte(text)
	}
	for name, text := range files {
		texts[name] = []byte(text)
	}
	set, problems := templates.ParseSet(texts)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return engine.NewRules(of.Plan, set).WithTexts(texts)
}

// A version that decided anything can be read again whole, whatever came after.
func TestVersionsAreKept(t *testing.T) {
	t.Parallel()
	first := editedRules(t, forecastRules(t), nil)
	c := newCalm(t, first, calmBox{name: "ana", live: true, zone: "Europe/Madrid"}, calmBox{name: "ben", live: true, zone: "Europe/Berlin"})
	began := c.at
	if changed, err := c.TakeUp(t.Context(), first); err != nil || changed {
		t.Fatal("what an engine was made with counts as changed", changed, err)
	}
	c.enrol(t, "intro", newcomers(0, 1)...)
	c.live(t, c.at.Add(5*time.Hour))
	second := editedRules(t, first, map[string]string{"two.md": "---\n---\nHi {{ .first_name }},\n\nWhat is new with you?\n"})
	if second.Hash == first.Hash {
		t.Fatal("another text makes no other version")
	}
	edited := c.at
	if changed, err := c.TakeUp(t.Context(), second); err != nil || !changed {
		t.Fatal(changed, err)
	}
	c.live(t, c.at.Add(5*24*time.Hour))
	err := c.ledger.Read(t.Context(), func(tx *ledger.Tx) error {
		u, err := engine.InForce(tx)
		if err != nil {
			return err
		}
		want := engine.TakenUp{Now: engine.Version{Hash: second.Hash, Since: edited}, Before: engine.Version{Hash: first.Hash, Since: began}}
		if u != want {
			t.Errorf("in force is %+v, not %+v", u, want)
		}
		by := map[string]string{} // the step of a mail that went out -> the version
		if err := tx.PersonJournal(1, func(e ledger.Entry) error {
			if e.Event.Kind == sequences.EvBegin {
				by[e.Event.Step] = e.Plan
			}
			return nil
		}); err != nil {
			return err
		}
		if by["first"] != first.Hash || by["second"] != second.Hash {
			t.Errorf("the mails went out by %v", by)
		}
		for _, r := range []engine.Rules{first, second} {
			kept, err := engine.KeptRules(tx, r.Hash, nil)
			if err != nil {
				return err
			}
			old, _ := kept.Templates.Template("two")
			same, _ := r.Templates.Template("two")
			if old.Body != same.Body || kept.Hash != r.Hash || kept.Plan.Hash() != r.Hash || len(kept.Plan.Sequences) != 2 {
				t.Errorf("version %.7s was read as %.7s: %q", r.Hash, kept.Hash, old.Body)
			}
			if v, err := engine.VersionOf(tx, r.Hash[:7]); err != nil || v.Hash != r.Hash || v.Short() != r.Hash[:7] {
				t.Error(v, err)
			}
		}
		for _, word := range []string{"", "zzz"} {
			if _, err := engine.VersionOf(tx, word); !errors.Is(err, ledger.ErrNotFound) {
				t.Errorf("version %q: %v", word, err)
			}
		}
		if _, err := engine.KeptRules(tx, strings.Repeat("0", 64), nil); !errors.Is(err, ledger.ErrNotFound) {
			t.Error(err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
