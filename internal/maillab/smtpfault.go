package maillab

import "time"

// Stage is a point of an SMTP session at which the server can misbehave.
type Stage string

// Stages, in the order of a session.
const (
	StageConnect Stage = "connect" // instead of the greeting
	StageAuth    Stage = "auth"    // instead of judging the password or token
	StageMail    Stage = "mail"
	StageRcpt    Stage = "rcpt" // once for each recipient
	StageData    Stage = "data" // at DATA, instead of 354
	StageBody    Stage = "body" // between 354 and the final dot; only Drop, After and Delay act
	StageDot     Stage = "dot"  // after the final dot, instead of 250
)

// Transaction is what the server knows when it asks for a fault.
type Transaction struct {
	Stage   Stage
	Conn    int      // number of the connection
	Number  int      // number of the transaction, counted over the lab; 0 before MAIL
	Account string   // who logged in
	From    string   // from MAIL on
	To      []string // recipients accepted so far
	// Recipient is the one being offered at StageRcpt.
	Recipient string
	// Raw is the mail, at StageDot.
	Raw []byte
}

// Fault is what goes wrong at one stage; the zero value is nothing.
type Fault struct {
	// Reply is sent instead of the ordinary answer: "451 4.3.0 try later". A
	// 4xx or 5xx refuses; a 421 also ends the connection (RFC 5321 3.8).
	Reply string
	// Drop cuts the connection instead of answering.
	Drop bool
	// Keep has a mail accepted at StageDot although Drop or Reply hides it
	// from the client.
	Keep bool
	// After is how many bytes of the mail are read before Drop, at StageBody.
	// A mail that is shorter goes through.
	After int
	// Delay is waited, on the real clock, before the answer. A client that
	// goes away meanwhile is noticed.
	Delay time.Duration
	// Drip is waited, on the real clock, before each byte of the answer.
	Drip time.Duration
}

type queuedFault struct {
	stage Stage
	fault Fault
}

// SetSMTPFault has decide asked at every stage of every session from now on;
// nil ends it. decide must not call the lab.
func (l *Lab) SetSMTPFault(decide func(Transaction) Fault) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.smtpFault = decide
}

// FailOnce queues a fault for the next session that comes to that stage.
// Queued faults go before those of SetSMTPFault.
func (l *Lab) FailOnce(stage Stage, f Fault) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.smtpOnce = append(l.smtpOnce, queuedFault{stage, f})
}

// faultFor finds the fault for a stage, and uses it up if it was queued.
func (l *Lab) faultFor(t Transaction) Fault {
	l.mu.Lock()
	decide := l.smtpFault
	for i, q := range l.smtpOnce {
		if q.stage == t.Stage {
			l.smtpOnce = append(l.smtpOnce[:i:i], l.smtpOnce[i+1:]...)
			l.mu.Unlock()
			return q.fault
		}
	}
	l.mu.Unlock()
	if decide == nil {
		return Fault{}
	}
	return decide(t)
}
