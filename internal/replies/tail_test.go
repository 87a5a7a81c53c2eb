package replies_test

import (
	"strings"
	"testing"

	"followupd/internal/replies"
)

// tails are what mail programs and firms put below an answer, one a line, in
// many languages; "\\" stands for a line end.
const tails = `Sent from my iPhone
Sent from my Galaxy
Get Outlook for Android
Sent from Yahoo Mail on Android
Sent with Proton Mail secure email.
Sent from Proton Mail for iOS
Von meinem iPhone gesendet
Diese Nachricht wurde von meinem Android-Gerät mit GMX Mail gesendet.
Diese Nachricht wurde von meinem Android Mobiltelefon mit WEB.DE Mail gesendet.
Gesendet mit der mobilen Mail App
Von meinem Samsung Galaxy Smartphone gesendet.
Envoyé de mon iPhone
Envoyé depuis mon smartphone Samsung Galaxy.
Télécharger Outlook pour Android
Enviado desde mi iPhone
Enviado desde mi Samsung Galaxy
Enviado desde Yahoo Mail para Android
Inviato da iPhone
Inviato dal mio telefono Galaxy
Scarica Outlook per Android
Enviado do meu iPhone
Enviado do meu smartphone Samsung Galaxy.
Verstuurd vanaf mijn iPhone
Verzonden vanaf mijn Galaxy
Wysłane z iPhone'a
Wysłano z telefonu Samsung Galaxy
Skickat från min iPhone
Skickat från min Samsung Galaxy-smartphone.
Sendt fra min iPhone
Sendt fra Outlook til Android
Sendt fra min iPad
Lähetetty iPhonesta
Lähetetty Samsung Galaxy -älypuhelimesta.
Odesláno z iPhonu
Odesláno z mobilu Samsung Galaxy
iPhone'umdan gönderildi
Samsung Galaxy akıllı telefonumdan gönderildi
iPhoneから送信
Отправлено с iPhone
Відправлено з iPhone
Απεστάλη από το iPhone μου
Trimis de pe iPhone-ul meu
Elküldve az iPhone-omról
发自我的 iPhone
This email is confidential and intended only for the person it is addressed to.
Diese E-Mail ist vertraulich und nur für den genannten Empfänger bestimmt.
Ce message est confidentiel et destiné exclusivement à son destinataire.
Este mensaje es confidencial y va dirigido exclusivamente a su destinatario.
Questo messaggio è riservato ed è destinato esclusivamente al destinatario.
Esta mensagem é confidencial e dirige-se exclusivamente ao seu destinatário.
Dit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde.
Ta wiadomość jest poufna i przeznaczona wyłącznie dla adresata.
Detta meddelande är konfidentiellt och endast avsett för mottagaren.
Denne e-mail er fortrolig og kun bestemt for modtageren.
Denne e-posten er konfidensiell og kun ment for mottakeren.
Tämä viesti on luottamuksellinen ja tarkoitettu vain vastaanottajalle.
Tato zpráva je důvěrná a určena pouze adresátovi.
Bu e-posta gizlidir ve yalnızca alıcısı içindir.
Please consider the environment before printing this email.
Bitte denken Sie an die Umwelt, bevor Sie diese E-Mail ausdrucken.
-- \Dana Voss\Head of Buying | Kestrel Ltd
Best,\Dana
Mit freundlichen Grüßen\\Dana Voss\Kestrel GmbH · Tel. +49 30 000000
Cordialement,\Dana Voss
Un saludo,\Dana
Cordiali saluti\Dana Voss
Abraço,\Dana
Groetjes,\Dana
Pozdrawiam\Dana Voss
Med vänlig hälsning\Dana Voss
Venlig hilsen\Dana
Vennlig hilsen\Dana Voss
Ystävällisin terveisin\Dana Voss
S pozdravem\Dana Voss
Saygılarımla\Dana Voss`

// TestTails holds that nothing of them counts as new, alone or above a quote.
func TestTails(t *testing.T) {
	t.Parallel()
	const (
		said  = "Thursday at three suits me."
		quote = "\n\nOn Tue, 3 Mar 2026 at 10:00, Ana Lima <ana@lima.example> wrote:\n\n> Who answers at night?\n"
	)
	for tail := range strings.Lines(tails) {
		tail = strings.ReplaceAll(strings.TrimSuffix(tail, "\n"), `\`, "\n")
		for _, below := range []string{"", quote} {
			raw := "From: Dana Voss <dana@kestrel.example>\nTo: Ana Lima <ana@lima.example>\nSubject: Re: Calls\nContent-Type: text/plain; charset=utf-8\n\n" + said + "\n\n" + tail + below
			if got := replies.Read([]byte(raw), replies.Context{}).NewText; got != said {
				t.Errorf("under %q the new text is %q", tail, got)
			}
		}
	}
}
