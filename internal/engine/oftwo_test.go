package engine

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"followupd/internal/replies"
)

// What counts of a mail that was read alone and together with ours.
func TestOfTwo(t *testing.T) {
	t.Parallel()
	read := func(intent replies.Intent, confidence float64, text, rule string, others ...replies.Intent) replies.Reading {
		return replies.Reading{Kind: replies.KindReply, Intent: intent, Others: others, Confidence: confidence, NewText: text, Evidence: []replies.Evidence{{Rule: rule, Text: text}}}
	}
	const no, wrong, out, unclear, interested, meeting = replies.IntentNotInterested, replies.IntentWrongPerson, replies.IntentOptOut,
		replies.IntentUnclear, replies.IntentInterested, replies.IntentMeeting
	for _, tt := range []struct {
		name            string
		alone, together replies.Reading
		want            replies.Intent
	}{
		{"a yes that says nothing alone", read(unclear, 0.6, "Yes", "context.yes"), read(interested, 0.4, "Yes", "model.interested"), interested},
		{"a number that says nothing alone", read(unclear, 0.6, "2", "context.number"), read(no, 0.8, "2", "context.picked"), no},
		{"a certain no, and a guess", read(no, 0.97, "No", "decline"), read(interested, 0.44, "No", "model.interested"), no},
		{"a certain no, and doubt", read(no, 0.97, "No", "decline"), read(unclear, 0.1, "No", "model.unclear"), no},
		{"a certain no, and interest that is less certain", read(no, 0.97, "No", "decline"), read(meeting, 0.95, "No", "model.meeting"), no},
		{"a certain no, and interest that is as certain", read(no, 0.95, "No", "decline"), read(meeting, 0.95, "No", "model.meeting"), meeting},
		{"a certain no, and a demand", read(no, 0.97, "No", "decline"), read(out, 0.5, "No", "context.no-mail"), out},
		{"a certain no, and doubt with a demand", read(no, 0.97, "No", "decline"), read(unclear, 0.5, "No", "model.unclear", out), unclear},
		{"a certain no to whether to stop", read(no, 0.97, "No", "decline"), read(unclear, 0.55, "No", "context.no"), unclear},
		{"a certain no to whether they mind", read(no, 0.97, "No", "decline"), read(meeting, 0.85, "No", "context.not-minding"), unclear},
		{"a certain wrong person", read(wrong, 0.9, "Not me", "wrong"), read(interested, 0.6, "Not me", "model.interested"), wrong},
		{"a certain demand", read(out, 0.99, "Stop", "optout"), read(interested, 0.7, "Stop", "model.interested"), out},
		{"a certain demand, and what we asked", read(out, 0.99, "Stop", "optout"), read(unclear, 0.6, "Stop", "context.stop-either"), out},
		{"a no, and interest", read(no, 0.84, "Nein", "decline"), read(interested, 0.34, "Nein", "model.interested"), unclear},
		{"a no, and interest beside a question", read(no, 0.84, "Nein", "decline"), read(replies.IntentQuestion, 0.5, "Nein", "model.question", interested), unclear},
		{"a no, and certain interest", read(no, 0.84, "Nein", "decline"), read(interested, 0.92, "Nein", "model.interested"), interested},
		{"a no, and doubt", read(no, 0.84, "Nein", "decline"), read(unclear, 0.1, "Nein", "model.unclear"), unclear},
		{"doubt with a not in it, and interest", read(unclear, 0.5, "Please don’t", "model.unclear"), read(interested, 0.3, "Please don’t", "model.interested"), unclear},
		{"doubt with a not in it, and a demand", read(unclear, 0.5, "Please don’t", "model.unclear"), read(out, 0.46, "Please don’t", "model.opt_out"), out},
		{"interest in both", read(interested, 0.7, "No rush, send it", "send"), read(interested, 0.6, "No rush, send it", "model.interested"), interested},
		{"words that are ours, too", read(unclear, 0.7, "2 - the list", "context.number"), read(interested, 0.95, "2", "context.picked"), unclear},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := ofTwo(tt.alone, tt.together); got.Intent != tt.want {
				t.Errorf("read as %s, want %s: %+v", got.Intent, tt.want, got)
			}
		})
	}
	got := ofTwo(read(no, 0.84, "Nein", "decline", out, unclear), read(interested, 0.34, "Nein", "model.interested"))
	if got.Intent != unclear || len(got.Others) != 1 || got.Others[0] != out || len(got.Evidence) != 3 || got.Evidence[0].Rule != "unclear.two-readings" {
		t.Errorf("a demand beside a no is lost: %+v", got)
	}
}

// A bare no to any mail of the starters is never handed over as interest.
func TestNoToTheStarters(t *testing.T) {
	t.Parallel()
	const folder = "../../templates"
	shipped, err := filepath.Glob(folder + "/*.md")
	if err != nil || len(shipped) == 0 {
		t.Fatal("no starters", err)
	}
	c := replies.Context{Received: time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC), Own: []string{"ana@lima.example"}}
	for _, template := range shipped {
		name := strings.TrimSuffix(filepath.Base(template), ".md")
		rendered, err := filepath.Glob(folder + "/testdata/starters/" + name + ".txt")
		inSequences, err2 := filepath.Glob(folder + "/testdata/starters/*-[0-9]-" + name + ".txt")
		if rendered = append(rendered, inSequences...); err != nil || err2 != nil || len(rendered) == 0 {
			t.Fatalf("%s is nowhere as it goes out: %v %v", name, err, err2)
		}
		for _, path := range rendered {
			golden, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for mail := range strings.SplitSeq(strings.TrimSuffix(string(golden), "\n--------\n"), "\n--------\n") {
				_, sent, _ := strings.Cut(mail, "\n\n")
				for _, text := range []string{"No", "Nein", "Non", "Nee", "Nope", "No thanks", "Please don't", "Bitte nicht", "Nein danke"} {
					raw := []byte("From: dana@acme.example\r\nTo: ana@lima.example\r\nSubject: Re: Quotes\r\nMessage-ID: <a@acme.example>\r\n\r\n" + text + "\r\n")
					alone := replies.Read(raw, c)
					with := c
					with.Sent = sent
					got := ofTwo(alone, replies.Read(raw, with))
					handedOver := got.Action == replies.ActionEscalate || got.Intent == replies.IntentInterested || got.Intent == replies.IntentMeeting
					if handedOver || alone.Certain() && alone.Intent == replies.IntentNotInterested && got.Intent != alone.Intent && !turned(got) {
						t.Errorf("%q to %s is %s, and alone %s: %+v", text, filepath.Base(path), got.Intent, alone.Intent, got.Evidence)
					}
				}
			}
		}
	}
}
