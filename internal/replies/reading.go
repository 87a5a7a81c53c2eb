// Package replies decides what a received mail means: which kind of mail it is,
// what is new in it, what its writer wants, when they may be written to again
// and whom they named. Every verdict carries the words that it was made on.
//
// It is pure: raw bytes in, a Reading out; no network, no clock, no chance.
// It must never panic, never take more than linear time, and never read the
// quoted history, a signature or a footer as if the person had written it now.
// In doubt it says unclear: a guess must never let a sequence go on.
package replies

import (
	"fmt"
	"net/mail"
	"time"
)

// Kind is what sort of mail it is.
type Kind string

// The closed set of kinds.
const (
	KindReply     Kind = "reply"      // a person wrote it
	KindAutoReply Kind = "auto_reply" // a machine answered for a person or an address
	KindBounce    Kind = "bounce"     // a report on a delivery (RFC 3464 and the many that aren't)
	KindComplaint Kind = "complaint"  // an abuse report (RFC 5965); its intent is opt_out
	KindOther     Kind = "other"      // newsletter, receipt of a list, spam: touches nothing
)

// About is what an auto-reply is about; empty for other kinds.
type About string

// The closed set of subjects of an auto-reply.
const (
	AboutAbsence     About = "absence"
	AboutLeft        About = "left"        // the person has left the company
	AboutUnmonitored About = "unmonitored" // nobody reads this mailbox
	AboutReceipt     About = "receipt"     // "we got your mail", a ticket number
	AboutChallenge   About = "challenge"   // asks the sender to prove something
)

// Intent is what the writer wants. Empty where there is none to tell (KindOther).
type Intent string

// The closed set of intents, as in the labelling guide; bounce stands for KindBounce.
const (
	IntentAutoReply     Intent = "auto_reply"
	IntentOptOut        Intent = "opt_out"
	IntentMeeting       Intent = "meeting"
	IntentInterested    Intent = "interested"
	IntentQuestion      Intent = "question"
	IntentLater         Intent = "later"
	IntentReferral      Intent = "referral"
	IntentWrongPerson   Intent = "wrong_person"
	IntentNotInterested Intent = "not_interested"
	IntentUnclear       Intent = "unclear"
	IntentBounce        Intent = "bounce"
)

// GoesOn says whether a sequence may go on by itself after an intent. Those alone
// have a day to wait for; beside another a day is only supposed.
func (i Intent) GoesOn() bool { return i == IntentLater || i == IntentAutoReply }

// Signal is one sign that a prospect is really interested.
type Signal string

// The closed set of signals; that a human reply came at all is told by the kind.
const (
	SignalNextDate Signal = "sets_next_date"
	SignalShares   Signal = "shares_information"
	SignalBuying   Signal = "asks_about_buying"
)

// Action is what DESIGN's order of strength makes of a mail before the
// sequence's own `replies` table is asked:
// suppress > escalate > hold > stop > snooze > wait; none touches nothing.
type Action string

// The closed set of actions, strongest first.
const (
	ActionSuppress Action = "suppress"
	ActionEscalate Action = "escalate"
	ActionHold     Action = "hold"
	ActionStop     Action = "stop"
	ActionSnooze   Action = "snooze"
	ActionWait     Action = "wait"
	ActionNone     Action = "none"
)

// Evidence is one rule that fired and the words that it fired on.
type Evidence struct {
	Rule string `json:"rule"` // a stable name, e.g. "optout.en.take-me-off"
	Text string `json:"text"` // the words, quoted from the mail (at most 200 bytes)
}

// Bounce is one failed or delayed recipient of a delivery report.
type Bounce struct {
	Recipient string       `json:"recipient"` // lower-cased address, "" when the report names none
	Status    string       `json:"status"`    // enhanced status code (RFC 3463), "" when unknown
	Permanent bool         `json:"permanent"` // false for delays and for temporary failures
	Delayed   bool         `json:"delayed,omitempty"`
	Reason    BounceReason `json:"reason"`
	Text      string       `json:"text,omitempty"` // the server's own words
	OrigTo    string       `json:"original_recipient,omitempty"`
}

// BounceReason is the fixed vocabulary of why a mail was not delivered.
type BounceReason string

// The closed set of reasons of a bounce.
const (
	BounceNoSuchUser   BounceReason = "no_such_user"
	BounceMailboxFull  BounceReason = "mailbox_full"
	BounceDisabled     BounceReason = "mailbox_disabled"
	BounceSpam         BounceReason = "blocked_as_spam"
	BounceBlocklisted  BounceReason = "sender_blocked" // the sending address or IP is on a list
	BouncePolicy       BounceReason = "policy"
	BounceAuth         BounceReason = "authentication" // SPF, DKIM, DMARC
	BounceRelaying     BounceReason = "relaying"
	BounceTooLarge     BounceReason = "too_large"
	BounceDomainDead   BounceReason = "domain_dead"
	BounceGreylisted   BounceReason = "greylisted"
	BounceRateLimited  BounceReason = "rate_limited"
	BounceLoop         BounceReason = "loop"
	BounceContent      BounceReason = "content"
	BounceExpired      BounceReason = "expired" // given up after days of trying
	BounceNetwork      BounceReason = "network"
	BounceSystem       BounceReason = "system_error"
	BounceMoved        BounceReason = "moved"
	BounceUndetermined BounceReason = "undetermined"
)

// Contact is a person named in a mail: a colleague, deputy or successor.
type Contact struct {
	Name  string `json:"name"`
	Email string `json:"email"`
	Role  string `json:"role,omitempty"`
}

// Proposal is a meeting time that the writer named.
type Proposal struct {
	// At has the day and the time of day that they named, as At's own zone
	// tells them. That zone is theirs only where Exact says so; else it is that
	// of Context.Received, and what is meant is the same on another clock.
	At time.Time `json:"at"`
	// Zone is the zone named in the text: an abbreviation or an offset ("CEST",
	// "ET", "UTC+02:00"), a place as it was written ("New York"), or ReaderZone.
	// Empty: none was named.
	Zone string `json:"zone"`
	Text string `json:"text"` // the words
}

// Reading is what one mail means.
type Reading struct {
	Kind       Kind
	About      About
	Intent     Intent
	Others     []Intent // further intents found in a mixed mail; empty when there is just one
	Action     Action   // the strongest over Intent and Others
	Signals    []Signal
	Until      *Date // absence: back at work on; later: may be written to from; else the same if a later was meant after all, which is for the owner to say
	Stated     bool  // Until stands in the new text as a date or a span ("in two weeks"); false when only implied ("after the summer")
	ReferredTo *Contact
	Proposals  []Proposal
	NewText    string // what the person wrote now: no quote, no signature, no footer
	Confidence float64
	Evidence   []Evidence
	Bounces    []Bounce
	Damaged    string // why the mail could not be read in full (cut, parse error, limits), "" when it could; doubt
	Header     Header
}

// Certain says whether a machine wrote the mail beyond reasonable doubt. Only
// then may a sequence go on after an auto-reply or a delivery report.
func (r Reading) Certain() bool { return r.Damaged == "" && r.Confidence >= CertainAt }

// CertainAt is the confidence from which a reading may let a sequence go on by itself.
const CertainAt = 0.9

// Date is a calendar day without a zone; it is meant in the writer's zone.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// NewDate gives the calendar day on which t falls in t's own zone.
func NewDate(t time.Time) Date {
	y, m, d := t.Date()
	return Date{Year: y, Month: m, Day: d}
}

// ParseDate reads a day written as 2006-01-02.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("read date %q: want it like 2006-01-02", s)
	}
	return NewDate(t), nil
}

// String writes the day as 2006-01-02.
func (d Date) String() string {
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// IsZero says whether d is no day at all.
func (d Date) IsZero() bool { return d == Date{} }

// In gives the start of the day in the zone loc.
func (d Date) In(loc *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, loc)
}

// AddDays gives the day n days later; earlier when n is negative.
func (d Date) AddDays(n int) Date {
	return NewDate(time.Date(d.Year, d.Month, d.Day+n, 0, 0, 0, 0, time.UTC))
}

// Before says whether d is an earlier day than e.
func (d Date) Before(e Date) bool {
	return d.In(time.UTC).Before(e.In(time.UTC))
}

// MarshalText writes the day as 2006-01-02, which makes it a JSON string.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a day written as 2006-01-02.
func (d *Date) UnmarshalText(b []byte) error {
	got, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = got
	return nil
}

// Header is what matching needs to know of a mail, decoded.
type Header struct {
	MessageID  string   // without angle brackets
	InReplyTo  []string // ids without angle brackets
	References []string // ids without angle brackets, oldest first
	// OriginalIDs are X-Microsoft-Original-Message-ID, X-Google-Original-Message-ID
	// and the Message-IDs found in a delivery report's copy of the original.
	OriginalIDs []string
	// ReportedReferences are References, X-Followupd-ID and the like of the
	// original that a report or a forwarded part carries.
	ReportedReferences []string
	From               []mail.Address
	Sender             []mail.Address
	ReplyTo            []mail.Address
	To, Cc             []mail.Address
	Subject            string
	Date               time.Time // as the Date header says, zero when absent or unreadable
	Trace              time.Time // newest Received header's time, zero when there is none
	FollowupdID        string    // our own header X-Followupd-ID, "" when absent
	AuthResults        []string  // Authentication-Results headers (RFC 8601), newest first, raw
	Mentioned          []string  // addresses in the text of a bounce, lower-cased, for matching
}

// Context is what the reader may know beside the mail's bytes.
type Context struct {
	// Received is when the mail arrived, in the writer's zone where that is
	// known (it anchors "tomorrow" and "in two weeks"). Zero: the newest trace
	// header counts, then Date.
	Received time.Time
	// Own are the owner's own addresses: never taken for a person referred to
	// or for a bounced recipient.
	Own []string
	// Sent is the text of our last mail to that person, "" when unknown. Words
	// found only there are ours, however they came into the answer.
	Sent string
	// Truncated says that the mail was cut at the fetch limit. What came is read.
	Truncated bool
}
