package sequences

import (
	"fmt"
	"strings"
	"time"
)

// RuleWrote is the evidence that followupd itself wrote to somebody, as their mailbox
// shows it.
const RuleWrote = "past.followupd"

// sayStep is what the owner has to say of somebody to whom a mail of ours went of
// which nobody knows which step it was.
const sayStep = "say at which step to go on (resume with --at-step STEP), or stop"

// saysNoStep is why such a person isn't resumed by a bare word: their next step may be
// the very mail that they have.
const saysNoStep = "followupd wrote to them already, and it can't be told which step that was. Look at that mail in your Sent folder, then " + sayStep

// wrote takes in what went to somebody before this enrolment, and the ledger didn't
// know: it was put back since, or a copy of it is at work. What is known as a step of
// it counts as sent, and is not sent again, nor is one before it; where that can't be
// told of all, nothing goes out until the owner says where to go on. Whoever enrolled them knowing of a
// past didn't know of these.
func (d *decision) wrote(list []Wrote, put *PutBack) Reason {
	e := d.p.Enrolment(d.e.Enrolment)
	if e == nil || !e.State.Live() || !e.Begins() || e.Uncertain {
		return because(CodeNothing, "it is under way already")
	}
	id, was := e.ID, *e
	unplaced := 0
	var evidence []Evidence
	for _, w := range list {
		evidence = append(evidence, Evidence{Rule: RuleWrote, Text: w.words()})
		if w.Step == "" {
			unplaced++
		}
		d.wentOut(id, w)
	}
	for _, w := range list {
		if w.Step != "" {
			d.overtaken(id, w.Step, w.At)
		}
	}
	if unplaced != was.Unplaced {
		d.add(Fact{Kind: FactUnplaced, Enrolment: id, Count: unplaced})
	}
	last := list[len(list)-1]
	text := fmt.Sprintf("followupd wrote to them on %s (the mail lies in %s)", day(last.At), last.Folder)
	if put != nil && !last.At.After(put.At) {
		text += ", before the ledger was put back"
	} else {
		text += ", and this ledger knew nothing of it"
	}
	next := ""
	if seq, ok := d.plan.Sequences[e.Sequence]; ok {
		if step, more := seq.next(d.p.Enrolment(id)); more {
			next = step.ID
		}
	}
	switch {
	case unplaced > 0:
		text += ". It can't be told which step that was: look at that mail, then " + sayStep
	case next == "":
		text += ". That was the last step, so nothing is left to send"
	default:
		text += fmt.Sprintf(". That was step %q, which is not sent again: resume goes on with step %q", last.Step, next)
	}
	if was.Why.Code == CodeWrote {
		evidence = append(was.Why.Evidence[:len(was.Why.Evidence):len(was.Why.Evidence)], evidence...)
	}
	why := Reason{Code: CodeWrote, Text: text, Evidence: evidence}
	if next == "" && unplaced == 0 && was.After == 0 {
		return d.end(id, why)
	}
	// Of one that waits for the owner's yes, or in their Drafts, nobody is to send once more
	// what went out.
	if !was.State.Moving() && !was.Awaits() && was.Why.Code != CodeHistory && was.Why.Code != CodeWrote {
		d.add(Fact{Kind: FactMoved, Enrolment: id, Move: &Move{State: was.State, Why: was.Why, At: was.Since, Step: next, Due: was.Due}})
		return why
	}
	d.move(id, StateHeld, why, next, time.Time{})
	if was.Why.Code != CodeWrote {
		d.notify(NoticeHistory, id)
	}
	return why
}

// words tell of it as evidence.
func (w Wrote) words() string {
	words := fmt.Sprintf("followupd wrote to them on %s", day(w.At))
	if w.Subject != "" {
		words += fmt.Sprintf(" (%q)", w.Subject)
	}
	words += ", in " + w.Folder
	if w.Step != "" {
		words += fmt.Sprintf(": step %q", w.Step)
	}
	return words
}

// wentOut has a mail count as the step that it was.
func (d *decision) wentOut(id int64, w Wrote) {
	e := d.p.Enrolment(id)
	if w.Step == "" {
		d.add(Fact{Kind: FactMoment, Moment: &Moment{At: w.At.UTC(), Kind: HapSent, Mail: w.Ref}})
		return
	}
	d.add(Fact{Kind: FactDone, Enrolment: id, Done: &Done{Step: w.Step, How: HowSent, At: w.At.UTC(), Value: w.Value}})
	d.add(Fact{Kind: FactMoment, Moment: &Moment{At: w.At.UTC(), Kind: HapSent, Mail: w.Ref, Sequence: e.Sequence, Step: w.Step, Value: w.Value}})
}

// unplaced holds an enrolment of which nobody knows where it stands.
func (d *decision) unplaced(id int64) Reason {
	why := because(CodeWrote, saysNoStep)
	d.halt(id, StateHeld, why)
	return why
}

// resumeAt is a resume at the step that the owner names, where they do: the steps
// before it are behind.
func (d *decision) resumeAt(o Order) Reason {
	if o.Step == "" {
		return d.resume()
	}
	e := d.resumable()
	if e == nil {
		return d.resume() // it says why not
	}
	seq, ok := d.plan.Sequences[e.Sequence]
	at := -1
	if ok {
		at = seq.index(o.Step)
	}
	done, behind := e.done(o.Step)
	switch {
	case d.p.Suppressed != nil || e.Uncertain || e.State.Moving() && d.p.Turn == nil && d.p.Snooze == nil && d.p.Away == nil:
		return d.resume() // it says why not
	case e.State == StateQueued || e.State == StateSending || e.Awaits() && d.p.Turn == nil:
		return because(CodeNotPossible, fmt.Sprintf("the mail of step %q is on its way, or waits for you; pause it first", e.Step))
	case at < 0:
		return because(CodeNotPossible, fmt.Sprintf("sequence %q has no step %q; it has %s", e.Sequence, o.Step, strings.Join(seq.stepIDs(), ", ")))
	case behind && done.How == HowSent:
		return because(CodeNotPossible, fmt.Sprintf("step %q went out on %s, and no step is sent twice", o.Step, day(done.At)))
	case behind:
		return because(CodeNotPossible, fmt.Sprintf("step %q is behind them already", o.Step))
	}
	id := e.ID
	for _, w := range o.Wrote {
		d.wentOut(id, w)
	}
	for _, step := range seq.Steps[:at] {
		if _, done := d.p.Enrolment(id).done(step.ID); !done {
			d.add(Fact{Kind: FactDone, Enrolment: id, Done: &Done{Step: step.ID, How: HowSkipped, At: d.now, Why: fmt.Sprintf("you said to go on at step %q", o.Step), Meant: true}})
		}
	}
	if e := d.p.Enrolment(id); e.Unplaced > 0 {
		d.add(Fact{Kind: FactUnplaced, Enrolment: id})
	}
	return d.resume()
}

func (s Sequence) stepIDs() []string {
	ids := make([]string, len(s.Steps))
	for i, step := range s.Steps {
		ids[i] = step.ID
	}
	return ids
}
