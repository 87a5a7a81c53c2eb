package sequences

import (
	"time"

	"followupd/internal/replies"
)

// Event is something that happened to or about one person. Exactly the payload
// that its kind names is set.
type Event struct {
	ID        string    `json:"id"` // unique; the same event twice changes nothing
	Kind      EventKind `json:"kind"`
	At        time.Time `json:"at"` // when it happened, UTC
	Person    int64     `json:"person,omitempty"`
	Enrolment int64     `json:"enrolment,omitempty"`
	Step      string    `json:"step,omitempty"`
	By        string    `json:"by,omitempty"` // who asked for it, where somebody did
	Enrol     *Enrol    `json:"enrol,omitempty"`
	Past      *Past     `json:"past,omitempty"`
	Mail      *Mail     `json:"mail,omitempty"`
	Outcome   *Outcome  `json:"outcome,omitempty"`
	Order     *Order    `json:"order,omitempty"`
	Problem   string    `json:"problem,omitempty"`
	Of        string    `json:"of,omitempty"` // remind: the event that the owner was told of
	Gate      *Reason   `json:"gate,omitempty"`
	PutBack   *PutBack  `json:"put_back,omitempty"` // put_back; of edited: since it was, nobody had followed this edit; of wrote: where it was
	Wrote     []Wrote   `json:"wrote,omitempty"`
}

// EventKind is the kind of an Event.
type EventKind string

// The closed set of events.
const (
	EvEnrol     EventKind = "enrol"      // Enrol
	EvPast      EventKind = "past"       // Past: what the mailbox's history knows
	EvDue       EventKind = "due"        // the moment that Enrolment.Due named has come
	EvHole      EventKind = "hole"       // Step can't be rendered: Problem
	EvUnlike    EventKind = "unlike"     // Step's mail is another than the one that the owner said yes to
	EvDraftLies EventKind = "draft_lies" // Step can't be queued yet: its draft is still to be taken back
	EvBegin     EventKind = "begin"      // Gate let Step pass and its bytes are ready
	EvOutcome   EventKind = "outcome"    // Outcome of submitting Step
	EvMail      EventKind = "mail"       // Mail came in
	EvOwnerMail EventKind = "owner_mail" // Mail: the owner wrote by hand
	EvOrder     EventKind = "order"      // Order: the owner's word
	EvEdited    EventKind = "edited"     // the sequence of Enrolment was edited
	EvRemind    EventKind = "remind"     // Of was told a while ago, and waits for the owner
	EvPutBack   EventKind = "put_back"   // PutBack: a copy of the ledger took its place
	EvStray     EventKind = "stray"      // Mail: one of ours that the ledger knows nothing of
	EvWrote     EventKind = "wrote"      // Wrote: what went to them before Enrolment began, and the ledger didn't know
	EvForgotten EventKind = "forgotten"  // a tombstone: nothing else is left of the person
)

// Enrol asks to take a person into a sequence.
type Enrol struct {
	Addresses []string          `json:"addresses"`
	Fields    map[string]string `json:"fields,omitempty"`
	ID        int64             `json:"id"`
	Sequence  string            `json:"sequence"`
	Reason    string            `json:"reason"`
	Source    string            `json:"source"`
	History   string            `json:"history,omitempty"` // "ignore" or empty
	Queue     bool              `json:"queue,omitempty"`
	// Thread is a mail of the owner's that counts as the first step.
	Thread *Thread `json:"thread,omitempty"`
}

// Thread is a mail of the owner's that a sequence goes on from.
type Thread struct {
	ID      string    `json:"id"` // its Message-ID, without angle brackets
	Subject string    `json:"subject"`
	At      time.Time `json:"at"` // when it was sent, UTC
}

// Past is what a mailbox's history knows of a person, newest evidence last.
type Past struct {
	OptedOut bool       `json:"opted_out,omitempty"`
	Known    bool       `json:"known,omitempty"` // a conversation, refusal, bounce or mail of the owner
	Evidence []Evidence `json:"evidence,omitempty"`
}

// Wrote is a mail of followupd's own that the ledger knew nothing of.
type Wrote struct {
	At      time.Time `json:"at"`
	Subject string    `json:"subject,omitempty"`
	Folder  string    `json:"folder"`
	Ref     string    `json:"ref,omitempty"`   // the ledger's reference, where all of it was read
	Step    string    `json:"step,omitempty"`  // of the enrolment, that it was; "" where that can't be told
	Value   string    `json:"value,omitempty"` // that it gave
}

// Route is how a mail was matched to a person, surest first.
type Route string

// The closed set of routes.
const (
	RouteThread      Route = "thread"      // cites an id of ours
	RouteUnsubscribe Route = "unsubscribe" // has their token of List-Unsubscribe; whoever sent it
	RouteReport      Route = "report"      // a delivery report on a mail of ours
	RouteAddress     Route = "address"     // from an address known of the person
	RouteCompany     Route = "company"     // same company domain only: holds and asks, no more
)

// Mail is what a received mail said, as far as decisions go.
type Mail struct {
	Ref       string           `json:"ref"` // the ledger's reference
	Mailbox   string           `json:"mailbox"`
	Folder    string           `json:"folder,omitempty"`
	From      string           `json:"from,omitempty"`
	Subject   string           `json:"subject,omitempty"`
	Route     Route            `json:"route"`
	Kind      replies.Kind     `json:"kind,omitempty"`
	About     replies.About    `json:"about,omitempty"`
	Intent    replies.Intent   `json:"intent,omitempty"`
	Others    []replies.Intent `json:"others,omitempty"`
	Signals   []replies.Signal `json:"signals,omitempty"`
	Until     *replies.Date    `json:"until,omitempty"`
	Stated    bool             `json:"stated,omitempty"`
	Referred  *replies.Contact `json:"referred_to,omitempty"`
	Words     string           `json:"words,omitempty"`   // the new text's beginning, at most 300 bytes
	Certain   bool             `json:"certain,omitempty"` // confidence is high and all of it was read
	Damaged   string           `json:"damaged,omitempty"` // why it could not be read in full
	Permanent bool             `json:"permanent,omitempty"`
	Delayed   bool             `json:"delayed,omitempty"`
	Evidence  []Evidence       `json:"evidence,omitempty"`
	Offset    *int             `json:"offset,omitempty"` // of the mail's Date header, seconds east of UTC
	Address   string           `json:"address,omitempty"`
	Colleague string           `json:"colleague,omitempty"` // RouteCompany: who wrote
	Ready     bool             `json:"ready,omitempty"`     // the owner's: our own answer to what they are snoozed for, sent as it was
}

// Result is how a submission ended.
type Result string

// The closed set of results. Seen and WasSent settle an uncertain one.
const (
	ResSent      Result = "sent"
	ResNotSent   Result = "not_sent" // failed before DATA: nothing went out
	ResDeferred  Result = "deferred" // 4xx
	ResRefused   Result = "refused"  // 5xx
	ResVetoed    Result = "vetoed"   // the last check before DATA said no
	ResUncertain Result = "uncertain"
	ResSeen      Result = "seen"      // found in Sent, or cited by a reply or a report
	ResElsewhere Result = "elsewhere" // it went out, and not from this ledger
	ResUnsettled Result = "unsettled" // uncertain for 15 minutes
	ResDeleted   Result = "deleted"   // its draft left Drafts and was not sent
)

// Outcome is what became of one submission.
type Outcome struct {
	Result    Result `json:"result"`
	Code      int    `json:"code,omitempty"`
	Text      string `json:"text,omitempty"`      // the server's words, or what went wrong where it said nothing (Code 0)
	Why       Code   `json:"why,omitempty"`       // of a last check that said no
	Recipient bool   `json:"recipient,omitempty"` // the refusal concerns the recipient
	Value     string `json:"value,omitempty"`
	Sequence  string `json:"sequence,omitempty"`
	// Earliest is when it went out at the earliest (elsewhere), where all that is
	// known is that something cites it.
	Earliest time.Time `json:"earliest,omitzero"`
}

// Order is the owner's word about a person.
type Order struct {
	Verb   Verb              `json:"verb"`
	Until  time.Time         `json:"until,omitzero"` // snooze
	Text   string            `json:"text,omitempty"` // note, or why
	Key    string            `json:"key,omitempty"`  // note
	Intent replies.Intent    `json:"intent,omitempty"`
	Mail   *Mail             `json:"mail,omitempty"` // answer_was: the mail as it was read
	Fields map[string]string `json:"fields,omitempty"`
	// Listed is what else than this answer keeps them from being written to
	// (answer_was): what the list of suppressions holds of them besides.
	Listed []Evidence `json:"listed,omitempty"`
	// Other says of an approval that the mail which waits is not the one that
	// the owner was shown.
	Other bool `json:"other,omitempty"`
	// Shown names, of an approval, the mail that the owner was shown.
	Shown string `json:"shown,omitempty"`
	// Step is the one to go on at (resume), where they say which.
	Step string `json:"step,omitempty"`
	// Wrote are, where Step is named, the mails that count as the steps before it.
	Wrote []Wrote `json:"wrote,omitempty"`
}

// Verb is what the owner wants.
type Verb string

// The closed set of orders about one person.
const (
	VerbPause     Verb = "pause"
	VerbResume    Verb = "resume"
	VerbStop      Verb = "stop"
	VerbApprove   Verb = "approve"
	VerbSnooze    Verb = "snooze"
	VerbSuppress  Verb = "suppress"
	VerbNote      Verb = "note"
	VerbFields    Verb = "fields"
	VerbAnswerWas Verb = "answer_was"
	VerbWasSent   Verb = "was_sent"
	VerbSendAgain Verb = "send_again"
	VerbDone      Verb = "done" // the task that waits for the owner; Text: a note on it
)
