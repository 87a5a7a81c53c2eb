package replies

import "testing"

// ruled is what the rules alone make of a text.
func ruled(text string) Intent {
	in := &input{NewText: text, Subject: "Re: a question", Received: wednesday(0), Kind: KindReply}
	return argue(in, text).decide().Intent
}

// Who wants to be left alone seldom says "unsubscribe".
func TestOptOutInOtherWords(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Kindly act as though this mailbox had never existed.",
		"It'd be a relief if yours was the last letter.",
		"The next message goes straight to our solicitor.",
		"If another thing of yours turns up here again, you'll hear from my goat.",
		"You've been moved to my junk list already.",
		"Miss Doyle asked me to tell you not to contact her again.",
		"Tun Sie so, als gäbe es mich nicht.",
		"Ich wäre dankbar, wenn das die letzte Nachricht gewesen wäre.",
		"Das nächste Schreiben geht an meine Anwältin.",
		"Der Spamfilter kriegt Sie jetzt.",
		"Frau Ott wünscht keine Zuschriften dieser Art.",
		"Faites comme si nous n'existions pas, comme si je n'avais jamais écrit.",
		"Je serais soulagée que ce soit le dernier message.",
		"Le prochain part chez mon avocate.",
		"Jetez mon adresse, merci.",
		"Hagan como si esta tienda no existiera.",
		"Me alegraría que fuera el último mensaje.",
		"dar de vaja",
		"Faccia finta che io non esista.",
		"Sarei lieto se fosse l'ultima.",
		"La prossima finisce dal mio avvocato.",
		"Faz de conta que eu não existo.",
		"Adorava que fosse o último email.",
		"O próximo segue para a minha advogada.",
		"Doe alsof ik niet besta.",
		"Ik zou blij zijn als dit de laatste mail was.",
		"De volgende gaat naar onze jurist.",
		"Let's pretend we never met.",
		"My client requests that any further contact cease.",
		"Tun wir, als wären wir uns nie begegnet.",
		"Ziehen Sie einen Strich durch meine Adresse.",
		"Faites une croix sur mon nom.",
		"Laissez-le donc tranquille, il a 92 ans.",
		"Digamos que nunca nos conocimos.",
		"Faccia una riga sul mio indirizzo.",
		"Deixe-a em paz, é a minha avó.",
		"Laat hem met rust, hij is 91.",
		"quiero darse de bajja",
		"Otro así y le bloqueo.",
		"Wij willen in geen enkel bestand staan.",
		"Stop writing to me, and to hugo@fleet.example as well.",
		"Schreiben Sie mir nicht mehr und auch nicht an paula@saal.example.",
		`I've written "take me off your list" 3 times now.`,
		`What part of "take me off your list" is hard?`,
		"Låtsas som om jag inte finns.",
		"You are to cease at once. Article 21 was written for you.",
		"Loss mi endlich aus.",
		"La directrice ne veut plus de correspondance de votre part.",
		"No sigan mandándome cosas.",
		"Il preside non desidera altre comunicazioni.",
		"Revogo toda autorização que tenham.",
		"Ik trek bij dezen mijn toestemming in.",
		"Our club no longer wishes to appear in your records.",
		"El club no desea seguir en su agenda.",
		"Il circolo non vuole figurare nei vostri elenchi.",
		"O clube não quer estar nas vossas listas.",
		"Wij willen niet langer in uw bestanden staan.",
		"Seuraava viesti menee lakimiehelle.",
		"I'd like my name gone from wherever it sits.",
		"Would you take our bakery off your outreach?",
		"None of us here wants to hear from you.",
		"Spare my inbox.",
		"Mit der Bitte um Streichung.",
		"Schmeißt uns bitte raus.",
		"Loss mi in friedn.",
		"Schluss jetzt mit Post.",
		"Ersparen Sie uns bitte die nächsten Mails.",
		"Radiez notre adresse.",
		"Épargnez-nous la suite.",
		"¿Hay forma de salir de aquí?",
		"La preghiamo di non ricontattarci.",
		"nn scrivermi piu",
		"não manda mais",
		"Haal mij hieruit.",
		"Laat ons gerust.",
		"Comment on se désabonne ?",
		"Don't call, don't write.",
		"I'd like it deleted. Erase it.",
		"Le agradecería que no me escribiera más.",
		"La smetta, per favore.",
		"Não quero constar de nenhuma lista.",
		"Zet mij er alsjeblieft af.",
	} {
		if got := ruled(text); got != IntentOptOut {
			t.Errorf("%q is read as %s, want %s", text, got, IntentOptOut)
		}
	}
}

// A demand that somebody else made, or that only turns mail elsewhere, is none.
func TestOptOutLookAlikes(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"30 of our 100 customers write 'no more mail please'. Can you halve that?",
		"Take me off this matter and write to Ms Petrović instead: petrovic@mill.example",
		"Remove me from the CC, Dana is the right one.",
		"No more PDFs, show me.",
		"Don't write, call me on Thursday at 5.",
		"Stop sending to the old address, use this one instead.",
		"Von 100 Gemahnten schreiben uns 30 keine Post mehr bitte.",
		"Nicht mehr schreiben, anrufen! Morgen um 9.",
		"Möchten Sie sich vom Newsletter abmelden?",
		"Bitte nichts mehr an die alte Adresse.",
		"Enlevez-moi de la boucle et voyez avec Samir.",
		"Comment vos destinataires se désabonnent-ils ?",
		"Quíteme del hilo, esto lo lleva Ana.",
		"¿Cómo se dan de baja los lectores?",
		"Toglietemi dalla discussione e sentite Giulia.",
		"Come si cancellano i destinatari?",
		"Tirem-me da conversa, fale com a Rita.",
		"Chega de folhetos, me mostra.",
		"Haal mij uit de draad en vraag Joost.",
		"Hoe schrijven lezers zich uit?",
		"In der Fastenzeit bitte keine Post. Nach Ostern lese ich alles.",
		"No mail in August please. After 1 September I read everything.",
		"Un patient nous a signalés à la CNIL. Comment faites-vous ?",
		"Leave me off this round, Ben decides. ben@holt.example",
		"Don't pester me with pumps, pester Ida. ida@pumps.example",
		"Bitte anrufen, nicht mailen.",
		"Does the tool remove duplicates from the list?",
		"Entfernt das Programm Dubletten aus der Liste?",
		"¿Quita su sistema los nombres repetidos de la lista?",
		"Verwijdert het pakket dubbele adressen uit de lijst?",
		"Stop sending me offers of vans, Hugo signs those: hugo@fleet.example",
		"Pour le chauffage ne m'écrivez plus, la gérante est paula@salle.example.",
		"Ontem 60 mensagens de «tirem-me da lista». Quanto para vocês tratarem disso?",
		"Schreiben Sie mir dazu nicht mehr, sondern der Neuen: ida@halle.example",
		"Chiamatemi, non scrivete.",
		"Our unsubscribe links never worked. Do yours?",
		"Nuestra página de baja no la usa nadie. ¿La suya cómo es?",
		"Almost hit unsubscribe, then I saw the price.",
		`"Remove me" is what half our members answer. What does your thing cost?`,
		"Bitte keine Nachrichten während der Ernte, ab Oktober lese ich wieder.",
		"Varje månad avregistrerar sig 70 läsare. Skicka studien.",
		"We'd like to opt out of the automatic renewal. Can we?",
		"You'd do one shop first, to see?",
		"Sorry for the radio silence, Wednesday 12 works.",
		"Kann man das später wieder abbestellen?",
		"Bitte streichen Sie die Schulung aus dem Angebot.",
		"Des spams sur le référencement, j'en ai jusque là. C'est combien, le site ?",
		"cero spam y cero humo: ¿cuánto?",
		"Niente più domande, ci vediamo giovedì alle 9.",
		"Ik word gek van die spam bij ons in de webshop. Wat kost het?",
		"No more mails about vans please. The tachographs on the other hand: what does it cost for 14?",
		"ok stop les mails, on s'appelle à 18h ?",
		"Das nervt gewaltig: drei Wagen stehen immer in der Werkstatt.",
		"Mein Chef hört im Sommer auf.",
		"Didn't ask for this, but it's useful. Send more.",
		"Não pedi esta informação, mas parece útil.",
		"Please remove my colleague Tom from the list, he left. I am the right person now.",
		"Una mail basta, purché ci sia il prezzo.",
	} {
		if got := ruled(text); got == IntentOptOut {
			t.Errorf("%q is read as %s", text, got)
		}
	}
}

// Nothing of a second kind softens a demand: a call "if it must be" is no wish,
// and a list is left for good.
func TestOptOutBesideACallStays(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Take me off the list and call me Tuesday at 3 if there's anything urgent.",
		"No quiero ver un correo suyo. Ni hasta el 8 de enero ni desde el 8 de enero.",
		"No me escriba más. Si es importante, llame el lunes a las 10.",
		"Schreiben Sie mir nicht mehr. Am Freitag um drei können Sie anrufen, wenn's sein muss.",
		"Our patience is at its end, unsubscribe us.",
		"We no longer read these. Nous ne lisons plus vos messages, désabonnez-nous.",
		"Delete my data. Our lawyer is Tom Reyes, reyes@law.example",
	} {
		if got := ruled(text); got != IntentOptOut {
			t.Errorf("%q is read as %s, want %s", text, got, IntentOptOut)
		}
	}
}

// Who tells their own readers how to leave a list wants nothing of us.
func TestOffersToLeave(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"We received your message. If you no longer wish to receive our mails, click unsubscribe.",
		"Your ticket is 40718. If you would like to stop receiving these notices, reply STOP to this mail.",
		"Votre demande est enregistrée. Pour ne plus recevoir de notifications, cliquez sur « se désabonner ».",
		"Um keine Nachrichten mehr zu erhalten, klicken Sie auf diesen Link.",
	} {
		if got := ruled(text); got == IntentOptOut {
			t.Errorf("%q: an opt-out", text)
		}
	}
}
