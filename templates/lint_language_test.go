package templates_test

import (
	"slices"
	"testing"

	"followupd/internal/strictyaml"
	"followupd/templates"
)

// emptyFollowUps are, by language, wordings that give the reader nothing, as
// people write them, and some near to them that say something.
func emptyFollowUps() map[string]struct{ bad, good []string } {
	return map[string]struct{ bad, good []string }{
		"en": {
			bad: []string{
				"Any thoughts on the below?", "I'm still waiting for your reply.", "Have you made a decision yet?",
				"Hi Dana, just following up on the email below.", "I just wanted to check in and see how things are going.", "Just touching base.",
				"Bumping this to the top of your inbox.", "Did you get a chance to look at my proposal?", "Circling back on this.",
				"Any update on this?", "A gentle nudge on my last note.", "Wanted to see if you had any thoughts.", "I'm following up to see whether you are still interested.",
				"Sorry to chase, but have you had time to read it?", "Resurfacing this in case it got buried.",
			},
			good: []string{
				"In my last note was the checklist; which line did you miss?", "Customers who are waiting for your reply ask elsewhere.",
				"You checked in at the fair on Tuesday and asked for the price list.", "Since we spoke, your estimator has begun; what has changed?",
				"The base of your offer is the old tariff.", "Here is the reminder letter that your customers got in May.", "We followed the order up to the loading bay, and the delay is there.",
				"Three orders slipped through the cracks in May.", "Customers who haven't heard back after two days ask elsewhere.", "Guests have to check in twice.",
			},
		},
		"de": {
			bad: []string{
				"Darf ich freundlich an mein Angebot erinnern?", "Leider habe ich bisher keine Antwort erhalten.", "Ist meine Nachricht bei Ihnen angekommen?",
				"ich wollte nur kurz nachfragen, ob Sie schon Zeit hatten.", "Ich hake noch einmal nach.", "Haben Sie meine letzte E-Mail erhalten?",
				"Ich wollte mich nur kurz melden.", "Eine freundliche Erinnerung an mein Angebot.", "Gibt es schon Neuigkeiten?",
				"Ich wollte mich in Erinnerung rufen.", "Konnten Sie schon einen Blick auf mein Angebot werfen?", "Sind Sie schon dazu gekommen, es zu lesen?", "Wie ist der aktuelle Stand?",
				"Ich melde mich nochmals bezüglich meiner Anfrage.",
			},
			good: []string{
				"Würden Sie einen Blick darauf werfen und sagen, welche Zeile fehlt?", "Kunden, die keine Antwort erhalten, fragen woanders.",
				"Sie haben auf der Messe nach der Preisliste gefragt.", "Was hat sich seit dem neuen Kalkulator geändert?", "Ihre Kunden fragen nach, wenn ein Angebot zwei Tage liegt.",
				"Die Erinnerung an offene Rechnungen schreibt bei Ihnen der Innendienst.", "Konnten Sie schon mit dem Kalkulator sprechen?", "Wie ist der Stand beim neuen Kalkulator?",
			},
		},
		"fr": {
			bad: []string{
				"Je voulais simplement faire un suivi.", "Je n'ai pas reçu de réponse à mon mail.", "J'attends toujours votre réponse.",
				"Je me permets de vous relancer.", "Je reviens vers vous suite à mon mail.", "Avez-vous eu le temps de lire ma proposition ?", "Un petit rappel de mon offre.",
				"Je voulais simplement prendre de vos nouvelles.", "Je fais remonter mon message.", "Sauf erreur de ma part, je n'ai pas eu de retour.", "Avez-vous bien reçu mon courriel ?",
				"Où en êtes-vous de votre réflexion ?", "Je me permets une relance.",
			},
			good: []string{
				"Où en êtes-vous avec vos devis en retard ?", "Faut-il trois jours pour faire un suivi des offres ?",
				"Vous m'avez demandé la liste des prix au salon.", "Qu'est-ce qui a changé depuis l'arrivée de votre deviseur ?", "Vos clients vous rappellent quand un devis tarde.",
				"Les nouvelles normes entrent en vigueur en mai.", "Où en est le nouveau deviseur ?",
			},
		},
		"es": {
			bad: []string{
				"No he tenido noticias suyas.", "Sigo esperando su respuesta.",
				"Le escribo para hacer seguimiento de mi propuesta.", "Solo quería saber si pudo revisar mi correo.", "¿Ha podido ver mi mensaje?", "Un pequeño recordatorio.",
				"Retomo el contacto por si no vio mi correo.", "¿Recibió mi correo?", "¿Tuvo oportunidad de revisarlo?", "¿Hay alguna novedad sobre mi propuesta?", "Vuelvo a escribirle por si se le pasó.",
				"Quería retomar nuestra conversación.",
			},
			good: []string{
				"En mi último correo estaba la lista; ¿qué línea falta?",
				"En la feria me pidió la lista de precios.", "¿Qué ha cambiado desde que llegó su nuevo presupuestador?", "Sus clientes piden novedades cada semana.",
				"El seguimiento de los pedidos lo lleva su almacén.",
			},
		},
		"it": {
			bad: []string{
				"Mi permetto di ricontattarla.", "Attendo ancora una sua risposta.",
				"Faccio seguito alla mia mail della settimana scorsa.", "Volevo solo sapere se ha avuto modo di leggere.", "Le riscrivo per sapere se ci sono novità.", "Un gentile promemoria.",
				"Ha ricevuto la mia mail?", "Ha avuto occasione di guardare la proposta?", "Riporto in alto questo messaggio.", "Ci sono novità?", "La ricontatto per avere un riscontro.",
				"Torno a scriverle in merito alla mia offerta.",
			},
			good: []string{
				"Nella mia ultima mail c'era la lista; che cosa manca?",
				"In fiera mi ha chiesto il listino.", "Che cosa è cambiato da quando avete il nuovo preventivista?", "I suoi clienti sollecitano quando un preventivo tarda.",
				"La novità di maggio è la norma sui materiali.",
			},
		},
		"pt": {
			bad: []string{
				"Ainda não tive notícias suas.", "Fico a aguardar o seu retorno.",
				"Estou só a passar para saber de novidades.", "Só passando para saber se conseguiu ver.", "Gostaria de dar seguimento ao meu email.", "Um pequeno lembrete.",
				"Recebeu o meu email?", "Teve oportunidade de ver a proposta?", "Retomando meu contato anterior.", "Alguma novidade sobre a proposta?", "Volto a contactá-lo para saber se tem interesse.",
				"Fazendo um follow-up do nosso contato.",
			},
			good: []string{
				"Espero que a feira corra bem; em que pé está o seu projeto?",
				"Na feira pediu-me a lista de preços.", "O que mudou desde que chegou o novo orçamentista?", "Os seus clientes ligam quando um orçamento demora.",
				"O acompanhamento das obras é feito pelo encarregado.",
			},
		},
		"nl": {
			bad: []string{
				"Heeft u mijn vorige mail ontvangen?", "Ik wacht nog op uw antwoord.",
				"Ik wilde even navragen of u mijn mail heeft gezien.", "Een vriendelijke herinnering aan mijn voorstel.", "Ik kom nog even terug op mijn mail.", "Even checken of het goed is aangekomen.",
				"Heeft u mijn mail ontvangen?", "Heeft u al de kans gehad om ernaar te kijken?", "Is er al nieuws?", "Ik wilde nog even bij u aankloppen.", "Heeft u al tijd gehad om het door te nemen?",
				"Ter opvolging van mijn vorige bericht.",
			},
			good: []string{
				"Klanten die geen antwoord krijgen, vragen elders.",
				"Op de beurs vroeg u naar de prijslijst.", "Wat is er veranderd sinds de nieuwe calculator er is?", "Uw klanten bellen als een offerte blijft liggen.", "Uw klanten krijgen dan geen reactie.",
				"De herinnering voor open rekeningen schrijft uw binnendienst.",
			},
		},
	}
}

func breaks(t *testing.T, rule, language, text string) bool {
	t.Helper()
	problems := templates.Lint(parse(t, "---\nlanguage: "+language+"\n---\n"+text+"\n"), templates.LintContext{})
	return slices.ContainsFunc(problems, func(p strictyaml.Problem) bool { return p.Path == rule })
}

func TestEmptyFollowUpsInEveryLanguage(t *testing.T) {
	t.Parallel()
	table := emptyFollowUps()
	for _, language := range templates.Languages() {
		words := table[language]
		if len(words.bad) < 8 || len(words.good) < 4 {
			t.Errorf("%s: %d bad and %d good wordings", language, len(words.bad), len(words.good))
		}
		for _, text := range words.bad {
			if !breaks(t, "empty-follow-up", language, text) {
				t.Errorf("%s: let through: %s", language, text)
			}
		}
		for _, text := range words.good {
			if breaks(t, "empty-follow-up", language, text) {
				t.Errorf("%s: found empty: %s", language, text)
			}
		}
	}
}

// Every rule about words finds its own in every language, and leaves a plain
// mail alone.
func TestWordRulesInEveryLanguage(t *testing.T) {
	t.Parallel()
	plain := map[string]string{
		"en": "Your quotes went out late in May. Which part takes longest?",
		"de": "Ihre Angebote gingen im Mai spät hinaus. Welcher Teil dauert am längsten?",
		"fr": "Vos devis sont partis tard en mai. Quelle partie prend le plus de temps ?",
		"es": "Sus presupuestos salieron tarde en mayo. ¿Qué parte tarda más?",
		"it": "I suoi preventivi sono usciti tardi a maggio. Quale parte richiede più tempo?",
		"pt": "Os seus orçamentos saíram tarde em maio. Que parte demora mais?",
		"nl": "Uw offertes gingen in mei laat de deur uit. Welk deel duurt het langst?",
	}
	for rule, by := range map[string]map[string]string{
		"jargon": {"en": "Leverage our synergies.", "de": "Unsere ganzheitlichen Lösungen schaffen Mehrwert.", "fr": "Une solution innovante à forte valeur ajoutée.",
			"es": "Una solución integral llave en mano.", "it": "Una soluzione innovativa chiavi in mano.", "pt": "Uma solução inovadora, líder de mercado.", "nl": "Een innovatieve oplossing met toegevoegde waarde."},
		"urgency": {"en": "Last chance: act now.", "de": "Letzte Chance, nur noch heute.", "fr": "Dernière chance, répondez au plus vite.", "es": "Última oportunidad, solo hoy.",
			"it": "Ultima occasione, solo oggi.", "pt": "Última oportunidade, só hoje.", "nl": "Laatste kans, alleen vandaag."},
		"me-not-you": {"en": "We are glad that our team and I can show our work.", "de": "Wir freuen uns, dass ich unser Team und meine Arbeit zeigen kann.", "fr": "Nous sommes fiers de notre équipe, de mon travail et de nos prix.",
			"es": "Nosotros y yo mostramos nuestro trabajo y nuestros precios.", "it": "Noi e io mostriamo il nostro lavoro e i nostri prezzi.", "pt": "Nós e eu mostramos o nosso trabalho e os nossos preços.", "nl": "Wij en ik tonen ons werk en onze prijzen."},
		"no-ask":    {"en": "That is all.", "de": "Das ist alles.", "fr": "C'est tout.", "es": "Eso es todo.", "it": "È tutto.", "pt": "É tudo.", "nl": "Dat is alles."},
		"many-asks": {"en": "What now? And when?", "de": "Was nun? Und wann?", "fr": "Quoi ? Et quand ?", "es": "¿Qué? ¿Y cuándo?", "it": "Che cosa? E quando?", "pt": "O quê? E quando?", "nl": "Wat nu? En wanneer?"},
		"shouting":  {"en": "This is GREAT!!", "de": "Das ist GROSSARTIG!!", "fr": "C'est SUPERBE !!", "es": "¡¡Es GRANDIOSO!!", "it": "È GRANDIOSO!!", "pt": "É INCRÍVEL!!", "nl": "Dit is GEWELDIG!!"},
	} {
		for _, language := range templates.Languages() {
			if !breaks(t, rule, language, by[language]) {
				t.Errorf("%s in %s: let through: %s", rule, language, by[language])
			}
			if breaks(t, rule, language, plain[language]) {
				t.Errorf("%s in %s: found in a plain mail: %s", rule, language, plain[language])
			}
		}
	}
	for language, prefix := range map[string]string{"en": "Re", "de": "AW", "fr": "TR", "es": "RV", "it": "RIF", "pt": "RES", "nl": "Antw"} {
		problems := templates.Lint(parse(t, "---\nlanguage: "+language+"\nsubject: '"+prefix+": x'\n---\n"+plain[language]+"\n"), templates.LintContext{})
		if !slices.ContainsFunc(problems, func(p strictyaml.Problem) bool { return p.Path == "fake-reply" }) {
			t.Errorf("%s: %q is let through", language, prefix)
		}
	}
	for language, texts := range map[string][]string{
		"en": {"The offer ends today.", "Now or never."}, "de": {"Das Angebot gilt nur bis heute Abend.", "Handeln Sie jetzt."}, "fr": {"Ne manquez pas cela.", "Plus que 3 places."},
		"es": {"Oferta por tiempo limitado.", "Ahora o nunca."}, "it": {"L'offerta scade oggi.", "Agisca subito."}, "pt": {"A oferta termina hoje.", "Só restam 3 vagas."}, "nl": {"Nog maar 3 plekken.", "Mis het niet."},
	} {
		for _, text := range texts {
			if !breaks(t, "urgency", language, text) {
				t.Errorf("%s: urgency is let through: %s", language, text)
			}
		}
	}
	for language, next := range map[string]string{"en": "I'd suggest Thursday at ten.", "de": "Mein Vorschlag: Donnerstag um zehn.", "fr": "Je vous propose jeudi à dix heures.", "es": "Le propongo el jueves a las diez.",
		"it": "Le propongo giovedì alle dieci.", "pt": "Proponho quinta-feira às dez.", "nl": "Mijn voorstel: donderdag om tien uur."} {
		if breaks(t, "no-ask", language, next) {
			t.Errorf("%s: a suggested step counts as none: %s", language, next)
		}
	}
	for language, next := range map[string]string{"en": "Let's talk on Thursday at ten.", "de": "Ich schlage ein Gespräch am Donnerstag vor.", "nl": "Antwoord met ja, en het komt."} {
		if breaks(t, "no-ask", language, next) {
			t.Errorf("%s: a suggested step counts as none: %s", language, next)
		}
	}
	for language, out := range map[string]string{"en": "If this is no use, you won't hear from me again.", "de": "Wenn nicht, hören Sie nichts mehr von mir.", "fr": "Sinon, vous n'aurez plus de mes nouvelles.",
		"es": "Si no, no volveré a escribirle.", "it": "Altrimenti non le scriverò più.", "pt": "Se não, não volto a escrever.", "nl": "Zo niet, dan hoort u niet meer van mij."} {
		for text, want := range map[string]bool{out: false, plain[language]: true} {
			problems := templates.Lint(parse(t, "---\nlanguage: "+language+"\nsubject: x\n---\n"+text+"\n"), templates.LintContext{First: true})
			if slices.ContainsFunc(problems, func(p strictyaml.Problem) bool { return p.Path == "no-way-out" }) != want {
				t.Errorf("%s: no-way-out should be %t: %s", language, want, text)
			}
		}
	}
}
