package replies

import "slices"

// Whoever asks what is held about them, or where their address was found, wants an
// answer, and by law within a month (GDPR Art. 12 and 15): the owner must see it. It
// is no demand to stop, however stern it sounds, unless something else in it is one.

// RuleAccess is the rule that finds such a question. The sentence is its evidence.
const RuleAccess = "question.access"

// accessThings are what is asked for; "how did you get here?" asks for none.
var accessThings = wordSet(`data details address email mail name number contact information records
daten adresse mailadresse anschrift nummer namen donnees adresse coordonnees nom courriel mel datos direccion correo nombre contacto dati indirizzo recapito nome
dados endereco morada contacto contato gegevens adres mailadres naam persoonsgegevens`)

// accessAsked are words of people who ask for their data or where it comes from.
var accessAsked = newPhrasebook(" data you hold|data you have|information you hold|information you have on me|what you hold|hold on me|hold about me|have on me|have about me|copy of my|copy of all|copy of the personal data|access request|right of access|article 15|art 15|where did you get|where you got|how did you get|how you got|where you have my|where do you have my|where have you got|how did you come by|how you came by|who gave you|who passed you|who you got|source of my|source of the data|source of those|from what source|from which source|state your source|address obtained|how it reached you|stored about me|stored on me|whether you process my|from whom you|data of me|" +
	"artikel 15|auskunft|aus welcher quelle|aus welcher datenbank|quelle bitte|woher stammt|woher stammen|woher sie mein|woher haben sie|woher du mein|woher hast du|woher ihr mein|woher habt ihr|wie sie an mein|wie sind sie an|welche daten|welche meiner daten|" +
	"droit dacces|quelles donnees|donnees que vous detenez|donnees que vous avez|ou avez vous|dou tenez vous|dou vous tenez|comment avez vous|qui vous a donne|provenance de|votre source|quelles informations|" +
	"articulo 15|derecho de acceso|que datos|de donde ha|de donde han|de donde saco|de donde sacaron|de donde tiene|como ha obtenido|como han obtenido|como ha conseguido|como consiguio|quien le ha dado|quien le dio|" +
	"articolo 15|da quale fonte|da chi lavete|da chi avete|da chi ha avuto|diritto di accesso|diritto daccesso|quali dati|da dove ha|da dove avete|da dove viene|come ha avuto|come avete avuto|come ha ottenuto|come avete ottenuto|chi le ha dato|chi vi ha dato|" +
	"artigo 15|acesso aos dados|existencia de tratamento|quem vo lo|direito de acesso|que dados|quais dados|onde obteve|onde obtiveram|onde conseguiu|onde conseguiram|como obteve|como obtiveram|como conseguiu|quem lhe deu|quem vos deu|" +
	"welke gegevens|recht op inzage|inzageverzoek|inzage in|waar heeft u|waar hebt u|waar heb je|waar hebben jullie|hoe komt u aan|hoe kom je aan|hoe komen jullie aan|van wie heeft u|hoe je daaraan komt|hoe u daaraan komt|hoe jullie daaraan komen|van wie heb je")

// endStems begin the words that ask for an end or threaten with one.
var endStems = newPhrasebook(" delet| eras| remov| destr| hear from| wip| stop| ceas| desist| unsub| object| withdr| revok| opt| consent| permission| block| lawyer| solicitor| spam| gone| empty| disappear| throw| rid | off | go from| newsletter|" +
	"losch|entfern|austrag|abmeld| widers| widerr| einstell| unterlass| untersag|einwillig| erlaub|anwalt| streich| weg | raus|vernicht|verschwind|" +
	"supprim|suppress|effac| retir|desabonn|desinscri| cesse| arret|oppos|avocat| radi|disparai| enlev|" +
	"elimin| borr|supres|suprim| baja|opong|oposic|abogad| fuera| desapar| quit|" +
	"cancel|rimuov|rimozion| smett|oppong|consens|avvocat|disiscri| tolg| fuori| spari|" +
	"apag| exclu|remoc|descadastr|oponh|oposi|advogad| fora | tire| sumi|" +
	"verwijder| wis|gewis| schrap|bezwaar|toestemming|advocaat|uitschrijv| eruit| eraf| haal |weghal|" +
	" article 17| artikel 17| art 17| articulo 17| articolo 17| artigo 17")

// heedAccess makes a question of a demand that only asks for data, and adds to a question
// the evidence that it does. chance is that of a question.
func (a *argument) heedAccess(v *verdict, chance float64) {
	switch n, ok := a.asksAccess(); {
	case !ok:
	case v.Intent == IntentOptOut:
		*v = verdict{Intent: IntentQuestion, Confidence: max(chance, sureOfAccess), Evidence: []Evidence{a.doubt(RuleAccess, n)}}
	case a.prose.says(a.prose.sentences[n], accessThings):
		v.Evidence = append([]Evidence{a.doubt(RuleAccess, n)}, v.Evidence...)
	}
}

// asksAccess gives the sentence that asks for the writer's data or where it comes from,
// where nothing in the text asks for an end.
func (a *argument) asksAccess() (n int, ok bool) {
	if slices.ContainsFunc(a.hits[topicOptOut], func(h hit) bool { return !lawRules[h.rule.plainName()] }) {
		return 0, false
	}
	asks := -1
	for n, s := range a.prose.sentences {
		if s.from == s.to {
			continue
		}
		text := " " + a.prose.wordsOf(s.from, s.to)
		if endStems.in(text) || a.refusesIn(s) {
			return 0, false
		}
		if asks < 0 && accessAsked.in(text) {
			asks = n
		}
	}
	return asks, asks >= 0
}

// refusesIn says whether a sentence denies a wish, or mail.
func (a *argument) refusesIn(s sentence) bool {
	return slices.ContainsFunc(a.prose.tokens[s.from:s.to], token.deniesAloud) &&
		(a.holds(s.from, s.to, mailingWords) || a.holds(s.from, s.to, writingWords) || a.holds(s.from, s.to, mailThings) || a.holds(s.from, s.to, wishWords))
}

// wishWords tell what somebody wants.
var wishWords = wordSet(`want wants wish wishes like need care more mochte mochten will wollen wunsche veux voulons souhaite desire plus quiero queremos deseo mas voglio vogliamo desidero piu quero queremos desejo mais wil willen wens meer mehr`)

// deniesAloud says whether a word denies, in whatever language: "na" is a sloppy no, and
// "in the" of Portuguese.
func (t token) deniesAloud() bool { return t.denies() && t.word != "na" }

// sureOfAccess is how sure such a question is at least, whatever the models take it for.
const sureOfAccess = 0.8

// lawRules are the rules that find the law named, in whatever language.
var lawRules = wordSet(`legal legale droit rechtlich juridisch recht`)
