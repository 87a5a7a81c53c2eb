package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"followupd/internal/replies"
)

// phrases is the file of short labelled texts beside the whole mails: intent,
// language and text, parted by "|".
const phrases = "internal/replies/testdata/phrases.txt"

// trainModel learns from a labelled set and the phrases, and writes the weights.
func trainModel(set []labelled, path string) error {
	var examples []replies.Example
	for _, r := range set {
		at, err := time.Parse(time.RFC3339, r.Received)
		if err != nil {
			return fmt.Errorf("%s: received: %w", r.ID, err)
		}
		if strings.TrimSpace(r.NewText) != "" {
			examples = append(examples, replies.Example{Text: r.NewText, Quoted: r.Sent, Subject: r.Subject, Received: at, Intent: replies.Intent(r.Intent)})
		}
	}
	more, err := loadPhrases(phrases)
	if err != nil {
		return err
	}
	weights := replies.Train(append(examples, more...))
	if err := os.WriteFile(filepath.Clean(path), weights, 0o644); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	return nil
}

// loadPhrases reads the short labelled texts.
func loadPhrases(name string) ([]replies.Example, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open phrases: %w", err)
	}
	defer f.Close()
	// A fixed day: phrases with a weekday or "tomorrow" are read from it.
	at := time.Date(2026, time.March, 4, 10, 0, 0, 0, time.FixedZone("", 3600))
	var out []replies.Example
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		parts := strings.SplitN(line, "|", 3)
		if len(parts) != 3 || !oneOf(parts[0], intents...) {
			return nil, fmt.Errorf("%s:%d: want intent|language|text", name, n)
		}
		out = append(out, replies.Example{Text: parts[2], Received: at, Intent: replies.Intent(parts[0])})
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return out, nil
}
