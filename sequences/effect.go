package sequences

import "time"

// Effect is what the engine is to do about a decision. It is recorded in the
// same transaction as the decision's facts; its outcome comes back as an event.
type Effect struct {
	Kind      EffectKind `json:"kind"`
	Enrolment int64      `json:"enrolment,omitempty"`
	Step      string     `json:"step,omitempty"`
	Notice    Notice     `json:"notice,omitempty"`
	Addresses []string   `json:"addresses,omitempty"`
	At        time.Time  `json:"at,omitzero"`
}

// EffectKind is the kind of an Effect.
type EffectKind string

// The closed set of effects.
const (
	EffSend     EffectKind = "send"     // put Step of Enrolment into the outbox
	EffDraft    EffectKind = "draft"    // put Step of Enrolment into the owner's Drafts
	EffCancel   EffectKind = "cancel"   // take it out again, if DATA has not begun; take its draft back
	EffNotify   EffectKind = "notify"   // tell the owner, at least once
	EffSuppress EffectKind = "suppress" // never write to Addresses again
	EffLift     EffectKind = "lift"     // take Addresses, as the suppression of At put them there, off that list
	EffWake     EffectKind = "wake"     // bring EvDue for Enrolment at At
)

// Notice is what the owner is told about.
type Notice string

// The closed set of notices.
const (
	NoticeAnswer    Notice = "answer"    // a person answered; the owner's turn
	NoticeLater     Notice = "later"     // asked to be written to from a date; drafted answer
	NoticeDoubt     Notice = "doubt"     // can't be read for sure: hold and ask
	NoticeNo        Notice = "no"        // said no: shown, nothing to do
	NoticeOptOut    Notice = "opt_out"   // asked to be left alone
	NoticeLeft      Notice = "left"      // has left, or nobody reads there
	NoticeColleague Notice = "colleague" // somebody of the same company wrote
	NoticeHistory   Notice = "history"   // known from the past: held
	NoticeUncertain Notice = "uncertain" // a mail may or may not have gone out
	NoticeApprove   Notice = "approve"   // a mail waits for the owner's yes
	NoticeProblem   Notice = "problem"   // a mail couldn't be made or was refused
	NoticeSilent    Notice = "silent"    // the owner wrote by hand and nothing came back: go on?
	NoticeDateOff   Notice = "date_off"  // the owner wrote by hand ahead of a date: it is off
	NoticeReminder  Notice = "reminder"  // what the owner was told of waits still
	NoticeTask      Notice = "task"      // something to do by hand
)
