package sequences_test

import (
	"io/fs"
	"testing"

	"followupd/sequences"
)

func TestStartersAreWithoutProblems(t *testing.T) {
	t.Parallel()
	names, err := fs.Glob(sequences.Starters(), "*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal("no starters", err)
	}
	files := make(map[string][]byte, len(names))
	for _, name := range names {
		if files[name], err = fs.ReadFile(sequences.Starters(), name); err != nil {
			t.Fatal(err)
		}
	}
	set, problems := sequences.ParseSet(files, sequences.Known{})
	if len(problems) > 0 {
		t.Error(problems)
	}
	for name, s := range set {
		if s.Goal == "" {
			t.Errorf("%s has no goal", name)
		}
	}
}
