package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"followupd/internal/replies"
)

// The files that teach which of the days in a text is meant, and what is learned.
const (
	datedFiles  = "internal/replies/testdata/dates*.txt"
	besideFile  = "internal/replies/testdata/dates-beside.txt" // sentences with dates that aren't meant
	tableFile   = "internal/replies/testdata/dates-table.txt"  // building blocks of dates,
	framesFile  = "internal/replies/testdata/dates-frames.txt" // and sentences to set them into
	dateWeights = "internal/replies/datechoice.bin"

	deferralFiles = "internal/replies/testdata/dates-mails*.txt" // whole answers among them
)

// trainDates learns which day is meant from a labelled set, the answers and the
// texts with dates, and writes the weights.
func trainDates(set []labelled) error {
	answers, err := loadAll(answerFiles)
	if err != nil {
		return err
	}
	examples, err := datedOf(append(slices.Clone(set), answers...))
	if err != nil {
		return err
	}
	files, err := filepath.Glob(datedFiles)
	if err != nil {
		return fmt.Errorf("find %s: %w", datedFiles, err)
	}
	for _, name := range files {
		if slices.Contains([]string{besideFile, tableFile, framesFile}, name) {
			continue // building blocks, not texts
		}
		more, err := loadDated(name)
		if err != nil {
			return err
		}
		examples = append(append(examples, more...), more...) // twice: they are fewer and surer than the answers
	}
	others, err := loadBeside(besideFile)
	if err != nil {
		return err
	}
	examples = append(examples, beside(examples, others)...)
	plain, err := framed(tableFile, framesFile)
	if err != nil {
		return err
	}
	examples = append(append(examples, plain...), plain...) // twice: what is said plainly must be read so
	if err := os.WriteFile(dateWeights, replies.TrainDates(examples), 0o644); err != nil {
		return fmt.Errorf("write weights of dates: %w", err)
	}
	return nil
}

// datedOf are the replies of a set that name a day to write again from, and those
// of which it is known that they name none.
func datedOf(set []labelled) ([]replies.DateExample, error) {
	var examples []replies.DateExample
	for _, r := range set {
		if r.Until == "" && (r.Dated == nil || *r.Dated) {
			continue // nobody has said
		}
		at, err := r.arrived()
		if err != nil {
			return nil, err
		}
		var until replies.Date
		if r.Until != "" {
			if until, err = replies.ParseDate(r.Until); err != nil {
				return nil, fmt.Errorf("%s: until: %w", r.ID, err)
			}
		}
		examples = append(examples, replies.DateExample{Text: r.words(), Lang: r.Lang, Received: at, Notice: r.Intent == string(replies.IntentAutoReply), Until: until, Tolerance: r.Tolerance})
	}
	return examples, nil
}

// loadDated reads texts with dates, in the format that their files tell: the
// text is the last field of a line, and those of whole answers have no word on
// whether the day is stated.
func loadDated(name string) ([]replies.DateExample, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open dates: %w", err)
	}
	defer f.Close()
	fields := 6
	if strings.Contains(filepath.Base(name), "mails") {
		fields = 5
	}
	var examples []replies.DateExample
	var at time.Time
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimPrefix(lines.Text(), "!")
		if received, ok := strings.CutPrefix(line, "@ "); ok {
			if at, err = time.Parse(time.RFC3339, received); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, n, err)
			}
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		part := strings.SplitN(line, "|", fields)
		if len(part) != fields {
			return nil, fmt.Errorf("%s:%d: has %d fields, want %d", name, n, len(part), fields)
		}
		if !slices.Contains([]string{"a", "l"}, part[1]) {
			continue // nobody asks when
		}
		var until replies.Date // none, where no day is meant
		if part[2] != "-" {
			if until, err = replies.ParseDate(part[2]); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, n, err)
			}
		}
		tolerance, err := strconv.Atoi(part[3])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: tolerance: %w", name, n, err)
		}
		text := strings.ReplaceAll(part[fields-1], " / ", "\n")
		examples = append(examples, replies.DateExample{Text: text, Lang: part[0], Received: at, Notice: part[1] == "a", Until: until, Tolerance: tolerance})
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return examples, nil
}

// deferrals are the whole answers with dates whose writers ask for a later time.
func deferrals(pattern string) ([]replies.Example, error) {
	files, err := filepath.Glob(pattern)
	if err != nil {
		return nil, fmt.Errorf("find %s: %w", pattern, err)
	}
	var examples []replies.Example
	for _, name := range files {
		dated, err := loadDated(name)
		if err != nil {
			return nil, err
		}
		for _, d := range dated {
			if !d.Notice {
				examples = append(examples, replies.Example{Text: d.Text, Received: d.Received, Intent: replies.IntentLater})
			}
		}
	}
	return examples, nil
}

// tableLanguages are the columns of the table of dates, and tableDay the day on
// which its mails came.
var (
	tableLanguages = []string{"en", "de", "fr", "es", "it", "pt", "nl"}
	tableDay       = time.Date(2026, time.March, 4, 10, 0, 0, 0, time.UTC)
)

// framed are the building blocks of dates, each set into the sentences of its kind
// and language.
func framed(table, frames string) ([]replies.DateExample, error) {
	sentences, err := loadFields(frames, 3)
	if err != nil {
		return nil, err
	}
	blocks, err := loadFields(table, 3+len(tableLanguages))
	if err != nil {
		return nil, err
	}
	var examples []replies.DateExample
	for _, b := range blocks {
		until, err := replies.ParseDate(b[1])
		if err != nil {
			return nil, fmt.Errorf("%s: %q: %w", table, b[1], err)
		}
		tolerance, err := strconv.Atoi(b[2])
		if err != nil {
			return nil, fmt.Errorf("%s: tolerance: %w", table, err)
		}
		for _, s := range sentences {
			column := slices.Index(tableLanguages, s[1])
			if column < 0 {
				return nil, fmt.Errorf("%s: %q is none of the languages of %s", frames, s[1], table)
			}
			words := b[3+column]
			if s[0] != b[0] || strings.HasPrefix(words, "!") {
				continue
			}
			at := tableDay
			if s[1] != "en" {
				at = at.In(time.FixedZone("", 3600))
			}
			examples = append(examples, replies.DateExample{Text: fmt.Sprintf(s[2], words), Lang: s[1], Received: at, Notice: s[0] != "l", Until: until, Tolerance: tolerance})
		}
	}
	return examples, nil
}

// loadFields reads lines of so many fields, but for those that begin with a #.
func loadFields(name string, fields int) ([][]string, error) {
	raw, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read blocks of dates: %w", err)
	}
	var lines [][]string
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		part := strings.Split(line, "|")
		if len(part) != fields {
			return nil, fmt.Errorf("%s: %q has %d fields, want %d", name, line, len(part), fields)
		}
		lines = append(lines, part)
	}
	return lines, nil
}

// loadBeside reads sentences by their language.
func loadBeside(name string) (map[string][]string, error) {
	raw, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read sentences beside dates: %w", err)
	}
	others := map[string][]string{}
	for line := range strings.Lines(string(raw)) {
		lang, text, ok := strings.Cut(strings.TrimSpace(line), "|")
		if ok && line[0] != '#' {
			others[lang] = append(others[lang], text)
		}
	}
	return others, nil
}

// beside are the deferrals among some examples with another sentence before or
// behind them by turns, whose date is not meant.
func beside(examples []replies.DateExample, others map[string][]string) []replies.DateExample {
	var more []replies.DateExample
	for i, e := range examples {
		list := others[e.Lang]
		if e.Notice || len(list) == 0 {
			continue
		}
		other := list[i%len(list)]
		if i%2 == 0 {
			e.Text = other + " " + e.Text
		} else {
			e.Text += " " + other
		}
		more = append(more, e)
	}
	return more
}
