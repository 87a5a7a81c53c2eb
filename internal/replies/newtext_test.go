package replies

import (
	"net/mail"
	"strings"
	"testing"
)

// TestAttributions holds that what stands below an attribution is history in
// whatever language and client it was written, marked or not.
func TestAttributions(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		line string
	}{
		{"gmail en", "On Tue, Mar 3, 2026 at 10:00 AM Ana Lima <ana@lima.example> wrote:"},
		{"gmail en narrow space", "On Tue, Mar 3, 2026 at 10:00\u202fAM Ana Lima <ana@lima.example> wrote:"},
		{"gmail en wrapped", "On Tue, Mar 3, 2026 at 10:00 AM Ana Lima with a long name <\nana.lima.with.a.long.address@lima-consulting.example> wrote:"},
		{"gmail en wrapped before wrote", "On Tue, 3 Mar 2026 at 10:00, Ana Lima <ana@lima.example>\nwrote:"},
		{"gmail en via list", "On Tue, 3 Mar 2026, 10:00 Ana Lima via Sales, <sales@lima.example> wrote:"},
		{"apple en", "On 3 Mar 2026, at 10:00, Ana Lima <ana@lima.example> wrote:"},
		{"apple en without a year", "On Mar 3, at 10:00 AM, Ana Lima <ana@lima.example> wrote:"},
		{"thunderbird en", "On 03/03/2026 10:00, Ana Lima wrote:"},
		{"thunderbird iso", "On 2026-03-03 10:00, Ana Lima wrote:"},
		{"yahoo en", "On Tuesday, March 3, 2026 at 10:00:00 AM GMT+1, Ana Lima <ana@lima.example> wrote:"},
		{"proton en", "On Tuesday, March 3rd, 2026 at 10:00, Ana Lima <ana@lima.example> wrote:"},
		{"fastmail en", "On Tue, 3 Mar 2026, at 10:00 AM, Ana Lima wrote:"},
		{"mutt en", "On Tue, Mar 03, 2026 at 10:00:12AM +0100, Ana Lima wrote:"},
		{"zoho en", "---- On Tue, 03 Mar 2026 10:00:00 +0100 Ana Lima <ana@lima.example> wrote ----"},
		{"mail.ru en", "Tuesday, 3 March 2026, 10:00 +03:00 from Ana Lima <ana@lima.example>:"},
		{"name first", "Ana Lima <ana@lima.example> wrote on Tue, 3 Mar 2026 at 10:00:"},
		{"old gmail", "2026-03-03 10:00 GMT+01:00 Ana Lima <ana@lima.example>:"},
		{"gmail de", "Am Di., 3. März 2026 um 10:00 Uhr schrieb Ana Lima <ana@lima.example>:"},
		{"gmail de name first", "Ana Lima <ana@lima.example> schrieb am Di., 3. März 2026, 10:00:"},
		{"apple de", "Am 03.03.2026 um 10:00 schrieb Ana Lima <ana@lima.example>:"},
		{"thunderbird de", "Am 03.03.26 um 10:00 schrieb Ana Lima:"},
		{"yahoo de", "Am Dienstag, 3. März 2026 um 10:00:00 MEZ hat Ana Lima <ana@lima.example> Folgendes geschrieben:"},
		{"proton de", "Ana Lima <ana@lima.example> schrieb am Dienstag, 3. März 2026 um 10:00:"},
		{"gmail fr", "Le mar. 3 mars 2026 à 10:00, Ana Lima <ana@lima.example> a écrit :"},
		{"gmail fr wrapped", "Le mar. 3 mars 2026 à 10:00, Ana Lima <ana@lima.example> a\nécrit :"},
		{"apple fr", "Le 3 mars 2026 à 10:00, Ana Lima <ana@lima.example> a écrit :"},
		{"thunderbird fr", "Le 03/03/2026 à 10:00, Ana Lima a écrit :"},
		{"yahoo fr", "Le mardi 3 mars 2026 à 10:00:00 UTC+1, Ana Lima <ana@lima.example> a écrit :"},
		{"gmail es", "El mar, 3 mar 2026 a las 10:00, Ana Lima (<ana@lima.example>) escribió:"},
		{"gmail es latam", "El mar, 3 mar 2026 a la(s) 10:00 a.m., Ana Lima (ana@lima.example) escribió:"},
		{"apple es", "El 3 mar 2026, a las 10:00, Ana Lima <ana@lima.example> escribió:"},
		{"thunderbird es", "El 3/3/26 a las 10:00, Ana Lima escribió:"},
		{"gmail it", "Il giorno mar 3 mar 2026 alle ore 10:00 Ana Lima <ana@lima.example> ha scritto:"},
		{"apple it", "Il giorno 3 mar 2026, alle ore 10:00, Ana Lima <ana@lima.example> ha scritto:"},
		{"thunderbird it", "Il 03/03/2026 10:00, Ana Lima ha scritto:"},
		{"gmail pt-br", "Em ter., 3 de mar. de 2026 às 10:00, Ana Lima <ana@lima.example> escreveu:"},
		{"gmail pt", "Ana Lima <ana@lima.example> escreveu (terça, 3/03/2026 à(s) 10:00):"},
		{"apple pt", "No dia 3 de mar. de 2026, às 10:00, Ana Lima <ana@lima.example> escreveu:"},
		{"thunderbird pt", "Em 03/03/2026 10:00, Ana Lima escreveu:"},
		{"gmail nl", "Op di 3 mrt 2026 om 10:00 schreef Ana Lima <ana@lima.example>:"},
		{"apple nl", "Op 3 mrt 2026, om 10:00 heeft Ana Lima <ana@lima.example> het volgende geschreven:"},
		{"thunderbird nl", "Op 03-03-2026 om 10:00 schreef Ana Lima:"},
		{"gmail pl", "wt., 3 mar 2026 o 10:00 Ana Lima <ana@lima.example> napisał(a):"},
		{"thunderbird pl", "W dniu 3.03.2026 o 10:00, Ana Lima pisze:"},
		{"onet pl", "Dnia 3 marca 2026 10:00 Ana Lima <ana@lima.example> napisał(a):"},
		{"gmail sv", "Den tis 3 mars 2026 kl 10:00 skrev Ana Lima <ana@lima.example>:"},
		{"apple sv", "3 mars 2026 kl. 10:00 skrev Ana Lima <ana@lima.example>:"},
		{"gmail da", "Den tirs. 3. mar. 2026 kl. 10.00 skrev Ana Lima <ana@lima.example>:"},
		{"gmail no", "tir. 3. mars 2026 kl. 10:00 skrev Ana Lima <ana@lima.example>:"},
		{"gmail fi", "ti 3. maalisk. 2026 klo 10.00 Ana Lima (ana@lima.example) kirjoitti:"},
		{"apple fi", "Ana Lima <ana@lima.example> kirjoitti 3.3.2026 kello 10.00:"},
		{"gmail cs", "út 3. 3. 2026 v 10:00 odesílatel Ana Lima <ana@lima.example> napsal:"},
		{"thunderbird cs", "Dne 03. 03. 26 v 10:00 Ana Lima napsal(a):"},
		{"gmail sk", "ut 3. 3. 2026 o 10:00 Ana Lima <ana@lima.example> napísal(a):"},
		{"gmail tr", "Ana Lima <ana@lima.example>, 3 Mar 2026 Sal, 10:00 tarihinde şunu yazdı:"},
		{"apple tr", "Ana Lima <ana@lima.example> şunları yazdı (3 Mar 2026 10:00):"},
		{"gmail ja", "2026年3月3日(火) 10:00 Ana Lima <ana@lima.example>:"},
		{"apple ja", "2026/03/03 10:00、Ana Lima <ana@lima.example>のメール:"},
		{"thunderbird ja", "On 2026/03/03 10:00, Ana Lima wrote:"},
		{"gmail zh", "Ana Lima <ana@lima.example> 于2026年3月3日周二 10:00写道："},
		{"apple zh", "在 2026年3月3日，10:00，Ana Lima <ana@lima.example> 写道："},
		{"gmail ko", "2026년 3월 3일 (화) 오전 10:00, Ana Lima <ana@lima.example>님이 작성:"},
		{"gmail ru", "вт, 3 мар. 2026 г. в 10:00, Ana Lima <ana@lima.example>:"},
		{"thunderbird ru", "03.03.2026 10:00, Ana Lima пишет:"},
		{"yandex ru", "03.03.2026, 10:00, \"Ana Lima\" <ana@lima.example>:"},
		{"gmail uk", "вт, 3 бер. 2026 р. о 10:00 Ana Lima <ana@lima.example> пише:"},
		{"gmail hu", "Ana Lima <ana@lima.example> ezt írta (időpont: 2026. márc. 3., K, 10:00):"},
		{"gmail ro", "În mar., 3 mar. 2026 la 10:00, Ana Lima <ana@lima.example> a scris:"},
		{"gmail el", "Στις Τρί 3 Μαρ 2026 στις 10:00 π.μ., ο χρήστης Ana Lima <ana@lima.example> έγραψε:"},
		{"gmail hr", "uto, 3. ožu 2026. u 10:00 Ana Lima <ana@lima.example> napisao je:"},
		{"gmail ca", "Missatge de Ana Lima <ana@lima.example> del dia dt., 3 de març 2026 a les 10:00:"},
		{"gmail vi", "Vào Th 3, 3 thg 3, 2026 vào lúc 10:00 Ana Lima <ana@lima.example> đã viết:"},
		{"gmail id", "Pada tanggal Sel, 3 Mar 2026 pukul 10.00 Ana Lima <ana@lima.example> menulis:"},
		{"gmail ar", "في الثلاثاء، 3 مارس 2026 في 10:00 ص تمت كتابة ما يلي بواسطة \u202aAna Lima\u202c\u200f <\u202aana@lima.example\u202c\u200f>:"},
		{"gmail he", "\u202bבתאריך יום ג׳, 3 במרץ 2026 ב-10:00 מאת \u202aAna Lima\u202c\u200f <\u202aana@lima.example\u202c\u200f>:\u202c"},
	}
	const answer = "Thursday at three would suit me."
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			marked := ""
			for _, l := range strings.Split("Hi Dana,\n\nwho answers at night? Reply STOP to be left alone.", "\n") {
				marked += "> " + l + "\n"
			}
			bare := "Hi Dana,\n\nwho answers at night? Reply STOP to be left alone.\n"
			for form, text := range map[string]string{
				"marked":         answer + "\n\n" + tt.line + "\n\n" + marked,
				"marked at once": answer + "\n\n" + tt.line + "\n" + marked,
				"bare":           answer + "\n\n" + tt.line + "\n\n" + bare,
				"signed":         answer + "\n\nDana\n\n" + tt.line + "\n" + marked,
				"no blank line":  answer + "\n" + tt.line + "\n" + marked,
				"at the bottom":  tt.line + "\n" + marked + "\n" + answer + "\n\nDana Voss\n",
			} {
				if got := newText(text); got != answer {
					t.Errorf("%s: new text %q, want %q", form, got, answer)
				}
			}
		})
	}
}

// newText reads the new text of a plain mail from Dana Voss.
func newText(body string) string {
	w := newWriter([]mail.Address{{Name: "Dana Voss", Address: "dana.voss@kestrel-paper.example"}})
	return takeApart(plainLines(body, nil), w, "", nil).fresh
}

// TestHeaderBlocks holds the same for the header that Outlook and others put
// above the mail they answer.
func TestHeaderBlocks(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, block string }{
		{"outlook en", "From: Ana Lima <ana@lima.example>\nSent: Tuesday, March 3, 2026 10:00 AM\nTo: Dana Voss\nSubject: Calls at night"},
		{"outlook en with cc", "From: Ana Lima\nSent: 03 March 2026 10:00\nTo: Dana Voss\nCc: Bo Lind <bo@lima.example>; Cy Ray\n <cy@lima.example>\nSubject: Calls at night"},
		{"outlook en bold", "*From:* Ana Lima <ana@lima.example>\n*Sent:* Tuesday, March 3, 2026 10:00 AM\n*To:* Dana Voss\n*Subject:* Calls"},
		{"outlook web", "________________________________\nFrom: Ana Lima <ana@lima.example>\nSent: Tuesday, March 3, 2026 10:00 AM\nTo: Dana Voss <d@k.example>\nSubject: Calls"},
		{"outlook mac", "From: Ana Lima <ana@lima.example>\nDate: Tuesday, 3 March 2026 at 10:00\nTo: Dana Voss <d@k.example>\nSubject: Calls"},
		{"outlook old", "-----Original Message-----\nFrom: Ana Lima [mailto:ana@lima.example]\nSent: Tuesday, March 3, 2026 10:00 AM\nTo: Dana Voss\nSubject: Calls"},
		{"outlook de", "Von: Ana Lima <ana@lima.example>\nGesendet: Dienstag, 3. März 2026 10:00\nAn: Dana Voss\nBetreff: Nachts"},
		{"gmx", "Gesendet: Dienstag, 3. März 2026 um 10:00 Uhr\nVon: \"Ana Lima\" <ana@lima.example>\nAn: d@k.example\nBetreff: Nachts"},
		{"t-online", "-----Original-Nachricht-----\nBetreff: Nachts\nDatum: 2026-03-03T10:00:00+0100\nVon: \"Ana Lima\" <ana@lima.example>\nAn: \"d@k.example\" <d@k.example>"},
		{"outlook fr", "De : Ana Lima <ana@lima.example>\nEnvoyé : mardi 3 mars 2026 10:00\nÀ : Dana Voss\nObjet : La nuit"},
		{"orange fr", "> Message du 03/03/26 10:00\n> De : \"Ana Lima\" <ana@lima.example>\n> A : d@k.example\n> Copie à : \n> Objet : La nuit"},
		{"zimbra fr", "----- Mail original -----\nDe: \"Ana Lima\" <ana@lima.example>\nÀ: \"dana\" <d@k.example>\nEnvoyé: Mardi 3 Mars 2026 10:00:00\nObjet: La nuit"},
		{"outlook es", "De: Ana Lima <ana@lima.example>\nEnviado el: martes, 3 de marzo de 2026 10:00\nPara: Dana Voss\nAsunto: De noche"},
		{"outlook it", "Da: Ana Lima <ana@lima.example>\nInviato: martedì 3 marzo 2026 10:00\nA: Dana Voss\nOggetto: Di notte"},
		{"outlook pt", "De: Ana Lima <ana@lima.example>\nEnviada em: terça-feira, 3 de março de 2026 10:00\nPara: Dana Voss\nAssunto: À noite"},
		{"outlook nl", "Van: Ana Lima <ana@lima.example>\nVerzonden: dinsdag 3 maart 2026 10:00\nAan: Dana Voss\nOnderwerp: 's Nachts"},
		{"outlook pl", "Od: Ana Lima <ana@lima.example>\nWysłano: wtorek, 3 marca 2026 10:00\nDo: Dana Voss\nTemat: Nocą"},
		{"outlook sv", "Från: Ana Lima <ana@lima.example>\nSkickat: den 3 mars 2026 10:00\nTill: Dana Voss\nÄmne: På natten"},
		{"outlook da", "Fra: Ana Lima <ana@lima.example>\nSendt: 3. marts 2026 10:00\nTil: Dana Voss\nEmne: Om natten"},
		{"outlook fi", "Lähettäjä: Ana Lima <ana@lima.example>\nLähetetty: tiistai 3. maaliskuuta 2026 10.00\nVastaanottaja: Dana Voss\nAihe: Yöllä"},
		{"outlook cs", "Od: Ana Lima <ana@lima.example>\nOdesláno: úterý 3. března 2026 10:00\nKomu: Dana Voss\nPředmět: V noci"},
		{"outlook tr", "Kimden: Ana Lima <ana@lima.example>\nGönderildi: 3 Mart 2026 Salı 10:00\nKime: Dana Voss\nKonu: Geceleri"},
		{"outlook ja", "差出人: Ana Lima <ana@lima.example>\n送信日時: 2026年3月3日 10:00\n宛先: Dana Voss\n件名: 夜間"},
		{"outlook zh", "发件人: Ana Lima <ana@lima.example>\n发送时间: 2026年3月3日 10:00\n收件人: Dana Voss\n主题: 夜间"},
		{"outlook ru", "От: Ana Lima <ana@lima.example>\nОтправлено: 3 марта 2026 г. 10:00\nКому: Dana Voss\nТема: Ночью"},
		{"outlook hu", "Feladó: Ana Lima <ana@lima.example>\nElküldve: 2026. március 3., kedd 10:00\nCímzett: Dana Voss\nTárgy: Éjjel"},
		{"samsung", "-------- Original message --------\nFrom: Ana Lima <ana@lima.example>\nDate: 3/3/26 10:00 (GMT+01:00)\nTo: d@k.example\nSubject: Calls"},
		{"samsung de", "-------- Ursprüngliche Nachricht --------\nVon: Ana Lima <ana@lima.example>\nDatum: 03.03.26 10:00 (GMT+01:00)\nAn: d@k.example\nBetreff: Nachts"},
		{"proton", "-------- Original Message --------\nOn 3/3/26 10:00, Ana Lima <ana@lima.example> wrote:"},
		{"notes", "From:        \"Ana Lima\" <ana@lima.example>\nTo:        d@k.example\nDate:        03/03/2026 10:00\nSubject:        Calls"},
		{"gmail forward", "---------- Forwarded message ---------\nFrom: Ana Lima <ana@lima.example>\nDate: Tue, Mar 3, 2026 at 10:00 AM\nSubject: Calls\nTo: <d@k.example>"},
		{"apple forward", "Begin forwarded message:\n\nFrom: Ana Lima <ana@lima.example>\nSubject: Calls\nDate: 3 March 2026 at 10:00:00 CET\nTo: d@k.example"},
		{"apple forward de", "Anfang der weitergeleiteten Nachricht:\n\nVon: Ana Lima <ana@lima.example>\nBetreff: Nachts\nDatum: 3. März 2026 um 10:00:00 MEZ\nAn: d@k.example"},
		{"appointment", "-----Original Appointment-----\nFrom: Ana Lima <ana@lima.example>\nSent: Tuesday, March 3, 2026 10:00 AM\nTo: Dana Voss\nSubject: Calls\nWhen: Thursday\nWhere: Online"},
		{"blank lines between", "From: Ana Lima <ana@lima.example>\n\nSent: Tuesday, March 3, 2026 10:00 AM\n\nTo: Dana Voss\n\nSubject: Calls"},
	}
	const answer = "Thursday at three would suit me."
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			for form, text := range map[string]string{
				"below a blank line": answer + "\n\n" + tt.block + "\n\nHi Dana,\n\nwho answers at night? Reply STOP to be left alone.\n\nAna",
				"at once":            answer + "\n" + tt.block + "\n\nHi Dana,\n\nwho answers at night?\n",
				"below a signature":  answer + "\n\nBest regards,\nDana Voss\nKestrel Paper\n\n" + tt.block + "\n\nHi Dana,\n",
				"indented":           answer + "\n\n   " + strings.ReplaceAll(tt.block, "\n", "\n   ") + "\n\nHi Dana,\n",
			} {
				if form == "indented" && strings.HasPrefix(tt.block, ">") {
					continue
				}
				if got := newText(text); got != answer {
					t.Errorf("%s: new text %q, want %q", form, got, answer)
				}
			}
		})
	}
}

// TestSignatures holds what of a mail's end is the writer's word.
func TestSignatures(t *testing.T) {
	t.Parallel()
	const answer = "Thursday at three would suit me."
	tests := []struct{ name, body, want string }{
		{"none", answer, answer},
		{"delimiter", answer + "\n-- \nDana Voss\nKestrel Paper", answer},
		{"delimiter without the blank", answer + "\n--\nDana Voss", answer},
		{"regards", answer + "\n\nBest regards,\nDana Voss", answer},
		{"regards and title", answer + "\n\nKind regards\n\nDana Voss\nHead of Sales | Kestrel Paper\n+44 20 7946 0000", answer},
		{"thanks", answer + "\n\nThanks,\nDana", answer},
		{"thanks, exclaimed", answer + "\n\nThanks!\nDana", answer},
		{"thanks, said", answer + "\n\nThanks for the quick answer.\n\nDana", answer + "\n\nThanks for the quick answer."},
		{"only thanks", "Thanks!\n\nDana", "Thanks!"},
		{"first name", answer + "\n\nDana", answer},
		{"initial", answer + "\n\nD.", answer},
		{"initials", answer + "\n\nDV", answer},
		{"dashed name", answer + "\n\n-Dana", answer},
		{"slashed name", answer + "\n\n/Dana", answer},
		{"kiss", answer + "\n\nDana x", answer},
		{"short form", answer + "\n\nDan", answer},
		{"name and firm", answer + "\n\nDana\nKestrel Paper - \"We fold anything!\"", answer},
		{"name and title in a line", answer + "\n\nDana Voss, Head of Sales", answer},
		{"name and pronouns", answer + "\n\nDana Voss (she/her)\nHead of Sales", answer},
		{"name on the last line", answer + " Cheers, Dana", answer},
		{"dashed name on the last line", answer + " - Dana", answer},
		{"name after a comma", answer + "\n\nCheers, Dana", answer},
		{"phone", answer + "\n\nSent from my iPhone", answer},
		{"phone and name", answer + "\n\nDana\nSent from my phone, forgive the typos", answer},
		{"outlook for iOS", answer + "\n\nGet Outlook for iOS<https://aka.ms/o0ukef>", answer},
		{"de", answer + "\n\nMit freundlichen Grüßen\n\ni. A. Dana Voss\nKestrel Paper GmbH & Co. KG\nGeschäftsführer: B. Kestrel", answer},
		{"de from a town", answer + "\n\nBeste Grüße aus Kiel\nDana Voss", answer},
		{"de short", answer + "\n\nMfG\nD. Voss", answer},
		{"de phone", answer + "\n\nVon meinem iPhone gesendet", answer},
		{"de web.de", answer + "\n\nDiese Nachricht wurde von meinem Android Mobiltelefon mit WEB.DE Mail gesendet.", answer},
		{"fr", answer + "\n\nBien cordialement,\nDana Voss", answer},
		{"fr formal", answer + "\n\nJe vous prie d'agréer, Madame, l'expression de mes sentiments distingués.\n\nDana Voss", answer},
		{"fr phone", answer + "\n\nEnvoyé de mon iPhone", answer},
		{"es", answer + "\n\nUn saludo,\nDana", answer},
		{"es phone", answer + "\n\nEnviado desde mi iPhone", answer},
		{"it", answer + "\n\nCordiali saluti\nDana Voss", answer},
		{"it phone", answer + "\n\nInviato da iPhone", answer},
		{"pt", answer + "\n\nAtenciosamente,\nDana Voss", answer},
		{"nl", answer + "\n\nMet vriendelijke groet,\n\nDana Voss", answer},
		{"nl with the name", answer + "\n\nGroetjes, Dana", answer},
		{"pl", answer + "\n\nPozdrawiam\nDana Voss", answer},
		{"sv", answer + "\n\nMed vänliga hälsningar\nDana Voss", answer},
		{"da", answer + "\n\nMed venlig hilsen\n\nDana Voss", answer},
		{"fi", answer + "\n\nYstävällisin terveisin\nDana Voss", answer},
		{"cs", answer + "\n\nS pozdravem\nDana Voss", answer},
		{"tr", answer + "\n\nSaygılarımla,\nDana Voss", answer},
		{"ja", answer + "\n\nよろしくお願いいたします。\nDana Voss", answer},
		{"two languages", answer + "\n\nBest regards / Z poważaniem\nDana Voss", answer},
		{"confidential", answer + "\n\nDana\n\nThis e-mail and any attachment are confidential and may be privileged.", answer},
		{"confidential without a name", answer + "\n\nCONFIDENTIALITY NOTICE: the contents are intended only for the addressee.", answer},
		{"trees", answer + "\n\nPlease consider the environment before printing this e-mail.", answer},
		{"scanned", answer + "\n\nThis email has been scanned for viruses.", answer},
		{"thanks for something", answer + "\n\nThanks for your time,\nDana", answer},
		{"outlook, german", answer + "\n\nHolen Sie sich Outlook für iOS", answer},
		{"outlook, french", answer + "\n\nTélécharger Outlook pour iOS", answer},
		{"bluemail", answer + "\n\nGet BlueMail for Android", answer},
		{"yahoo", answer + "\n\nYahoo Mail: Search, Organize, Conquer", answer},
		{"a team", answer + "\n\nYour Kestrel Paper Team", answer},
		{"a company's number", answer + "\n\nKestrel Paper Ltd is a company registered in England.", answer},
		{"postscript", answer + "\n\nBest,\nDana\n\nPS: please stop writing to my old address.", answer + "\n\nPS: please stop writing to my old address."},
		{"postscript above a footer", answer + "\n\nDana\n\nP.S. Bring the blue one.\n\nThis e-mail is confidential and intended only for the addressee.", answer + "\n\nP.S. Bring the blue one."},
		{"a sentence that begins as a device line", "Sent from my desk, this is much easier than from a phone.", "Sent from my desk, this is much easier than from a phone."},
		{"dashes within a line", "Here is a fix -- this is not a signature.", "Here is a fix -- this is not a signature."},
		{"a paragraph on unsubscribing", "Hi Ana,\n\nUnsubscribe me please.", "Hi Ana,\n\nUnsubscribe me please."},
		{"a word that no list knows", "Hi Ana,\n\nTilmeldingsstop", "Hi Ana,\n\nTilmeldingsstop"},
		{"a mailing list", "Hi Ana,\n\nPlease remove me from your mailing list. I tried to unsubscribe twice.", "Hi Ana,\n\nPlease remove me from your mailing list. I tried to unsubscribe twice."},
		{"how to unsubscribe", "Hi Ana,\n\nwhat must I do to unsubscribe from this? Stop it.", "Hi Ana,\n\nwhat must I do to unsubscribe from this? Stop it."},
		{"the law", "Hola,\n\nDe conformidad con el RGPD solicito la supresión de mis datos.", "Hola,\n\nDe conformidad con el RGPD solicito la supresión de mis datos."},
		{"this mail", "Hallo,\n\nDit bericht is ongewenst. Deze e-mail wil ik niet meer.", "Hallo,\n\nDit bericht is ongewenst. Deze e-mail wil ik niet meer."},
		{"a formal notice", "Dear Ana,\n\nThis communication is formal notice to stop writing to us.", "Dear Ana,\n\nThis communication is formal notice to stop writing to us."},
		{"a question about the law", "Hi Ana,\n\nIs your tool GDPR compliant?", "Hi Ana,\n\nIs your tool GDPR compliant?"},
		{"a link to a calendar", "Hi Ana,\n\nBook a meeting here: https://cal.kestrel.example/dana", "Hi Ana,\n\nBook a meeting here: https://cal.kestrel.example/dana"},
		{"a tablet", answer + "\n\nDana's iPad", answer},
		{"love and kisses", answer + "\n\nLove, Dana xx", answer},
		{"the firm and what it tells anyone, below", answer + "\n\nKestrel Paper\nYou can comment, track and object online.", answer},
		{"a stranger above the firm", answer + "\n\nAsh\nKestrel Paper. Orders before 1pm ship same day.", answer},
		{"initials of three", answer + "\n\nD. M-V.", answer + "\n\nD. M-V."}, // no name of Dana Voss has an M
		{"the firm and what it tells anyone", answer + "\n\nKestrel Paper. Open from six. Samples are free of charge.", answer},
		{"the firm within a name, told", answer + "\n\nThe Kestrel Works, ISO certified. Save trees, think before printing.", answer},
		{"the firm below the name, told", answer + "\n\nDana Voss\n\nKestrel Paper, Lda. Crianças até aos 4 anos não pagam.", answer},
		{"the firm and what is asked of us", answer + "\n\nKestrel Paper. We need forty pallets by Friday.", answer + "\n\nKestrel Paper. We need forty pallets by Friday."},
		{"the firm and a demand", answer + "\n\nKestrel Paper. Take us off your list.", answer + "\n\nKestrel Paper. Take us off your list."},
		{"the firm and when it opens again", answer + "\n\nKestrel Paper. Closed until 4 April.", answer + "\n\nKestrel Paper. Closed until 4 April."},
		{"the firm does something", answer + "\n\nKestrel is closed on Mondays, call before you come.", answer + "\n\nKestrel is closed on Mondays, call before you come."},
		{"a greeting above a notice", "Dear Guest,\n\nWe truly appreciate your interest! Should you no longer wish to receive our newsletter, use the button in it.", "Dear Guest,\n\nWe truly appreciate your interest! Should you no longer wish to receive our newsletter, use the button in it."},
		{"a nickname", answer + "\n\nPeggy", answer},
		{"a nickname that no list knows, with a firm", answer + "\n\nBiggles\nKestrel Paper", answer},
		{"an answer of one word", "Would you call me?\n\nTomorrow", "Would you call me?\n\nTomorrow"},
		{"a greeting is no signature", "Dana,\n\n" + answer, "Dana,\n\n" + answer},
		{"another person's name", "The right person for this:\n\nKaren Hill\nkaren@hill.example", "The right person for this:\n\nKaren Hill\nkaren@hill.example"},
		{"empty", "", ""},
		{"only a signature", "-- \nDana Voss\nKestrel Paper", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := newText(tt.body); got != tt.want {
				t.Errorf("new text %q, want %q", got, tt.want)
			}
			quoted := tt.body + "\n\nOn Tue, 3 Mar 2026 at 10:00, Ana Lima <ana@lima.example> wrote:\n\n> Hi Dana,\n> who answers at night?\n"
			if got := newText(quoted); got != tt.want {
				t.Errorf("above a quote: new text %q, want %q", got, tt.want)
			}
		})
	}
}

// TestOfficesAnswer holds that whoever answers for an office signs with its name beside
// theirs.
func TestOfficesAnswer(t *testing.T) {
	t.Parallel()
	const answer = "Not for us, sorry. Try Bronwen."
	for signed, from := range map[string]mail.Address{
		"Jan, accounts":                    {Name: "Accounts", Address: "accounts@kestrel.example"},
		"Chloe on reception":               {Name: "Reception", Address: "reception@kestrel.example"},
		"Prue and Malcolm, membership":     {Name: "Membership Team", Address: "membership@kestrel.example"},
		"Mandy (Kestrel support)":          {Name: "Support", Address: "support@kestrel.example"},
		"Esther, administratie":            {Name: "Administratie", Address: "info@kestrel.example"},
		"!Ask reception":                   {Name: "Reception", Address: "reception@kestrel.example"},
		"!Please call accounts":            {Name: "Accounts", Address: "accounts@kestrel.example"},
		"!Reception":                       {Name: "Opening Hours", Address: "desk@kestrel.example"},
		"!Remove support":                  {Name: "Support", Address: "support@kestrel.example"},
		"!No membership":                   {Name: "Membership Team", Address: "membership@kestrel.example"},
		"!Bookings go through reception.":  {Name: "Reception", Address: "reception@kestrel.example"},
		"!Jan decides about the accounts?": {Name: "Accounts", Address: "accounts@kestrel.example"},
	} {
		text, stays := strings.CutPrefix(signed, "!")
		want := answer
		if stays {
			want += "\n\n" + text
		}
		if got := takeApart(plainLines(answer+"\n\n"+text, nil), newWriter([]mail.Address{from}), "", nil).fresh; got != want {
			t.Errorf("%s: new text %q, want %q", from.Name, got, want)
		}
	}
}

// TestInlineAnswers holds that answers between and below the lines of a quote
// are found, joined in their order.
func TestInlineAnswers(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, body, want string }{
		{"between", "See below.\n\nOn 3/3/2026, Ana wrote:\n> How many?\n\nFive.\n\n> When?\n\nIn May.\n\n> Ana\n\n-- \nDana", "See below.\n\nFive.\n\nIn May."},
		{"without blank lines", "> How many?\nFive.\n> When?\nIn May.\n", "Five.\n\nIn May."},
		{"a wrapped quote is no answer", "On 3/3/2026, Ana wrote:\n> this line was so long that a server on its way wrapped it, once again, and so the\nlast words stand alone\n> When?\nIn May.\n", "In May."},
		{"below a header and marked lines", "----- Original Message -----\nFrom: Ana Lima\nTo: dana@k.example\nSent: Tuesday, March 3, 2026 10:00 AM\nSubject: Calls\n\n> How many?\n> Ana\n\nFive.\n\nDana\n", "Five."},
		{"deeper quotes", "Yes.\n\n> No?\n>> Maybe?\n>>> Who?\n", "Yes."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := newText(tt.body); got != tt.want {
				t.Errorf("new text %q, want %q", got, tt.want)
			}
		})
	}
}

// TestSentText holds that our own words are never taken for the writer's,
// however they came into the answer.
func TestSentText(t *testing.T) {
	t.Parallel()
	const sent = "Hi Dana,\n\nwho answers at night when it rings in your shop? We do.\n\nAna\n\nReply STOP and you never hear from me again."
	w := newWriter([]mail.Address{{Name: "Dana Voss", Address: "dana@kestrel.example"}})
	body := "We got your message and will be in touch.\n\n" + sent + "\n"
	if got, want := takeApart(plainLines(body, nil), w, sent, nil).fresh, "We got your message and will be in touch."; got != want {
		t.Errorf("new text %q, want %q", got, want)
	}
}

// Our mail below an answer may stand there without any mark.
func TestUnmarkedHistory(t *testing.T) {
	t.Parallel()
	const ours = "A quote that goes out the same day wins twice as often.\n\nAna Lima\nLima Quotes\n\nP.S. If you'd rather not hear from me, write \"unsubscribe\"."
	for _, tt := range []struct{ name, body, want string }{
		{"a greeting of the writer", "The drawings take longest.\n\nHi Dana,\n\n" + ours, "The drawings take longest."},
		{"a rule above it", "Thursday is better for me\n\n----------\nGuten Tag Frau Voss,\n\n" + ours, "Thursday is better for me"},
		{"a name and no date", "Let me think about it.\n\nAna Lima wrote:\n" + ours, "Let me think about it."},
		{"the heading of a machine", "We aim to answer within 5 days.\n\n-- Your message --\nHello,\n\nwho plans the refit?", "We aim to answer within 5 days."},
		{"nothing above it", "Dear Dana,\n\nis this yours?\n\nAna Lima", "Dear Dana,\n\nis this yours?"},
		{"who it is written to", "Hi Ana,\n\nthanks.\n\nDear Ana, one more thing.", "Hi Ana,\n\nthanks.\n\nDear Ana, one more thing."},
		{"another one's words", "This is what Bo wrote:\nwe need two.", "This is what Bo wrote:\nwe need two."},
		{"a sign-off and a postscript of the writer", "Danke, nein.\n\nLiebe Grüße, Dana.\n\nPS: Bitte nehmen Sie mich aus dem Verteiler.", "Danke, nein.\n\nPS: Bitte nehmen Sie mich aus dem Verteiler."},
		{"words below ours", "You wrote on Monday:\n\nDear Dana,\n\na demo?\n\nAna Lima\n\nNo. Take me off your list!", "You wrote on Monday:\n\nDear Dana,\n\na demo?\n\nAna Lima\n\nNo. Take me off your list!"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			raw := "From: Dana Voss <dana@kestrel.example>\r\nTo: Ana Lima <ana@lima.example>\r\nDate: Tue, 3 Mar 2026 11:00:00 +0100\r\nSubject: Re: Quotes\r\n\r\n" + strings.ReplaceAll(tt.body, "\n", "\r\n")
			if got := Read([]byte(raw), Context{}).NewText; got != tt.want {
				t.Errorf("new is %q, want %q", got, tt.want)
			}
		})
	}
}

// TestFarewell tells a word of farewell, which may be all that somebody says, from
// other words that end a letter.
func TestFarewell(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"Cheerio.":  true,
		"Tschüss.":  true,
		"Adiós.":    true,
		"Cheerio":   false,
		"Later.":    false,
		"Pass.":     false,
		"It.":       false,
		"Thanks.":   false,
		"Bye, Jo.":  false,
		"Regards.":  false,
		"Doei doei": false,
	} {
		if got := isFarewell(s); got != want {
			t.Errorf("isFarewell(%q) = %v", s, got)
		}
	}
}
