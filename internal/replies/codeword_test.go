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
