package replies_test

import (
	"bytes"
	"strings"
	"testing"

	"followupd/internal/replies"
)

// notices are machines' answers that no header and no subject gives away.
const notices = `I'm currently out and will respond when I return on Monday.
I am away on business this week with intermittent internet. Expect slow replies.
Thank you for your mail. I'm off on holiday and back at my desk on the 12th.
I'm OOO today, back tomorrow.
I no longer work for Kestrel. For anything about purchasing try Bo Lind.
Hello, I have moved on to a new role. Please send all future correspondence to Bo Lind.
I have left Kestrel. Bo Lind has my desk now.
Dana is no longer here. Try bo@kestrel.example.
This is a courtesy notice that your email has been received. Someone will respond within 2 business days.
We appreciate your interest in Kestrel! A representative will contact you shortly.
Hi there, thanks for dropping us a line! We aim to answer all emails within 24 hours.
Our offices are currently closed for the Easter break. We return on Tuesday 7 April.
I am attending a conference until Thursday and will have limited availability.
I've gone on maternity leave! Bo Lind is looking after my accounts until October.
Please note I'm on study leave until the end of term.
My email address has changed. Please update your records: dana@new.example
This address is not in use any more. Write to sales@kestrel.example instead.
I'm on leave and will be reading mail sporadically.
Ich bin diese Woche auf Geschäftsreise und antworte mit Verzögerung.
Ich bin ab Montag, 9.3. wieder erreichbar.
Guten Tag, ich befinde mich im Urlaub und bin am 9.3. zurück. Vertretung: Bo Lind.
Unser Betrieb macht Sommerpause vom 3. bis 21. August.
Wir haben Betriebsferien bis 9. August.
Vielen Dank für Ihre E-Mail! Wir kümmern uns schnellstmöglich darum.
Ihre Nachricht ist eingegangen und wird bearbeitet.
Diese E-Mail-Adresse ist nicht mehr gültig. Bitte verwenden Sie info@kestrel.example.
Herr Voss ist seit 1. März nicht mehr für uns tätig.
Ich bin nicht mehr bei Kestrel beschäftigt. Wenden Sie sich an Bo Lind.
Ich bin in Mutterschutz, Frau Lind übernimmt.
Je suis actuellement en congés, retour le 9 mars.
Je suis en déplacement cette semaine et consulterai mes mails le soir.
Notre entreprise est fermée jusqu'au 24 août.
Votre message a bien été pris en compte. Nous revenons vers vous rapidement.
Cette boîte mail n'est plus consultée.
Dana Voss n'est plus salariée de Kestrel.
Estoy de vacaciones hasta el 9 de marzo.
Me encuentro de viaje y contestaré con retraso.
Hemos recibido su mensaje y le contestaremos lo antes posible.
Esta cuenta de correo ya no se utiliza.
Dana Voss ya no forma parte del equipo.
Nuestras oficinas permanecerán cerradas del 3 al 21 de agosto.
Sono in ferie fino al 9 marzo.
Sono fuori sede e risponderò appena possibile.
La presente casella non è più attiva.
Abbiamo ricevuto la sua email e risponderemo al più presto.
L'ufficio è chiuso per ferie fino al 24 agosto.
Dana Voss non lavora più presso Kestrel.
Estou de férias até 9 de março, sem acesso a e-mail.
Estou em viagem e responderei assim que possível.
Recebemos sua mensagem e retornaremos em breve.
Nosso escritório estará fechado no carnaval.
A Dana já não trabalha connosco.
Ik ben op vakantie tot en met 9 maart.
Ik ben deze week niet aanwezig. Maandag ben ik er weer.
Wij hebben uw mail ontvangen en antwoorden binnen twee dagen.
Dit e-mailadres is niet meer in gebruik.
Dana werkt niet meer bij Kestrel.
Przebywam na urlopie do 9 marca.
Nie pracuję już w Kestrel.
Jag är tjänstledig till augusti.
Jag har slutat på Kestrel.
Jeg er på ferie og er tilbage mandag.
Jeg er ikke længere ansat hos Kestrel.
Jeg har ferie frem til 9. mars.
Olen vuosilomalla 9.3. saakka.
Jsem mimo kancelář do 9. 3.
Yıllık izindeyim, 9 Mart'ta ofiste olacağım.
ただいま休暇中です。3月9日以降にご返信いたします。
お問い合わせありがとうございます。担当者より追ってご連絡いたします。`

// lookalikes are people's answers that use the words of such notices.
const lookalikes = `I'm out Friday but Thursday at 3 is good.
We're closed in August, try me in September.
Not now, I'm about to go on leave. Ask me in May.
Bo has left, I took over his desk. What is this about?
I have left the decision to Bo.
We received your offer and the board will look at it on Monday.
Got your message. Too expensive for us.
Thanks for your email. We're happy with our supplier.
Thank you for reaching out, but we are not looking for anything right now.
Thanks for getting in touch. Our support team handles this in house, so no.
Please don't reply to this, just take me off.
I'm travelling next week, could we speak the week after?
I no longer do purchasing, Bo does.
This mailbox gets 300 mails a day and yours is one too many.
Send the contract as soon as possible.
As soon as possible please: your price list.
I work Mondays only, call me then.
The ticket system we have is a mess. 400 tickets a week.
We will get back to you if we need it.
Ab dem 1. Mai bin ich im Ruhestand, bitte streichen Sie mich.
Vielen Dank für Ihre Nachricht, aber wir haben keinen Bedarf.
Wir haben Ihre Mail erhalten und kein Interesse.
Bin gerade im Urlaub, melden Sie sich nächste Woche.
Im Urlaub lese ich so etwas nicht. Lassen Sie mich in Ruhe.
Merci pour votre message, mais nous avons déjà un prestataire.
Je pars en congé vendredi, rappelez-moi en mai.
Gracias por su mensaje, pero no nos interesa.
Estamos cerrados los lunes, venga el martes a las 10.
Grazie per la tua mail, al momento non ci serve.
Obrigado pela mensagem, mas não temos interesse.
Bedankt voor uw bericht, maar we hebben geen behoefte.
This is not an automatic reply: I am out of the office and still want your price list.
Das ist keine automatische Antwort, ich bin im Urlaub und lese trotzdem mit. Was kostet es?
Ceci n'est pas une réponse automatique : je suis en congés et votre prix m'intéresse.
Questo non è un messaggio automatico, sono in ferie e vorrei il listino.
We'll come back to you if we need it.
I'm on holiday and even so the answer is no.
Off from Friday, so ring me before that, Thursday after lunch is best.
We've shut the shop for good and there's nothing left to buy for.
Bin bis Freitag krank, danach schaue ich mir das gern an, schicken Sie mir die Preise.
De retour lundi de congés, mardi dix heures me conviendrait.
Dana Voss hier: Das ist nichts mehr für uns.
Dana hier, dat is niets meer voor ons.
Dana here. I left Kestrel Ltd as a customer of yours years ago, no thanks.
Dana ici, ce n'est plus chez nous que cela se décide.`

// mailOf is a plain mail of Dana's.
func mailOf(date, subject, text string) []byte {
	return []byte("From: Dana Voss <dana@kestrel.example>\nTo: Ana Lima <ana@lima.example>\nDate: " + date + "\nSubject: " + subject + "\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n")
}

const inDecember = "Tue, 01 Dec 2026 10:00:00 +0000"

// TestNotices holds that they are told apart by their words alone.
func TestNotices(t *testing.T) {
	t.Parallel()
	for kind, list := range map[replies.Kind]string{replies.KindAutoReply: notices, replies.KindReply: lookalikes} {
		for text := range strings.Lines(list) {
			text = strings.TrimSpace(text)
			raw := "From: Dana Voss <dana@kestrel.example>\nTo: Ana Lima <ana@lima.example>\nSubject: Re: Calls\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n"
			if r := replies.Read([]byte(raw), replies.Context{}); r.Kind != kind {
				t.Errorf("%s, want %s: %s %v", r.Kind, kind, text, r.Evidence)
			}
		}
	}
}

// TestTrainNotices holds that learning depends on the examples alone and on
// their labels.
func TestTrainNotices(t *testing.T) {
	t.Parallel()
	examples := []replies.Example{
		{Text: "The ferry is laid up until spring and so is the purser.", Intent: replies.IntentAutoReply},
		{Text: "What does the ferry cost?", Intent: replies.IntentQuestion},
	}
	first, again := replies.TrainNotices(examples), replies.TrainNotices(examples)
	if !bytes.Equal(first, again) {
		t.Error("the same examples gave other weights")
	}
	examples[0].Intent = replies.IntentUnclear
	if bytes.Equal(first, replies.TrainNotices(examples)) {
		t.Error("a label had no effect on the weights")
	}
}

// TestNoticeDemand holds that a demand to stop in a notice suppresses, unless it only bids
// to note what the notice tells. One for no mail may end with the absence: where it says
// so, that is waited for, else a person looks at it.
func TestNoticeDemand(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]replies.Action{
		"Please pause the mails until I'm back in March.":                                           replies.ActionWait,
		"I have left Kestrel Ltd. Please take this address off your list.":                          replies.ActionSuppress,
		"Bin vom 7.12. bis 11.12. im Urlaub und lese keine Mails.":                                  replies.ActionWait,
		"Absent du bureau du 7/12 au 11/12, je ne reçois pas de mails.":                             replies.ActionWait,
		"On vacation until 14 December. Please don't send me anything before then.":                 replies.ActionWait,
		"Absent jusqu'au 11 décembre. Merci de ne pas m'envoyer de mails avant mon retour.":         replies.ActionWait,
		"Bitte keine Mails mehr an diese Adresse. Bin bis 9. März im Urlaub.":                       replies.ActionHold,
		"Ich bekomme von Ihnen dauernd Post, keine Mails mehr! Bin bis 9. März im Urlaub.":          replies.ActionHold,
		"On vacation until 14 December. Don't write to me again.":                                   replies.ActionHold,
		"On vacation until 14 December and reading no mail. Please take me off your list for good.": replies.ActionSuppress,
		"Dana Voss has left the company. Please update your records accordingly.":                   replies.ActionStop,
		"I am on holiday until 9 March. Take me off your list, whoever you are. Dana":               replies.ActionSuppress,
	} {
		subject := "Automatic reply: Calls"
		if strings.HasPrefix(text, "Please pause") {
			subject = "Re: Calls"
		}
		if r := replies.Read(mailOf(inDecember, subject, text), replies.Context{}); r.Action != want {
			t.Errorf("%s, want %s: %s %v", r.Action, want, text, r.Evidence)
		}
	}
}

// TestTerseAbsence holds that a word or two of an absence end nothing: a machine may have
// written them, and nobody declined.
func TestTerseAbsence(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"I'm out of the office.", "I am on vacation.", "Ich bin nicht im Büro.", "We're closed.", "Wir haben geschlossen.", "Je suis absent."} {
		if r := replies.Read(mailOf(inDecember, "Re: Calls", text), replies.Context{}); r.Action != replies.ActionHold {
			t.Errorf("%s: %s %v", r.Action, text, r.Evidence)
		}
	}
}

// TestBreakIsAbsence holds that a house that is shut is away, though it sells tickets.
func TestBreakIsAbsence(t *testing.T) {
	t.Parallel()
	raw := mailOf("Fri, 28 Aug 2026 10:00:00 +0100", "Re: Calls\nAuto-Submitted: auto-replied", "We are on our summer break until 8 September. Tickets can be bought online.")
	if r := replies.Read(raw, replies.Context{}); r.About != replies.AboutAbsence || r.Until == nil || r.Until.String() != "2026-09-09" {
		t.Errorf("%s, until %v: %v", r.About, r.Until, r.Evidence)
	}
}

// TestForwardsNothing holds that a notice which forwards nothing automatically is one.
func TestForwardsNothing(t *testing.T) {
	t.Parallel()
	for subject, text := range map[string]string{
		"Automatische Antwort: Pumpen": "Ich bin bis zum 12. Juni 2026 im Urlaub. Keine automatische Weiterleitung!",
		"Abwesenheitsnotiz":            "Ich bin bis 12. Juni 2026 nicht im Büro. Es erfolgt keine automatische Weiterleitung. Bitte wenden Sie sich an zentrale@kestrel.example.",
		"Out of office":                "I'm away until 12 June. There is no automatic reply to urgent mail.",
	} {
		if r := replies.Read(mailOf("Mon, 01 Jun 2026 10:00:00 +0000", subject, text), replies.Context{}); r.Kind != replies.KindAutoReply || r.Until == nil || r.Until.String() != "2026-06-15" {
			t.Errorf("%q: %s, until %v: %v", text, r.Kind, r.Until, r.Evidence)
		}
	}
}

// TestNamesDevice holds that an answer that names a telephone is no line of one.
func TestNamesDevice(t *testing.T) {
	t.Parallel()
	if r := replies.Read(mailOf(inDecember, "Re: Calls", "Both.\n\nYes iPad"), replies.Context{}); !strings.Contains(r.NewText, "Yes iPad") {
		t.Errorf("new text %q", r.NewText)
	}
}
