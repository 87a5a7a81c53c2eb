package replies_test

import (
	"testing"

	"followupd/internal/replies"
)

// TestDemandBelowTheQuote holds that no mail follows where a firm bids not to be written
// to below all that is quoted, though it may be a rule of the house.
func TestDemandBelowTheQuote(t *testing.T) {
	t.Parallel()
	for text, below := range map[string]string{
		"Please write to me again on 8 October.":        "Please note that we do not accept unsolicited mails.",
		"Bitte schreiben Sie mir am 8. Oktober wieder.": "Werbung per E-Mail ist bei uns unerwünscht.",
	} {
		raw := "From: Joe Miller <joe@miller.example>\r\nTo: Ana Lima <ana@lima.example>\r\nSubject: Re: Calls\r\nDate: Tue, 3 Mar 2026 11:00:00 +0000\r\nMessage-ID: <1@miller.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" +
			text + "\r\n\r\nJoe Miller\r\n\r\nOn Tue, 3 Mar 2026 at 10:00, Ana Lima <ana@lima.example> wrote:\r\n> Hi Joe, shall we talk?\r\n> Ana\r\n\r\n" + below + "\r\n"
		if got := replies.Read([]byte(raw), replies.Context{}); got.Action != replies.ActionHold && got.Action != replies.ActionSuppress {
			t.Errorf("%q, and below the quote %q: %s (%v)", text, below, got.Action, got.Evidence)
		}
	}
}

func TestDemandBelowTheName(t *testing.T) {
	t.Parallel()
	const (
		later   = "Hi Ana,\r\n\r\nback from holiday on 5 May, write to me then.\r\n\r\nBest regards,\r\nJoe Miller\r\nMiller Ltd\r\n+44 20 7946 0000\r\n\r\n"
		refuses = "Hi Ana,\r\n\r\nnot interested, we have a supplier.\r\n\r\nJoe Miller\r\nHead of Purchasing | Miller Ltd\r\n\r\n"
		asks    = "Hi Ana,\r\n\r\nwhat would it cost for 40 seats?\r\n\r\nJoe Miller\r\nHead of Purchasing | Miller Ltd\r\n\r\n"
	)
	for _, tt := range []struct {
		text, below string
		want        replies.Intent
	}{
		{later, "Please remove this address from your list.", replies.IntentUnclear},
		{later, "Do not email again.", replies.IntentUnclear},
		{later, "Keine weiteren E-Mails mehr.", replies.IntentUnclear},
		{refuses, "Please remove this address from your list.", replies.IntentOptOut},
		{refuses, "Please do not send any more mails to this mailbox.", replies.IntentOptOut},
		{asks, "Please remove this address from your list.", replies.IntentInterested}, // the owner looks at it anyway
		{asks, "And please never mail me again.", replies.IntentUnclear},
		{later, "PS: take me off your list after all.", replies.IntentUnclear},
		{refuses, "This email is confidential.\r\nPlease delete my address.", replies.IntentOptOut},

		{later, "", replies.IntentLater},
		{later, "Unsubscribe | Manage preferences", replies.IntentLater},
		{later, "\"Never give up on what you cannot stop thinking of.\"", replies.IntentLater},
		{refuses, "Please update your records: we are called Miller Sons Ltd now.", replies.IntentNotInterested},
		{later, "If you are not the intended recipient, please delete this email and do not copy it.", replies.IntentLater},
		{later, "To unsubscribe from our newsletter, click here: https://miller.example/off", replies.IntentLater},
		{later, "You get this newsletter as a customer of Miller Ltd. Please remove me from this list.", replies.IntentLater},
		{later, "If you no longer wish to hear from us, reply with \"stop\" and we take you off our list.", replies.IntentLater},
		{later, "Informationen zum Datenschutz und zu Ihrem Widerspruchsrecht finden Sie auf unserer Internetseite.", replies.IntentLater},
		{later, "You may object to the use of your data or ask us to delete it at any time.", replies.IntentLater},
		{later, "Please see our website for our privacy policy and how to withdraw consent.", replies.IntentLater},
		{later, "Please do not print this email.", replies.IntentLater},
		{refuses, "Please don't reply to this address.", replies.IntentNotInterested},
	} {
		raw := "From: Joe Miller <joe@miller.example>\r\nTo: Ana Lima <ana@lima.example>\r\nSubject: Re: Calls\r\nDate: Tue, 3 Mar 2026 11:00:00 +0000\r\nMessage-ID: <1@miller.example>\r\nIn-Reply-To: <1@lima.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" +
			tt.text + tt.below + "\r\n\r\nOn Tue, 3 Mar 2026 at 10:00, Ana Lima <ana@lima.example> wrote:\r\n> Hi Joe, shall we talk?\r\n> Ana\r\n"
		if got := replies.Read([]byte(raw), replies.Context{}); got.Intent != tt.want {
			t.Errorf("%q below a name: %s, want %s (%v)", tt.below, got.Intent, tt.want, got.Evidence)
		}
	}
}

// TestFooterSuppressesNobody reads a refusal above a footer whose words the models take
// for a wish to get no more mail.
func TestFooterSuppressesNobody(t *testing.T) {
	t.Parallel()
	raw := "From: Opal Drummond <opal@drummondquilts.example>\r\nTo: Ana Lima <ana@lima.example>\r\nSubject: Re: Bolts\r\nDate: Tue, 3 Mar 2026 11:00:00 +0000\r\nMessage-ID: <1@drummondquilts.example>\r\nIn-Reply-To: <1@lima.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" +
		"I signed with TagBarn in July and I'm happy as a clam.\r\n\r\nOpal Drummond\r\nDrummond Quilts - classes, kits, longarm\r\nNo cutting after 4:45. Sale emails? Unsubscribe at the register.\r\n"
	if got := replies.Read([]byte(raw), replies.Context{}); got.Intent != replies.IntentNotInterested {
		t.Errorf("read as %s (%v)", got.Intent, got.Evidence)
	}
}
