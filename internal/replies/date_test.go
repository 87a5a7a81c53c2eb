package replies

import (
	"mime"
	"testing"
	"time"
)

// Every day is counted from Wednesday, 4 March 2026, where the writer is.
func wednesday(offset float64) time.Time {
	return time.Date(2026, time.March, 4, 10, 0, 0, 0, time.FixedZone("", int(offset*3600)))
}

func TestAbsenceEnd(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		offset     float64
		want       string
	}{
		{"return date", "I am out of the office and will return on Monday 16 March 2026.", 0, "2026-03-16"},
		{"until a Wednesday is the day after", "I'm on leave until Wednesday 11 March.", 0, "2026-03-12"},
		{"until a Monday is that day", "I am away until Monday 16 March.", 0, "2026-03-16"},
		{"until a Friday is the Monday after", "Out of office until Friday 13 March.", 0, "2026-03-16"},
		{"range", "I will be out of the office from 9 to 13 March.", 0, "2026-03-16"},
		{"American order", "I am out 3/9 - 3/13, returning 3/16.", -5, "2026-03-16"},
		{"British order", "I am away until 07/04/2026 and will reply when I am back.", 1, "2026-04-08"},
		{"weekday proves the order", "returning Tuesday 07/04/2026. The office is closed.", -5, "2026-04-07"},
		{"only a weekday", "I am out of the office today and back on Monday.", 0, "2026-03-09"},
		{"tomorrow", "Out today, back tomorrow.", 0, "2026-03-05"},
		{"month and year", "I'm on maternity leave and expect to be back in February 2027.", 0, "2027-02-01"},
		{"past date is none", "I am out of the office and will return on January 5, 2026.", -5, ""},
		{"too far is none", "I will be back on 1 January 2030.", 0, ""},
		{"days of part-time work", "I work Mondays and Tuesdays only and will reply on my next working day.", 0, "2026-03-09"},
		{"German until inclusive", "Ich bin bis einschließlich 13.03.2026 nicht im Hause.", 1, "2026-03-16"},
		{"German return", "Ab dem 16. März bin ich wieder für Sie da.", 1, "2026-03-16"},
		{"German range", "Vom 9.3. bis 13.3. ist unser Büro geschlossen.", 1, "2026-03-16"},
		{"German week day", "Ich bin am Montag wieder im Büro.", 1, "2026-03-09"},
		{"French until inclusive", "Je suis absent jusqu'au 11 mars inclus.", 1, "2026-03-12"},
		{"French return", "De retour le lundi 16 mars.", 1, "2026-03-16"},
		{"Spanish return", "Estoy de vacaciones. Me reincorporaré el lunes 16 de marzo.", 1, "2026-03-16"},
		{"Spanish range", "Estaré fuera del 9 al 13 de marzo.", 1, "2026-03-16"},
		{"Italian range and return", "I nostri uffici resteranno chiusi dal 9 al 13 marzo. Riapriamo lunedì 16 marzo.", 1, "2026-03-16"},
		{"Portuguese return", "Estou de férias, com retorno previsto para 16/03.", -3, "2026-03-16"},
		{"Dutch until", "Ik ben afwezig t/m 11 maart.", 1, "2026-03-12"},
		{"Dutch return", "Maandag 16 maart ben ik weer aanwezig.", 1, "2026-03-16"},
		{"Swedish return", "Jag är åter måndag den 16 mars.", 1, "2026-03-16"},
		{"Danish return", "Jeg er tilbage mandag den 16. marts.", 1, "2026-03-16"},
		{"Polish return", "Jestem na urlopie, wracam w poniedziałek 16 marca.", 1, "2026-03-16"},
		{"Finnish return", "Palaan töihin 16.3.2026.", 2, "2026-03-16"},
		{"Czech return", "V kanceláři budu opět 16. března 2026.", 1, "2026-03-16"},
		{"Turkish return", "16 Mart Pazartesi günü döneceğim.", 3, "2026-03-16"},
		{"Japanese return", "3月16日以降にご返信いたします。", 9, "2026-03-16"},
		{"no date", "I have patchy signal and will answer when I can.", 0, ""},
		{"two weeks", "I am on holiday for two weeks.", 0, "2026-03-18"},
		{"Ich bin ab Montag wieder da", "Ich bin ab Montag wieder da.", 1, "2026-03-09"},
		{"Ich bin vom 09.03. – 13.03", "Ich bin vom 09.03. – 13.03. nicht im Büro.", 1, "2026-03-16"},
		{"Vom 9.-13. März bin ich im", "Vom 9.-13. März bin ich im Urlaub.", 1, "2026-03-16"},
		{"Bis zum 13.3. bin ich im", "Bis zum 13.3. bin ich im Urlaub.", 1, "2026-03-16"},
		{"Bin bis KW 12 im Urlaub", "Bin bis KW 12 im Urlaub.", 1, "2026-03-23"},
		{"Ich bin diese Woche nicht im", "Ich bin diese Woche nicht im Büro.", 1, "2026-03-09"},
		{"Ich bin bis Ende der Woche", "Ich bin bis Ende der Woche unterwegs.", 1, "2026-03-09"},
		{"Ich bin den Rest der Woche", "Ich bin den Rest der Woche nicht da.", 1, "2026-03-09"},
		{"I'm out for the rest of", "I'm out for the rest of the week.", 1, "2026-03-09"},
		{"I'm out of the office this", "I'm out of the office this week.", 1, "2026-03-09"},
		{"I am out all of next", "I am out all of next week.", 1, "2026-03-16"},
		{"I'm away until the end of", "I'm away until the end of the month.", 1, "2026-04-01"},
		{"Back Monday morning", "Back Monday morning.", 1, "2026-03-09"},
		{"Away 6th to 13th March inclusive", "Away 6th to 13th March inclusive.", 1, "2026-03-16"},
		{"From Mon 9th to Fri 13th", "From Mon 9th to Fri 13th I'm on leave.", 1, "2026-03-16"},
		{"I'm off from 6 March and", "I'm off from 6 March and back on the 17th.", 1, "2026-03-17"},
		{"I return w/c 16 March", "I return w/c 16 March.", 1, "2026-03-16"},
		{"I will be on vacation through", "I will be on vacation through March 13.", 1, "2026-03-16"},
		{"Out of office through Friday, March", "Out of office through Friday, March 13th, returning Monday, March 16th.", 1, "2026-03-16"},
		{"I'm on leave till 3rd April", "I'm on leave till 3rd April.", 1, "2026-04-06"},
		{"Je suis en congés du 9", "Je suis en congés du 9 au 13 mars.", 1, "2026-03-16"},
		{"Absent jusqu'au vendredi 13 mars", "Absent jusqu'au vendredi 13 mars.", 1, "2026-03-16"},
		{"Je serai de retour à partir", "Je serai de retour à partir du 16 mars.", 1, "2026-03-16"},
		{"Nos bureaux sont fermés et rouvriront", "Nos bureaux sont fermés et rouvriront le 16 mars.", 1, "2026-03-16"},
		{"Estaré ausente desde el 9 hasta", "Estaré ausente desde el 9 hasta el 13 de marzo.", 1, "2026-03-16"},
		{"Vuelvo a la oficina el 16/03/2026", "Vuelvo a la oficina el 16/03/2026.", 1, "2026-03-16"},
		{"Sono in ferie fino al 13", "Sono in ferie fino al 13 marzo compreso.", 1, "2026-03-16"},
		{"Rientrerò il 16 marzo", "Rientrerò il 16 marzo.", 1, "2026-03-16"},
		{"Sarò in ufficio da lunedì 16", "Sarò in ufficio da lunedì 16.", 1, "2026-03-16"},
		{"Estarei ausente de 9 a 13", "Estarei ausente de 9 a 13 de março.", 1, "2026-03-16"},
		{"Estou de férias até 13 de", "Estou de férias até 13 de março, regresso dia 16.", 1, "2026-03-16"},
		{"Ik ben met vakantie van 9", "Ik ben met vakantie van 9 t/m 13 maart.", 1, "2026-03-16"},
		{"Ik ben tot en met vrijdag", "Ik ben tot en met vrijdag 13 maart afwezig.", 1, "2026-03-16"},
		{"Vanaf 16 maart ben ik weer", "Vanaf 16 maart ben ik weer bereikbaar.", 1, "2026-03-16"},
		{"Jag är ledig till och med", "Jag är ledig till och med 13 mars.", 1, "2026-03-16"},
		{"Jeg er på ferie til og", "Jeg er på ferie til og med 13. mars og tilbake 16. mars.", 1, "2026-03-16"},
		{"Olen lomalla 13.3. asti", "Olen lomalla 13.3. asti.", 1, "2026-03-16"},
		{"Jestem na urlopie do 13 marca", "Jestem na urlopie do 13 marca.", 1, "2026-03-16"},
		{"Do 13. března mám dovolenou", "Do 13. března mám dovolenou.", 1, "2026-03-16"},
		{"3月13日まで休暇をいただいております。", "3月13日まで休暇をいただいております。", 1, "2026-03-16"},
		{"I'm on paternity leave and will", "I'm on paternity leave and will be back in mid-April.", 1, "2026-04-15"},
		{"I am travelling with limited access", "I am travelling with limited access until 10 March.", 1, "2026-03-11"},
		{"My last day was 28 February", "My last day was 28 February.", 1, ""},
		{"I'm in meetings all day today", "I'm in meetings all day today.", 1, "2026-03-05"},
		{"I will be back in the", "I will be back in the office in two weeks.", 1, "2026-03-18"},
		{"I'm off sick, back hopefully next", "I'm off sick, back hopefully next Monday.", 1, "2026-03-09"},
		{"Reopening after Easter on Tuesday 7", "Reopening after Easter on Tuesday 7 April.", 1, "2026-04-07"},
		{"Office closed for Easter from 3", "Office closed for Easter from 3 April, back Tuesday 7 April at 8.30.", 1, "2026-04-07"},
		{"wir sind bis einschl. Freitag auf", "wir sind bis einschl. Freitag auf der Messe", 1, "2026-03-09"},
		{"Ich bin erst wieder am 16.03", "Ich bin erst wieder am 16.03. erreichbar.", 1, "2026-03-16"},
		{"Nächste Woche bin ich im Urlaub", "Nächste Woche bin ich im Urlaub.", 1, "2026-03-16"},
		{"Heute bin ich nicht im Haus", "Heute bin ich nicht im Haus, morgen wieder.", 1, "2026-03-05"},
		{"turn of the year", "Our office is closed and reopens on 4 January.", 0, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := ""
			if day, _, _ := absenceEnd(parse(tt.text), wednesday(tt.offset)); day != nil {
				got = day.String()
			}
			if got != tt.want {
				t.Errorf("%q: back on %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestDeferral(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		offset     float64
		want       string
		stated     bool
	}{
		{"a month", "Call me in a month.", -5, "2026-04-04", true},
		{"two weeks", "Try me again in two weeks.", 0, "2026-03-18", true},
		{"the longer of two spans", "Ask me again in 2-3 weeks.", 0, "2026-03-25", true},
		{"couple of months", "Get back to me in a couple of months.", 0, "2026-05-04", true},
		{"half a year", "Come back in half a year.", 0, "2026-09-04", true},
		{"months from now", "Ask me again six months from now.", 0, "2026-09-04", true},
		{"not before", "Please not before 15 April, then gladly.", 0, "2026-04-15", true},
		{"after Easter", "Get in touch after Easter.", 0, "2026-04-07", true},
		{"after the summer", "Try me again after the summer.", 0, "2026-09-01", false},
		{"after the summer down under", "Try me again after the summer.", 10, "2027-03-01", false},
		{"next quarter", "Next quarter would be better.", -5, "2026-04-01", false},
		{"third quarter", "Come back to me in Q3.", 0, "2026-07-01", true},
		{"first week", "Come back to me in the first week of November.", 0, "2026-11-02", true},
		{"middle", "Write to me again mid April.", 0, "2026-04-15", true},
		{"beginning", "Ask me again at the beginning of December.", 0, "2026-12-01", true},
		{"end of month", "Please contact me again at the end of May.", 0, "2026-05-28", true},
		{"next year", "Ask me again next year.", 0, "2027-01-01", true},
		{"same time next year", "Same time next year?", -5, "2027-03-04", true},
		{"new year", "Get back to me in the new year.", 0, "2027-01-04", true},
		{"British financial year", "Let's talk in the next financial year, we have no budget until then.", 0, "2026-04-01", false},
		{"week on Monday", "Catch me a week on Monday.", 0, "2026-03-16", true},
		{"Labor Day", "Try me again after Labor Day.", -5, "2026-09-08", true},
		{"bare month", "Drop me a line in September.", 0, "2026-09-01", true},
		{"German week", "Melden Sie sich bitte in KW 37 noch mal.", 1, "2026-09-07", true},
		{"German span", "Bitte in vier Wochen nochmal melden.", 1, "2026-04-01", true},
		{"German holidays", "Melden Sie sich nach den Sommerferien wieder.", 1, "2026-09-01", false},
		{"German half year", "Melden Sie sich im zweiten Halbjahr wieder.", 1, "2026-07-01", true},
		{"French month", "Relancez-moi mi-septembre.", 1, "2026-09-15", true},
		{"French back to school", "Relancez-moi à la rentrée.", 1, "2026-09-01", false},
		{"French span", "Rappelez-moi dans deux mois.", 1, "2026-05-04", true},
		{"Spanish month", "Escríbame a partir de enero.", 1, "2027-01-01", true},
		{"Spanish fortnight", "Escríbeme en la segunda quincena de octubre.", 1, "2026-10-16", true},
		{"Spanish span", "Llámeme dentro de un mes.", 1, "2026-04-04", true},
		{"Italian month", "Ci risentiamo a settembre.", 1, "2026-09-01", true},
		{"Italian span", "Mi ricontatti tra due mesi.", 1, "2026-05-04", true},
		{"Portuguese day", "Volte a contactar-me a partir de 15 de abril.", 0, "2026-04-15", true},
		{"Dutch span", "Wil je het over twee weken nog eens proberen?", 1, "2026-03-18", true},
		{"Dutch month", "Mail me in september nog eens.", 1, "2026-09-01", true},
		{"Dutch week that is no feast", "Mail me over een goede week.", 1, "2026-03-11", true},
		{"away all month, then", "En mayo fuera, luego hablamos.", 1, "2026-06-01", true},
		{"away for weeks of a month, then", "Las tres primeras semanas de agosto estoy fuera, después sí.", 1, "2026-08-24", true},
		{"closed over a long weekend, then", "El puente del 12 de octubre cerramos. Después hablamos.", 1, "2026-10-13", true},
		{"away, and back in a month", "I'm away until autumn, back in October, write then.", 1, "2026-10-01", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			in := &input{NewText: tt.text, Received: wednesday(tt.offset), Kind: KindReply}
			a := argue(in, tt.text)
			day, stated, _ := deferral(a.prose, in.Received, append(a.hits[topicDefer], a.hits[topicNotNow]...))
			got := ""
			if day != nil {
				got = day.String()
			}
			if got != tt.want || stated != tt.stated {
				t.Errorf("%q: from %q stated %v, want %q %v", tt.text, got, stated, tt.want, tt.stated)
			}
		})
	}
}

func TestEaster(t *testing.T) {
	t.Parallel()
	for year, want := range map[int]string{2024: "2024-03-31", 2025: "2025-04-20", 2026: "2026-04-05", 2027: "2027-03-28", 2038: "2038-04-25"} {
		if got := easter(year).String(); got != want {
			t.Errorf("Easter %d on %s, want %s", year, got, want)
		}
	}
}

func TestWeekStart(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		year, week int
		want       string
	}{{2026, 1, "2025-12-29"}, {2026, 37, "2026-09-07"}, {2026, 53, "2026-12-28"}, {2027, 1, "2027-01-04"}} {
		if got := weekStart(tt.year, tt.week).String(); got != tt.want {
			t.Errorf("week %d of %d begins on %s, want %s", tt.week, tt.year, got, tt.want)
		}
	}
}

// A notice's subject may be all that tells when its writer is back; our own
// subject behind the colon tells nothing.
func TestSubjectTellsReturn(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ subject, text, want string }{
		{"Out of office until 31 August: Cold chain", "I am out of office. For urgent questions call the switchboard.", "2026-09-01"},
		{"Abwesend bis 06.09.2026 - Re: Gebläse", "In dringenden Fällen hilft Ihnen Herr Osterkamp.", "2026-09-07"},
		{"Absent jusqu'au 28 août : Re: Devis", "Je suis absent.", "2026-08-31"},
		{"Automatic reply: Holiday offer until 30 September", "I am away.", ""},
		{"Out of office: Our offer until 31 August", "I am out of office.", ""},
		{"Automatic reply: The fair on 12 September", "I am out of office.", ""},
		{"Out of office until 20 August", "I am away and will be back on 24 August.", "2026-08-24"},
	} {
		raw := "From: Dana Voss <dana@kestrel.example>\r\nAuto-Submitted: auto-replied\r\nDate: Wed, 12 Aug 2026 11:00:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\nSubject: " + mime.QEncoding.Encode("utf-8", tt.subject) + "\r\n\r\n" + tt.text + "\r\n"
		got := ""
		if r := Read([]byte(raw), Context{}); r.Until != nil {
			got = r.Until.String()
		}
		if got != tt.want {
			t.Errorf("%q: back on %q, want %q", tt.subject, got, tt.want)
		}
	}
}

// TestReceiptTellsAbsence holds which receipts of a mail also tell that nobody reads it until
// a day to come.
func TestReceiptTellsAbsence(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, time.December, 23, 18, 30, 0, 0, time.UTC)
	for text, want := range map[string]bool{
		"Gentile ospite, grazie per averci scritto. Dal 24 al 27 dicembre non leggiamo la posta: le risponderemo da lunedì 28 dicembre.": true,
		"Thank you for writing. Nobody reads this mailbox from 24 to 27 December; we answer from Monday, 28 December.":                   true,
		"Vielen Dank für Ihre Anfrage. Wir antworten ab Montag, 28. Dezember.":                                                           true,
		"Thank you for your message. We are closed from 24 to 27 December.":                                                              true,
		"Thanks for your mail. We answer within two working days, by Friday at the latest.":                                              false,
		"Thanks! We will get back to you on Monday.":                                                                                     false,
		"Thanks for writing. I open this inbox again on 4 January.":                                                                      true,
		"Danke für die Nachricht. Ich schaue am 4. Januar wieder hier herein.":                                                           true,
		"Merci du message. Je consulte cette boîte à nouveau le 4 janvier.":                                                              true,
		"Gracias por escribir. Yo miro este buzón de nuevo el 4 de enero.":                                                               true,
		"Grazie del messaggio. Io guardo questa casella di nuovo il 4 gennaio.":                                                          true,
		"Obrigado pela mensagem. Eu abro esta caixa de novo a 4 de janeiro.":                                                             true,
		"Gracias por escribir. Reviso este buzón de nuevo el 4 de enero.":                                                                true,
		"Grazie del messaggio. Controllo questa casella di nuovo il 4 gennaio.":                                                          true,
		"Obrigado pela mensagem. Verifico esta caixa de novo a 4 de janeiro.":                                                            true,
		"Gracias por su pedido. Puede recogerlo de nuevo el 4 de enero.":                                                                 false,
		"Dank voor uw bericht. Ik kijk hier op 4 januari weer.":                                                                          true,
		"The desk is staffed on Wednesday evenings. We answer all mail then.":                                                            true,
		"Thank you for your order. Our stall is on the market on Friday mornings.":                                                       false,
		"Thank you. We answer mail from Monday to Thursday.":                                                                             false,
		"Thank you for your order. You can pick it up from Monday, 28 December.":                                                         false,
		"Thank you for your order. Our sale goes on until 31 December.":                                                                  false,
	} {
		if got := tellsAbsence(text, now); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// TestUnreadUntil holds which unread mailboxes are read again from a day to come.
func TestUnreadUntil(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, time.December, 23, 18, 30, 0, 0, time.UTC)
	for text, want := range map[string]bool{
		"We're in the mountains. No one reads this mailbox before 4 January.":       true,
		"Wir sind verreist. Niemand liest dieses Postfach vor dem 4. Januar.":       true,
		"Nobody reads this mailbox any more.":                                       false,
		"This mailbox is not monitored. It will be deleted on 31 January.":          false,
		"Nobody reads this mailbox. Our new catalogue doesn't appear before March.": false,
	} {
		if got := tellsReader(text, now); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
