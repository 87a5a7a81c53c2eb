package replies

import (
	"strings"
	"testing"
)

// TestSaysMachine tells what machines say of themselves from what people say of
// mails, of machines and of answers.
func TestSaysMachine(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"This is an automatically generated message, please do not reply.":                                            true,
		"This is an automated message. Replies to this address are not monitored.":                                    true,
		"*** Automatic notification – do not reply to this e-mail ***":                                                true,
		"Please do not respond to this email as it was sent from an unattended mailbox.":                              true,
		"This email was auto-generated. Please don't reply, nobody reads this inbox.":                                 true,
		"Dies ist eine automatisch generierte E-Mail. Bitte antworten Sie nicht darauf.":                              true,
		"Diese Nachricht wurde maschinell erstellt. Antworten auf diese E-Mail werden nicht gelesen.":                 true,
		"Automatisch versendete Nachricht – bitte nicht antworten!":                                                   true,
		"Bitte beachten Sie, dass diese Bestätigung vom System erzeugt wurde und nicht beantwortet werden kann.":      true,
		"Ceci est un message automatique, merci de ne pas y répondre.":                                                true,
		"Ce courriel a été envoyé automatiquement. Inutile d'y répondre.":                                             true,
		"Message généré par un robot : votre réponse ne sera pas lue, merci de ne pas répondre à cette notification.": true,
		"Este correo se genera de manera automática, favor de no responder.":                                          true,
		"Por favor, no responda a este mensaje, ha sido enviado de forma automática.":                                 true,
		"Mensaje automático. No es necesario contestar.":                                                              true,
		"Messaggio generato automaticamente, si prega di non rispondere.":                                             true,
		"La presente e-mail è stata inviata dal sistema in automatico: non rispondere a questo indirizzo.":            true,
		"Este e-mail foi enviado automaticamente. Por favor, não responda.":                                           true,
		"Mensagem automática, favor não responder.":                                                                   true,
		"Dit is een automatisch gegenereerd bericht, u kunt hier niet op antwoorden.":                                 true,
		"Deze e-mail is automatisch verstuurd. Gelieve niet te antwoorden op dit bericht.":                            true,
		"Your mails are generated automatically, please do not reply any more.":                                       false,
		"Is this an automatically generated message? Then do not reply.":                                              false,
		"I send this message automatically and won't reply.":                                                          false,
		"Do not reply to this email and remove my address, it was harvested automatically.":                           false,
		"This message was generated automatically.":                                                                   false,
		"Please do not reply to this message.":                                                                        false,
		"Your message has been received.":                                                                             false,
		"Wir haben automatische Tore und antworten nicht auf Werbung.":                                                false,
		"Ihre Mails kommen automatisch, bitte nicht antworten.":                                                       false,
		"Nehmen Sie mich aus dem automatischen Verteiler, antworten Sie nicht auf diese Mail.":                        false,
		"Vos messages automatiques sont pénibles, merci de ne pas répondre.":                                          false,
		"Sus correos automáticos molestan, favor de no responder.":                                                    false,
		"Stop sending automated messages and do not reply.":                                                           false,
		"Retírenme de su lista de correo automático y no respondan a este mensaje.":                                   false,
		"Uw mails zijn automatisch, u hoeft niet te antwoorden.":                                                      false,
		"This is clearly an automated email sequence, don't reply again.":                                             false,
		"This is an automated mail, isn't it. Do not reply to this address again.":                                    false,
		"Enough of these automated emails. Do not reply to this message.":                                             false,
		"No more automated mail please, and no need to reply.":                                                        false,
		"Not an automated message, but no need to reply before May.":                                                  false,
		"No automated mail please. We do not answer unattended calls. Do not respond with a newsletter.":              false,
		"Our notifications go out automatically, and customers do not reply to those messages.":                       false,
		"Das ist doch eine automatisch erzeugte Mail. Antworten Sie nicht mehr.":                                      false,
		"Unsere Bestätigungen gehen automatisch raus, und Kunden sollen nicht antworten, tun es aber.":                false,
		"Les confirmations partent en automatique par mail et les clients savent qu'il est inutile de répondre.":      false,
		"Las confirmaciones salen de forma automática por correo y los clientes no responden nunca.":                  false,
		"Le conferme partono in automatico via mail e i clienti non rispondono.":                                      false,
		"As confirmações saem de forma automática por mensagem e os clientes não respondem.":                          false,
		"Genoeg van die automatische mails. Niet antwoorden op dit bericht.":                                          false,
		"De bevestigingen gaan automatisch per mail en klanten hoeven niet te antwoorden.":                            false,
	} {
		if got := saysMachine(s); got != want {
			t.Errorf("saysMachine(%q) = %v", s, got)
		}
	}
}

// TestMachinesLastWords holds that they are no new text, and that they tell of a
// machine nevertheless: above them stands what a person may have written.
func TestMachinesLastWords(t *testing.T) {
	t.Parallel()
	const said = "We are closed for stocktaking until 12 March. Orders are packed after that."
	for _, last := range []string{
		"This is an automatically generated message, please do not reply.",
		"Dies ist eine automatisch generierte E-Mail. Bitte antworten Sie nicht darauf.\n\nThis is an automatically generated message, please do not reply.",
		"-----\nCeci est un message automatique, merci de ne pas y répondre.",
		"Kestrel Paper Ltd\n\nThis is an automated message, please do not reply.",
	} {
		raw := "From: Kestrel <info@kestrel.example>\nTo: Ana Lima <ana@lima.example>\nSubject: Re: Calls\nDate: Tue, 3 Mar 2026 11:00:00 +0100\n\n" + said + "\n\n" + last
		r := Read([]byte(strings.ReplaceAll(raw, "\n", "\r\n")), Context{})
		if r.NewText != said || r.Kind != KindAutoReply {
			t.Errorf("above %q: %s with new text %q", last, r.Kind, r.NewText)
		}
	}
}
