package mailbox

import (
	"errors"
	"fmt"
	"net/textproto"
	"regexp"
	"strings"
)

// OutcomeState says what became of a submission.
type OutcomeState string

// The states. Only after Sent and Uncertain may the mail be on its way.
const (
	// Sent: the server took the mail over.
	Sent OutcomeState = "sent"
	// NotSent: the mail certainly did not go out and the server said nothing
	// about the mail itself; it may be tried again freely. Err tells whether
	// trying again can help (Temporary).
	NotSent OutcomeState = "not_sent"
	// Deferred: the server answered 4xx and wants to be asked again later.
	Deferred OutcomeState = "deferred"
	// Refused: the server answered 5xx to the mail, its sender or a recipient.
	Refused OutcomeState = "refused"
	// Uncertain: the connection was lost after the final dot was written, so
	// that both sides may hold the mail (RFC 1047).
	Uncertain OutcomeState = "uncertain"
	// Vetoed: beforeData returned an error, which is Err; nothing was sent.
	Vetoed OutcomeState = "vetoed"
)

// The stages at which a submission can end.
const (
	StageCheck   = "check"
	StageConnect = "connect"
	StageLogin   = "login"
	StageMail    = "mail"
	StageRcpt    = "rcpt"
	StageVeto    = "before data"
	StageData    = "data"
	StageDot     = "final dot"
)

// Outcome is what became of one submission.
type Outcome struct {
	State OutcomeState
	// Code is the server's reply code (RFC 5321 4.2), 0 where it gave none.
	Code int
	// Enhanced is the enhanced status code (RFC 3463), such as "5.1.1".
	Enhanced string
	// Text is what the server said, without the enhanced code. It may hold the
	// queue id, and a recipient's address.
	Text  string
	Stage string
	// Recipient: the refusal is one of the recipient's address, a hard bounce.
	Recipient bool
	// Sender: the refusal, for now or for good, is one of us: our login, our
	// address, our pace or our standing with the server.
	Sender bool
	Err    error
}

// Temporary reports whether submitting the same mail again later may succeed
// without risking a second copy.
func (o Outcome) Temporary() bool {
	switch o.State {
	case Deferred:
		return true
	case NotSent:
		return Temporary(o.Err)
	}
	return false
}

func (o Outcome) String() string {
	if o.Code == 0 {
		return fmt.Sprintf("%s at %s", o.State, o.Stage)
	}
	return fmt.Sprintf("%s at %s: %d %s", o.State, o.Stage, o.Code, strings.TrimSpace(o.Enhanced+" "+o.Text))
}

// notSent is an ending without an answer to the mail.
func notSent(stage string, err error) Outcome {
	return Outcome{State: NotSent, Stage: stage, Err: err}
}

// answer reads what the server said to a command before the final dot. Without
// an answer the mail was not sent.
func answer(stage string, err error) Outcome {
	var reply *textproto.Error
	if !errors.As(err, &reply) {
		return notSent(stage, lost(err))
	}
	o := outcomeOf(stage, reply.Code, reply.Msg)
	o.Err = err
	o.Sender = concernsSender(stage, o.Code, o.Enhanced, o.Text)
	switch {
	case reply.Code >= 500 && reply.Code <= 599:
		o.State = Refused
		o.Recipient = concernsRecipient(stage, o.Code, o.Enhanced, o.Text)
	case reply.Code >= 400:
		o.State = Deferred
	default:
		// Neither a refusal nor the answer that was due: the two sides no longer
		// understand each other.
		o.State = NotSent
		o.Err = lost(err)
	}
	return o
}

func outcomeOf(stage string, code int, text string) Outcome {
	enhanced, text := splitEnhanced(text)
	return Outcome{Stage: stage, Code: code, Enhanced: enhanced, Text: text}
}

// enhancedCode is RFC 3463 2, at the beginning of every line of a reply
// (RFC 2034 4).
var enhancedCode = regexp.MustCompile(`(?m)^([245]\.\d{1,3}\.\d{1,3})(?:[ \t]+|$)`)

func splitEnhanced(text string) (enhanced, rest string) {
	if m := enhancedCode.FindStringSubmatch(text); m != nil {
		enhanced = m[1]
	}
	lines := strings.Split(enhancedCode.ReplaceAllString(text, ""), "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return enhanced, strings.Join(lines, " ")
}

// concernsRecipient judges whether a 5xx says that the address takes no mail,
// as against a refusal of us, of the mail's content, or of our pace. Servers
// use 550 and 5.7.1 for anything, so what the text says for sure comes first;
// in doubt it does not concern the recipient, and the owner sees it.
func concernsRecipient(stage string, code int, enhanced, text string) bool {
	if stage != StageRcpt && stage != StageData && stage != StageDot {
		return false
	}
	text = strings.ToLower(text)
	switch {
	case containsAny(text, unknownAddress):
		return true
	case containsAny(text, refusedSender):
		return false
	}
	switch enhanced {
	case "5.1.7", "5.1.8", "5.2.3": // the sender's address, and a mail too long
		return false
	}
	switch {
	case strings.HasPrefix(enhanced, "5.1."), strings.HasPrefix(enhanced, "5.2."):
		return true
	case enhanced != "":
		return false
	}
	return stage == StageRcpt && (code == 550 || code == 551 || code == 553)
}

// concernsSender judges whether a 4xx or 5xx says that the server wants nothing
// of us, now or ever, whoever the mail is for. Before a recipient was named
// that is what any refusal says; later on it is what quotas (421) and policies
// (RFC 3463 3.8, X.7) say, unless their words are about the recipient.
func concernsSender(stage string, code int, enhanced, text string) bool {
	text = strings.ToLower(text)
	switch {
	case code < 400 || code > 599 || stage == StageCheck || stage == StageVeto:
		return false
	case enhanced == "4.3.4" || enhanced == "5.3.4" || enhanced == "5.2.3": // this mail is too long
		return false
	case stage == StageConnect || stage == StageLogin || stage == StageMail:
		return true
	case containsAny(text, unknownAddress) || containsAny(text, greylisted):
		return false
	case enhanced == "5.1.7" || enhanced == "5.1.8" || containsAny(text, tooFast):
		return true
	}
	return code == 421 || len(enhanced) > 3 && enhanced[1:4] == ".7."
}

func containsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// The tables never change at run time.
var unknownAddress = []string{
	"user unknown", "unknown user", "unknown recipient", "unknown address", "unknown mailbox", "recipient unknown", "unknown or illegal alias",
	"no such user", "no such recipient", "no such mailbox", "no such address", "no such person", "no mailbox here", "no mailbox by that name",
	"user does not exist", "mailbox does not exist", "account does not exist", "recipient does not exist", "address does not exist",
	"user doesn't exist", "mailbox doesn't exist", "account that you tried to reach does not exist",
	"user not found", "recipient not found", "mailbox not found", "address not found", "recipientnotfound", "invalid recipient", "invalid mailbox", "invalid address",
	"not a valid mailbox", "not a known user", "is not a valid user", "account is disabled", "account disabled", "account has been disabled", "mailbox disabled", "mailbox is disabled", "account is inactive", "mailbox is inactive",
	"undeliverable address", "recipient address rejected: access denied", "no longer valid", "does not have an account", "doesn't have an account", "no account by that name",
}

var refusedSender = []string{
	"spam", "blacklist", "blocklist", "block list", "blocked", "black list", "listed", "reputation", "policy", "dmarc", "spf", "dkim", "rate", "too many", "limit", "relay", "authenticat", "not authorized", "not permitted", "not allowed", "sender", "rbl", "dnsbl", "banned", "virus", "content", "rcpthosts", "ptr", "reverse dns", "helo", "ehlo", "suspicious", "greylist",
}

// greylisted is how a server has a mail to somebody new come again.
var greylisted = []string{"greylist", "graylist", "grey-list", "gray-list"}

var tooFast = []string{
	"sending quota", "sending limit", "sending rate", "daily quota", "daily limit", "daily user sending", "hourly limit", "hourly quota", "rate limit", "ratelimit", "rate-limit", "message limit", "outgoing limit",
	"too many messages", "too many mails", "too many emails", "too many recipients this", "limit on the number of allowed outgoing messages", "exceeded the maximum number of messages",
}
