package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"followupd/internal/replies"
)

// phraseFiles are short labelled texts beside the whole mails.
const phraseFiles = "internal/replies/testdata/phrases-*.jsonl"

// noticeWeights is the file of what is learned of answering machines.
const noticeWeights = "internal/replies/notice.bin"

// trainModel learns from a labelled set and the phrases, and writes the weights
// of both models.
func trainModel(set []labelled, path string) error {
	files, err := filepath.Glob(phraseFiles)
	if err != nil {
		return fmt.Errorf("find phrases: %w", err)
	}
	phrases, err := load(files)
	if err != nil {
		return err
	}
	var examples []replies.Example
	for _, r := range append(set, phrases...) {
		// Phrases have no date of their own: "tomorrow" is read from a fixed day.
		at := time.Date(2026, time.March, 4, 10, 0, 0, 0, time.FixedZone("", 3600))
		if r.Received != "" {
			if at, err = time.Parse(time.RFC3339, r.Received); err != nil {
				return fmt.Errorf("%s: received: %w", r.ID, err)
			}
		}
		text := r.NewText
		if text == "" {
			text = r.Text
		}
		if strings.TrimSpace(text) != "" {
			examples = append(examples, replies.Example{Text: text, Quoted: r.Sent, Subject: r.Subject, Received: at, Intent: replies.Intent(r.Intent)})
		}
	}
	if err := os.WriteFile(path, replies.Train(examples), 0o644); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	if err := os.WriteFile(noticeWeights, replies.TrainNotices(examples), 0o644); err != nil {
		return fmt.Errorf("write weights of notices: %w", err)
	}
	return nil
}
