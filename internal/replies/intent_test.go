package replies

import (
	"slices"
	"strings"
	"testing"
)

// reading reads a plain reply that arrived on a Wednesday in March.
func reading(text, ours string) verdict {
	return readIntent(&input{NewText: text, Context: Context{Sent: ours}, Subject: "Re: a question", Received: wednesday(0), Kind: KindReply})
}

func TestReadIntent(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		want       Intent
	}{
		{"opt-out, one word", "STOP", IntentOptOut},
		{"opt-out, one German word", "abmelden", IntentOptOut},
		{"opt-out, typo", "unsubcribe pls", IntentOptOut},
		{"opt-out, polite", "I should be grateful if you would remove the school's details from your records.", IntentOptOut},
		{"opt-out, indirect", "How did you get my address? Delete it.", IntentOptOut},
		{"opt-out, furious", "GET ME OFF THIS THING or I report you", IntentOptOut},
		{"opt-out, legal", "I object to any further processing of my data for direct marketing under Article 21 GDPR.", IntentOptOut},
		{"opt-out, spam", "I'm going to report this as spam.", IntentOptOut},
		{"opt-out beats interest", "Nice product, what does it cost? Anyway, take me off your list.", IntentOptOut},
		{"opt-out in French", "Retirez moi de votre liste svp", IntentOptOut},
		{"opt-out in Spanish", "le pido que no me escriba más", IntentOptOut},
		{"opt-out in Italian", "Vi prego di non scrivermi più.", IntentOptOut},
		{"opt-out in Portuguese", "Me tire dessa lista.", IntentOptOut},
		{"opt-out in Dutch", "Stuur me geen mails meer.", IntentOptOut},
		{"opt-out in Polish", "Proszę mnie wypisać z listy.", IntentOptOut},
		{"opt-out in Swedish", "Ta bort mig från listan tack.", IntentOptOut},
		{"opt-out in Danish", "Fjern mig fra jeres liste.", IntentOptOut},
		{"opt-out in Norwegian", "Fjern meg fra listen.", IntentOptOut},
		{"opt-out in Finnish", "Poistakaa minut listaltanne.", IntentOptOut},
		{"opt-out in Czech", "Odhlaste mě prosím.", IntentOptOut},
		{"opt-out in Turkish", "Beni listeden çıkarın.", IntentOptOut},
		{"opt-out in Japanese", "配信停止をお願いします。", IntentOptOut},

		{"look-alike: rates", "Our unsubscribe rate doubled last month. What would you charge to look at it?", IntentInterested},
		{"look-alike: stop by", "Stop by on Wednesday at 10, I'll show you round.", IntentMeeting},
		{"look-alike: please don't stop", "No no, please don't stop! We do want this. Can you send the agreement?", IntentInterested},
		{"look-alike: another vendor", "Sure - how do I unsubscribe from my current vendor? Let's do a call.", IntentMeeting},
		{"look-alike: the quote", "Please remove the third item from the quote and send it again.", IntentInterested},
		{"look-alike: the paid list", "Take me off the trial list and onto the paid one. Where do I sign?", IntentInterested},

		{"a no behind courtesy", "Thank you very much for the demonstration. After careful thought we have decided not to take this any further.", IntentNotInterested},
		{"a yes behind a no", "I wouldn't say no to a proposal.", IntentInterested},
		{"no, then a price", "There's officially no budget left. That said, what would 40 seats be, per month or per year?", IntentInterested},
		{"plain no", "Not interested, thanks.", IntentNotInterested},
		{"has a supplier", "Wir haben uns für einen anderen Anbieter entschieden.", IntentNotInterested},
		{"refused demo", "I'm not interested in a demo.", IntentNotInterested},

		{"call tomorrow", "Call me tomorrow after 3", IntentMeeting},
		{"call in a month", "Call me in a month.", IntentLater},
		{"was away", "Sorry for the slow reply, I was out of the office last week. Yes, Thursday 3pm works.", IntentMeeting},
		{"other slot", "Can't do Wednesday. Could do Friday any time before noon.", IntentMeeting},
		{"German call", "Donnerstag 10 Uhr passt. Bitte Teams-Link an mich.", IntentMeeting},
		{"French visit", "Passez donc au domaine jeudi vers 14h.", IntentMeeting},

		{"price", "how much", IntentInterested},
		{"German quote", "Bitte übermitteln Sie uns ein unverbindliches Angebot.", IntentInterested},
		{"numbers and trouble", "3 sheds, 140 seasonal people, and each keeps her own notebook. Last June we paid 2,100 hours of overtime.", IntentInterested},

		{"who are you", "Sorry, what is it you actually do?", IntentQuestion},
		{"source alone is a question", "Who gave you my name?", IntentQuestion},
		{"Spanish objection", "Pero eso ya lo hace nuestro ERP. ¿Qué aportáis vosotros que no haga él?", IntentQuestion},

		{"not now, a date", "Not now, circle back in September.", IntentLater},
		{"not before", "please don't take me off the list. But not before 15 October if you'd be so kind.", IntentLater},
		{"quiet until then", "Please take me off your list until the beginning of August. After that put me back on.", IntentLater},

		{"named colleague", "You want Dana Kubiak in purchasing, dana@mills.example.", IntentReferral},
		{"wrong person", "I'm not in accounting anymore and I couldn't tell you who has it now.", IntentWrongPerson},
		{"German wrong person", "Da haben Sie den Falschen erwischt.", IntentWrongPerson},
		{"thanks", "Thanks!", IntentUnclear},
		{"nothing", "", IntentUnclear},
		{"received", "Erhalten.", IntentUnclear},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := reading(tt.text, "")
			if got.Intent != tt.want {
				t.Errorf("%q read as %s by %v, want %s", tt.text, got.Intent, got.Evidence, tt.want)
			}
			for _, e := range got.Evidence {
				if e.Rule == "" || len(e.Text) > 200 {
					t.Errorf("evidence %+v wants a name and at most 200 bytes", e)
				}
			}
		})
	}
}

func TestReadIntentInContext(t *testing.T) {
	t.Parallel()
	digits := "Just answer with one digit:\n\n1 - show me a price\n2 - ask again in the fall\n3 - take me off your list"
	footer := "\n\nNot for you? Reply \"unsubscribe\" and I will take you off my list."
	closing := "Shall I close the file? A yes or a no is enough, and both are welcome." + footer
	for _, tt := range []struct {
		name, text, ours string
		want             Intent
	}{
		{"accepted time", "yep works", "does tomorrow, Friday, at 12:15 suit you for the call?" + footer, IntentMeeting},
		{"accepted offer", "Yes please", "I've written one page on this. Shall I send it?" + footer, IntentInterested},
		{"yes, do stop", "Yes.", "I don't want to be a nuisance. Shall I stop writing to you?", IntentOptOut},
		{"yes, close it", "Yes.", closing, IntentNotInterested},
		{"yes please, close it", "Yes, please do.", closing, IntentNotInterested},
		{"yes, close it, in words", "Yes, close it please.", closing, IntentNotInterested},
		{"no, don't close it", "No", closing, IntentUnclear},
		{"no, keep it open", "No, please keep it open for now.", closing, IntentUnclear},
		{"no, but interested", "No, don't close it, we are still interested.", closing, IntentInterested},
		{"Ja, die Akte", "Ja gerne", "Soll ich die Akte schließen?" + footer, IntentNotInterested},
		{"Nein, die Akte", "Nein, bitte nicht schließen.", "Soll ich die Akte schließen?" + footer, IntentUnclear},
		{"close it and leave me be", "Yes, and take me off your list.", closing, IntentOptOut},
		{"yes, and a time", "Yes, but call me on Tuesday at 10 first.", closing, IntentMeeting},
		{"digit for an opt-out", "3", digits, IntentOptOut},
		{"digit for interest", "1", digits, IntentInterested},
		{"digit without a list", "3", "How are you?", IntentUnclear},
		{"our footer is not their words", "Ok", "Do late quotes cost you orders?" + footer, IntentUnclear},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := reading(tt.text, tt.ours); got.Intent != tt.want {
				t.Errorf("%q read as %s by %v, want %s", tt.text, got.Intent, got.Evidence, tt.want)
			}
		})
	}
}

func TestReadIntentSubjectAlone(t *testing.T) {
	t.Parallel()
	for subject, want := range map[string]Intent{"UNSUBSCRIBE": IntentOptOut, "Re: Unsubscribe": IntentOptOut, "Re: Your pipes": IntentUnclear} {
		if got := readIntent(&input{Subject: subject, Received: wednesday(0), Kind: KindReply}); got.Intent != want {
			t.Errorf("%q read as %s, want %s", subject, got.Intent, want)
		}
	}
}

func TestReadIntentCalendar(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		c          calendar
		want       Intent
	}{
		{"accepted", "Rosa has accepted this invitation.", calendar{Method: "REPLY", PartStat: "ACCEPTED"}, IntentMeeting},
		{"countered", "", calendar{Method: "COUNTER"}, IntentMeeting},
		{"declined", "", calendar{Method: "REPLY", PartStat: "DECLINED"}, IntentUnclear},
		{"declined with an opt-out", "Please stop emailing me.", calendar{Method: "REPLY", PartStat: "DECLINED"}, IntentOptOut},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := readIntent(&input{NewText: tt.text, Calendar: &tt.c, Received: wednesday(0), Kind: KindReply})
			if got.Intent != tt.want {
				t.Errorf("read as %s, want %s", got.Intent, tt.want)
			}
		})
	}
}

// Only a deferral whose date stands in the text, with nothing else in the mail,
// may let a sequence go on.
func TestLaterMustBeEarned(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		certain    bool
	}{
		{"stated date, nothing else", "Please come back to me in the first week of November.", true},
		{"implied date", "Try me again after the summer.", false},
		{"no date", "Once it's settled it would be worth asking again.", false},
		{"with a question", "What does it do exactly? Anyway, come back to me on 3 November.", false},
		{"with a refusal", "We don't need it. Come back to me on 3 November if you must.", false},
		{"we will call you", "We will call you if we ever need it.", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			v := reading(tt.text, "")
			certain := v.Intent == IntentLater && v.Confidence >= CertainAt
			if certain != tt.certain {
				t.Errorf("%q: %s at %.2f until %v, certain %v, want %v", tt.text, v.Intent, v.Confidence, v.Until, certain, tt.certain)
			}
		})
	}
}

func TestReadNotice(t *testing.T) {
	t.Parallel()
	v := readIntent(&input{
		Kind: KindAutoReply, About: AboutAbsence, Received: wednesday(0),
		NewText: "I am on leave until Monday 16 March. Please contact Ruth Adeyemi on ruth@vale.example.",
	})
	if v.Intent != IntentAutoReply || v.Until == nil || v.Until.String() != "2026-03-16" || v.ReferredTo == nil || v.ReferredTo.Email != "ruth@vale.example" {
		t.Errorf("notice read as %+v", v)
	}
	v = readIntent(&input{
		Kind: KindAutoReply, About: AboutLeft, Received: wednesday(0),
		NewText: "Tom has left the company on 1 April 2026. Please remove this address from your mailing list.",
	})
	if v.Until != nil || !slices.Contains(v.Others, IntentOptOut) {
		t.Errorf("notice of one who left: until %v, others %v", v.Until, v.Others)
	}
}

func TestSignals(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		want       []Signal
	}{
		{"next date", "Call me tomorrow at 3.", []Signal{SignalNextDate}},
		{"meeting without a date", "Happy to talk, pick a slot here: https://cal.kestrel.example/dana", []Signal{SignalNextDate}},
		{"meeting today", "Rufen Sie mich jetzt gleich an: 0221 555 0188.", []Signal{SignalNextDate}},
		{"put off until nobody knows when", "Not now. Write again once the dust has settled.", nil},
		{"buying", "What does it cost?", []Signal{SignalBuying}},
		{"offer, in German", "Ja, schicken Sie uns Preise.", []Signal{SignalBuying}},
		{"offer, in Dutch", "Stuur ons alstublieft een voorstel.", []Signal{SignalBuying}},
		{"offer, in Portuguese", "Faça-me chegar uma proposta, por favor.", []Signal{SignalBuying}},
		{"offer, in Spanish", "Hágame llegar una propuesta, por favor.", []Signal{SignalBuying}},
		{"no buying in a plain yes", "Go ahead and send it, please.", nil},
		{"sharing", "We lose two orders a week because our quotes go out late. There are nine of us.", []Signal{SignalShares}},
		{"sharing behind a question", "Was verlangen Sie für 60 Busse? Zwei Ausfälle in einer Woche sind uns zu viel.", []Signal{SignalShares, SignalBuying}},
		{"none", "Thanks!", nil},
		{"no buying in a refusal", "No thanks, the price is too high.", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			v := reading(tt.text, "")
			if !slices.Equal(v.Signals, tt.want) {
				t.Errorf("%q: %v, want %v", tt.text, v.Signals, tt.want)
			}
			for _, s := range v.Signals {
				if !slices.ContainsFunc(v.Evidence, func(e Evidence) bool { return e.Rule == s.Rule() && strings.Contains(tt.text, e.Text) }) {
					t.Errorf("%q: nothing shows %s: %v", tt.text, s, v.Evidence)
				}
			}
		})
	}
}

func TestProposals(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, text, want string }{
		{"afternoon", "Thursday 3pm works.", "2026-03-05 15:00"},
		{"German", "Donnerstag 10 Uhr passt.", "2026-03-05 10:00"},
		{"French", "Passez jeudi vers 14h30.", "2026-03-05 14:30"},
		{"half past in German", "Dienstag um halb acht im Büro", "2026-03-10 07:30"},
		{"Spanish afternoon", "El miércoles 11 a las 5 de la tarde", "2026-03-11 17:00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := reading(tt.text, "").Proposals
			if len(got) == 0 {
				t.Fatalf("%q: no time found", tt.text)
			}
			if at := got[0].At.Format("2006-01-02 15:04"); at != tt.want {
				t.Errorf("%q: %s, want %s", tt.text, at, tt.want)
			}
		})
	}
}

// The same mail is always read the same way.
func TestReadIntentIsPure(t *testing.T) {
	t.Parallel()
	text := "We have 3 sites and lose hours every week. What does it cost? Not before May though, ask Dana Kubiak."
	first := reading(text, "Shall I send it?")
	for range 20 {
		got := reading(text, "Shall I send it?")
		if got.Intent != first.Intent || got.Confidence != first.Confidence || !slices.Equal(got.Evidence, first.Evidence) || !slices.Equal(got.Signals, first.Signals) {
			t.Fatalf("read as %+v, then as %+v", first, got)
		}
	}
}

func TestTrain(t *testing.T) {
	t.Parallel()
	examples := []Example{
		{Text: "purple bananas please", Intent: IntentInterested, Received: wednesday(0)},
		{Text: "green gravel again", Intent: IntentNotInterested, Received: wednesday(0)},
		{Text: "a machine wrote this", Intent: IntentAutoReply, Received: wednesday(0)},
	}
	first, second := Train(examples), Train(examples)
	if string(first) != string(second) {
		t.Error("the same examples gave other weights")
	}
	m := readModel(first, nil, nil)
	if m == nil {
		t.Fatal("weights can't be read")
	}
	a := argue(&input{NewText: "purple bananas", Received: wednesday(0)}, "purple bananas")
	p := m.glance(a.look(false))
	if yes, no := p[slices.Index(modelIntents, IntentInterested)], p[slices.Index(modelIntents, IntentNotInterested)]; yes <= no {
		t.Errorf("bananas are interest by %.2f against %.2f", yes, no)
	}
	if readModel(first[:10], nil, nil) != nil {
		t.Error("a cut file was taken for a model")
	}
	if trained() == nil {
		t.Error("the embedded weights can't be read; make train writes them")
	}
}

func TestModelNeverLetsGoOn(t *testing.T) {
	t.Parallel()
	// A text with a far date and no rule to defer: whatever the model thinks of
	// it, a sequence may not go on.
	for _, text := range []string{"The roof comes off in September.", "November, I suppose.", "Das Dach kommt im September runter."} {
		if v := reading(text, ""); v.Intent == IntentLater && v.Confidence >= CertainAt {
			t.Errorf("%q let a sequence go on by %v", text, v.Evidence)
		}
	}
	if v := reading(strings.Repeat("la ", 5000), ""); v.Intent == IntentLater {
		t.Error("noise was read as later")
	}
}

// Where mail belongs at another address, none is unwanted.
func TestAnotherAddressIsNoOptOut(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Good afternoon, all supplier emails go to supplies@brackwater.example please.",
		"Please send supplier mail to procurement@brackwater.example from now on.",
		"Bitte alle Lieferantenanfragen an einkauf@brackwater.example.",
		"Merci d'adresser vos offres à achats@brackwater.example.",
	} {
		if v := reading(text, "Hi Kim,\n\nwho takes the calls at night?"); v.Intent == IntentOptOut || v.ReferredTo == nil {
			t.Errorf("%q read as %s by %v, naming %v", text, v.Intent, v.Evidence, v.ReferredTo)
		}
	}
}
