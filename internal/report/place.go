package report

import (
	"slices"
	"time"

	"followupd/sequences"
)

// Placed is where a person stands for the owner.
type Placed string

// The closed set of places.
const (
	PlaceNeedsYou Placed = "needs you"
	PlaceHeld     Placed = "held"
	PlaceUnderWay Placed = "under way"
	PlaceWaiting  Placed = "comes back"
	PlaceOver     Placed = "over"
)

// Place says where a person stands, why, and since when. What it doesn't know
// needs the owner: a hold is never out of sight.
func Place(p *sequences.Person) (Placed, sequences.Reason, time.Time) {
	if p.Suppressed != nil {
		if p.Turn != nil && aboutAnswer(p.Turn.Reason.Code) && p.Turn.At.After(p.Suppressed.At) {
			return PlaceNeedsYou, p.Turn.Reason, p.Turn.At // they wrote again all the same
		}
		return PlaceOver, p.Suppressed.Reason, p.Suppressed.At
	}
	live := p.Live()
	if live != nil && live.State == sequences.StateHeld && live.Why.Code == sequences.CodeUncertain {
		return PlaceNeedsYou, live.Why, live.Since
	}
	if p.Turn != nil {
		return placeTurn(p.Turn, live)
	}
	if live == nil {
		if n := len(p.Enrolments); n > 0 {
			return PlaceOver, p.Enrolments[n-1].Why, p.Enrolments[n-1].Since
		}
		return PlaceOver, sequences.Reason{}, time.Time{}
	}
	switch live.State {
	case sequences.StateSnoozed, sequences.StateAway:
		return PlaceWaiting, live.Why, live.Since
	case sequences.StateScheduled, sequences.StateQueued, sequences.StateSending:
		return PlaceUnderWay, live.Why, live.Since
	}
	if yours(live.Why.Code) {
		return PlaceHeld, live.Why, live.Since
	}
	return PlaceNeedsYou, live.Why, live.Since
}

// placeTurn places somebody to whom nothing goes until the owner resumes.
func placeTurn(turn *sequences.Mark, live *sequences.Enrolment) (Placed, sequences.Reason, time.Time) {
	code := turn.Reason.Code
	switch {
	case aboutAnswer(code):
		return PlaceNeedsYou, turn.Reason, turn.At
	case live == nil:
		return PlaceOver, turn.Reason, turn.At
	case closed(code):
		// What waited behind a sequence that was stopped.
		return PlaceHeld, live.Why, live.Since
	case yours(code):
		return PlaceHeld, turn.Reason, turn.At
	}
	return PlaceNeedsYou, turn.Reason, turn.At
}

// aboutAnswer says whether a mail of theirs wants the owner's eyes, whether or
// not a sequence is under way.
func aboutAnswer(code sequences.Code) bool {
	switch code {
	case sequences.CodeAnswered, sequences.CodeDoubt, sequences.CodeNoDate, sequences.CodeAwayAgain, sequences.CodeChallenge, sequences.CodeSoft:
		return true
	}
	return false
}

// rank orders what needs the owner: who wants something of them comes first,
// then doubts about people, then what went wrong with a mail.
func (i Item) rank() int {
	switch {
	case !i.Answer && aboutAnswer(sequences.Code(i.Code)):
		return 4
	case !i.Answer:
		return 5
	}
	switch i.Intent {
	case "meeting":
		return 0
	case "interested":
		return 1
	case "question", "referral":
		return 2
	}
	return 3
}

// Stopped says whether what is known from before is that the owner stopped them.
func Stopped(why sequences.Reason) bool {
	return slices.ContainsFunc(why.Evidence, func(e sequences.Evidence) bool { return e.Rule == "turn."+string(sequences.CodeStopped) })
}

// CameBack says whether all that is known from somebody's past is that mail to
// them was returned.
func CameBack(why sequences.Reason) bool {
	found := false
	for _, e := range why.Evidence {
		switch e.Rule {
		case "past.bounced", "journal." + string(sequences.HapBounce):
			found = true
		case "past.written", "journal." + string(sequences.HapSent):
		default:
			return false
		}
	}
	return found
}

// yours are the holds that the owner made.
func yours(code sequences.Code) bool {
	switch code {
	case sequences.CodeOwnerWrote, sequences.CodePaused, sequences.CodeBefore, sequences.CodeStopped:
		return true
	}
	return false
}

// closed are the ends of a conversation.
func closed(code sequences.Code) bool {
	switch code {
	case sequences.CodeNotInterested, sequences.CodeWrongPerson, sequences.CodeLeft, sequences.CodeUnmonitored, sequences.CodeBounced, sequences.CodeStopped:
		return true
	}
	return false
}
