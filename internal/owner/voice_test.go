package owner_test

import (
	"maps"
	"strings"
	"testing"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/owner"
	"followupd/internal/replies"
	"followupd/sequences"
)

// A ready answer is in the language and the form of the reply, else in those of
// our own sequence, and says the time as the person said it.
func TestReadyAnswersSpeakTheirLanguage(t *testing.T) {
	t.Parallel()
	const day, month, period = replies.RuleLaterDate, replies.RuleLaterMonth, replies.RuleLaterPeriod
	march := &replies.Date{Year: 2027, Month: time.March, Day: 3}
	april := &replies.Date{Year: 2027, Month: time.April, Day: 1}
	german := func(string) (string, string) { return "de", "Guten Tag,\n\nwas dauert bei Ihnen am längsten?" }
	familiar := func(string) (string, string) { return "de", "Hallo,\n\nwas dauert bei dir am längsten?" }
	for _, tt := range []struct {
		name, text, rule string
		until            *replies.Date
		voice            func(string) (string, string)
		want             string
	}{
		{"en, a day", "Not now. Please write to me again on 3 March.", day, march, nil,
			"Hi Dana,\n\nOf course, I'll write again on Wednesday 3 March. So that it is worth your time: what will have happened by then?\n\nBest regards,\nAna Lima\n"},
		{"en, a month", "Not now, please get back to us in April.", month, april, german,
			"Of course, I'll write again in April. So that"},
		{"en, a period", "Please try us again after the summer holidays, we are swamped.", period, april, nil, "Of course, I'll write again then. So that"},
		{"de, a day", "Das passt uns gerade nicht, bitte melden Sie sich am 3. März wieder.", day, march, nil,
			"Guten Tag Dana Reyes,\n\ngern, ich melde mich am Mittwoch, den 3. März wieder. Damit es sich für Sie lohnt: Was wird sich bis dahin getan haben?\n\nViele Grüße\nAna Lima\n"},
		{"de, a month", "Das passt uns gerade nicht, bitte melden Sie sich im April wieder.", month, april, nil, "gern, ich melde mich im April wieder."},
		{"de, a period", "Wir haben gerade viel zu tun, bitte nach den Ferien noch einmal.", period, april, nil, "gern, dann melde ich mich wieder."},
		{"de, on first-name terms", "Hi Ana, gerade passt es nicht. Meld dich bitte im April, dann habe ich Zeit für dich.", month, april, german,
			"Hallo Dana,\n\ngern, ich melde mich im April wieder. Damit es sich für dich lohnt"},
		{"de, as our sequence is", "Im April dann bitte noch einmal, danke und viele Grüße.", month, april, familiar, "Hallo Dana,\n\ngern, ich melde mich im April wieder."},
		{"no words: as our sequence is", "3.3.?", day, march, german, "Guten Tag Dana Reyes,\n\ngern, ich melde mich am Mittwoch, den 3. März wieder."},
		{"fr, a day", "Ce n'est pas le moment pour nous, écrivez-nous le 3 mars s'il vous plaît.", day, march, german,
			"Bonjour,\n\nBien sûr, je reviendrai vers vous le mercredi 3 mars. Pour que cela vous soit utile : qu'est-ce qui aura avancé d'ici là ?\n\nBien cordialement,\nAna Lima\n"},
		{"fr, a month", "Pas maintenant, nous sommes débordés. Revenez vers nous en avril.", month, april, nil, "je reviendrai vers vous en avril."},
		{"fr, on first-name terms", "Salut, ce n'est pas le moment pour nous. Tu peux me relancer en avril ?", month, april, nil,
			"Bonjour Dana,\n\nBien sûr, je reviendrai vers toi en avril. Pour que cela te soit utile"},
		{"es, a day", "Ahora no es buen momento para nosotros, escríbame el 3 de marzo por favor.", day, march, nil,
			"Buenos días:\n\nPor supuesto, le vuelvo a escribir el miércoles 3 de marzo. Para que le sea útil: ¿qué habrá cambiado para entonces?\n\nUn saludo,\nAna Lima\n"},
		{"es, on first-name terms", "Hola Ana, ahora no puedo. ¿Me escribes en abril? Así te digo algo.", month, april, nil,
			"Hola, Dana:\n\nPor supuesto, te vuelvo a escribir en abril. Para que te sea útil"},
		{"it, a day", "Adesso non è il momento giusto per noi, mi riscriva il 3 marzo per favore.", day, march, nil,
			"Buongiorno,\n\ncerto, Le riscrivo mercoledì 3 marzo. Perché Le sia utile: che cosa sarà successo nel frattempo?\n\nCordiali saluti,\nAna Lima\n"},
		{"it, a month", "Adesso non è il momento giusto per noi, mi riscriva ad aprile per favore.", month, april, nil, "certo, Le riscrivo ad aprile."},
		{"it, on first-name terms", "Ciao, adesso non è il momento. Scrivimi ad aprile che ti dico di più.", month, april, nil, "Ciao Dana,\n\ncerto, ti riscrivo ad aprile. Perché ti sia utile"},
		{"pt, a day", "Neste momento não temos tempo, por favor escreva no dia 3 de março.", day, march, nil,
			"Bom dia,\n\nClaro, volto a escrever na quarta-feira, 3 de março. Para que lhe seja útil: o que terá acontecido até lá?\n\nCom os melhores cumprimentos,\nAna Lima\n"},
		{"pt, a month", "Neste momento não temos tempo para isso, volte a escrever em abril.", month, april, nil, "volto a escrever em abril."},
		{"nl, a day", "Het komt nu niet uit, wilt u mij op 3 maart nog eens mailen?", day, march, nil,
			"Goedendag,\n\nNatuurlijk, ik neem op woensdag 3 maart weer contact met u op. Zodat u er iets aan hebt: wat zal er tegen die tijd gebeurd zijn?\n\nMet vriendelijke groet,\nAna Lima\n"},
		{"nl, on first-name terms", "Het komt nu niet uit, wil je me in april nog eens mailen?", month, april, nil,
			"Dag Dana,\n\nNatuurlijk, ik neem in april weer contact met je op. Zodat je er iets aan hebt"},
		{"de, no date", "Gerade ist sehr viel los bei uns, bitte melden Sie sich später.", "", nil, nil, "gern. Wann passt es Ihnen, und was wird sich bis dahin getan haben?"},
		{"a language that we don't write", "それは今ではありません。", day, march, nil, "Hi Dana,\n\nOf course"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w, id := opened(t)
			m := reply(replies.IntentLater, said(tt.rule, "the words"))
			m.Until, m.Stated = tt.until, tt.until != nil
			w.arrive(id, m, tt.text)
			a := w.told[len(w.told)-1]
			a.Mail.MessageID, a.Mail.Subject = "theirs+1@acme.example", "Re: late quotes"
			o := options(t)
			o.Voice = tt.voice
			var raw []byte
			w.write(func(tx *ledger.Tx) (err error) {
				raw, err = owner.New(o).Answer(tx, a)
				return err
			})
			if _, body := parsed(t, raw); !strings.Contains(strings.ReplaceAll(body, "\r", ""), tt.want) {
				t.Errorf("it says\n%s\nwant\n%s", body, tt.want)
			}
		})
	}
}

// A ready answer promises the day on which the mail will really go: no weekend
// and no holiday of theirs, but where the sequence writes on those.
func TestReadyAnswersNameTheDayThatIsKept(t *testing.T) {
	t.Parallel()
	const day, month = replies.RuleLaterDate, replies.RuleLaterMonth
	boxing := replies.Date{Year: 2026, Month: time.December, Day: 26} // a Saturday; Monday takes its place in Britain
	for _, tt := range []struct {
		text, rule, country string
		until               replies.Date
		always, doubted     bool
		want                string
	}{
		{"Das passt uns gerade nicht, bitte melden Sie sich am 26.12. wieder.", day, "GB", boxing, false, false, "gern, ich melde mich am Dienstag, den 29. Dezember wieder."},
		{"Das passt uns gerade nicht, bitte melden Sie sich am 26.12. wieder.", day, "ES", boxing, false, false, "gern, ich melde mich am Montag, den 28. Dezember wieder."},
		{"Das passt uns gerade nicht, bitte melden Sie sich am 26.12. wieder.", day, "GB", boxing, true, false, "gern, ich melde mich am Samstag, den 26. Dezember wieder."},
		{"Das passt uns gerade nicht, bitte melden Sie sich am 26.12. wieder.", day, "GB", boxing, false, true, "am Dienstag, den 29. Dezember wieder"},
		{"Not now. Please write to me again on 26 December.", day, "GB", boxing, false, false, "I'll write again on Tuesday 29 December."},
		{"Ce n'est pas le moment pour nous, écrivez-nous le 26 décembre s'il vous plaît.", day, "GB", boxing, false, false, "vers vous le mardi 29 décembre."},
		{"Ahora no es buen momento para nosotros, escríbame el 26 de diciembre por favor.", day, "GB", boxing, false, false, "escribir el martes 29 de diciembre."},
		{"Adesso non è il momento giusto per noi, mi riscriva il 26 dicembre per favore.", day, "GB", boxing, false, false, "Le riscrivo martedì 29 dicembre."},
		{"Neste momento não temos tempo, por favor escreva no dia 26 de dezembro.", day, "GB", boxing, false, false, "escrever na terça-feira, 29 de dezembro."},
		{"Het komt nu niet uit, wilt u mij op 26 december nog eens mailen?", day, "GB", boxing, false, false, "ik neem op dinsdag 29 december weer"},
		{"Not now, please get back to us in January.", month, "GB", replies.Date{Year: 2027, Month: time.January, Day: 1}, false, false, "I'll write again in January."},
	} {
		t.Run(tt.want, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, "2026-11-09 10:00")
			intro := w.plan.Sequences["intro"]
			intro.Window.Holidays, intro.Window.Always = sequences.HolidaysProspect, tt.always
			w.plan.Sequences["intro"] = intro
			id := w.enrol(dana())
			p := w.people[id]
			p.Fields = maps.Clone(p.Fields)
			p.Fields["country"] = tt.country
			w.people[id] = p
			w.send(id)
			w.pass(24 * time.Hour)
			m := reply(replies.IntentLater, said(tt.rule, "the words"))
			m.Until, m.Stated, m.Certain = &tt.until, true, !tt.doubted
			w.arrive(id, m, tt.text)
			var r owner.Ready
			w.write(func(tx *ledger.Tx) (err error) {
				r, err = owner.New(options(t)).Ready(tx, w.told[len(w.told)-1])
				return err
			})
			if !strings.Contains(r.Text, tt.want) {
				t.Errorf("it says\n%s\nwant\n%s", r.Text, tt.want)
			}
		})
	}
}

// Every language has every wording, and fills in all that it names.
func TestReadyAnswersToTheRest(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ text, meet, pointed string }{
		{"Thursday would be good for us, what do you think of that?", "Thank you. Thursday 26 November at 14:00 works for me", "I'll write to Sam Ito and say"},
		{"Donnerstag würde uns gut passen, wenn es bei Ihnen auch geht.", "vielen Dank. Donnerstag, den 26. November um 14:00 Uhr passt mir gut.", "Ich schreibe an Sam Ito und sage"},
		{"Jeudi nous conviendrait bien, est-ce que cela vous va ?", "Merci. Le jeudi 26 novembre à 14h00 me convient ;", "J'écris à Sam Ito en précisant"},
		{"El jueves nos viene bien, ¿qué le parece a usted la hora?", "Gracias. El jueves 26 de noviembre a las 14:00 me viene bien;", "Escribiré a Sam Ito y diré"},
		{"Giovedì per noi va bene, che cosa ne dice della proposta?", "grazie. Per me giovedì 26 novembre alle 14:00 va bene;", "Scriverò a Sam Ito facendo"},
		{"Na quinta-feira não temos nada, o que acha da proposta?", "Para mim, quinta-feira, 26 de novembro às 14:00 está bem;", "Vou escrever a Sam Ito e mencionar"},
		{"Donderdag is voor ons goed, wat vindt u ervan als we dan bellen?", "Dank u, donderdag 26 november om 14:00 uur komt mij goed uit;", "Ik schrijf naar Sam Ito en"},
	} {
		t.Run(tt.meet, func(t *testing.T) {
			t.Parallel()
			w, id := opened(t)
			w.arrive(id, reply(replies.IntentMeeting), tt.text, named(t, "2026-11-26 14:00", "", nil))
			pointing := reply(replies.IntentReferral)
			pointing.Referred = &replies.Contact{Name: "Sam Ito", Email: "sam@acme.example"}
			w.arrive(id, pointing, tt.text)
			for i, want := range []string{tt.meet, tt.pointed} {
				a := w.told[len(w.told)-2+i]
				var r owner.Ready
				w.write(func(tx *ledger.Tx) (err error) {
					r, err = owner.New(options(t)).Ready(tx, a)
					return err
				})
				if !strings.Contains(r.Text, want) {
					t.Errorf("it says\n%s\nwant %s", r.Text, want)
				}
				for _, hole := range []string{"NAME", "DATE", "TIME", "WHEN"} {
					if strings.Contains(r.Text, hole) {
						t.Errorf("%s is not filled in:\n%s", hole, r.Text)
					}
				}
			}
		})
	}
}
