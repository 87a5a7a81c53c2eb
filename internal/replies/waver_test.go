package replies

import (
	"testing"
	"time"
)

// What says of itself that it isn't final is held.
func TestWavering(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"We haven't decided yet, but we like it.", "Noch keine Entscheidung, aber es gefällt uns.", "On n'a pas encore tranché, mais ça nous plaît.", "Todavía no lo hemos decidido, pero pinta bien.",
		"Please don't take me off your list, I do read these.",
		"Please don't write to me any more this year. In January you're welcome to.", "Bitte bis Ende Januar keine weiteren Mails.", "Não me escreva mais este ano, em janeiro pode ser.",
		"Thanks for the quote, we are reading it.", "Your proposal came in. Our team will look into it next week.", "Votre devis est bien arrivé, notre équipe l'étudie la semaine prochaine.", "A sua proposta chegou, a equipa está a analisar.",
		"Ihr Angebot ist da, wir sehen es uns in Ruhe an.", "El presupuesto lo está revisando la dirección.", "Il preventivo è sul tavolo del consiglio.", "De offerte is binnen, het bestuur bekijkt hem dinsdag.",
		"You don't need to send any more reminders, I have it on my list and will come back to you by Friday.", "Sie brauchen nicht mehr nachzufassen, ich melde mich nächste Woche bei Ihnen.",
	} {
		if v := reading(text, ""); v.Intent == IntentOptOut || v.Intent == IntentNotInterested {
			t.Errorf("%q read as %s by %v", text, v.Intent, v.Evidence)
		}
	}
	for _, text := range []string{
		"Take me off your list. I'll get back to you in May if I need something.", "Please delete my address this year.", "Unsubscribe. I will call you on Monday if this goes on.",
		"You have written five times this year. Please don't write to me again.", "Bitte keine weiteren Mails, wir melden uns bei Bedarf.",
	} {
		if v := reading(text, ""); v.Intent != IntentOptOut {
			t.Errorf("%q read as %s by %v", text, v.Intent, v.Evidence)
		}
	}
	for _, text := range []string{"We decided against it.", "We're not looking at this any more, we have a supplier.", "No thanks, not for us."} {
		if v := reading(text, ""); v.Intent != IntentNotInterested {
			t.Errorf("%q read as %s by %v", text, v.Intent, v.Evidence)
		}
	}
}

// A day of a month that has just passed is nobody's to guess, and without the day
// on which a mail came nothing is counted from it.
func TestDayJustMissed(t *testing.T) {
	t.Parallel()
	text := "Not now. Please write to me on 3 November."
	a := argue(&input{NewText: text, Received: time.Date(2026, time.November, 11, 10, 0, 0, 0, time.UTC), Kind: KindReply}, text)
	if v := a.verdict(); v.Until == nil || v.Stated {
		t.Errorf("%q: until %v, stated %v", text, v.Until, v.Stated)
	}
	raw := "From: dana@acme.example\r\nSubject: Re: hello\r\n\r\nPlease write to me in two weeks. On Tuesday at 3 we could talk.\r\n"
	if r := Read([]byte(raw), Context{}); r.Until != nil || len(r.Proposals) > 0 {
		t.Errorf("of a mail without a date: until %v, proposals %v", r.Until, r.Proposals)
	}
}

// The words that show a day that was counted begin with what it was counted from.
func TestCountedDayShowsItsBase(t *testing.T) {
	t.Parallel()
	text := "The builders reckon the end of September. Add two weeks and write to me then."
	a := argue(&input{NewText: text, Received: time.Date(2026, time.August, 19, 10, 0, 0, 0, time.UTC), Kind: KindReply}, text)
	day, _, at := a.deferral()
	if day == nil || at.words(a.prose) != "end of September. Add two weeks" {
		t.Errorf("%v by %q", day, at.words(a.prose))
	}
}
