// Package report tells the owner how things stand: it counts what a ledger
// knew at one moment into a Snapshot, and writes that as the weekly status
// mail and as the one screen of `status`. Both come from the same Snapshot, so
// they can't disagree.
//
// It is pure: people, journal entries and a moment in, text out. It must never
// tell a number that it didn't count, count one thing twice, or let a
// prospect's words look like its own.
package report

import (
	"fmt"
	"time"
)

// Snapshot is how things stood at one moment and what happened in the span
// before it. It is plain data; all times are in the owner's zone.
type Snapshot struct {
	At         time.Time `json:"at"`
	From       time.Time `json:"from"` // the span told of is [From, At)
	Year       int       `json:"year"` // of the ISO week that it is named after;
	Week       int       `json:"week"` // both are 0 where the span is no such week
	Owner      string    `json:"owner,omitempty"`
	OwnerAway  time.Time `json:"owner_away,omitzero"` // until then
	Paused     string    `json:"paused,omitempty"`    // why all sending is paused
	DaemonSeen time.Time `json:"daemon_seen,omitzero"`
	Edits      string    `json:"edits_problem,omitempty"` // why edits of sequences and templates are not in force
	Past       bool      `json:"past,omitempty"`          // At lies behind: what only the daemon knows is left out

	People    People     `json:"people"`
	NeedsYou  []Item     `json:"needs_you"` // newest first
	Held      []Item     `json:"held"`      // newest first
	Waiting   []Waiting  `json:"waiting"`   // the first to come back first
	Standings []Standing `json:"standings"` // in a fixed order, whether anyone is in them or not
	Now       Exchange   `json:"exchange"`
	Before    Exchange   `json:"exchange_before"` // in as long a span before From
	Coming    Coming     `json:"coming"`
	Steps     Steps      `json:"steps"`

	Mailboxes   []Mailbox     `json:"mailboxes"`
	Stranded    []Stranded    `json:"stranded,omitempty"`
	Left        []Left        `json:"left,omitempty"`
	Unposted    *Unposted     `json:"unposted,omitempty"` // hand-overs that the owner's program has not taken
	Uncertain   []Uncertain   `json:"uncertain"`
	Bounces     []Bounce      `json:"bounces"` // in the span; those that match nobody too
	Skipped     []Skipped     `json:"skipped"` // in the span
	NeverAgain  []NeverAgain  `json:"never_again"`
	NeverTotal  int           `json:"never_again_total"`
	Quarantined []Quarantined `json:"quarantined"` // in the span
	Untold      []Untold      `json:"untold"`
	Troubles    []Trouble     `json:"troubles"` // in the span
}

// People says where everyone known stands. Each person counts once:
// Total is the sum of the others.
type People struct {
	Total    int `json:"total"`
	NeedYou  int `json:"need_you"`
	Held     int `json:"held"`
	UnderWay int `json:"under_way"`
	Waiting  int `json:"waiting"` // away or snoozed
	Over     int `json:"over"`    // all steps sent, stopped, or never to be written to again
}

// Who names a person in lists.
type Who struct {
	ID      int64  `json:"id"` // 0: nobody known
	Name    string `json:"name"`
	Company string `json:"company,omitempty"`
	Address string `json:"address"`
}

// Item is a person with whom nothing goes on by itself.
type Item struct {
	Who
	Since  time.Time `json:"since"`
	Code   string    `json:"code"`
	Why    string    `json:"why"`
	Answer bool      `json:"answer,omitempty"` // a mail of theirs is why
	Intent string    `json:"intent,omitempty"` // of that mail
	Words  string    `json:"words,omitempty"`  // theirs, where an answer is why
}

// Waiting is a person who comes back by themselves.
type Waiting struct {
	Who
	Kind  string    `json:"kind"` // away or snoozed
	Until time.Time `json:"until"`
	Why   string    `json:"why"`
}

// Standing is everyone who stands in one way.
type Standing struct {
	Standing string  `json:"standing"`
	People   []Stand `json:"people"`
}

// Stand is one person's standing and what it was counted from.
type Stand struct {
	Who
	At      time.Time `json:"at,omitzero"` // of their last answer
	Because string    `json:"because"`
	Words   string    `json:"words,omitempty"`
	Balance int       `json:"balance"` // values given since their last answer
}

// Exchange is what went out and what came back in [From, To), by the journal.
type Exchange struct {
	From       time.Time `json:"from"`
	To         time.Time `json:"to"`
	Mails      int       `json:"mails"` // First + FollowUps
	First      int       `json:"first_mails"`
	FollowUps  int       `json:"follow_ups"`
	WrittenTo  int       `json:"written_to"` // people
	Given      []Given   `json:"given"`      // the most given first
	Unasked    int       `json:"unasked"`    // answers before which nothing of value was given
	Answers    int       `json:"answers"`    // the sum of ByIntent
	AnsweredBy int       `json:"answered_by"`
	ByIntent   []Count   `json:"by_intent"` // the most frequent first
	Signals    []Count   `json:"signals"`   // in those answers: dates set, things told
	Automatic  int       `json:"automatic"`
	Complaints int       `json:"complaints"`  // reports of a mail as unwanted; each is one of Answers
	Bounced    int       `json:"bounced"`     // for good
	Returned   int       `json:"returned"`    // not delivered this time
	ByHand     int       `json:"by_hand"`     // mails that the owner wrote
	PassedOver int       `json:"passed_over"` // steps that were not for somebody, as the sequence says
	Deleted    int       `json:"deleted"`     // steps that were passed over since the owner deleted their drafts
	Enrolled   int       `json:"enrolled"`    // people
	Enrolments int       `json:"enrolments"`  // of the same person there may be several
}

// Given is a value, how often it was given, and how many answers came that had
// it as the last thing given before them. The answers of all values and Unasked
// are the answers of the Exchange.
type Given struct {
	What    string `json:"what"`
	N       int    `json:"n"`
	Answers int    `json:"answers"`
}

// Count is how often something was seen.
type Count struct {
	What string `json:"what"`
	N    int    `json:"n"`
}

// Coming is what is due in the 7 days from the moment of the snapshot, as far
// as it is known: one mail a person, for the one after it depends on the answer.
type Coming struct {
	Total     int     `json:"total"` // First + FollowUps, and the sum of Days
	First     int     `json:"first_mails"`
	FollowUps int     `json:"follow_ups"`
	Tasks     int     `json:"tasks"` // steps that are the owner's to do by hand; none of Total
	Days      []Day   `json:"days"`
	Stuck     []Stuck `json:"stuck"` // those of Total that can't go as things stand
	Gaps      []Gap   `json:"gaps"`  // mails that would be due and wait for what is missing; none of Total
	// Next is when the next mail is due, in the 7 days or later; zero for never.
	Next time.Time `json:"next,omitzero"`
}

// Day is how many mails are due on one day.
type Day struct {
	Day time.Time `json:"day"`
	N   int       `json:"n"`
}

// Gap is how many mails wait for the same thing that is missing.
type Gap struct {
	What string `json:"what"`
	Fill bool   `json:"fill"` // it is fields and notes that are missing, and nothing else
	Who  Who    `json:"who"`  // one of those whose mail it is
	N    int    `json:"n"`
}

// Words say what such mails wait for, and what to do.
func (g Gap) Words() string {
	whose := "The mail to " + OneLine(g.Who.Address, 254) + " waits"
	if g.N > 1 {
		whose = fmt.Sprintf("%d mails wait, such as the one to %s,", g.N, OneLine(g.Who.Address, 254))
	}
	if g.Fill {
		return whose + " for " + g.What + ". Fill it in: followupd set, or note"
	}
	return whose + ", for as things are it would be held: " + g.What + "."
}

// Stuck is how many mails of one mailbox wait for something to be changed.
type Stuck struct {
	Mailbox string `json:"mailbox"`
	N       int    `json:"n"`
	Why     string `json:"why"`
}

// Mailbox is how one mailbox does.
type Mailbox struct {
	Name     string    `json:"name"`
	Live     bool      `json:"live"`
	LastLook time.Time `json:"last_look,omitzero"` // begin of the last complete look
	Problem  string    `json:"problem,omitempty"`  // why it can't be read
	Since    time.Time `json:"since,omitzero"`     // of the problem
	Sending  string    `json:"sending,omitempty"`  // why the server for outgoing mail can't be reached
	Breaker  string    `json:"breaker,omitempty"`  // why it is paused by too many bounces, complaints or refusals
	Until    time.Time `json:"until,omitzero"`     // when it is tried again by itself; zero: its owner resumes it
	Login    bool      `json:"login_refused,omitempty"`
	Mails    int       `json:"mails"` // that went out in the span
	Ready    int       `json:"ready"` // mails that wait to go out now

	Today      int            `json:"today"` // mails that went out since midnight in the mailbox's zone
	PerDay     int            `json:"per_day"`
	Ramp       int            `json:"ramp,omitempty"` // how many may go out today, where the mailbox is too new for PerDay
	LastHour   int            `json:"last_hour"`
	PerHour    int            `json:"per_hour"`
	FullDays   int            `json:"full_days"`  // of the span, on which as many went out as may
	Bounced    int            `json:"bounced"`    // mails of the span that came back for good
	Complaints int            `json:"complaints"` // mails of the span that were reported as unwanted
	Unread     time.Duration  `json:"unread_ns"`  // how long in the span it could not be read
	Outages    int            `json:"outages"`    // how often that was
	Zone       *time.Location `json:"-"`          // nil: the owner's
}

// Unposted are hand-overs that could not be posted to the owner's own program,
// and are tried again.
type Unposted struct {
	N       int       `json:"n"`
	Since   time.Time `json:"since"`
	Problem string    `json:"problem"`
}

// Left is how many people stand in a sequence that isn't there any more.
type Left struct {
	Sequence string `json:"sequence"`
	People   int    `json:"people"`
}

// Stranded is what waits in a mailbox that isn't in the configuration.
type Stranded struct {
	Mailbox string `json:"mailbox"`
	People  int    `json:"people"`   // whose sequence is under way from it
	Queued  int    `json:"queued"`   // mails that wait to go out
	InDoubt int    `json:"in_doubt"` // mails that may or may not have gone out
}

// Uncertain is a mail that may or may not have gone out.
type Uncertain struct {
	Who
	Step  string    `json:"step"`
	Since time.Time `json:"since"`
	Asked bool      `json:"asked"` // the owner has to say; else a sign of it is still waited for
}

// Bounce is a mail that came back. Name is empty where it matches nobody.
type Bounce struct {
	Who
	At        time.Time `json:"at"`
	Permanent bool      `json:"permanent"`
	Matched   bool      `json:"matched"`
	Why       string    `json:"why,omitempty"`
}

// Skipped is a step that was passed over since it wasn't for them. Why is empty
// where there were several reasons.
type Skipped struct {
	Sequence string `json:"sequence"`
	Step     string `json:"step"`
	N        int    `json:"n"`
	Why      string `json:"why,omitempty"`
}

// NeverAgain is an address or a domain put on the suppression list in the span.
type NeverAgain struct {
	Value string    `json:"value"`
	Why   string    `json:"why"`
	At    time.Time `json:"at"`
	Read  bool      `json:"read"` // a mail of theirs was read so
}

// Quarantined is a mail that couldn't be fetched.
type Quarantined struct {
	Mailbox string    `json:"mailbox"`
	Folder  string    `json:"folder"`
	UID     uint32    `json:"uid"`
	Problem string    `json:"problem"`
	At      time.Time `json:"at"`
}

// Untold is a mail to the owner that no server has taken yet.
type Untold struct {
	Subject  string    `json:"subject"`
	Since    time.Time `json:"since"`
	Attempts int       `json:"attempts"`
	Problem  string    `json:"problem,omitempty"`
}

// Trouble is something that the owner was told of and that concerns no person.
type Trouble struct {
	Text string    `json:"text"`
	At   time.Time `json:"at"`
}

// WeekOf is the ISO week that a report made at a moment is about: the one in
// which most of the seven days before it lie. Two moments a week apart, by the
// calendar, never have the same.
func WeekOf(at time.Time) (year, week int) {
	y, m, d := at.Date()
	return time.Date(y, m, d-4, 12, 0, 0, 0, time.UTC).ISOWeek()
}
