package replies

import (
	"net/mail"
	"slices"
	"testing"
)

// TestRefusedMailbox holds that who only gives up a mailbox isn't left alone: the one
// to write to stands beside it.
func TestRefusedMailbox(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		text, contact string
		want          Intent // of the rules
	}{
		{"Please stop writing to info@miller.example, nobody reads it. It's buying@miller.example you want.", "buying@miller.example", IntentReferral},
		{"Don't email info@ again. The buyer is at buying@miller.example.", "buying@miller.example", IntentReferral},
		{"Schreiben Sie nicht mehr an info@, das liest keiner. Richtig ist einkauf@miller.example.", "einkauf@miller.example", IntentReferral},
		{"Non scriva più a info@, non lo legge nessuno. L'indirizzo giusto è acquisti@miller.example", "acquisti@miller.example", IntentReferral},
		{"Please stop writing to me. Complaints about you go to legal@miller.example.", "legal@miller.example", IntentOptOut},
		{"Stop writing to joe@miller.example. Our lawyer is law@lawyers.example.", "law@lawyers.example", IntentOptOut},
		{"Please remove info@miller.example from your list.", "info@miller.example", IntentOptOut},
	} {
		in := &input{NewText: tt.text, Received: wednesday(0), Kind: KindReply, Header: Header{From: []mail.Address{{Address: "joe@miller.example"}}}}
		a := argue(in, tt.text)
		if got := a.decide().Intent; got != tt.want {
			t.Errorf("%q: %s, want %s", tt.text, got, tt.want)
		}
		if a.contact == nil || a.contact.Email != tt.contact {
			t.Errorf("%q: contact %v, want %s", tt.text, a.contact, tt.contact)
		}
	}
}

// TestHeldWithAReason holds that a day that is taken back, or said no to, is held by the
// rule that saw it, and suppresses nobody.
func TestHeldWithAReason(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ text, rule string }{
		{"Write to me again on 14 September. Actually don't.", "unclear.day-taken-back"},
		{"Nicht im Juni, nicht im Juli.", "unclear.times-refused"},
		{"Not this month and not next month.", "unclear.times-refused"},
	} {
		in := &input{NewText: tt.text, Received: wednesday(0), Kind: KindReply}
		got := argue(in, tt.text).verdict()
		if got.Intent != IntentUnclear || slices.Contains(got.Others, IntentOptOut) || got.Evidence[0].Rule != tt.rule {
			t.Errorf("%q: %s beside %v by %v, want unclear by %s", tt.text, got.Intent, got.Others, got.Evidence, tt.rule)
		}
	}
}

// TestDoubtfulDemands holds that what isn't sure to be a demand, or a later day, is
// shown to the owner.
func TestDoubtfulDemands(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Don't stop sending these, I love them",
		"Please don't check back. Not next quarter, not next year.",
		"We're in the middle of an audit. Write to me again on 14 September.\n\nP.S. On second thoughts, please stop writing to me altogether.",
		"We're in the middle of an audit. Write to me again on 14 September. Actually don't.",
		"Write to me again on 14 September. Scratch that, never mind.",
		"Write to me again on 14 September. Please delete my data by 31 March.",
		"Melden Sie sich am 14. September wieder. Ach nein, doch lieber nicht.",
		"Wir stecken mitten im Umzug, melden Sie sich am 14. September wieder.\n\nNein, streichen Sie mich doch lieber von der Liste.",
	} {
		in := &input{NewText: text, Received: wednesday(0), Kind: KindReply}
		if got := argue(in, text).verdict().Intent; got == IntentLater || got == IntentNotInterested {
			t.Errorf("%q: %s, which nobody looks at", text, got)
		}
	}
}
