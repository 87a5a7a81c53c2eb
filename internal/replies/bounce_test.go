package replies_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"followupd/internal/replies"
)

// TestBounces holds reports by RFC 3464 and in the words of several servers.
func TestBounces(t *testing.T) {
	t.Parallel()
	const returned = "\n--- Below this line is a copy of the message.\n\nReturn-Path: <ana@lima.example>\nMessage-ID: <17@lima.example>\nReferences: <16@lima.example> <token@followup.example>\nFrom: Ana Lima <ana@lima.example>\nTo: dana@kestrel.example\nSubject: Calls\n\nHi Dana\n"
	plain := func(from, subject, body string) string {
		return "Return-Path: <>\nFrom: " + from + "\nTo: ana@lima.example\nSubject: " + subject + "\n\n" + body
	}
	dsn := func(fields string) string {
		return "From: Mail Delivery System <MAILER-DAEMON@lima.example>\nTo: ana@lima.example\nSubject: Undelivered Mail Returned to Sender\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nYour message could not be delivered.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.lima.example\n\n" + fields + "\n\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <17@lima.example>\nReferences: <16@lima.example>\nX-Followupd-ID: abc123\nFrom: ana@lima.example\nTo: dana@kestrel.example\nSubject: Calls\n\nHi Dana\n--b--\n"
	}
	tests := []struct {
		name      string
		raw       string
		recipient string
		status    string
		permanent bool
		delayed   bool
		reason    replies.BounceReason
		action    replies.Action
	}{
		{"RFC 3464", dsn("Final-Recipient: rfc822; dana@kestrel.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <dana@kestrel.example>: Recipient address rejected: User unknown"), "dana@kestrel.example", "5.1.1", true, false, replies.BounceNoSuchUser, replies.ActionStop},
		{"another address failed", dsn("Original-Recipient: rfc822;dana@kestrel.example\nFinal-Recipient: rfc822;d.voss@inner.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such user"), "d.voss@inner.example", "5.1.1", true, false, replies.BounceNoSuchUser, replies.ActionStop},
		{"full", dsn("Final-Recipient: rfc822; dana@kestrel.example\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 5.2.2 Over quota"), "dana@kestrel.example", "5.2.2", false, false, replies.BounceMailboxFull, replies.ActionWait},
		{"delayed", dsn("Final-Recipient: rfc822; dana@kestrel.example\nAction: delayed\nStatus: 4.4.1\nDiagnostic-Code: smtp; connect to mx.kestrel.example: Connection timed out"), "dana@kestrel.example", "4.4.1", false, true, replies.BounceNetwork, replies.ActionWait},
		{"spam", dsn("Final-Recipient: rfc822; dana@kestrel.example\nAction: failed\nStatus: 5.7.1\nDiagnostic-Code: smtp; 554 5.7.1 Message identified as spam"), "dana@kestrel.example", "5.7.1", false, false, replies.BounceSpam, replies.ActionWait},
		{"listed", dsn("Final-Recipient: rfc822; dana@kestrel.example\nAction: failed\nStatus: 5.7.1\nDiagnostic-Code: smtp; 554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org"), "dana@kestrel.example", "5.7.1", false, false, replies.BounceBlocklisted, replies.ActionWait},
		{"dmarc", dsn("Final-Recipient: rfc822; dana@kestrel.example\nAction: failed\nStatus: 5.7.26\nDiagnostic-Code: smtp; 550 5.7.26 Unauthenticated email from lima.example is not accepted due to domain's DMARC policy"), "dana@kestrel.example", "5.7.26", false, false, replies.BounceAuth, replies.ActionWait},
		{"relaying", dsn("Final-Recipient: rfc822; dana@kestrel.example\nAction: failed\nStatus: 5.7.1\nDiagnostic-Code: smtp; 554 5.7.1 Relay access denied"), "dana@kestrel.example", "5.7.1", false, false, replies.BounceRelaying, replies.ActionWait},
		{"size", dsn("Final-Recipient: rfc822; dana@kestrel.example\nAction: failed\nStatus: 5.3.4\nDiagnostic-Code: smtp; 552 5.3.4 Message size exceeds fixed limit"), "dana@kestrel.example", "5.3.4", false, false, replies.BounceTooLarge, replies.ActionWait},
		{"domain", dsn("Final-Recipient: rfc822; dana@kestrel.example\nAction: failed\nStatus: 5.4.4\nDiagnostic-Code: X-Postfix; Host or domain name not found. Name service error for name=kestrel.example type=A: Host not found"), "dana@kestrel.example", "5.4.4", true, false, replies.BounceDomainDead, replies.ActionStop},
		{"greylisted", dsn("Final-Recipient: rfc822; dana@kestrel.example\nAction: failed\nStatus: 4.2.0\nDiagnostic-Code: smtp; 450 4.2.0 Greylisted, see http://postgrey.example"), "dana@kestrel.example", "4.2.0", false, false, replies.BounceGreylisted, replies.ActionWait},
		{"qmail", plain("MAILER-DAEMON@lima.example", "failure notice", "Hi. This is the qmail-send program at lima.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<dana@kestrel.example>:\n192.0.2.9 does not like recipient.\nRemote host said: 550 5.1.1 No such user\nGiving up on 192.0.2.9.\n"+returned), "dana@kestrel.example", "5.1.1", true, false, replies.BounceNoSuchUser, replies.ActionStop},
		{"exim", plain("Mail Delivery System <Mailer-Daemon@lima.example>", "Mail delivery failed: returning message to sender", "This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  dana@kestrel.example\n    host mx.kestrel.example [192.0.2.9]\n    SMTP error from remote mail server after RCPT TO:<dana@kestrel.example>:\n    550 unknown user\n\n------ This is a copy of the message, including all the headers. ------\n\nReturn-path: <ana@lima.example>\nMessage-ID: <17@lima.example>\nFrom: ana@lima.example\nTo: dana@kestrel.example\nReferences: <16@lima.example>\n\nHi"), "dana@kestrel.example", "", true, false, replies.BounceNoSuchUser, replies.ActionStop},
		{"exim warning", plain("Mail Delivery System <Mailer-Daemon@lima.example>", "Warning: message 1abc delayed 24 hours", "This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue.\n\n  dana@kestrel.example\n    Delay reason: Connection timed out\n\nNo action is required on your part. Delivery attempts will continue for\nsome time.\n"), "dana@kestrel.example", "", false, true, replies.BounceNetwork, replies.ActionWait},
		{"exchange", plain("System Administrator <postmaster@kestrel.example>", "Undeliverable: Calls", "Your message\n\n  To:      dana@kestrel.example\n  Subject: Calls\n\ndid not reach the following recipient(s):\n\ndana@kestrel.example on Tue, 3 Mar 2026 10:00:00 +0100\n    The recipient name is not recognized\n"), "dana@kestrel.example", "", true, false, replies.BounceNoSuchUser, replies.ActionStop},
		{"domino", plain("Postmaster@kestrel.example", "DELIVERY FAILURE: User dana (dana@kestrel.example) not listed in Domino Directory", "Your message\n\n  Subject: Calls\n\nwas not delivered to:\n\n  dana@kestrel.example\n\nbecause:\n\n  User dana (dana@kestrel.example) not listed in Domino Directory\n"), "dana@kestrel.example", "", true, false, replies.BounceNoSuchUser, replies.ActionStop},
		{"gmail", plain("Mail Delivery Subsystem <mailer-daemon@googlemail.com>", "Delivery Status Notification (Failure)", "** Address not found **\n\nYour message wasn't delivered to dana@kestrel.example because the address couldn't be found, or is unable to receive mail.\n\nThe response was:\n\n550 5.1.1 The email account that you tried to reach does not exist.\n"), "dana@kestrel.example", "5.1.1", true, false, replies.BounceNoSuchUser, replies.ActionStop},
		{"free words", plain("postmaster@kestrel.example", "Returned mail", "Unable to deliver message to: <dana@kestrel.example>\nmailbox is full\n"), "dana@kestrel.example", "", false, false, replies.BounceMailboxFull, replies.ActionWait},
		{"SES notice", "From: no-reply@sns.example\nTo: ana@lima.example\nSubject: AWS Notification Message\n\n{\"notificationType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Permanent\",\"bouncedRecipients\":[{\"emailAddress\":\"dana@kestrel.example\",\"status\":\"5.1.1\",\"diagnosticCode\":\"smtp; 550 5.1.1 user unknown\"}]},\"mail\":{\"headers\":[{\"name\":\"Message-ID\",\"value\":\"<17@lima.example>\"}]}}\n\n--\nTo stop, click here\n", "dana@kestrel.example", "5.1.1", true, false, replies.BounceNoSuchUser, replies.ActionStop},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := replies.Read([]byte(tt.raw), replies.Context{Own: []string{"ana@lima.example"}})
			if r.Kind != replies.KindBounce || r.Intent != replies.IntentBounce {
				t.Fatalf("%s with intent %q, want a bounce; evidence %v", r.Kind, r.Intent, r.Evidence)
			}
			if len(r.Bounces) != 1 {
				t.Fatalf("%d recipients %v, want one", len(r.Bounces), r.Bounces)
			}
			b := r.Bounces[0]
			if b.Recipient != tt.recipient || b.Status != tt.status || b.Permanent != tt.permanent || b.Delayed != tt.delayed || b.Reason != tt.reason {
				t.Errorf("got %+v", b)
			}
			if r.Action != tt.action {
				t.Errorf("action %q, want %q", r.Action, tt.action)
			}
		})
	}
}

// TestBounceIDs holds that a report gives what the original is matched by.
func TestBounceIDs(t *testing.T) {
	t.Parallel()
	const raw = "From: MAILER-DAEMON@lima.example\nTo: ana@lima.example\nSubject: failure notice\n\nI wasn't able to deliver your message.\n\n<dana@kestrel.example>:\nno such user, ask help@kestrel.example\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <ana@lima.example>\nMessage-ID: <17@lima.example>\nReferences: <16@lima.example>\n <token@followup.example>\nX-Followupd-ID: abc123\nFrom: ana@lima.example\nTo: dana@kestrel.example\n\nHi\n"
	h := replies.Read([]byte(raw), replies.Context{}).Header
	if got := strings.Join(h.OriginalIDs, " "); got != "17@lima.example" {
		t.Errorf("original ids %q", got)
	}
	if got := strings.Join(h.ReportedReferences, " "); got != "16@lima.example token@followup.example abc123" {
		t.Errorf("reported references %q", got)
	}
	if got := strings.Join(h.Mentioned, " "); !strings.Contains(got, "dana@kestrel.example") || !strings.Contains(got, "help@kestrel.example") {
		t.Errorf("mentioned %q", got)
	}
}

// TestReportsOfAnotherKind holds what is no bounce although it is a report.
func TestReportsOfAnotherKind(t *testing.T) {
	t.Parallel()
	report := func(kind, media, fields string) string {
		return "From: x@kestrel.example\nTo: ana@lima.example\nSubject: A report\nContent-Type: multipart/report; report-type=" + kind + "; boundary=b\n\n--b\n\nAn account of it.\n\n--b\nContent-Type: " + media + "\n\n" + fields + "\n\n--b--\n"
	}
	tests := []struct {
		name   string
		raw    string
		kind   replies.Kind
		intent replies.Intent
		action replies.Action
	}{
		{"abuse", report("feedback-report", "message/feedback-report", "Feedback-Type: abuse\nVersion: 1\nOriginal-Rcpt-To: dana@kestrel.example"), "complaint", replies.IntentOptOut, replies.ActionSuppress},
		{"authentication", report("feedback-report", "message/feedback-report", "Feedback-Type: auth-failure"), "other", "", replies.ActionNone},
		{"delivered", report("delivery-status", "message/delivery-status", "Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822; dana@kestrel.example\nAction: delivered\nStatus: 2.0.0"), "other", "", replies.ActionNone},
		{"read", report("disposition-notification", "message/disposition-notification", "Disposition: manual-action/MDN-sent-manually; displayed"), "auto_reply", replies.IntentAutoReply, replies.ActionNone},
		{"a person about a bounce", "From: Dana <dana@kestrel.example>\nTo: ana@lima.example\nSubject: Re: Undeliverable: Calls\n\nYour mail could not be delivered to Bo, he has a new address.\n\n> 550 user unknown\n", "reply", replies.IntentUnclear, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := replies.Read([]byte(tt.raw), replies.Context{})
			if r.Kind != tt.kind || tt.kind != "reply" && (r.Intent != tt.intent || r.Action != tt.action) {
				t.Errorf("%s, intent %q, action %q, want %s, %q, %q", r.Kind, r.Intent, r.Action, tt.kind, tt.intent, tt.action)
			}
		})
	}
}

// corpusBounce is one line of the bounces' expected.jsonl.
type corpusBounce struct {
	File    string `json:"file"`
	Results []struct {
		Recipient string `json:"recipient"`
		Strict    string `json:"strict"`
	} `json:"results"`
}

// TestBounceCorpus reads real reports and holds the shares that are right.
func TestBounceCorpus(t *testing.T) {
	t.Parallel()
	dir := shared(t, "corpora", "bounces")
	var kinds, permanent, recipient share
	eachLine(t, filepath.Join(dir, "expected.jsonl"), func(e corpusBounce) {
		raw, err := os.ReadFile(filepath.Join(dir, e.File))
		if err != nil {
			t.Fatal(err)
		}
		r := replies.Read(raw, replies.Context{})
		for _, want := range e.Results {
			kind := map[string]replies.Kind{"vacation": "auto_reply", "feedback": "complaint", "delivered": "other"}[want.Strict]
			if kind == "" {
				kind = replies.KindBounce
			}
			kinds.count(r.Kind == kind)
			if r.Kind != replies.KindBounce {
				continue
			}
			b, found := findBounce(r.Bounces, want.Recipient)
			recipient.count(found)
			switch want.Strict {
			case "hard", "soft", "delayed":
				permanent.count(b.Permanent == (want.Strict == "hard"))
			}
		}
	})
	kinds.atLeast(t, "kinds", 0.995)
	permanent.atLeast(t, "permanent or not", 0.98)
	recipient.atLeast(t, "recipients", 0.985)
}

func findBounce(list []replies.Bounce, address string) (replies.Bounce, bool) {
	for _, b := range list {
		if strings.EqualFold(b.Recipient, address) {
			return b, true
		}
	}
	if len(list) > 0 {
		return list[0], false
	}
	return replies.Bounce{}, false
}

// share counts how many of some are right.
type share struct{ right, all int }

func (s *share) count(right bool) {
	s.all++
	if right {
		s.right++
	}
}

func (s *share) atLeast(t *testing.T, what string, floor float64) {
	t.Helper()
	got := float64(s.right) / float64(max(1, s.all))
	t.Logf("%s: %d of %d right (%.1f %%)", what, s.right, s.all, 100*got)
	if got < floor {
		t.Errorf("%s: %.3f right, want at least %.3f", what, got, floor)
	}
}

// eachLine calls f with every line of a JSONL file.
func eachLine[T any](t testing.TB, path string, f func(T)) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		f(v)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

// TestBounceSuccessor reads reports that name somebody to write to instead: the mail
// didn't fail to reach them.
func TestBounceSuccessor(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Your message to a.oak@hay.example could not be delivered, the account is closed. Please write to b.elm@hay.example instead.",
		"Your message to a.oak@hay.example was not delivered: the mailbox no longer exists. Now write to <b.elm@hay.example>.",
		"a.oak@hay.example 宛のメールはお届けできませんでした。該当するアドレスはありません。b.elm@hay.example までご連絡ください。",
	} {
		raw := "Return-Path: <>\nFrom: Mail Robot <robot@hay.example>\nTo: ana@lima.example\nSubject: Undelivered\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n"
		r := replies.Read([]byte(raw), replies.Context{Own: []string{"ana@lima.example"}})
		if len(r.Bounces) != 1 || r.Bounces[0].Recipient != "a.oak@hay.example" {
			t.Errorf("%s: %s %+v, want one bounce of a.oak", text, r.Kind, r.Bounces)
		}
	}
}
