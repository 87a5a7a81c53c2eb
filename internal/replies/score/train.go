package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"followupd/internal/replies"
)

// phraseFiles are short labelled texts beside the whole mails; those of
// answerFiles are whole answers, and those of pairFiles brief ones that only the
// mail of ours beside them gives a meaning to.
const (
	phraseFiles = "internal/replies/testdata/phrases-*.jsonl"
	answerFiles = "internal/replies/testdata/answers-*.jsonl"
	pairFiles   = "internal/replies/testdata/pairs-*.jsonl"
)

// The files of what is learned of answering machines, and of who tells of
// themselves.
const (
	noticeWeights  = "internal/replies/notice.bin"
	sharingWeights = "internal/replies/sharing.bin"
	orderWeights   = "internal/replies/order.bin"
	briefWeights   = "internal/replies/brief.bin"
	toldWeights    = "internal/replies/told.bin"
)

// trainModel learns from a labelled set and the phrases, and writes the weights
// of all models.
func trainModel(set []labelled, path string) error {
	phrases, err := loadAll(phraseFiles)
	if err != nil {
		return err
	}
	answers, err := loadAll(answerFiles)
	if err != nil {
		return err
	}
	pairs, err := loadAll(pairFiles)
	if err != nil {
		return err
	}
	later, err := deferrals(deferralFiles)
	if err != nil {
		return err
	}
	known, err := examplesOf(append(set, phrases...))
	if err != nil {
		return err
	}
	more, err := examplesOf(answers)
	if err != nil {
		return err
	}
	hanging, err := examplesOf(pairs)
	if err != nil {
		return err
	}
	all := append(known, more...)
	if err := os.WriteFile(noticeWeights, replies.TrainNotices(all), 0o644); err != nil {
		return fmt.Errorf("write weights of notices: %w", err)
	}
	if err := os.WriteFile(sharingWeights, replies.TrainSharing(all), 0o644); err != nil {
		return fmt.Errorf("write weights of sharing: %w", err)
	}
	all = append(all, later...)
	if err := os.WriteFile(path, replies.Train(all), 0o644); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	if err := os.WriteFile(orderWeights, replies.TrainOrder(all), 0o644); err != nil {
		return fmt.Errorf("write weights of word order: %w", err)
	}
	if err := os.WriteFile(briefWeights, replies.TrainBrief(append(all, hanging...)), 0o644); err != nil {
		return fmt.Errorf("write weights of brief answers: %w", err)
	}
	return nil
}

// belowFiles are lines that stand below a name.
const belowFiles = "internal/replies/testdata/below-*.jsonl"

// trainTold learns which lines below a name are told to any reader. Some plain answers,
// which people add there as well, are said to us.
func trainTold() error {
	const every, longest = 40, 250 // answers; bytes of one
	set, err := loadAll(belowFiles)
	if err != nil {
		return err
	}
	answers, err := loadAll(answerFiles)
	if err != nil {
		return err
	}
	var lines []replies.BelowLine
	for _, r := range set {
		if r.Anyone == nil {
			return fmt.Errorf("%s: the line %q doesn't say whether it is told to anyone", belowFiles, r.Text)
		}
		lines = append(lines, replies.BelowLine{Text: r.Text, Anyone: *r.Anyone})
	}
	for i := 0; i < len(answers); i += every {
		if r := answers[i]; replies.Intent(r.Intent) != replies.IntentAutoReply && len(r.Text) < longest {
			lines = append(lines, replies.BelowLine{Text: r.Text})
		}
	}
	if err := os.WriteFile(toldWeights, replies.TrainTold(lines), 0o644); err != nil {
		return fmt.Errorf("write weights of lines below a name: %w", err)
	}
	return nil
}

// loadAll reads the files that match a pattern.
func loadAll(pattern string) ([]labelled, error) {
	files, err := filepath.Glob(pattern)
	if err != nil {
		return nil, fmt.Errorf("find %s: %w", pattern, err)
	}
	return load(files)
}

// examplesOf are the texts to learn from; those without words are passed over.
func examplesOf(set []labelled) ([]replies.Example, error) {
	examples := make([]replies.Example, 0, len(set))
	for _, r := range set {
		at, err := r.arrived()
		if err != nil {
			return nil, err
		}
		if text := r.words(); strings.TrimSpace(text) != "" {
			e := replies.Example{Text: text, Lang: r.Lang, Quoted: r.Sent, Subject: r.Subject, Received: at, Intent: replies.Intent(r.Intent)}
			e.Signals = signalsOf(r)
			examples = append(examples, e)
		}
	}
	return examples, nil
}

// signalsOf are the signals that a label tells of, nil where it tells nothing of them.
func signalsOf(r labelled) []replies.Signal {
	switch {
	case r.Shares != nil && *r.Shares:
		return []replies.Signal{replies.SignalShares}
	case r.Shares == nil && r.Signals == nil:
		return nil
	}
	signals := []replies.Signal{}
	for _, s := range r.Signals {
		signals = append(signals, replies.Signal(s))
	}
	return signals
}
