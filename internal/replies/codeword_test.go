package replies

import "testing"

// TestCodeword reads answers that say, or only use, the word by which our mail is ended.
func TestCodeword(t *testing.T) {
	t.Parallel()
	const (
		heel     = "Hi Rita,\n\nhow many dogs are in this week, and where is that written?\n\nBecca Lund, Clubhall\n\nReply \"heel\" to make me stop."
		leave    = "Hi Jas,\n\nhow do you spot the short dates?\n\nColm\n\nP.S. \"Leave it\" is all you need to write if you want no more."
		bye      = "Barnaby,\n\nwhat was utilisation last week?\n\nSam\n\nHate cold mail? Reply \"bye\" and I'm gone."
		nein     = "Guten Tag Frau Ruoff,\n\nwie viele Gänse stehen schon auf dem Zettel?\n\nKatrin Vogel\n\nKeine Lust auf meine Mails? Schreiben Sie \"Nein danke\", dann lösche ich Sie."
		chau     = "Hola, Graciela:\n\n¿los pedidos los anota en el cuaderno?\n\nSi no quiere más correos, conteste «chau».\n\nRocío"
		fini     = "Bonjour Alain,\n\nqui compte les palettes ?\n\nPour ne plus recevoir mes messages, répondez « pouce ».\n\nClaire"
		pesce    = "Buongiorno Ada,\n\nchi conta le cassette?\n\nSe non desidera altre mail, risponda \"pesce\" e la cancello dalla lista.\n\nMarco"
		off      = "Hi Priya,\n\nhow do your benders find the right tube?\n\nGareth\nTo leave this list, reply LEAVE."
		aus      = "Guten Tag,\n\nwer plant die Touren?\n\nKeine Mails mehr? Antworten Sie mit AUS.\n\nKatrin Vogel"
		mob      = "Hi Sue,\n\nhow do you count them?\n\nMick\n\nNot for you? Just say \"leave the mob\" and I'll strike you off."
		goose    = "Hi Max,\n\nhow do you plan a shoot?\n\nRob\n\n\"The goose has flown\" and you won't hear from me again."
		sipario  = "Gentile Ottavio,\n\nchi vende i biglietti del coro?\n\nCon \"giù il sipario\" non le scrivo mai più.\n\nGaia"
		uncle    = "Hey Rory,\n\nthird note from me, I know.\n\nSay \"uncle\" and it was my last.\n\nDee"
		sample   = "Hi Kim,\n\nReply \"biscuit\" and I'll send you the sample.\n\nDana"
		unspoken = "Hi Kim,\n\ndid you read our piece \"Cold callers\"? Reply when you like.\n\nDana"
	)
	for _, tt := range []struct {
		name, ours, text string
		want             Intent // IntentOptOut where the code ends it, else nothing
	}{
		{"beside an answer", heel, "39, on the whiteboard. And heel!!!", IntentOptOut},
		{"alone", heel, "Heel.", IntentOptOut},
		{"behind a kind word", leave, "It's a decent idea and if I was ten years younger I'd be on the phone. But leave it yeah, all the best with it.", IntentOptOut},
		{"behind our question", bye, "62 %. Bye.", IntentOptOut},
		{"a no that we chose", nein, "Nein danke. 112 übrigens.", IntentOptOut},
		{"a farewell that we chose", chau, "Rocío querida, sí, en el cuaderno, y con lápiz. Chau, un beso.", IntentOptOut},
		{"French", fini, "Moi. Pouce !", IntentOptOut},
		{"Italian", pesce, "Nessuno le conta. Pesce, grazie.", IntentOptOut},
		{"in capitals", off, "leave", IntentOptOut},
		{"in capitals, beside an answer", off, "By the label. Leave, please.", IntentOptOut},
		{"in capitals, in German", aus, "Aus!", IntentOptOut},
		{"capitals for something else", "Hi Kim,\n\nreply DEMO and I'll show you.\n\nDana", "Demo!", ""},
		{"capitals that are no answer", "Hi Kim,\n\nDon't want these? Reply to me or to our CEO.\n\nDana", "CEO", ""},
		{"capitals within a sentence", off, "People leave us when they retire. What does it cost?", ""},
		{"several words, with a smiley", mob, "Leave the mob :)", IntentOptOut},
		{"what we would take off", "Hi Kim,\n\nSay \"coat\" and I'll take you off the price what the last one cost.\n\nDana", "Coat", ""},
		{"nothing asks for it", goose, "The goose has flown. Do I get a decoder ring?", IntentOptOut},
		{"nothing asks for it, in Italian", sipario, "Giù il sipario, maestro!", IntentOptOut},
		{"our last mail", uncle, "Uncle. Uncle! UNCLE!", IntentOptOut},
		{"a title in a promise", "Hi Kim,\n\nour book \"Night shift\" is out, and you won't hear from me again about the first edition.\n\nDana", "Night shift", ""},
		{"the last one left", "Hi Kim,\n\nsay \"seat\" and I keep one for you: it is the last.\n\nDana", "Seat!", ""},
		{"our mail before", "Hi Kim,\n\nReply \"figures\" for those that I promised in my last.\n\nDana", "Figures, please.", ""},
		{"the last of something else", "Hi Kim,\n\nSay \"oak\" and you get the last of the boards.\n\nDana", "Oak", ""},
		{"quoted, and spoken of", mob, "Well, \"leave the mob\" sounds like a dare, but I'd sooner join it. What does it cost?", ""},
		{"quoted, and said", mob, "Fine: \"leave the mob\". You did ask.", IntentOptOut},
		{"taken up", heel, "Heel is right, 39 of them pull like mad. What does it cost?", ""},
		{"for something else", sample, "Biscuit, please!", ""},
		{"a title, no answer", unspoken, "Cold callers. Ha.", ""},
		{"quoted in a question", heel, "\"Heel\"? What would it cost for 40 dogs?", ""},
		{"taken back", heel, "No heel from me, tell me what it costs for 40 dogs.", ""},
		{"within a sentence", heel, "Every dog here walks to heel, 39 of them. What does it cost?", ""},
		{"a no to something, with a wish", nein, "Nein danke, keine Gänse mehr. Aber was kostet das Programm für 12 Plätze? Bitte schicken Sie ein Angebot.", ""},
		{"a farewell below a wish", bye, "62 %. Send me the price for 40 people.\nBye", ""},
		{"a yes is none", "Hi Kim,\n\nTired of chasing invoices? Just reply \"yes\".\n\nDana", "Yes.", ""},
		{"a store", "Hi Kim,\n\nreply \"trial\" if you'd like it for your store.\n\nDana", "Trial, please", ""},
		{"what is sold out", "Hi Kim,\n\nthree seats left, then they're gone: reply \"seat\".\n\nDana", "Seat please!", ""},
		{"what we fight", "Hi Kim,\n\nGot a pest problem in the cellar? Reply \"rats\".\n\nDana", "Rats.", ""},
		{"mails that are theirs", "Hi Kim,\n\nHate long emails? Reply \"talk\" and we find a time.\n\nDana", "Talk.", ""},
		{"a fall in prices", "Hola, Ana:\n\n¿Le interesa la baja de precios? Responda «va».\n\nRocío", "Va", ""},
		{"work that is spared", "Hi Kim,\n\nDon't want to write every follow-up by hand? Reply \"demo\".\n\nDana", "Demo please.", ""},
		{"what we stop", "Hi Kim,\n\nWant to help us stop food waste? Reply \"in\".\n\nDana", "In.", ""},
		{"another time", "Hi Kim,\n\nI don't want to bother you: just say \"later\" and I'll come back in May.\n\nDana", "Later.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			a := argue(&input{NewText: tt.text, Context: Context{Sent: tt.ours}, Received: wednesday(0), Kind: KindReply}, tt.text)
			v := a.verdict()
			if byCode := len(v.Evidence) > 0 && v.Evidence[0].Rule == "context.codeword"; byCode != (tt.want == IntentOptOut) || byCode && v.Intent != tt.want {
				t.Errorf("%q read as %s %v, want the code: %t", tt.text, v.Intent, v.Evidence, tt.want == IntentOptOut)
			}
		})
	}
}

// TestCodewordNamed reads answers to a line of ours that names the word in any of our
// languages and ways, and to lines that ask for a word to get something else.
func TestCodewordNamed(t *testing.T) {
	t.Parallel()
	const (
		teapot     = "To hear nothing more from me, answer with the word teapot."
		otter      = "P.S. Say \"otter\" and I go quiet for good."
		marmalade  = "Code word for no more mails: marmalade"
		gravel     = "(reply GRAVEL to be left in peace)"
		lamp       = "Had enough? Reply \"brass lamp\"."
		cork       = "Password to be let off: \"cork\""
		badger     = "Typing BADGER is enough to make me stop."
		thimble    = "Just say thimble and I cross you out."
		lantern    = "The word that gets rid of me is lantern."
		kater      = "Das Wort Kastanie genügt, und ich verstumme."
		schluss    = "Genug gelesen? \"Licht aus\" reicht mir."
		losung     = "Losung, damit ich Sie in Ruhe lasse: Murmeltier"
		schreiben  = "Damit ich aufhöre, schreiben Sie einfach Nebelhorn."
		herisson   = "Un mot suffit pour que j'arrête : hérisson."
		rideau     = "Répondez « rideau fermé » et je m'arrête là."
		noisette   = "Pour ne plus me lire, répondez noisette."
		taire      = "Le mot BROUETTE suffit et je me tais."
		gaviota    = "La palabra para que me calle: gaviota"
		telon      = "¿Harto de mí? Conteste «telón»."
		tortuga    = "Para no recibir más correos, basta responder tortuga."
		clave      = "Diga la palabra MOCHUELO y le borro de la lista."
		lumaca     = "Per non sentirmi più: lumaca"
		ombrello   = "Basta rispondere ombrello e non le scrivo mai più."
		civetta    = "La parola CIVETTA e sparisco."
		ooievaar   = "Het woord OOIEVAAR is genoeg en ik zwijg."
		klompen    = "Genoeg gehad? Antwoord \"klompen uit\"."
		pannenkoek = "Wachtwoord om niets meer van mij te horen: pannenkoek"
		goiabada   = "Para eu parar, basta responder goiabada."
		senha      = "Senha para não receber mais mensagens: tamanduá"
		light      = "Traffic light, please:\ngreen - call me\namber - after the summer\nred - take me off\nDana"
		ampel      = "Ein Wort:\nSonne: rufen Sie mich an\nNebel: nie wieder Mails"
		scale      = "How keen are you, from 0 (never mail me again) to 10 (call me)?"
		escala     = "¿Cuánto le interesa, de 0 (no me escriba más) a 10 (llámeme)?"
		dashes     = "Which is it?\n- tell me more\n- wait until autumn\n- strike my name\nCheers, Abe"
		sumo       = "A palavra PIPOCA e eu sumo."

		catalogue = "Reply 'catalogue' and I send it to you."
		call      = "Say CALL and I ring you on Monday."
		spring    = "Say the word spring and I'll come back to you in April."
		trial     = "The word for a free trial: acorn"
		muster    = "Das Wort MUSTER genügt, und die Preisliste ist unterwegs."
		mot       = "Un mot suffit pour que je vous envoie le tarif : pinceau."
		clavePlan = "La palabra para recibir la tarifa: girasol"
		listino   = "Per ricevere il listino: risponda papavero"
		monster   = "Het woord TULP is genoeg en ik stuur u het monster."
		tabela    = "Para receber a tabela de preços, basta responder coqueiro."
		leaks     = "Tired of leaks? Reply \"plumber\"."
		yes       = "Say yes and I'm gone."
	)
	const stops = IntentOptOut
	for _, tt := range []struct {
		ours, text string
		want       Intent // IntentOptOut where the code ends it, IntentUnclear where a person looks at it, else nothing
	}{
		{teapot, "Teapot.", stops},
		{teapot, "teapott", stops},
		{teapot, "Taepot!", stops},
		{teapot, "The word is teapot. Good luck with it all.", stops},
		{otter, "Hi Ben, otter it is. Nothing personal.", stops},
		{otter, "Otter otter otter", stops},
		{marmalade, "The code word is marmalade, I believe. Marmalade! And good luck with the business.", stops},
		{marmalade, "marmelade", stops},
		{marmalade, "My word: marmalade.", stops},
		{gravel, "gravell", stops},
		{gravel, "Gravel, please.", stops},
		{lamp, "brass lamp, and a good weekend to you", stops},
		{lamp, "Brass lamp", stops},
		{cork, "cork.\nand put it back in the bottle.", stops},
		{cork, "\"cork\", I suppose. Took me a while to find it.", stops},
		{badger, "Badger!", stops},
		{badger, "well, badger then", stops},
		{thimble, "Thimble", stops},
		{thimble, "Two per cent, since you ask. Thimble.", stops},
		{lantern, "lantern", stops},
		{kater, "Kastanie.", stops},
		{kater, "Dann Kastanie, bitte. Alles Gute!", stops},
		{schluss, "Licht aus.", stops},
		{schluss, "Licht aus, herrlich :) Genau das.", stops},
		{losung, "murmeltier", stops},
		{losung, "Das Wort lautet Murmeltier.", stops},
		{schreiben, "Nebelhorn", stops},
		{herisson, "Hérisson, alors. Et bonne continuation.", stops},
		{herisson, "herisson merci", stops},
		{rideau, "rideau fermé", stops},
		{noisette, "Noisette !", stops},
		{taire, "brouette", stops},
		{gaviota, "Gaviota.", stops},
		{gaviota, "gabiota", stops},
		{telon, "telon", stops},
		{tortuga, "Tortuga, gracias.", stops},
		{clave, "Mochuelo", stops},
		{lumaca, "Lumaca. Buon lavoro.", stops},
		{lumaca, "lumaca, e stavolta sul serio", stops},
		{ombrello, "ombrelo", stops},
		{civetta, "Civetta!", stops},
		{ooievaar, "Ooievaar", stops},
		{ooievaar, "Wat een mooi woord. Ooievaar, ooievaar.", stops},
		{klompen, "klompen uit", stops},
		{pannenkoek, "Pannenkoek, dank u.", stops},
		{goiabada, "Goiabada. Abraço!", stops},
		{senha, "tamandua", stops},
		{sumo, "pipoca", stops},

		{light, "Red.", stops},
		{"Not for you? Just reply mango and that's the last of me.", "Mango", stops},
		{"Send me the word RAVEN and I take you off my list.", "Raven", stops},
		{"Kennwort gegen weitere Mails: Dachs", "Dachs", stops},
		{"Le mot magique pour ne plus rien recevoir : papillon", "Papillon !", stops},
		{"Si le molesto, escriba la palabra limón.", "limon", stops},
		{"Con la palabra cometa no vuelvo a escribirle.", "Cometa.", stops},
		{"Se la disturbo, risponda cipresso.", "cipresso", stops},
		{"Het toverwoord om van mij af te zijn: paraplu", "paraplu", stops},
		{"A palavra mágica para eu sumir: coruja", "coruja", stops},
		{"Als u geen mail meer wilt, antwoord dan met het woord molen.", "molen", stops},
		{light, "red, sorry", stops},
		{ampel, "Nebel, danke.", stops},

		{light, "Red? You mean stop?", ""},
		{light, "Amber", ""},
		{light, "Green!", ""},
		{light, "Red or green, I can't tell.", ""},
		{light, "Red, but send me the price list first.", ""},
		{light, "Our vans are red.", ""},
		{ampel, "Sonne!", ""},
		{scale, "7", ""},
		{scale, "10", ""},
		{escala, "10", ""},
		{"How many of your 0 (never mind why) are idle?", "0", ""},
		{dashes, "The first option.", ""},
		{"Phone: 0123 456\nMail: take me off", "Phone", ""},

		{teapot, "Teapot? In this economy?", IntentUnclear},
		{marmalade, "Marmalade? I'm more of a jam man.", IntentUnclear},
		{kater, "Kastanie? Hier stehen nur Linden.", IntentUnclear},
		{herisson, "Hérisson commun ou à ventre blanc ? ;)", IntentUnclear},
		{gaviota, "¿Gaviota? Yo soy más de loros.", IntentUnclear},
		{lumaca, "Lumaca? Qui corriamo tutti.", IntentUnclear},
		{ooievaar, "Ooievaar? Hier zitten alleen duiven.", IntentUnclear},
		{goiabada, "Goiabada? Com queijo?", IntentUnclear},
		{otter, "Otter! Just kidding.", IntentUnclear},
		{badger, "Badger. But do send me the price list for 40 doors.", IntentOptOut},
		{kater, "Kastanie! Nein, Scherz.", IntentUnclear},
		{herisson, "Hérisson ! Je plaisante. Envoyez-moi votre devis, s'il vous plaît.", IntentUnclear},
		{teapot, "Who picks the words?", ""},
		{otter, "We had an otter in the pond last spring.", ""},
		{badger, "A badger! In our garden!", ""},
		{badger, "Badger? What do you do exactly?", ""},
		{badger, "I've a dog, the badger, two cats.", ""},
		{otter, "By the river: a coot, a heron, an otter.", ""},
		{badger, "Don't badger me with birds, tell me what it costs.", ""},
		{badger, "You were a badger in my dream and I was late for school.", ""},
		{gravel, "We sell gravel by the tonne.", ""},
		{gravel, "No gravel here, we have sand.", ""},
		{gravel, "travel", ""},
		{cork, "I nearly wrote \"cork\", but the price is good. Send it over.", ""},
		{cork, "pork", ""},
		{lamp, "The brass lamp is lovely.", ""},
		{thimble, "A thimble of interest at most.", ""},
		{schluss, "Bei uns geht das Licht aus um neun.", ""},
		{taire, "La brouette est restée au jardin.", ""},
		{telon, "El telón cae a las nueve.", ""},
		{civetta, "Abbiamo una civetta sul tetto.", ""},
		{klompen, "Hij trok zijn klompen uit.", ""},
		{sumo, "Aqui só se vende pipoca.", ""},
		{teapot, "Yes.", ""},
		{teapot, "No", ""},
		{badger, "Stop by on Friday.", ""},
		{yes, "Yes, but who are you?", ""},
		{catalogue, "Catalogue, please.", ""},
		{catalogue, "catalogue", ""},
		{call, "Call", ""},
		{spring, "Spring.", ""},
		{trial, "Acorn!", ""},
		{muster, "Muster", ""},
		{mot, "Pinceau.", ""},
		{clavePlan, "Girasol", ""},
		{listino, "Papavero", ""},
		{monster, "Tulp", ""},
		{tabela, "Coqueiro", ""},
		{leaks, "Plumber", ""},
		{"Reply GO for the sample or HALT and I stop.", "Go", ""},
		{"Rust on the fence? Reply zinc.", "Zinc", ""},
		{"Want to forget paper lists? Reply \"tablet\".", "Tablet.", ""},
		{"If our mails end in your spam, reply received.", "Received", ""},
		{"Quiet machines, at last: whisper", "Whisper", ""},
		{"The word is out: harvest", "Harvest", ""},
		{"Do people leave your mailing list? Reply funnel.", "Funnel", ""},
		{"Reply pause and I stop until May.", "Pause", ""},
		{"Reply mint to keep hearing from me.", "Mint", ""},
		{"Deje de perder pedidos: responda ancla.", "Ancla", ""},
		{"Plus jamais de retards : répondez horloge.", "Horloge", ""},
		{"Mai più carta: risponda albero.", "Albero", ""},
		{"Send me the word RAVEN for the price list.", "Raven", ""},
		{"Reply GO to try it, HALT and I never write again.", "Go!", ""},
		{"Reply go to try it, halt and I never write again.", "Go!", ""},
		{"Two words: say go or halt and I never write again.", "Go!", ""},
		{"Let go of paper! Reply \"tablet\".", "Tablet", ""},
		{"I sell silent pumps: reply hush.", "Hush", ""},
		{"Never see a late invoice again: reply ledger.", "Ledger", ""},
		{"Oublier la paperasse ? Répondez « tablette ».", "Tablette", ""},
		{"Vergessen Sie Papierlisten: Antworten Sie mit TAFEL.", "Tafel", ""},
		{"Los pedidos me llegan tarde: responda camión.", "Camión", ""},
		{"Ich räume den Müll weg: Antworten Sie mit TONNE.", "Tonne", ""},
		{"Machines die zwijgen? Antwoord \"stilte\".", "Stilte", ""},
		{"I still have two places: say acorn.", "Acorn", ""},
		{"Ne plus entendre les voisins ? Le mot : cloison", "Cloison", ""},
	} {
		t.Run(tt.text, func(t *testing.T) {
			t.Parallel()
			ours := "Hi Kim,\n\nhow do you plan your week?\n\nDana Voss\n\n" + tt.ours
			a := argue(&input{NewText: tt.text, Context: Context{Sent: ours}, Received: wednesday(0), Kind: KindReply}, tt.text)
			v := a.verdict()
			rule, want := "", map[Intent]string{IntentOptOut: "context.codeword", IntentUnclear: "context.codeword-held"}[tt.want]
			if len(v.Evidence) > 0 {
				rule = v.Evidence[0].Rule
			}
			if tt.want != "" && (rule != want || v.Intent != tt.want) || tt.want == "" && v.Intent == IntentOptOut {
				t.Errorf("%q after %q read as %s %v, want %q", tt.text, tt.ours, v.Intent, v.Evidence, tt.want)
			}
		})
	}
}

// What is a word of its own, names a place in a list, or sends us elsewhere isn't the code.
func TestCodewordMistaken(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ ours, text string }{
		{"Reply QUIET and you won't hear from me again.", "Quite. We lose more than an hour. Send the sheet."},
		{"Reply LEAVE to leave this list. Do you own or lease?", "Lease."},
		{"Ответьте 'стоп', и я больше не напишу.", "Стол. Нам нужен насос."},
		{"Tell me in a word what hurts: downtime, cost or noise, and I'll stop guessing.", "Downtime."},
		{"Which hurts most? Tell me in a word: downtime, cost or noise, and I'll stop guessing.", "Downtime, clearly."},
		{"If this isn't yours, reply wrong person and I'll stop.", "Wrong person, please write to Lee Park, lee.park@acme.example, who buys our pumps."},
	} {
		if v := reading(tt.text, tt.ours); v.Intent == IntentOptOut {
			t.Errorf("%q to %q read as %s by %v", tt.text, tt.ours, v.Intent, v.Evidence)
		}
	}
	for _, tt := range []struct{ ours, text string }{
		{"Reply 'heel' to make me stop.", "Heel. And that is no joke."},
		{"Answer with the word pelican and I go quiet.", "Pelicann"},
	} {
		if v := reading(tt.text, tt.ours); v.Intent != IntentOptOut {
			t.Errorf("%q to %q read as %s by %v", tt.text, tt.ours, v.Intent, v.Evidence)
		}
	}
}
