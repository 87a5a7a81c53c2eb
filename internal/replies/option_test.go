package replies

import (
	"strings"
	"testing"
	"time"
)

// Mails of ours that offer something to pick from, for the tables below.
const (
	oursFooter     = "\n\nDana Voss\nKestrel Planning\n\nNot for you? Reply \"unsubscribe\" and I will take you off my list for good."
	oursBehind     = "Bonjour Fabienne,\n\npréférez-vous que je continue à vous écrire (1) ou que je vous laisse tranquille pour toujours (2) ?\n\nClaire Monnet"
	oursLetters    = "Hi Wayne,\n\nshall I (a) show you on Thursday, (b) send the two-minute film or (c) leave you in peace for good?" + oursFooter
	oursCounted    = "Hi Ana,\n\njust answer with a number: 1 call me, 2 send me the price list, 3 take me off your list.\n\nDana"
	oursFromNought = "Merv,\n\nReply 1 for a call, 2 for the numbers by mail, 0 for never again." + oursFooter
	oursLines      = "Hi Kim,\n\none sign is plenty:\n9 = call me\nx = never write to me again\n\nDana"
	oursWords      = "Hi Verity,\n\nI've written twice. One word is plenty: 'go' and I'll send the sample, 'gone' and I will delete your address and never write again." + oursFooter
	oursCapitals   = "Hi Kim,\n\nReply YES for the sample or NEVER and I won't write again." + oursFooter
	oursOfTwo      = "Hi Kim,\n\nshall I keep writing or would you rather I left you in peace?" + oursFooter
)

// TestOptionPicked reads answers that name one option and little else.
func TestOptionPicked(t *testing.T) {
	t.Parallel()
	const (
		listDE  = "Guten Tag Frau Bach,\n\neine Zahl genügt:\n1 - rufen Sie mich an\n2 - schicken Sie mir die Preisliste\n3 - streichen Sie mich von der Liste\n\nJonas Feld"
		listES  = "Hola, Ana:\n\nresponda con un número:\n1. Llámeme mañana a las 10\n2. Envíeme la tarifa\n3. Deme de baja\n\nLucía"
		listIT  = "Buongiorno Ada,\n\nbasta un numero:\n1. Mi chiami domani alle 10\n2. Mi mandi il listino\n3. Mi cancelli dalla lista\n\nMarco"
		listPT  = "Bom dia, Neusa,\n\nbasta um número:\n1. Ligue-me amanhã às 10\n2. Envie-me a tabela de preços\n3. Remova-me da lista\n\nRita"
		listNL  = "Dag Lode,\n\néén cijfer is genoeg:\n1. Bel me morgen om 10 uur\n2. Stuur me de prijslijst\n3. Haal me van de lijst\n\nSanne"
		behind3 = "Hi Kim,\n\nwould you like a call on Thursday (1), the sample (2) or never to hear from me again (3)?" + oursFooter
		behindD = "Guten Tag Frau Bach,\n\nsoll ich Ihnen das Muster schicken (a) oder Ihre Adresse löschen (b)?\n\nJonas Feld"
		nullDE  = "Moin,\n\nantworten Sie mit 1 für einen Anruf am Montag, mit 2 für die Preisliste, mit 0 für nie wieder.\n\nJonas"
		nullFR  = "Bonjour,\n\nrépondez 1 pour un appel mardi, 2 pour recevoir le devis, 0 pour ne plus jamais me lire.\n\nClaire"
		nullES  = "Hola:\n\nresponda 5 para una llamada el martes, 6 para recibir la tarifa, 0 para que borre su dirección.\n\nLucía"
	)
	for _, tt := range []struct {
		name, ours, text string
		want             Intent
	}{
		{"with few words behind it, French", oursBehind, "La 2, sans hésiter.", IntentOptOut},
		{"with a vocative", oursLetters, "c mate", IntentOptOut},
		{"a letter and a courtesy", oursLetters, "b please, cheers Bob", IntentInterested},
		{"a letter in brackets", oursLetters, "(a)", IntentMeeting},
		{"a number and a courtesy", oursCounted, "2 please, cheers Bob", IntentInterested},
		{"German", listDE, "die 3, danke Ihnen", IntentOptOut},
		{"German, the next sentence adds nothing", listDE, "Die 2. Danke!", IntentInterested},
		{"Spanish", listES, "La 3, hija, sin dudarlo.", IntentOptOut},
		{"Spanish, a call", listES, "El 1, señora, con mucho gusto", IntentMeeting},
		{"Italian", listIT, "La 3, senza pensarci.", IntentOptOut},
		{"Italian, the list", listIT, "il 2, cara Dana", IntentInterested},
		{"Portuguese", listPT, "a 3, sem dúvida", IntentOptOut},
		{"Portuguese, the list", listPT, "A 2, amiga, com carinho.", IntentInterested},
		{"Dutch", listNL, "De 3, zonder aarzelen.", IntentOptOut},
		{"Dutch, the list", listNL, "nummer 2, meneer", IntentInterested},
		{"a number in words", oursCounted, "Three, sorry about that.", IntentOptOut},
		{"a number behind its word", oursCounted, "No. 2", IntentInterested},
		{"a number behind its word, without a stop", oursCounted, "No 3", IntentOptOut},
		{"one is refused, another picked", oursCounted, "not 1, rather 2", IntentInterested},
		{"the first of a list", oursCounted, "The first one please", IntentMeeting},
		{"the second of a list", oursCounted, "The second one please", IntentInterested},
		{"the third of a list, German", listDE, "Die dritte Variante, bitte", IntentOptOut},

		{"the first of those marked behind", oursBehind, "1", IntentUnclear},
		{"the second of those marked behind", oursBehind, "2", IntentOptOut},
		{"three marked behind, first", behind3, "1", IntentMeeting},
		{"three marked behind, second", behind3, "2 please", IntentInterested},
		{"three marked behind, third", behind3, "3.", IntentOptOut},
		{"letters behind, German", behindD, "a", IntentInterested},
		{"letters behind, German, end", behindD, "B", IntentOptOut},

		{"counted from nought", oursFromNought, "0.", IntentOptOut},
		{"counted from nought, one", oursFromNought, "1", IntentMeeting},
		{"counted from nought, two is not the end", oursFromNought, "2", IntentInterested},
		{"not counted", oursLines, "9", IntentMeeting},
		{"a letter that counts nothing", oursLines, "x", IntentOptOut},
		{"from nought, German", nullDE, "0, tut mir leid", IntentOptOut},
		{"from nought, German, one", nullDE, "1", IntentMeeting},
		{"from nought, German, two", nullDE, "die 2 bitte", IntentInterested},
		{"from nought, French", nullFR, "Le 0, désolée.", IntentOptOut},
		{"from nought, French, two", nullFR, "2", IntentInterested},
		{"from five, Spanish", nullES, "0", IntentOptOut},
		{"from five, Spanish, five", nullES, "el 5", IntentMeeting},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if v := reading(tt.text, tt.ours); v.Intent != tt.want {
				t.Errorf("%q: read as %s, want %s (%v)", tt.text, v.Intent, tt.want, v.Evidence)
			}
		})
	}
}

// TestOptionByWord reads answers that are a word our mail offers.
func TestOptionByWord(t *testing.T) {
	t.Parallel()
	const (
		german  = "Guten Tag Frau Bach,\n\nantworten Sie mit „her“ und ich schicke das Muster, mit „weg“ und ich lösche Ihre Adresse.\n\nJonas Feld"
		french  = "Bonjour,\n\nun mot suffit : « chiche » et j'envoie l'échantillon, « fini » et j'efface votre adresse pour toujours.\n\nClaire"
		spanish = "Hola:\n\nresponda «venga» y le envío la muestra, «fuera» y borro su dirección.\n\nLucía"
		italian = "Buongiorno,\n\nrisponda 'dai' e le mando il campione, 'basta' e cancello il suo indirizzo.\n\nMarco"
		portu   = "Bom dia,\n\nresponda \"manda\" e envio a amostra, \"chega\" e apago o seu endereço.\n\nRita"
		dutch   = "Dag Lode,\n\nantwoord met 'kom op' en ik stuur het monster, met 'klaar' en ik verwijder uw adres.\n\nSanne"
		ifFirst = "Hi Kim,\n\nIf you want the sample, reply GO. If you want me to delete your address, reply GONE." + oursFooter
		ifLong  = "Hi Kim,\n\nif you want the sample say 'go', if you want me to stop writing say 'gone'." + oursFooter
		after   = "Hi Kim,\n\nI'll send the sample if you reply 'go', and delete your address if you reply 'gone'." + oursFooter
		noDE    = "Hallo Malte,\n\ndarf ich in einem halben Jahr noch einmal fragen? Ein Ja oder Nein genügt, bei Nein lösche ich Sie.\n\nJonas"
		noEN    = "Hi Kim,\n\nmay I ask again in half a year? Reply NO and I'll delete your address.\n\nDana"
		noElse  = "Hi Kim,\n\ndo you lose many callers over lunch? We could change that.\n\nReply NO and I'll delete your address.\n\nDana"
		yesNL   = "Dag Jan,\n\nantwoord JA en ik stuur de prijslijst, NEE en ik haal u van de lijst."
		yesIT   = "Buongiorno,\n\nrisponda SÌ per il campione, NO per non ricevere più nulla."
		yesPT   = "Bom dia,\n\nresponda SIM e envio a tabela, NÃO e retiro o seu endereço da lista."
		yesFR   = "Bonjour Marc,\n\nrépondez OUI et je vous envoie l'étude, répondez NON et je vous retire de ma liste."
		yesES   = "Hola, Ana:\n\nconteste SÍ y le mando el folleto; conteste NO y la borro de mi lista."
		filmEN  = "Hi Tom,\n\nReply FILM to get the film; OFF to be taken off my list; RING to get a call."
		mixedEN = "Hi Tom,\n\nReply YES for the sample, or no and I'll delete your address."
		lined   = "Hi Kim,\n\none word is plenty:\nGO = send me the sample\nGONE = delete my address\n\nDana"
	)
	for _, tt := range []struct {
		name, ours, text string
		want             Intent
	}{
		{"the word that ends it", oursWords, "Gone (sorry! lovely idea, wrong hat shop)", IntentOptOut},
		{"the word that goes on", oursWords, "Go!", IntentInterested},
		{"the word in quotes", oursWords, "'Go', thanks", IntentInterested},
		{"a capital word", oursCapitals, "NEVER", IntentOptOut},
		{"a capital word, small", oursCapitals, "never, mate", IntentOptOut},
		{"yes to what we offer", oursCapitals, "Yes please", IntentInterested},
		{"German", german, "weg, sorry", IntentOptOut},
		{"German, go on", german, "Her, bitte", IntentInterested},
		{"French", french, "Fini. Merci.", IntentOptOut},
		{"French, go on", french, "Chiche !", IntentInterested},
		{"Spanish", spanish, "Fuera, gracias", IntentOptOut},
		{"Spanish, go on", spanish, "Venga", IntentInterested},
		{"Italian", italian, "Basta, grazie", IntentOptOut},
		{"Italian, go on", italian, "Dai!", IntentInterested},
		{"Portuguese", portu, "Chega.", IntentOptOut},
		{"Portuguese, go on", portu, "manda, obrigada", IntentInterested},
		{"Dutch", dutch, "Klaar, sorry", IntentOptOut},
		{"Dutch, two words", dutch, "Kom op", IntentInterested},
		{"behind its sentence, go on", ifFirst, "go", IntentInterested},
		{"behind its sentence, end", ifFirst, "Gone", IntentOptOut},
		{"behind its clause, go on", ifLong, "Go", IntentInterested},
		{"behind its clause, end", ifLong, "gone", IntentOptOut},
		{"behind its promise, end", after, "gone", IntentOptOut},
		{"behind its promise, go on", after, "go", IntentInterested},
		{"a no we said the meaning of, German", noDE, "Nein, aber danke fürs Fragen :)", IntentOptOut},
		{"a no we said the meaning of", noEN, "No thanks", IntentOptOut},
		{"Dutch, yes and no", yesNL, "Nee, bedankt", IntentOptOut},
		{"Dutch, yes", yesNL, "JA", IntentInterested},
		{"Italian, yes and no", yesIT, "no grazie", IntentOptOut},
		{"Italian, yes", yesIT, "Sì", IntentInterested},
		{"Portuguese, yes and no", yesPT, "não, obrigada", IntentOptOut},
		{"Portuguese, yes", yesPT, "SIM", IntentInterested},
		{"French, yes and no", yesFR, "Non merci", IntentOptOut},
		{"French, yes", yesFR, "OUI", IntentInterested},
		{"Spanish, a sentence each", yesES, "No", IntentOptOut},
		{"Spanish, yes", yesES, "SÍ", IntentInterested},
		{"English, a sentence each", filmEN, "Off, sorry", IntentOptOut},
		{"English, the last of three", filmEN, "ring", IntentMeeting},
		{"English, a no that isn't marked", mixedEN, "Yes", IntentInterested},
		{"words in lines, go on", lined, "go", IntentInterested},
		{"words in lines, end", lined, "Gone, sorry", IntentOptOut},
		{"our standing line", oursOfTwo, "unsubscribe", IntentOptOut},
		{"our standing line, beside words", oursWords, "Unsubscribe, thanks", IntentOptOut},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if v := reading(tt.text, tt.ours); v.Intent != tt.want {
				t.Errorf("%q: read as %s, want %s (%v)", tt.text, v.Intent, tt.want, v.Evidence)
			}
		})
	}
	if v := reading("No", noElse); v.Intent == IntentOptOut {
		t.Errorf("a no to another question suppresses: %v", v.Evidence)
	}
}

// TestOptionOfTwo reads the first or the second of a question with an "or".
func TestOptionOfTwo(t *testing.T) {
	t.Parallel()
	const (
		german  = "Guten Tag Frau Bach,\n\nsoll ich Ihnen das Muster schicken oder Sie in Ruhe lassen?\n\nJonas Feld"
		french  = "Bonjour,\n\nvoulez-vous que je vous envoie l'échantillon ou que je vous laisse tranquille ?\n\nClaire"
		spanish = "Hola, Brígida:\n\n¿le sigo escribiendo o prefiere que la deje en paz?\n\nLucía Ferrer\nAlmanube\n\nSi no quiere recibir más correos, responda BAJA y borro sus datos."
		italian = "Buongiorno,\n\nle mando il campione o preferisce che la lasci in pace?\n\nMarco"
		portu   = "Bom dia,\n\nenvio-lhe a amostra ou prefere que eu a deixe em paz?\n\nRita"
		dutch   = "Dag Lode,\n\nzal ik het monster sturen of u voortaan met rust laten?\n\nSanne"
		reverse = "Hi Kim,\n\nshall I delete your address or send you the sample?\n\nDana"
		thinkDE = "Hallo Kim,\n\nsoll ich anrufen oder wollen Sie es sich in Ruhe durch den Kopf gehen lassen?\n\nJonas"
		until   = "Hi Kim,\n\nshall I send the sample or leave you in peace until May?\n\nDana"
		three   = "Hi Kim,\n\nshall I call, send the sample or leave you in peace?\n\nDana"
		two     = "Hi Kim,\n\nshall I send the sample or leave you in peace? And who plans the presses at the moment?\n\nDana"
		monday  = "Bom dia,\n\nposso ligar na segunda ou prefere que eu a deixe em paz?\n\nRita"
		presses = "Hi Kim,\n\ndo your presses run through the night or stop?\n\nDana"
		oldData = "Hi Kim,\n\ndo you delete your old data or keep it?\n\nDana"
		handDE  = "Hallo Kim,\n\nschreiben Sie die Listen noch von Hand oder nicht mehr?\n\nJonas"
		message = "Hi Kim,\n\nshall I call on Thursday or leave you a message?\n\nDana"
	)
	for _, tt := range []struct {
		name, ours, text string
		want             Intent
	}{
		{"the second", oursOfTwo, "The second, please", IntentOptOut},
		{"the latter", oursOfTwo, "the latter", IntentOptOut},
		{"I'd take the latter", oursOfTwo, "I'd prefer the latter, thanks.", IntentOptOut},
		{"the former", oursOfTwo, "The former.", IntentUnclear},
		{"the half that only denies", "Hi Deborah,\n\nmay I keep you posted on the new rules, or would you rather I didn't?\n\nColm\n\nDon't fancy these mails? Say so, and you're off the list for good.", "The latter. Thank you for offering the choice.", IntentOptOut},
		{"the half that only denies, German", "Hallo Frau Bach,\n\ndarf ich Sie auf dem Laufenden halten oder lieber nicht?\n\nJonas", "Letzteres.", IntentOptOut},
		{"the half that only denies a sample", "Hi Kim,\n\nshall I send the sample or rather not?\n\nDana", "The latter.", IntentUnclear},
		{"the first is the end", reverse, "The first one, sorry", IntentOptOut},
		{"the second is no end", reverse, "the latter please", IntentInterested},
		{"German", german, "Letzteres, bitte.", IntentOptOut},
		{"German, second", german, "Das Zweite, danke", IntentOptOut},
		{"German, first", german, "Ersteres", IntentInterested},
		{"German, the first", german, "das erste, gern", IntentInterested},
		{"French", french, "Le second, merci.", IntentOptOut},
		{"French, feminine", french, "La deuxième option, sans hésiter", IntentOptOut},
		{"French, first", french, "Le premier, avec plaisir", IntentInterested},
		{"Spanish, twice", spanish, "Lo segundo, hija, lo segundo.", IntentOptOut},
		{"Spanish, first", spanish, "Lo primero, claro", IntentUnclear},
		{"Italian", italian, "La seconda, grazie.", IntentOptOut},
		{"Italian, first", italian, "il primo, grazie", IntentInterested},
		{"Portuguese", portu, "A segunda, por favor", IntentOptOut},
		{"Portuguese, first", portu, "a primeira", IntentInterested},
		{"Dutch", dutch, "Het laatste, graag", IntentOptOut},
		{"Dutch, first", dutch, "Het eerste.", IntentInterested},
		{"three words, Spanish", "Hola:\n\n¿sigo o paro?", "Lo segundo.", IntentOptOut},
		{"three words, French", "Bonjour,\n\nje continue ou j'arrête ?", "Le second, merci bien", IntentOptOut},
		{"Italian, to stop", "Buongiorno,\n\ncontinuo a scriverle o smetto?", "la seconda", IntentOptOut},
		{"Portuguese, to stop", "Bom dia,\n\ncontinuo a escrever ou paro?", "a segunda", IntentOptOut},
		{"Dutch, no more", "Dag,\n\nzal ik nog eens schrijven of liever niet meer?", "het laatste", IntentOptOut},
		{"German, to stop", "Hallo,\n\nsoll ich Ihnen weiter schreiben oder lieber aufhören?", "Letzteres, danke", IntentOptOut},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if v := reading(tt.text, tt.ours); v.Intent != tt.want {
				t.Errorf("%q: read as %s, want %s (%v)", tt.text, v.Intent, tt.want, v.Evidence)
			}
		})
	}
	for _, tt := range []struct{ ours, text string }{
		{thinkDE, "Letzteres"}, {until, "the latter"}, {three, "the second"}, {three, "the latter"}, {two, "the second"},
		{monday, "A segunda"}, {monday, "segunda"}, {message, "the latter"}, {presses, "the latter"}, {presses, "The second"}, {oldData, "the former"}, {handDE, "Letzteres"},
		{oursOfTwo, "Second floor, ring twice"}, {oursOfTwo, "A second please"}, {oursOfTwo, "One second"}, {oursOfTwo, "First, who are you?"},
		{oursOfTwo, "Second time you write, I see"}, {oursOfTwo, "On second thoughts, send it"}, {oursOfTwo, "The second of May, then"},
		{spanish, "Un segundo, por favor"}, {spanish, "La segunda semana, mejor"}, {italian, "Secondo me sì"}, {italian, "Un secondo"},
		{french, "Une seconde, je vous prie"}, {french, "La seconde semaine"}, {german, "Zweites Quartal, bitte"}, {german, "Der zweite Stock, bitte"},
		{dutch, "De tweede week, graag"}, {portu, "Segunda-feira"}, {portu, "Na segunda, às 10"},
	} {
		if v := reading(tt.text, tt.ours); v.Intent == IntentOptOut && v.fromContext() {
			t.Errorf("%q to %q suppresses (%v)", tt.text, tt.ours, v.Evidence)
		}
	}
	for _, tt := range []struct{ ours, text string }{
		{oursOfTwo, "Yes please"}, {spanish, "Sí"}, {german, "Ja, bitte"}, {"Buongiorno,\n\ncontinuo a scriverle o smetto?", "Sì"},
		{"Hi Kim,\n\nshall I stop writing or send you the sample?", "Yes"}, {"Bonjour,\n\nvoulez-vous que j'arrête de vous écrire (a) ou que je vous appelle (b) ?", "Oui"}, {"Hi Kim,\n\nshall I keep writing or stop writing to you?", "Yes please"},
	} {
		if v := reading(tt.text, tt.ours); v.Intent == IntentOptOut {
			t.Errorf("a yes to both, %q to %q, suppresses (%v)", tt.text, tt.ours, v.Evidence)
		}
	}
	if v := reading("Yes please", "Hi Kim,\n\nshall I stop writing or sending you mails?"); v.Intent != IntentOptOut {
		t.Errorf("a yes to an end, told twice, is read as %s (%v)", v.Intent, v.Evidence)
	}
}

// TestNoOption holds that an answer that only looks like an option stays what it
// was: whoever says how many sheds they have isn't to lose all mail for it.
func TestNoOption(t *testing.T) {
	t.Parallel()
	const many = "Hi Kim,\n\nhow many presses do you run? Reply 1 for a call, 2 for the numbers by mail, 0 for never again."
	mails := []string{oursBehind, oursLetters, oursCounted, oursFromNought, oursLines, oursWords, oursCapitals, oursOfTwo, many}
	for _, text := range []string{
		"2 sheds", "0 so far", "3 trailers, two of them rented", "I have 3, thanks", "We run 2, sadly", "Second floor, ring twice", "One moment", "One moment please", "No. 2 is the best of your photos",
		"2 pm", "3 o'clock", "at 2, if you like", "2:30", "3 Uhr", "à 2 h", "a las 3", "alle 3", "às 3", "om 3 uur", "3h", "2nd of May", "0 800 123", "2, or 3?", "2?", "c?", "0 %", "0%, thankfully", "<3", "3 €", "No, c, thanks", "3/4", "3 x daily",
		"Go on then", "Go ahead", "Gone fishing until May", "Gone are the days!", "Has it gone out?", "Never mind", "Never say never", "Never been asked that before", "Neverland",
		"C'est bon", "C'est noté, merci", "D'accord, merci", "A bientôt", "À demain", "A me va bene", "E grazie", "Y gracias", "O melhor", "X-ray is ours",
		"2 Hallen", "Zwei Werke, drei Schichten", "Drei Leute", "Trois ateliers", "2 naves", "Tres naves, gracias", "Tre capannoni", "3 lojas", "Drie winkels", "Twee, en een in Gent",
		"3, but only if it is cheap", "c, or b if the film is short", "gone, but back on Monday", "2, call me on Friday at 10", "3, not 2, what's the price?",
		"b, what does it cost?", "The second shift, mostly", "Thanks!", "ok", "Received.",
	} {
		for _, ours := range mails {
			if v := reading(text, ours); v.Intent == IntentOptOut && v.fromContext() {
				t.Errorf("%q to %q suppresses (%v)", text, ours, v.Evidence)
			}
		}
	}
	if v := reading("0, all outsourced", many); v.Intent == IntentOptOut {
		t.Errorf("a number that we asked for suppresses: %v", v.Evidence)
	}
}

// TestOptionRefused holds that an option that is refused isn't the one that is
// picked.
func TestOptionRefused(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ ours, text string }{
		{oursFromNought, "Not 0!"}, {oursFromNought, "No, not 0"}, {oursLetters, "A, not C"}, {oursLetters, "A not C"}, {oursLetters, "A. Not C!"}, {oursLetters, "definitely not C"}, {oursLetters, "A, and then C"}, {oursLetters, "A then C"}, {oursLetters, "A. C."}, {oursCounted, "3 is a no"}, {oursCounted, "not 1 or 3"}, {oursCounted, "No three"},
		{oursBehind, "Pas la 2"}, {oursBehind, "surtout pas 2"}, {oursCounted, "Not 3."}, {oursCounted, "No, not 3"}, {oursCounted, "All but 3"}, {oursCounted, "Nicht die 3"}, {oursCounted, "3 no"},
		{oursCounted, "not 1"}, {oursCounted, "No one"},
	} {
		switch v := reading(tt.text, tt.ours); {
		case v.Intent == IntentOptOut:
			t.Errorf("%q to %q suppresses (%v)", tt.text, tt.ours, v.Evidence)
		case v.Intent == IntentMeeting && v.fromContext() && !strings.HasPrefix(tt.text, "A"):
			t.Errorf("%q to %q is read as a call (%v)", tt.text, tt.ours, v.Evidence)
		}
	}
}

// TestOptionForAWhile holds that an end that is picked for a while is none.
func TestOptionForAWhile(t *testing.T) {
	t.Parallel()
	const german = "Guten Tag Frau Bach,\n\neine Zahl genügt:\n1 - rufen Sie mich an\n2 - schicken Sie mir die Preisliste\n3 - streichen Sie mich von der Liste\n\nJonas Feld"
	for _, tt := range []struct{ ours, text string }{
		{oursOfTwo, "The latter, for now"}, {oursLetters, "c, for now"}, {oursLetters, "c, for the time being"}, {oursCounted, "3, for the moment"}, {oursWords, "Gone, for now"}, {oursLetters, "c, at the moment"},
		{german, "3, vorerst"}, {german, "Die dritte, fürs Erste"},
	} {
		if v := reading(tt.text, tt.ours); v.Intent == IntentOptOut {
			t.Errorf("%q to %q suppresses (%v)", tt.text, tt.ours, v.Evidence)
		}
	}
}

// TestOptionTakenBack holds that what follows a pick may take it back.
func TestOptionTakenBack(t *testing.T) {
	t.Parallel()
	const (
		yesNo = "Hi Kim,\n\nReply YES for the sample or NO and I will delete your address."
		out   = "Hi Kim,\n\nSay GO and I'll call, OUT and I'll delete your address."
	)
	for _, tt := range []struct{ ours, text string }{
		{yesNo, "No. Wait, yes!"}, {yesNo, "No! Of course yes"}, {yesNo, "No, stay in touch"}, {yesNo, "No, love it"}, {yesNo, "No, don't delete me"}, {yesNo, "No, keep my address"}, {yesNo, "No. Don't delete me"}, {yesNo, "No. Please keep writing"}, {yesNo, "No, go on"}, {yesNo, "No, thanks, send it"}, {yesNo, "No, sorry, yes"},
		{out, "Out, sorry, at the dentist"}, {oursLetters, "c - no"}, {oursCounted, "3 - no, wait"}, {oursCounted, "3. No, wait"},
	} {
		if v := reading(tt.text, tt.ours); v.Intent == IntentOptOut && v.fromContext() {
			t.Errorf("%q to %q suppresses (%v)", tt.text, tt.ours, v.Evidence)
		}
	}
	for _, tt := range []struct{ ours, text string }{
		{yesNo, "No"}, {yesNo, "No thanks"}, {yesNo, "No, sorry!"}, {yesNo, "No, love"}, {yesNo, "No, no, thanks for asking"}, {yesNo, "No, not for us"}, {yesNo, "No, I'm afraid"},
		{oursLetters, "c, unfortunately"}, {oursLetters, "C and not A"}, {oursCounted, "3, sorry about that"}, {oursCounted, "die 3, vielen Dank"}, {oursOfTwo, "The latter, of course"}, {oursBehind, "La 2, merci, bonne journée"},
	} {
		if v := reading(tt.text, tt.ours); v.Intent != IntentOptOut || !v.fromContext() {
			t.Errorf("%q to %q: read as %s, want an opt-out (%v)", tt.text, tt.ours, v.Intent, v.Evidence)
		}
	}
}

// TestOptionOfTheirData holds that who takes work on their data that we offer
// isn't deleted for it.
func TestOptionOfTheirData(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		ours string
		want Intent
	}{
		{"Hi Kim,\n\nShall I delete your test data (1) or keep it (2)?", IntentUnclear},
		{"Hi Kim,\n\nShall we remove errors in your address data (1) or send them as they are (2)?", IntentUnclear},
		{"Hi Kim,\n\nWe could (1) clean and delete your old data or (2) import it as is. Which?", IntentUnclear},
		{"Hi Kim,\n\nShall we delete your data (1) or keep it (2)?", IntentUnclear},
		{"Hi Kim,\n\nShall I remove your address book (1) or keep it (2)?", IntentUnclear},
		{"Hi Kim,\n\nShall I delete your address (1) or send the sample (2)?", IntentOptOut},
		{"Hi Kim,\n\nShall I delete your email address (1) or send the sample (2)?", IntentOptOut},
		{"Hi Kim,\n\nShall I delete your address straight away (1) or send the sample (2)?", IntentOptOut},
		{"Hi Kim,\n\nReply 1 and I'll delete your data, 2 for the sample.", IntentOptOut},
		{"Hi Kim,\n\nReply 1 and I'll remove your contact details for good, 2 for the sample.", IntentOptOut},
	} {
		if v := reading("1", tt.ours); v.Intent != tt.want {
			t.Errorf("1 to %q: read as %s, want %s (%v)", tt.ours, v.Intent, tt.want, v.Evidence)
		}
	}
}

// TestOptionUnread holds that an option whose meaning our mail leaves open, or
// that we only put off or deny, suppresses nobody.
func TestOptionUnread(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ ours, text string }{
		{"Hi Kim,\n\nshall I keep writing (1), or keep quiet until May (2)?", "2"},
		{"Hi Kim,\n\nshall I send it (1) or not stop writing at all (2)?", "2"},
		{"Hi Kim,\n\nchoose (1) leave you in peace for now, (2) the sample.", "1"},
		{"Hi Kim,\n\nReply 1 for no more than one mail a month, 2 for the sample.", "1"},
		{"Hallo Kim,\n\nantworten Sie mit 1 für nicht mehr als eine Mail im Monat, mit 2 für das Muster.", "1"},
		{"Bonjour,\n\nrépondez 1 pour pas plus d'un mail par mois, 2 pour l'échantillon.", "1"},
		{"Hola:\n\nresponda 1 para no más de un correo al mes, 2 para la muestra.", "1"},
		{"Buongiorno,\n\nrisponda 1 per non più di una mail al mese, 2 per il campione.", "1"},
		{"Bom dia,\n\nresponda 1 para não mais que um e-mail por mês, 2 para a amostra.", "1"},
		{"Dag Lode,\n\nantwoord 1 voor niet meer dan één mail per maand, 2 voor het monster.", "1"},
		{"Hi Kim,\n\nReply 1 for no more calls, only mail, 2 for the sample.", "1"},
		{"Hi Kim,\n\nshall I leave you a message (1) or call again (2)?", "1"},
		{"Hi Kim,\n\nshall I take you off the waiting list and start (1) or wait (2)?", "1"},
		{"Hallo Kim,\n\nsoll ich Sie in den Verteiler aufnehmen (1) oder anrufen (2)?", "1"},
		{"Hi Kim,\n\nshall I put you on the list (a) or call (b)?", "a"},
		{"Hi Kim,\n\nshall I stop by on Tuesday with a message (a) or call (b)?", "a"},
		{"Hi Kim,\n\nReply GO or GONE.", "gone"},
		{"Hi Kim,\n\nTo keep hearing from me reply 1, to be left in peace reply 2.", "1"},
		{"Hi Kim,\n\nTo keep hearing from me reply 1. To be left in peace reply 2.", "1"},
		{"Hi Kim,\n\nkeep writing = 1, leave you in peace = 2", "1"},
		{"Hallo Kim,\n\nfür das Muster 1, für immer Ruhe und nie wieder Mails 2.", "1"},
		{"Hi Kim,\n\nmost people say 'thanks' and never hear from me again.", "Thanks!"},
		{"Hi Kim,\n\n1 or 2?", "2"},
		{"Hi Kim,\n\ndo your presses run through the night (1) or stop (2)?", "2"},
		{"Hi Kim,\n\ndo you delete your old data (1) or keep it (2)?", "1"},
		{"Hi Kim,\n\nTo get the film reply FILM, to never hear from me again reply OFF, and to get a call reply RING.", "film"},
		{"Hi Kim,\n\nReply 'more' for the film or 'less' and I'll write only once a quarter.", "less"},
		{"Hi Kim,\n\nReply GO for the sample, otherwise I'll delete your address.", "go"},
		{"Hi Kim,\n\nshall I send the sample (1), otherwise I'll leave you in peace (2)?", "1"},
		{"Hi Wayne,\n\n(a) a call, (b) the film or (c) peace: I'll never write again.", "Thanks, C."},
		{"Hi Wayne,\n\n(a) a call, (b) the film or (c) I'll never write again.", "Cheers\n\nC"},
		{"Hi Kim,\n\n(1) shall I stop, (2) call, (3) or (4)?", "4"},
		{"Hi Kim,\n\nOur 'Done' list is long: 'done' and dusted, as they say. I'll delete your old entries.", "Done"},
	} {
		if v := reading(tt.text, tt.ours); v.Intent == IntentOptOut && v.fromContext() {
			t.Errorf("%q to %q suppresses (%v)", tt.text, tt.ours, v.Evidence)
		}
	}
}

// TestOptionMeaning reads what our mail says an option leads to, in our words.
func TestOptionMeaning(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		text string
		want Intent
	}{
		{"I leave you in peace for good", IntentOptOut}, {"I'll take you off my list", IntentOptOut}, {"I won't write again", IntentOptOut}, {"you won't hear from me again", IntentOptOut},
		{"ich lasse Sie in Ruhe", IntentOptOut}, {"ich lösche Ihre Adresse", IntentOptOut}, {"ich höre auf", IntentOptOut}, {"Sie hören nie wieder von mir", IntentOptOut},
		{"je vous laisse en paix", IntentOptOut}, {"j'efface votre adresse", IntentOptOut}, {"je ne vous écris plus", IntentOptOut}, {"je vous raye de ma liste", IntentOptOut},
		{"la dejo en paz", IntentOptOut}, {"borro su dirección", IntentOptOut}, {"no le escribo nunca más", IntentOptOut}, {"la quito de mi lista", IntentOptOut},
		{"la lascio in pace", IntentOptOut}, {"cancello il suo indirizzo", IntentOptOut}, {"non le scrivo mai più", IntentOptOut}, {"la tolgo dalla lista", IntentOptOut},
		{"deixo-a em paz", IntentOptOut}, {"apago o seu endereço", IntentOptOut}, {"não lhe escrevo mais", IntentOptOut}, {"paro de escrever", IntentOptOut},
		{"ik laat u met rust", IntentOptOut}, {"ik verwijder uw adres", IntentOptOut}, {"ik schrijf u nooit meer", IntentOptOut}, {"ik haal u van de lijst", IntentOptOut},
		{"I ring you on Friday", IntentMeeting}, {"ein Anruf", IntentMeeting}, {"I'll send the sample", IntentInterested}, {"die Preisliste", IntentInterested}, {"le devis", IntentInterested}, {"la muestra", IntentInterested}, {"het monster", IntentInterested},
		{"bitte schicken Sie mir nichts mehr", IntentOptOut}, {"smettete di inviare mail", IntentOptOut}, {"please stop writing to me at once", IntentOptOut}, {"take me off your list and don't call", IntentOptOut},
		{"I close your file", IntentNotInterested}, {"no call", IntentUnclear}, {"not the sample", IntentUnclear}, {"I carry on as before", IntentUnclear}, {"I send the sample, otherwise I delete your address", IntentInterested},
		{"I keep writing", IntentUnclear}, {"ich schreibe Ihnen weiter", IntentUnclear}, {"je continue à vous écrire", IntentUnclear}, {"sigo escribiendo", IntentUnclear}, {"continuo a scriverle", IntentUnclear}, {"continuo a escrever", IntentUnclear}, {"ik blijf schrijven", IntentUnclear},
		{"I leave you in peace for now", IntentUnclear}, {"I don't stop writing", IntentUnclear}, {"ich lasse Sie vorerst in Ruhe", IntentUnclear}, {"no more than one mail a month", IntentUnclear}, {"pas plus d'un mail par mois", IntentUnclear},
		{"no más de un correo al mes", IntentUnclear}, {"non più di una mail al mese", IntentUnclear}, {"niet meer dan één mail per maand", IntentUnclear},
		{"I leave you to think about it in peace", IntentUnclear}, {"Sie lassen es sich in Ruhe durch den Kopf gehen", IntentUnclear}, {"how planners stop writing lists by hand", IntentUnclear}, {"I take you off the waiting list", IntentUnclear},
	} {
		if v := reading("1", "Hi Kim,\n\n1. "+tt.text+"\n2. something else"); v.Intent != tt.want {
			t.Errorf("%q: read as %s, want %s (%v)", tt.text, v.Intent, tt.want, v.Evidence)
		}
	}
}

// TestOptionNeverMails holds that an option that ends our mail is never read as
// one that leads to more.
func TestOptionNeverMails(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ ours, text string }{
		{oursBehind, "2"}, {oursBehind, "La deux"}, {oursLetters, "c"}, {oursLetters, "C."}, {oursFromNought, "0"}, {oursWords, "gone"}, {oursCapitals, "never"}, {oursOfTwo, "the latter"}, {oursLines, "X"},
		{"Hi Kim,\n\nshall I stop for good (1) or send you the sample (2)?", "1"},
		{"Hi Kim,\n\nReply GO for the sample; reply DONE and I delete your address.", "done"},
	} {
		switch v := reading(tt.text, tt.ours); v.Intent {
		case IntentOptOut, IntentUnclear:
		default:
			t.Errorf("%q to %q: read as %s (%v)", tt.text, tt.ours, v.Intent, v.Evidence)
		}
	}
}

// TestOptionsAreBounded holds that a mail full of options costs no more than
// its length.
func TestOptionsAreBounded(t *testing.T) {
	t.Parallel()
	const slow, tries = 4 * time.Second, 5 // with the race detector on a busy machine, too; what grows with the square takes hours
	for _, piece := range []string{"(1) a or ", "'go' and ", "reply 1 for a, ", "reply GO or ", "or ? ", "1 = a\n", "\"", "«a», ", "a (1), "} {
		ours := strings.Repeat(piece, 1<<20/len(piece))
		best := time.Duration(-1)
		for try := 0; try < tries && (best < 0 || best > slow); try++ { // the machine may be busy: the best counts
			start := time.Now()
			for _, text := range []string{"2", "go", "the latter", "c mate, thanks"} {
				reading(text, ours)
			}
			if took := time.Since(start); best < 0 || took < best {
				best = took
			}
		}
		if best > slow {
			t.Errorf("%q repeated took %v", piece, best)
		}
	}
}

// TestOptionScale reads answers that name the end of a scale, or a line by its place.
func TestOptionScale(t *testing.T) {
	t.Parallel()
	const (
		scale  = "How keen are you, from 0 (never mail me again) to 10 (call me)?"
		escala = "¿Cuánto le interesa, de 0 (no me escriba más) a 10 (llámeme)?"
		dashes = "Which is it?\n- tell me more\n- wait until autumn\n- strike my name\nCheers, Abe"
	)
	for _, tt := range []struct {
		ours, text string
		ends       bool
	}{
		{scale, "0", true},
		{scale, "Zero. Sorry!", true},
		{scale, "0, thanks", true},
		{escala, "Cero.", true},
		{dashes, "The last option.", true},
		{dashes, "The third one, please.", true},
		{scale, "5", false},
		{scale, "10", false},
		{scale, "0?", false},
		{scale, "Zero downtime is what we want.", false},
		{dashes, "The first one.", false},
		{"What do you lose a month, 0 (as most say) or more?", "0", false},
	} {
		t.Run(tt.text, func(t *testing.T) {
			t.Parallel()
			ours := "Hi Kim,\n\n" + tt.ours
			a := argue(&input{NewText: tt.text, Context: Context{Sent: ours}, Received: wednesday(0), Kind: KindReply}, tt.text)
			if v := a.verdict(); (v.Intent == IntentOptOut) != tt.ends {
				t.Errorf("%q after %q read as %s %v, want an end: %t", tt.text, tt.ours, v.Intent, v.Evidence, tt.ends)
			}
		})
	}
}
