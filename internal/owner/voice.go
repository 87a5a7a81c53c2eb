package owner

import (
	"strings"
	"time"
	"unicode"

	"followupd/internal/replies"
	"followupd/internal/report"
	"followupd/templates"
)

// voice is how somebody is written to: the language, by ISO 639-1 code, and
// whether they are on first-name terms where a language has such a form.
type voice struct {
	language string
	informal bool
}

// spoken is the voice of an answer: the language of what they wrote, else that
// of our own mails, and the form that they use, else the one that we do.
func (s *story) spoken() voice {
	words := s.words()
	v := voice{language: replies.Language(words)}
	own, text := "", ""
	if s.voiceOf != nil && s.enrolment != nil {
		own, text = s.voiceOf(s.enrolment.Sequence)
	}
	if _, known := phrases[v.language]; !known {
		v.language, words = own, ""
	}
	if _, known := phrases[v.language]; !known {
		v.language = "en"
	}
	familiar, formal := addressed(v.language, words)
	if !familiar && !formal && own == v.language {
		familiar, formal = addressed(v.language, text)
	}
	v.informal = familiar && !formal
	return v
}

// Words that address somebody, on first-name terms and otherwise. Those with a
// capital letter count within a sentence alone, where it tells.
var familiarWords, formalWords = map[string]string{
	"de": "du dir dich dein deine deinen deinem deiner euch euer eure euren",
	"fr": "tu te toi ton ta tes t",
	"es": "tú tu tus te ti contigo puedes quieres tienes escríbeme llámame avísame",
	"it": "tu ti te tuo tua tuoi tue scrivimi chiamami fammi",
	"pt": "tu te ti teu tua teus tuas contigo",
	"nl": "je jij jou jouw jullie",
}, map[string]string{
	"de": "Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer Ihres",
	"fr": "vous votre vos",
	"es": "usted ustedes",
	"it": "Lei La Le Suo Sua Suoi Sue",
	"pt": "senhor senhora",
	"nl": "u uw",
}

// addressed says in which forms a text addresses its reader.
func addressed(language, text string) (familiar, formal bool) {
	start := true
	for field := range strings.FieldsSeq(text) {
		for i, word := range strings.FieldsFunc(field, func(r rune) bool { return !unicode.IsLetter(r) }) {
			familiar = familiar || has(familiarWords[language], strings.ToLower(word))
			capital := strings.ToLower(word) != word
			formal = formal || has(formalWords[language], word) && (!capital || !start || i > 0) || !capital && has(strings.ToLower(formalWords[language]), word) && language != "de" && language != "it"
		}
		start = strings.ContainsAny(field[len(field)-1:], ".!?:")
	}
	return familiar, formal
}

func has(list, word string) bool { return strings.Contains(" "+list+" ", " "+word+" ") }

// phrase is one thing to say, to people who are and who aren't on first-name
// terms. One that is the same for both has no second.
type phrase struct{ formal, informal string }

func (v voice) say(p phrase) string {
	if v.informal && p.informal != "" {
		return p.informal
	}
	return p.formal
}

// wordings are what ready answers are made of. NAME, WHEN, DATE and TIME are
// filled in.
type wordings struct {
	hello        phrase // where a name is known; NAME is the first one, or the whole one for formal
	stranger     string // where none is
	again        phrase // WHEN
	then         phrase // at the time that they named, which is no single day
	shallI       phrase // WHEN
	whenBest     phrase
	happened     phrase
	meet         phrase // DATE, TIME
	pointed      phrase // NAME
	bye          phrase
	onDay        string // DATE, with its weekday; goes into WHEN
	inMonth      string // goes into WHEN
	weekdays     string // from Sunday on
	clock        string
	wrote        string // DATE, TIME, NAME
	beforeNumber string // between a weekday and the day
}

var phrases = map[string]wordings{
	"en": {
		hello: phrase{"Hi NAME,", ""}, stranger: "Hello,",
		again:    phrase{"Of course, I'll write again WHEN.", ""},
		then:     phrase{"Of course, I'll write again then.", ""},
		shallI:   phrase{"Of course. Shall I write again WHEN?", ""},
		whenBest: phrase{"Of course. When would suit you, and what will have happened by then?", ""},
		happened: phrase{"So that it is worth your time: what will have happened by then?", ""},
		meet:     phrase{"Thank you. DATE at TIME works for me; I'll send you an invitation.", ""},
		pointed:  phrase{"Thank you, that helps. I'll write to NAME and say that you pointed me there.", ""},
		onDay:    "on DATE", inMonth: "in DATE", weekdays: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday", clock: "15:04",
		wrote: "On DATE at TIME, NAME wrote:", bye: phrase{"Best regards,", ""},
	},
	"de": {
		hello: phrase{"Guten Tag NAME,", "Hallo NAME,"}, stranger: "Guten Tag,",
		again:    phrase{"gern, ich melde mich WHEN wieder.", ""},
		then:     phrase{"gern, dann melde ich mich wieder.", ""},
		shallI:   phrase{"gern. Soll ich mich WHEN wieder melden?", ""},
		whenBest: phrase{"gern. Wann passt es Ihnen, und was wird sich bis dahin getan haben?", "gern. Wann passt es dir, und was wird sich bis dahin getan haben?"},
		happened: phrase{"Damit es sich für Sie lohnt: Was wird sich bis dahin getan haben?", "Damit es sich für dich lohnt: Was wird sich bis dahin getan haben?"},
		meet:     phrase{"vielen Dank. DATE um TIME Uhr passt mir gut. Ich schicke Ihnen eine Einladung.", "vielen Dank. DATE um TIME Uhr passt mir gut. Ich schicke dir eine Einladung."},
		pointed:  phrase{"vielen Dank, das hilft mir. Ich schreibe an NAME und sage, dass der Hinweis von Ihnen kommt.", "vielen Dank, das hilft mir. Ich schreibe an NAME und sage, dass der Hinweis von dir kommt."},
		onDay:    "am DATE", inMonth: "im DATE", weekdays: "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag", clock: "15:04", beforeNumber: ", den",
		wrote: "Am DATE um TIME schrieb NAME:", bye: phrase{"Viele Grüße", ""},
	},
	"fr": {
		hello: phrase{"Bonjour,", "Bonjour NAME,"}, stranger: "Bonjour,",
		again:    phrase{"Bien sûr, je reviendrai vers vous WHEN.", "Bien sûr, je reviendrai vers toi WHEN."},
		then:     phrase{"Bien sûr, je reviendrai vers vous à ce moment-là.", "Bien sûr, je reviendrai vers toi à ce moment-là."},
		shallI:   phrase{"Bien sûr. Puis-je revenir vers vous WHEN ?", "Bien sûr. Je reviens vers toi WHEN ?"},
		whenBest: phrase{"Bien sûr. Quand cela vous conviendrait-il, et qu'est-ce qui aura avancé d'ici là ?", "Bien sûr. Quand est-ce que ça te conviendrait, et qu'est-ce qui aura avancé d'ici là ?"},
		happened: phrase{"Pour que cela vous soit utile : qu'est-ce qui aura avancé d'ici là ?", "Pour que cela te soit utile : qu'est-ce qui aura avancé d'ici là ?"},
		meet:     phrase{"Merci. Le DATE à TIME me convient ; je vous envoie une invitation.", "Merci. Le DATE à TIME me convient ; je t'envoie une invitation."},
		pointed:  phrase{"Merci, cela m'aide beaucoup. J'écris à NAME en précisant que c'est vous qui m'avez donné son nom.", "Merci, ça m'aide beaucoup. J'écris à NAME en précisant que c'est toi qui m'as donné son nom."},
		onDay:    "le DATE", inMonth: "en DATE", weekdays: "dimanche lundi mardi mercredi jeudi vendredi samedi", clock: "15h04",
		wrote: "Le DATE à TIME, NAME a écrit :", bye: phrase{"Bien cordialement,", "À bientôt,"},
	},
	"es": {
		hello: phrase{"Buenos días:", "Hola, NAME:"}, stranger: "Buenos días:",
		again:    phrase{"Por supuesto, le vuelvo a escribir WHEN.", "Por supuesto, te vuelvo a escribir WHEN."},
		then:     phrase{"Por supuesto, le vuelvo a escribir entonces.", "Por supuesto, te vuelvo a escribir entonces."},
		shallI:   phrase{"Por supuesto. ¿Le vuelvo a escribir WHEN?", "Por supuesto. ¿Te vuelvo a escribir WHEN?"},
		whenBest: phrase{"Por supuesto. ¿Cuándo le vendría bien y qué habrá cambiado para entonces?", "Por supuesto. ¿Cuándo te vendría bien y qué habrá cambiado para entonces?"},
		happened: phrase{"Para que le sea útil: ¿qué habrá cambiado para entonces?", "Para que te sea útil: ¿qué habrá cambiado para entonces?"},
		meet:     phrase{"Gracias. El DATE a las TIME me viene bien; le envío una invitación.", "Gracias. El DATE a las TIME me viene bien; te envío una invitación."},
		pointed:  phrase{"Gracias, me ayuda mucho. Escribiré a NAME y diré que voy de su parte.", "Gracias, me ayuda mucho. Escribiré a NAME y diré que voy de tu parte."},
		onDay:    "el DATE", inMonth: "en DATE", weekdays: "domingo lunes martes miércoles jueves viernes sábado", clock: "15:04",
		wrote: "El DATE a las TIME, NAME escribió:", bye: phrase{"Un saludo,", "Un saludo,"},
	},
	"it": {
		hello: phrase{"Buongiorno,", "Ciao NAME,"}, stranger: "Buongiorno,",
		again:    phrase{"certo, Le riscrivo WHEN.", "certo, ti riscrivo WHEN."},
		then:     phrase{"certo, Le riscrivo in quel periodo.", "certo, ti riscrivo in quel periodo."},
		shallI:   phrase{"certo. Le riscrivo WHEN?", "certo. Ti riscrivo WHEN?"},
		whenBest: phrase{"certo. Quando Le andrebbe bene, e che cosa sarà successo nel frattempo?", "certo. Quando ti andrebbe bene, e che cosa sarà successo nel frattempo?"},
		happened: phrase{"Perché Le sia utile: che cosa sarà successo nel frattempo?", "Perché ti sia utile: che cosa sarà successo nel frattempo?"},
		meet:     phrase{"grazie. Per me DATE alle TIME va bene; Le mando un invito.", "grazie. Per me DATE alle TIME va bene; ti mando un invito."},
		pointed:  phrase{"grazie, mi è di grande aiuto. Scriverò a NAME facendo il Suo nome.", "grazie, mi è di grande aiuto. Scriverò a NAME facendo il tuo nome."},
		onDay:    "DATE", inMonth: "a DATE", weekdays: "domenica lunedì martedì mercoledì giovedì venerdì sabato", clock: "15:04",
		wrote: "Il DATE alle TIME, NAME ha scritto:", bye: phrase{"Cordiali saluti,", "A presto,"},
	},
	"pt": {
		hello: phrase{"Bom dia,", "Olá, NAME,"}, stranger: "Bom dia,",
		again:    phrase{"Claro, volto a escrever WHEN.", ""},
		then:     phrase{"Claro, volto a escrever nessa altura.", ""},
		shallI:   phrase{"Claro. Posso voltar a escrever WHEN?", ""},
		whenBest: phrase{"Claro. Quando seria melhor, e o que terá acontecido até lá?", ""},
		happened: phrase{"Para que lhe seja útil: o que terá acontecido até lá?", "Para que te seja útil: o que terá acontecido até lá?"},
		meet:     phrase{"Agradeço a resposta. Para mim, DATE às TIME está bem; envio-lhe um convite.", "Agradeço a resposta. Para mim, DATE às TIME está bem; envio-te um convite."},
		pointed:  phrase{"Agradeço, ajuda muito. Vou escrever a NAME e mencionar a sua indicação.", "Agradeço, ajuda muito. Vou escrever a NAME e mencionar a tua indicação."},
		onDay:    "na DATE", inMonth: "em DATE", weekdays: "domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado", clock: "15:04", beforeNumber: ",",
		wrote: "Em DATE às TIME, NAME escreveu:", bye: phrase{"Com os melhores cumprimentos,", "Um abraço,"},
	},
	"nl": {
		hello: phrase{"Goedendag,", "Dag NAME,"}, stranger: "Goedendag,",
		again:    phrase{"Natuurlijk, ik neem WHEN weer contact met u op.", "Natuurlijk, ik neem WHEN weer contact met je op."},
		then:     phrase{"Natuurlijk, ik neem dan weer contact met u op.", "Natuurlijk, ik neem dan weer contact met je op."},
		shallI:   phrase{"Natuurlijk. Zal ik WHEN weer contact met u opnemen?", "Natuurlijk. Zal ik WHEN weer contact met je opnemen?"},
		whenBest: phrase{"Natuurlijk. Wanneer komt het u uit, en wat zal er tegen die tijd gebeurd zijn?", "Natuurlijk. Wanneer komt het je uit, en wat zal er tegen die tijd gebeurd zijn?"},
		happened: phrase{"Zodat u er iets aan hebt: wat zal er tegen die tijd gebeurd zijn?", "Zodat je er iets aan hebt: wat zal er tegen die tijd gebeurd zijn?"},
		meet:     phrase{"Dank u, DATE om TIME uur komt mij goed uit; ik stuur u een uitnodiging.", "Dank je, DATE om TIME uur komt mij goed uit; ik stuur je een uitnodiging."},
		pointed:  phrase{"Dank u, dat helpt me. Ik schrijf naar NAME en vermeld dat u mij heeft doorverwezen.", "Dank je, dat helpt me. Ik schrijf naar NAME en vermeld dat jij me hebt doorverwezen."},
		onDay:    "op DATE", inMonth: "in DATE", weekdays: "zondag maandag dinsdag woensdag donderdag vrijdag zaterdag", clock: "15:04",
		wrote: "Op DATE om TIME schreef NAME:", bye: phrase{"Met vriendelijke groet,", "Groeten,"},
	},
}

func (v voice) words() wordings { return phrases[v.language] }

func filled(text string, pairs ...string) string { return strings.NewReplacer(pairs...).Replace(text) }

// date is a day with its weekday, and the year where it isn't soon.
func (v voice) date(at, now time.Time) string {
	const soon = 300 * 24 * time.Hour
	w := v.words()
	return strings.Fields(w.weekdays)[at.Weekday()] + w.beforeNumber + " " + templates.Day(v.language, at, at.Sub(now) > soon)
}

// when is a day, or the month that they named and no day of it.
func (v voice) when(at, now time.Time, month bool) string {
	w := v.words()
	if !month {
		day := filled(w.onDay, "DATE", v.date(at, now))
		if v.language == "pt" && (at.Weekday() == time.Saturday || at.Weekday() == time.Sunday) {
			day = "no" + strings.TrimPrefix(day, "na")
		}
		return day
	}
	name := templates.Month(v.language, at, at.Sub(now) > 300*24*time.Hour)
	if v.language == "it" && strings.HasPrefix(name, "a") {
		return "ad " + name
	}
	return filled(w.inMonth, "DATE", name)
}

// letter makes an answer of what it says: a line is a paragraph, however long,
// and the mail program folds it.
func (s *story) letter(v voice, says ...string) []string {
	lines := []string{s.hello(v), "", strings.Join(says, " ")}
	if s.sender != "" && !s.deputy {
		lines = append(lines, "", v.say(v.words().bye), report.OneLine(s.sender, 60))
	}
	return lines
}

// hello greets them by the name that is known, in the way that the form asks for.
func (s *story) hello(v voice) string {
	w, f := v.words(), s.person.Fields
	first := report.OneLine(f["first_name"], 40)
	name := first
	if v.language == "de" && !v.informal {
		if name = strings.TrimSpace(report.OneLine(f["anrede"], 40)); name == "" {
			name = first
		}
		if last := report.OneLine(f["last_name"], 40); last != "" && name != "" {
			name += " " + last
		}
	}
	if name == "" {
		return w.stranger
	}
	return filled(v.say(w.hello), "NAME", name)
}
