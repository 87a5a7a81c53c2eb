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
	dateWeights = "internal/replies/datechoice.bin"

	deferralFiles = "internal/replies/testdata/dates-mails*.txt" // whole answers among them
)

// trainDates learns which day is meant from a labelled set and the texts with
// dates, and writes the weights.
func trainDates(set []labelled) error {
	examples, err := datedOf(set)
	if err != nil {
		return err
	}
	files, err := filepath.Glob(datedFiles)
	if err != nil {
		return fmt.Errorf("find %s: %w", datedFiles, err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "-table.txt") {
			continue // building blocks, not texts
		}
		more, err := loadDated(name)
		if err != nil {
			return err
		}
		examples = append(examples, more...)
	}
	if err := os.WriteFile(dateWeights, replies.TrainDates(examples), 0o644); err != nil {
		return fmt.Errorf("write weights of dates: %w", err)
	}
	return nil
}

// datedOf are the replies of a set that name a day to write again from.
func datedOf(set []labelled) ([]replies.DateExample, error) {
	var examples []replies.DateExample
	for _, r := range set {
		if r.Until == "" {
			continue
		}
		at, err := time.Parse(time.RFC3339, r.Received)
		if err != nil {
			return nil, fmt.Errorf("%s: received: %w", r.ID, err)
		}
		until, err := replies.ParseDate(r.Until)
		if err != nil {
			return nil, fmt.Errorf("%s: until: %w", r.ID, err)
		}
		examples = append(examples, replies.DateExample{Text: r.NewText, Received: at, Notice: r.Intent == string(replies.IntentAutoReply), Until: until, Tolerance: r.Tolerance})
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
		examples = append(examples, replies.DateExample{Text: text, Received: at, Notice: part[1] == "a", Until: until, Tolerance: tolerance})
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
