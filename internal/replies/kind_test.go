package replies_test

import (
	"fmt"
	"strings"
	"testing"

	"followupd/internal/replies"
)

// TestKinds holds machines and people apart, by header and by word.
func TestKinds(t *testing.T) {
	t.Parallel()
	const quote = "\n\nOn Tue, 3 Mar 2026 at 10:00, Ana Lima <ana@lima.example> wrote:\n\n> Hi Dana,\n> who answers at night? I am out of the office on Friday.\n"
	tests := []struct {
		name    string
		header  string
		subject string
		body    string
		kind    replies.Kind
		about   replies.About
	}{
		{"auto-replied", "Auto-Submitted: auto-replied", "Re: Calls", "Gone fishing.", "auto_reply", "absence"},
		{"auto-replied (vacation)", "Auto-Submitted: auto-replied (vacation)", "Re: Calls", "Back on 9 March.", "auto_reply", "absence"},
		{"auto-submitted no", "Auto-Submitted: no", "Re: Calls", "Thursday works, send me a link.", "reply", ""},
		{"gmail responder", "Precedence: bulk\nX-Autoreply: yes\nAuto-Submitted: auto-replied", "Re: Calls", "Hello.", "auto_reply", "absence"},
		{"precedence", "Precedence: auto_reply", "Calls", "Chiusi fino al 9 marzo.", "auto_reply", "absence"},
		{"autorespond", "X-Autorespond: Calls", "Re: Calls", "Wir melden uns.", "auto_reply", "absence"},
		{"exchange", "X-Auto-Response-Suppress: All", "Automatic reply: Calls", "I am on annual leave until 9 March.", "auto_reply", "absence"},
		{"notes", "", "Dana Voss is out of the office.", "I will be out of the office starting 03/03/2026 and will not return until 03/09/2026.\n\nI will respond to your message when I return.", "auto_reply", "absence"},
		{"no header en", "", "Re: Calls", "I am on annual leave until Monday with limited access to email.", "auto_reply", "absence"},
		{"no header de", "", "AW: Calls", "Vielen Dank für Ihre Nachricht. Ich bin bis zum 9. März nicht im Büro. In dringenden Fällen wenden Sie sich an Bo Lind.", "auto_reply", "absence"},
		{"no header fr", "", "RE: Calls", "Bonjour, je suis absente jusqu'au 9 mars inclus. En cas d'urgence, contactez Bo Lind.", "auto_reply", "absence"},
		{"no header es", "", "RE: Calls", "Estaré fuera de la oficina hasta el 9 de marzo. Para asuntos urgentes escriba a Bo Lind.", "auto_reply", "absence"},
		{"no header it", "", "R: Calls", "Sarò assente fino al 9 marzo. Per urgenze rivolgersi a Bo Lind.", "auto_reply", "absence"},
		{"no header pt", "", "RES: Calls", "Estou de férias até 9 de março. Em caso de urgência, contacte Bo Lind.", "auto_reply", "absence"},
		{"no header nl", "", "RE: Calls", "Ik ben afwezig tot 9 maart. Voor dringende zaken kunt u terecht bij Bo Lind.", "auto_reply", "absence"},
		{"no header pl", "", "Odp: Calls", "Jestem na urlopie do 9 marca. W pilnych sprawach proszę o kontakt z Bo Lind.", "auto_reply", "absence"},
		{"no header sv", "", "SV: Calls", "Jag är på semester till 9 mars. Vid brådskande ärenden, kontakta Bo Lind.", "auto_reply", "absence"},
		{"no header da", "", "SV: Calls", "Jeg holder ferie til 9. marts. Ved hastesager kontakt Bo Lind.", "auto_reply", "absence"},
		{"no header no", "", "SV: Calls", "Jeg er på ferie til 9. mars og er tilbake på kontoret den 10.", "auto_reply", "absence"},
		{"no header fi", "", "VS: Calls", "Olen lomalla 9.3. asti. Kiireellisissä asioissa ottakaa yhteyttä Bo Lindiin.", "auto_reply", "absence"},
		{"no header cs", "", "Re: Calls", "Jsem na dovolené do 9. března. V naléhavých případech kontaktujte Bo Lind.", "auto_reply", "absence"},
		{"no header tr", "", "YNT: Calls", "9 Mart'a kadar yıllık izindeyim. Acil durumlarda Bo Lind ile iletişime geçebilirsiniz.", "auto_reply", "absence"},
		{"no header ja", "", "Re: Calls", "3月9日まで休暇をいただいております。お急ぎの場合はリンドまでご連絡ください。", "auto_reply", "absence"},
		{"subject de", "", "Abwesenheitsnotiz: Calls", "Bin dann mal weg.", "auto_reply", "absence"},
		{"left en", "", "Re: Calls", "Dana Voss is no longer with the company. Please write to Bo Lind.", "auto_reply", "left"},
		{"left de", "", "AW: Calls", "Frau Voss ist nicht mehr im Unternehmen tätig. Bitte wenden Sie sich an Bo Lind.", "auto_reply", "left"},
		{"left fr", "", "RE: Calls", "Dana Voss a quitté la société. Merci d'écrire à Bo Lind.", "auto_reply", "left"},
		{"left es", "", "RE: Calls", "Dana Voss ya no trabaja en la empresa. Escriba a Bo Lind.", "auto_reply", "left"},
		{"unmonitored", "", "Re: Calls", "This mailbox is no longer monitored. Please use the form on our site.", "auto_reply", "unmonitored"},
		{"not read while away", "", "Re: Calls", "I am out of the office until 9 March. Your message will not be read until then.", "auto_reply", "absence"},
		{"ticket", "Auto-Submitted: auto-generated", "[Kestrel] Your request", "We have received your request. Your ticket number is 4711.", "auto_reply", "receipt"},
		{"receipt de", "", "Ihre Anfrage ist bei uns eingegangen", "Wir haben Ihre Anfrage erhalten und melden uns schnellstmöglich.", "auto_reply", "receipt"},
		{"challenge", "", "Please confirm your message", "To have it delivered, confirm that you are a human being: https://guard.example/1", "auto_reply", "challenge"},
		{"read receipt", "", "Read: Calls", "Your message was read on Tuesday, March 3, 2026 10:29.", "auto_reply", "receipt"},

		{"back again", "", "Re: Calls", "Sorry for the late answer, I was out of the office last week. Yes, Thursday works.", "reply", ""},
		{"back again, quoted", "", "Re: Calls", "I was on annual leave. Thursday works." + quote, "reply", ""},
		{"back again de", "", "AW: Calls", "Ich war im Urlaub, daher die späte Antwort. Donnerstag passt.", "reply", ""},
		{"back again fr", "", "RE: Calls", "J'étais en congés, désolée pour le retard. Jeudi me convient.", "reply", ""},
		{"back again es", "", "RE: Calls", "Estuve de vacaciones, perdona la demora. El jueves me viene bien.", "reply", ""},
		{"away later, quoted", "", "Re: Calls", "I will be out of the office on Friday, so Thursday is better." + quote, "reply", ""},
		{"away later", "", "Re: Calls", "I will be out of the office on Friday, so Thursday is better.", "reply", ""},
		{"answers an absence notice", "", "Re: Automatic reply: Calls", "No problem, talk when you are back." + quote, "reply", ""},
		{"helpdesk's person", "Auto-Submitted: auto-generated\nX-Auto-Response-Suppress: All\nPrecedence: bulk", "[Kestrel] Re: Calls", "Hi Ana, we looked at it and would like a quote for 40 seats. Could you send one by Friday?", "reply", ""},
		{"helpdesk's polite person", "Auto-Submitted: auto-generated\nX-Auto-Response-Suppress: All\nPrecedence: bulk", "[Kestrel] Re: Calls", "Hi Ana, thanks for reaching out! I checked with our team and we would like a demo. Could you send times? We will come back as soon as possible with our numbers.", "reply", ""},
		{"list's person without a reference", "List-Id: <sales.kestrel.example>\nList-Unsubscribe: <mailto:u@kestrel.example>", "Your demo", "Hi Ana, sounds good, let's talk on Thursday.", "reply", ""},
		{"ticket that greets", "Auto-Submitted: auto-generated", "[Kestrel] Calls", "Dear Ana Lima,\n\nThank you for contacting us. Your request has been received, the ticket number is 4711. A member of our team will be in touch shortly.", "auto_reply", "receipt"},
		{"suppressed person", "X-Auto-Response-Suppress: All", "Request for quotation", "Please send us your best offer for 40 seats by Friday.", "reply", ""},
		{"list's person", "List-Id: <sales.kestrel.example>\nPrecedence: list\nIn-Reply-To: <1@lima.example>", "Re: Calls", "Thursday works for us." + quote, "reply", ""},
		{"thanks for your mail", "", "Re: Calls", "Thank you for your email. We already have someone who does this.", "reply", ""},
		{"speaks of a ticket", "", "Re: Calls", "We get 400 tickets a week and our support team drowns. What do you charge?" + quote, "reply", ""},
		{"speaks of a colleague who left", "", "Re: Calls", "Bo has left the company, I do this now. Send me your prices." + quote, "reply", ""},

		{"newsletter", "List-Unsubscribe: <https://kestrel.example/u>\nPrecedence: bulk", "Our spring sale", "Everything must go.", "other", ""},
		{"list", "List-Id: <talk.kestrel.example>", "Meeting notes", "Here are the notes.", "other", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			header := ""
			if tt.header != "" {
				header = tt.header + "\n"
			}
			raw := fmt.Sprintf("From: Dana Voss <dana@kestrel.example>\nTo: Ana Lima <ana@lima.example>\nSubject: %s\nDate: Tue, 3 Mar 2026 10:00:00 +0100\n%sContent-Type: text/plain; charset=utf-8\n\n%s\n", tt.subject, header, tt.body)
			for form, raw := range map[string]string{"LF": raw, "CRLF": strings.ReplaceAll(raw, "\n", "\r\n")} {
				r := replies.Read([]byte(raw), replies.Context{})
				if r.Kind != tt.kind || r.About != tt.about {
					t.Errorf("%s: %s about %q, want %s about %q; evidence %v", form, r.Kind, r.About, tt.kind, tt.about, r.Evidence)
				}
			}
		})
	}
}

// An invitation accepted with a button is worded by a calendar, in any language,
// and yet a person's answer.
func TestPressedButtonIsNoMachine(t *testing.T) {
	t.Parallel()
	for _, words := range []string{
		"Xavier Capdevila ha aceptado esta invitación.\nCuándo: miércoles, 17 de junio de 2026 12:00 – 12:30 (CEST)",
		"Dana Voss hat diese Einladung angenommen.",
		"Dana Voss a accepté cette invitation.",
		"Dana Voss ha accettato questo invito.",
		"Dana Voss aceitou este convite.",
		"Dana Voss heeft deze uitnodiging geaccepteerd.",
	} {
		raw := "From: Dana Voss <dana@kestrel.example>\r\nTo: Ana Lima <ana@lima.example>\r\nSubject: Aceptado: Demo\r\nDate: Tue, 16 Jun 2026 16:03:22 +0200\r\n" +
			"MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + words +
			"\r\n--b\r\nContent-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:dana@kestrel.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--b--\r\n"
		if r := replies.Read([]byte(raw), replies.Context{}); r.Kind != replies.KindReply || r.Intent != replies.IntentMeeting {
			t.Errorf("%q read as %s, %s", words, r.Kind, r.Intent)
		}
	}
}

// TestCertifiedMail reads what a person sends by Italy's certified mail: the
// provider's words stand around it.
func TestCertifiedMail(t *testing.T) {
	t.Parallel()
	for _, subject := range []string{"POSTA CERTIFICATA: R: Chiamate", "ANOMALIA MESSAGGIO: R: Chiamate"} {
		raw := "From: \"Per conto di: dana@legal.example\" <posta-certificata@legal.example>\nTo: ana@lima.example\nSubject: " + subject + "\nX-Trasporto: posta-certificata\nContent-Type: multipart/mixed; boundary=o\n\n--o\n\nMessaggio di posta certificata\n\nIl messaggio \"R: Chiamate\" è stato inviato da \"dana@legal.example\" indirizzato a ana@lima.example. Il messaggio originale è incluso in allegato.\n\n" +
			"--o\nContent-Type: message/rfc822; name=\"postacert.eml\"\n\nFrom: Dana Voss <dana@legal.example>\nSubject: R: Chiamate\n\nNon ci interessa, grazie.\n\n--o--\n"
		r := replies.Read([]byte(raw), replies.Context{})
		if r.Kind != replies.KindReply || r.Intent != replies.IntentNotInterested || r.NewText != "Non ci interessa, grazie." {
			t.Errorf("%s: %s, %s: %q; evidence %v", subject, r.Kind, r.Intent, r.NewText, r.Evidence)
		}
	}
}
