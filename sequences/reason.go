package sequences

import "time"

// Reason says why something was decided as it was.
type Reason struct {
	Code     Code       `json:"code"`
	Text     string     `json:"text,omitempty"` // for people
	Evidence []Evidence `json:"evidence,omitempty"`
	Until    time.Time  `json:"until,omitzero"` // when it may change by itself
}

// Evidence is what a decision was made on.
type Evidence struct {
	Rule string `json:"rule"`
	Text string `json:"text,omitempty"`
}

// Code names a reason for good; programs and tests go by it.
type Code string

// The closed set of reasons. The first block lets something go on.
const (
	OK            Code = "ok"
	CodeEnrolled  Code = "enrolled"
	CodeDue       Code = "due"
	CodeBegin     Code = "begin"
	CodeSent      Code = "sent"
	CodeSeenSent  Code = "seen_in_sent"
	CodeResumed   Code = "resumed"
	CodeNoted     Code = "noted"
	CodeSkipped   Code = "skipped_step"
	CodeRetry     Code = "try_again_later"
	CodeReceipt   Code = "receipt"
	CodeTouches   Code = "touches_nothing"
	CodeSeen      Code = "seen_before"
	CodeOld       Code = "older_than_enrolment"
	CodeNothing   Code = "nothing_to_do"
	CodeQueueUp   Code = "waits_behind_another"
	CodeDelay     Code = "delayed_delivery"
	CodeSoft      Code = "soft_bounce"
	CodePastClear Code = "past_is_clear"
	CodeTask      Code = "yours_to_do"
	CodeTaskDone  Code = "task_done"

	CodeAnswered      Code = "answered"
	CodeDoubt         Code = "in_doubt"
	CodeNotInterested Code = "said_no"
	CodeWrongPerson   Code = "wrong_person"
	CodeLeft          Code = "left_company"
	CodeUnmonitored   Code = "unmonitored"
	CodeOptOut        Code = "opted_out"
	CodeComplaint     Code = "complained"
	CodeBounced       Code = "bounced"
	CodeOwnerWrote    Code = "owner_wrote"
	CodeDateOff       Code = "owner_wrote_ahead_of_date"
	CodeSilent        Code = "nothing_came_back"
	CodeReminded      Code = "waits_for_owner"
	CodeAway          Code = "away"
	CodeAwayAgain     Code = "away_without_date_again"
	CodeSnoozed       Code = "asked_for_later"
	CodeNoDate        Code = "later_without_date"
	CodeChallenge     Code = "challenge"
	CodeCompany       Code = "colleague_answered"
	CodeHistory       Code = "known_from_the_past"
	CodePaused        Code = "paused"
	CodeStopped       Code = "stopped_by_owner"
	CodeSuppressed    Code = "suppressed"
	CodeLifted        Code = "suppression_lifted"
	CodeUncertain     Code = "uncertain"
	CodeRefused       Code = "refused"
	CodeDeferredLong  Code = "deferred_for_days"
	CodeHole          Code = "hole_in_mail"
	CodeStepGone      Code = "step_is_gone"
	CodeEdited        Code = "sequence_was_edited"
	CodeSequenceGone  Code = "sequence_is_gone"
	CodeNoWindow      Code = "window_never_opens"
	CodeEnded         Code = "all_steps_sent"
	CodeGiveUp        Code = "gave_enough"
	CodeUnchecked     Code = "past_not_read"
	CodeNotPossible   Code = "not_possible"
	CodeApproval      Code = "waits_for_approval"
	CodeApproved      Code = "approved"
	CodeDraft         Code = "waits_in_drafts"
	CodePutBack       Code = "ledger_put_back"
	CodeStray         Code = "unknown_mail_of_ours"
	CodeWrote         Code = "written_to_before"
	CodeBefore        Code = "the_one_before_was_stopped"
	CodeForgotten     Code = "forgotten"

	// Reasons of Gate.
	CodeNotLive     Code = "mailbox_not_live"
	CodePausedAll   Code = "all_paused"
	CodeNotFresh    Code = "inbox_not_read"
	CodeUndecided   Code = "mail_undecided"
	CodeWindow      Code = "outside_window"
	CodeCapHour     Code = "hourly_cap"
	CodeCapDay      Code = "daily_cap"
	CodeRamp        Code = "ramp"
	CodeCapDomain   Code = "domain_cap"
	CodeDomainGap   Code = "domain_gap"
	CodeCompanyFull Code = "others_of_the_company_first"
	CodeGap         Code = "gap"
	CodePersonGap   Code = "person_gap"
	CodeBreaker     Code = "breaker_open"
	CodeOwnerAway   Code = "owner_away"
	CodeChanged     Code = "enrolment_changed"
	CodeNotYet      Code = "not_yet"
)

// Allows says whether Gate lets the mail pass.
func (r Reason) Allows() bool { return r.Code == OK }

func because(code Code, text string, evidence ...Evidence) Reason {
	return Reason{Code: code, Text: text, Evidence: evidence}
}
