package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"followupd/internal/replies"
	"followupd/internal/report"
	"followupd/sequences"
)

// explainer puts what the journal has into plain words, in the owner's zone.
type explainer struct {
	zone   *time.Location
	theirs *time.Location // of the person whom it is about; nil: unknown
	now    time.Time
	// versions are when each version of the sequences and templates began, by
	// its hash.
	versions map[string]time.Time
	// told are when the owner's mails about the person were taken, by the events
	// that they tell of; zero for those that wait.
	told map[string]time.Time
}

func (x explainer) at(t time.Time) string { return timeWords(t, x.zone, x.now) }

// of is the explainer for one person.
func (x explainer) of(p *sequences.Person, plan sequences.Plan) explainer {
	mailbox := ""
	if e := current(p); e != nil {
		mailbox = e.Mailbox
	}
	x.theirs, _, _ = sequences.ResolveZone(p.Fields, p.Offset, plan.Mailboxes[mailbox].Zone)
	return x
}

// ahead is a moment to come, by the clock on their wall; where the owner's shows
// another time, by both.
func (x explainer) ahead(t time.Time) string {
	if x.theirs == nil || t.IsZero() {
		return x.at(t)
	}
	_, here := t.In(x.zone).Zone()
	if _, there := t.In(x.theirs).Zone(); here == there {
		return x.at(t)
	}
	return fmt.Sprintf("%s their time (%s yours)", timeWords(t, x.theirs, x.now), x.at(t))
}

func inQuotes(s string) string { return "“" + report.OneLine(s, 200) + "”" }

// happened says what a decision was made about.
func (x explainer) happened(e sequences.Event) string {
	switch e.Kind {
	case sequences.EvEnrol:
		if e.Enrol != nil {
			return "Enrolled in the sequence " + inQuotes(e.Enrol.Sequence) + byWords(e.By)
		}
	case sequences.EvPast:
		return "The mailbox was searched for a past with this person"
	case sequences.EvDue:
		return "The time came that was waited for"
	case sequences.EvUnlike:
		return "The mail of step " + inQuotes(e.Step) + " is another one than you said yes to"
	case sequences.EvHole:
		return "The mail of step " + inQuotes(e.Step) + " could not be made"
	case sequences.EvDraftLies:
		return "The draft of step " + inQuotes(e.Step) + " still lies in Drafts"
	case sequences.EvPutBack:
		return "A copy of the ledger was put back"
	case sequences.EvStray:
		if e.Mail != nil {
			return "A mail of followupd was found that this ledger knows nothing of: " + inQuotes(e.Mail.Subject)
		}
	case sequences.EvWrote:
		return "Mail of followupd to this person was found that this ledger knew nothing of"
	case sequences.EvEdited:
		return "You edited the sequence"
	case sequences.EvRemind:
		return "You were told a while ago"
	case sequences.EvBegin:
		return "The mail of step " + inQuotes(e.Step) + " got its turn"
	case sequences.EvOutcome:
		if e.Outcome != nil {
			return x.outcome(e)
		}
	case sequences.EvMail:
		if e.Mail != nil {
			return x.mail(e.Mail)
		}
	case sequences.EvOwnerMail:
		if e.Mail != nil {
			return "You wrote to them by hand: " + inQuotes(e.Mail.Subject)
		}
	case sequences.EvOrder:
		if e.Order != nil {
			return x.order(*e.Order) + byWords(e.By)
		}
	}
	return "Something happened (" + report.OneLine(string(e.Kind), 40) + ")"
}

func byWords(by string) string {
	if by == "" {
		return ""
	}
	return " (by " + report.OneLine(by, 40) + ")"
}

func (x explainer) outcome(e sequences.Event) string {
	mail := "The mail of step " + inQuotes(e.Step)
	switch e.Outcome.Result {
	case sequences.ResSent:
		return mail + " went out"
	case sequences.ResNotSent:
		return mail + " could not be handed to the server"
	case sequences.ResDeferred:
		return "The server asked to try the mail of step " + inQuotes(e.Step) + " later"
	case sequences.ResRefused:
		return "The server refused the mail of step " + inQuotes(e.Step)
	case sequences.ResVetoed:
		return mail + " was held back at the last moment"
	case sequences.ResUncertain:
		return "The connection broke at the very end of the mail of step " + inQuotes(e.Step)
	case sequences.ResSeen:
		return mail + " was seen to have gone out"
	case sequences.ResElsewhere:
		return mail + " was seen to have gone out, though not from this ledger"
	case sequences.ResDeleted:
		return "You deleted the draft of step " + inQuotes(e.Step)
	case sequences.ResUnsettled:
		return "15 minutes later it still isn't known whether the mail of step " + inQuotes(e.Step) + " went out"
	}
	return mail + " met an end that this version doesn't know"
}

func (x explainer) mail(m *sequences.Mail) string {
	what := "They answered"
	switch {
	case m.Route == sequences.RouteCompany:
		what = "Somebody else of their company wrote"
	case m.Route == sequences.RouteUnsubscribe:
		what = "They used the opt-out that your mail offers"
	case m.Kind == replies.KindAutoReply:
		what = "An automatic answer came"
	case m.Kind == replies.KindBounce:
		what = "A delivery report came"
	case m.Kind == replies.KindComplaint:
		what = "A complaint came"
	case m.Kind == replies.KindOther:
		what = "A mail came that isn't an answer"
	}
	if m.From != "" && m.Kind != replies.KindBounce {
		what += " from " + report.OneLine(m.From, 100)
	}
	if m.Subject != "" {
		what += ", " + inQuotes(m.Subject)
	}
	if m.Folder != "" && !strings.EqualFold(m.Folder, "INBOX") {
		what += ", found in the folder " + report.OneLine(m.Folder, 60)
	}
	return what
}

func (x explainer) order(o sequences.Order) string {
	switch o.Verb {
	case sequences.VerbPause:
		return "You paused it"
	case sequences.VerbResume:
		if o.Step != "" {
			return "You resumed it at step " + inQuotes(o.Step)
		}
		return "You resumed it"
	case sequences.VerbStop:
		return "You stopped it"
	case sequences.VerbSnooze:
		return "You snoozed it until " + dayWords(o.Until.In(x.zone), x.now)
	case sequences.VerbSuppress:
		return "You asked that they are never written to again"
	case sequences.VerbNote:
		return "You noted " + inQuotes(noteWords(sequences.Note{Key: o.Key, Text: o.Text}))
	case sequences.VerbFields:
		return "You changed what is known of them"
	case sequences.VerbAnswerWas:
		return "You corrected how their answer was read: it is " + inQuotes(strings.ReplaceAll(string(o.Intent), "_", " "))
	case sequences.VerbWasSent:
		return "You said that the mail in doubt was sent"
	case sequences.VerbSendAgain:
		return "You said that the mail in doubt was not sent"
	case sequences.VerbDone:
		if o.Text != "" {
			return "You said that the task is done: " + inQuotes(o.Text)
		}
		return "You said that the task is done"
	}
	return "You asked for something (" + report.OneLine(string(o.Verb), 40) + ")"
}

// understood is what a mail was read as; "" where nothing was.
func (x explainer) understood(m *sequences.Mail) string {
	if m == nil || m.Kind == "" || m.Route == sequences.RouteCompany {
		return ""
	}
	var words []string
	switch {
	case m.Kind == replies.KindReply && m.Intent != "":
		words = append(words, report.Did(string(m.Intent)))
		for _, other := range m.Others {
			words = append(words, "also "+report.Did(string(other)))
		}
	case m.About != "":
		words = append(words, "an automatic answer about: "+strings.ReplaceAll(string(m.About), "_", " "))
	}
	switch {
	case m.Until == nil:
	case !m.Intent.GoesOn():
		words = append(words, "names a day that may mean: write again from "+m.Until.String())
	case m.Stated:
		words = append(words, "until "+m.Until.String()+" (in their own words)")
	default:
		words = append(words, "until "+m.Until.String()+" (implied, not said)")
	}
	for _, s := range m.Signals {
		words = append(words, report.Signal(string(s)))
	}
	if m.Referred != nil {
		words = append(words, "names "+report.OneLine(m.Referred.Name+" "+m.Referred.Email, 120))
	}
	if m.Damaged != "" {
		words = append(words, "could not be read in full: "+report.OneLine(m.Damaged, 120))
	} else if m.Kind != replies.KindBounce && !m.Certain {
		words = append(words, "none of this is sure")
	}
	return strings.Join(words, "; ")
}

// evidence is one thing that a decision was made on.
func (x explainer) evidence(e sequences.Evidence) string {
	group, _, _ := strings.Cut(e.Rule, ".")
	switch e.Rule {
	case "matched.thread":
		return "it answers a mail of ours, by its id " + report.OneLine(e.Text, 120)
	case "matched.unsubscribe":
		return "it has the token of their List-Unsubscribe: " + inQuotes(e.Text)
	case "matched.report":
		return "it reports on a mail of ours, by " + report.OneLine(e.Text, 120)
	case "matched.address":
		return "it came from an address of theirs, " + report.OneLine(e.Text, 120)
	case "matched.company":
		return "it came from the same company, " + report.OneLine(e.Text, 120)
	case "sent.by-hand":
		return "it lies among your sent mails: " + inQuotes(e.Text)
	case "smtp":
		if e.Text == "" {
			return ""
		}
		return "the server said " + inQuotes(e.Text)
	case sequences.RuleNoWord:
		return report.OneLine(e.Text, 300)
	case "render":
		return ""
	}
	switch group {
	case "past", "journal", "turn", "owner":
		return report.OneLine(e.Text, 250)
	case "suppressed":
		return "the list of those never written to again has " + report.OneLine(e.Text, 200)
	}
	if e.Text == "" {
		return "rule " + report.OneLine(e.Rule, 60)
	}
	return inQuotes(e.Text) + " (rule " + report.OneLine(e.Rule, 60) + ")"
}

// changed says what a fact changed; "" for those that only keep the books.
func (x explainer) changed(f sequences.Fact) string {
	switch f.Kind {
	case sequences.FactAddress:
		return "known by a further address: " + report.OneLine(strings.Join(f.Addresses, ", "), 200)
	case sequences.FactFields:
		return "their fields changed: " + fieldWords(f.Fields)
	case sequences.FactOffset:
		return "their clock is known now: UTC" + offsetWords(f.Count)
	case sequences.FactMoved:
		if f.Move != nil {
			return x.moved(*f.Move)
		}
	case sequences.FactDone:
		if f.Done != nil && f.Done.How == sequences.HowDone {
			return "step " + inQuotes(f.Done.Step) + " is done"
		}
		if f.Done != nil && f.Done.How != sequences.HowSent {
			words := "step " + inQuotes(f.Done.Step) + " is passed over"
			if f.Done.Why != "" {
				words += ": " + report.OneLine(f.Done.Why, 200)
			}
			return words
		}
	case sequences.FactApproved:
		return "you said yes to the mail of step " + inQuotes(f.Step)
	case sequences.FactUnplaced:
		if f.Count == 0 {
			return "what went to them is settled"
		}
		return "nothing goes out until you say at which step to go on"
	case sequences.FactUncertain:
		if f.Count == 1 {
			return "one mail may or may not have gone out; it is not sent again"
		}
		return "it is settled whether the mail went out"
	case sequences.FactNext:
		return "the sequence that waited behind this one gets its turn"
	case sequences.FactTurn:
		if f.Mark == nil {
			return "what held this person is over"
		}
		return "nothing goes to this person, in any sequence, until you resume"
	case sequences.FactSuppressed:
		if f.Mark == nil {
			return "this person may be written to again, once you say so"
		}
		return "this person is never written to again, in any sequence, from any mailbox"
	case sequences.FactAway:
		if f.Until == nil {
			return "they count as back"
		}
		return "they count as away until " + x.at(f.Until.At)
	case sequences.FactSnoozed:
		if f.Until == nil {
			return "the snooze is over"
		}
		return "snoozed until " + x.at(f.Until.At)
	}
	return ""
}

func offsetWords(seconds int) string {
	return fmt.Sprintf("%+03d:%02d", seconds/3600, max(seconds, -seconds)%3600/60)
}

func noteWords(n sequences.Note) string {
	if n.Key != "" {
		return report.OneLine(n.Key+" = "+n.Text, 300)
	}
	return report.OneLine(n.Text, 300)
}

func (x explainer) moved(m sequences.Move) string {
	words := x.nowAt(m)
	if m.Withdrawn {
		words += "; the task that was yours to do is off"
	}
	return words
}

func (x explainer) nowAt(m sequences.Move) string {
	step := inQuotes(m.Step)
	switch m.State {
	case sequences.StateTask:
		if !m.Due.IsZero() {
			return "step " + step + " is yours to do, until " + x.at(m.Due)
		}
		return "step " + step + " is yours to do"
	case sequences.StateScheduled:
		return "step " + step + " is planned for " + x.at(m.Due)
	case sequences.StateQueued:
		if !m.Due.IsZero() {
			return "the mail of step " + step + " is tried again from " + x.at(m.Due)
		}
		return "the mail of step " + step + " waits for its turn to go out"
	case sequences.StateSending:
		return "the mail of step " + step + " is handed to the mail server"
	case sequences.StateAnswered:
		return "the sequence waits for you"
	case sequences.StateSnoozed, sequences.StateAway:
		return "the sequence waits until " + x.at(m.Due)
	case sequences.StateHeld:
		switch m.Why.Code {
		case sequences.CodeDraft:
			return "step " + step + " waits until you send its draft or delete it"
		case sequences.CodeApproval:
			return "step " + step + " waits for your yes"
		}
		return "the sequence is held until you say how to go on"
	case sequences.StateStopped:
		return "the sequence is stopped"
	case sequences.StateEnded:
		return "the sequence is over"
	case sequences.StateSuppressed:
		return "the sequence is over for good"
	}
	return "the sequence is now " + report.OneLine(string(m.State), 40)
}

// carriedOut says what was done about a decision on an event; "" where a change
// of state says it already.
func (x explainer) carriedOut(event string, e sequences.Effect) string {
	switch e.Kind {
	case sequences.EffCancel:
		return "the mail of step " + inQuotes(e.Step) + " was taken back before it went out"
	case sequences.EffDraft:
		return "the mail of step " + inQuotes(e.Step) + " was put into your Drafts"
	case sequences.EffNotify:
		switch at, made := x.told[event]; {
		case !made:
			return "you would have got a mail about it"
		case at.IsZero():
			return "a mail about it waits to go out to you"
		}
		return "you got a mail about it"
	case sequences.EffSuppress:
		return "put on the list of those never written to again: " + report.OneLine(strings.Join(e.Addresses, ", "), 300)
	case sequences.EffLift:
		return "taken off the list of those never written to again: " + report.OneLine(strings.Join(e.Addresses, ", "), 300)
	}
	return ""
}

// stateWords is an enrolment's state in a word or two, as lists show it.
func stateWords(p *sequences.Person, e *sequences.Enrolment) string {
	switch {
	case p.Suppressed != nil:
		return "never again"
	case e == nil:
		return ""
	case e.State == sequences.StateAnswered:
		return "answered"
	case e.Uncertain:
		return "in doubt"
	}
	return string(e.State)
}

// stands says in a sentence how things are with a person now.
func (x explainer) stands(p *sequences.Person) string {
	e := current(p)
	switch {
	case p.Suppressed != nil:
		return "Never written to again: " + report.OneLine(p.Suppressed.Reason.Text, 300)
	case e == nil:
		return "In no sequence."
	}
	step := inQuotes(e.Step)
	why := report.OneLine(e.Why.Text, 300)
	switch e.State {
	case sequences.StateScheduled:
		if !e.Checked {
			return fmt.Sprintf("Step %s is planned for %s, once the mailbox was searched for a past with this person.", step, x.ahead(e.Due))
		}
		return fmt.Sprintf("Step %s is planned for %s.", step, x.ahead(e.Due))
	case sequences.StateQueued:
		return fmt.Sprintf("The mail of step %s waits for its turn to go out: %s.", step, why)
	case sequences.StateSending:
		if e.Uncertain {
			return fmt.Sprintf("The mail of step %s may or may not have gone out. If that doesn't settle itself, settle it with: followupd reconcile %s", step, firstAddress(p))
		}
		return fmt.Sprintf("The mail of step %s is on its way.", step)
	case sequences.StateSnoozed, sequences.StateAway:
		return fmt.Sprintf("Waits until %s: %s.", x.ahead(e.Due), why)
	case sequences.StateTask:
		until := ""
		if !e.Due.IsZero() {
			until = " It is passed over on " + x.ahead(e.Due) + "."
		}
		return fmt.Sprintf("%s. Once it is done: followupd done %s.%s", upperFirst(why), firstAddress(p), until)
	case sequences.StateAnswered:
		return fmt.Sprintf("It is your turn: %s. Nothing goes out unless you resume: %s", why, resumeWords(p, e))
	case sequences.StateHeld:
		if e.Why.Code == sequences.CodeUncertain {
			return fmt.Sprintf("Held: %s %s --was-sent | --send-again", why, firstAddress(p))
		}
		switch e.Why.Code {
		case sequences.CodeApproval:
			return fmt.Sprintf("%s. To say it: followupd approve %s", upperFirst(why), firstAddress(p))
		case sequences.CodeDraft:
			return upperFirst(why) + "."
		case sequences.CodeHole:
			return "Held: " + report.GapsOf(e.Why.Text).Sentence() + ". " + fills(p, e)
		}
		return fmt.Sprintf("Held: %s. To go on: %s", why, resumeWords(p, e))
	case sequences.StateStopped:
		return "Stopped: " + why + "."
	case sequences.StateEnded:
		if place, turn, _ := report.Place(p); place == report.PlaceNeedsYou {
			return fmt.Sprintf("It is your turn: %s. The sequence is over: %s.", report.OneLine(turn.Text, 300), why)
		}
		return "Over: " + why + "."
	}
	return "Now " + string(e.State) + ": " + why
}

// resumeWords is the command that lets somebody's sequence go on.
func resumeWords(p *sequences.Person, e *sequences.Enrolment) string {
	words := "followupd resume " + firstAddress(p)
	if e.Unplaced > 0 {
		words += " --at-step STEP"
	}
	return words
}

// fills says what lets a sequence go on that is held for gaps of a mail.
func fills(p *sequences.Person, e *sequences.Enrolment) string {
	g := report.GapsOf(e.Why.Text)
	var lines []string
	for _, name := range g.Notes {
		lines = append(lines, fmt.Sprintf("followupd note %s %s=TEXT", firstAddress(p), name))
	}
	if len(g.Fields) > 0 && len(g.Notes) == 0 && len(g.Others) == 0 {
		return fmt.Sprintf("It goes on with: followupd set %s %s=TEXT", firstAddress(p), strings.Join(g.Fields, "=TEXT "))
	}
	for _, name := range g.Fields {
		lines = append(lines, fmt.Sprintf("followupd set %s %s=TEXT", firstAddress(p), name))
	}
	if len(lines) == 0 {
		return fmt.Sprintf("Mend the template or the file that it names; then: followupd resume %s", firstAddress(p))
	}
	return fmt.Sprintf("Fill it in: %s; then: followupd resume %s", strings.Join(lines, ", "), firstAddress(p))
}

// fieldWords are fields in the order of their names.
func fieldWords(fields map[string]string) string {
	var words []string
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		words = append(words, name+" = "+fields[name])
	}
	return report.OneLine(strings.Join(words, ", "), 300)
}
