package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"
)

// labelled is one reply with what a careful person says that it means; the
// fields are those of the labelling guide.
type labelled struct {
	ID        string            `json:"id"`
	Received  string            `json:"received"` // RFC 3339
	Lang      string            `json:"lang"`
	From      string            `json:"from"`
	To        string            `json:"to"`
	Subject   string            `json:"subject"`
	Headers   map[string]string `json:"headers"`
	Sent      string            `json:"sent"`
	Body      string            `json:"body"`
	NewText   string            `json:"new_text"`
	Text      string            `json:"text"` // of a phrase, which is nothing but new text
	Intent    string            `json:"intent"`
	Signals   []string          `json:"signals"`
	Shares    *bool             `json:"shares"` // of an answer without other signals: whether its writer tells of themselves
	Anyone    *bool             `json:"anyone"` // of a line below a name: whether it is told to any reader
	Until     string            `json:"until"`
	Tolerance int               `json:"until_tolerance_days"`
	Dated     *bool             `json:"dated"` // false where somebody has said that no day is told
	Referred  *struct {
		Name  string `json:"name"`
		Email string `json:"email"`
	} `json:"referred_to"`
	Hard bool   `json:"hard"`
	Note string `json:"note"`
}

// words are those of the person, of a mail or of an answer without one.
func (r *labelled) words() string {
	if r.NewText == "" {
		return r.Text
	}
	return r.NewText
}

// arrived is when the reply came. Phrases have no date of their own: "tomorrow" is
// read from a fixed day.
func (r *labelled) arrived() (time.Time, error) {
	if r.Received == "" {
		return time.Date(2026, time.March, 4, 10, 0, 0, 0, time.FixedZone("", 3600)), nil
	}
	at, err := time.Parse(time.RFC3339, r.Received)
	if err != nil {
		return time.Time{}, fmt.Errorf("%s: received: %w", r.ID, err)
	}
	return at, nil
}

// load reads labelled replies from JSONL files.
func load(files []string) ([]labelled, error) {
	var set []labelled
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("open set: %w", err)
		}
		lines := bufio.NewScanner(f)
		lines.Buffer(make([]byte, 0, 64<<10), 8<<20)
		for n := 1; lines.Scan(); n++ {
			if strings.TrimSpace(lines.Text()) == "" {
				continue
			}
			var r labelled
			if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
				f.Close()
				return nil, fmt.Errorf("%s:%d: %w", name, n, err)
			}
			set = append(set, r)
		}
		err = lines.Err()
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
	}
	return set, nil
}
