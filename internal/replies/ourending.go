package replies

import "slices"

// What of our own mail says that an answer ends it: it supposes that somebody wants no
// more of us, or promises that we are not heard of again. Whoever writes the mails finds
// new words for that; the rules for answers know those in which people ask for it.

// tiresOfUs says whether words of ours suppose that somebody wants no more of our
// mail: "if I've overstepped", "make me stop", "hate cold mail?", "no more mails?".
// What else one may hate, want no more of or stop is what we sell.
func (a *argument) tiresOfUs() bool {
	tokens := a.prose.tokens
	near := func(i, reach int, words map[string]bool) bool {
		return slices.ContainsFunc(tokens[max(0, i-reach):i], func(t token) bool { return words[t.word] })
	}
	for i, t := range tokens {
		switch {
		case leavingWords[t.word], goingWords[t.word] && a.holds(i+1, min(len(tokens), i+4), listWords) && !a.holds(i+1, min(len(tokens), i+4), yourWords):
			return true
		case tiredWords[t.word] && near(i, 3, selfWords), troublingVerbs[t.word] && near(i, 1, youWords), quitWords[t.word] && near(i, 1, selfWords):
			return true // "if I'm a pest", "make me stop"
		case t.word == "last" && a.prose.words(min(i+1, len(tokens)), len(tokens)) == "of me":
			return true // "and that's the last of me"
		case t.word == "last" && near(i, 1, ownMail) && near(i-1, 1, wasWords) && (i+1 == len(tokens) || tokens[i+1].breaks):
			return true // "and it was my last"
		case mailThings[t.word] && (near(i, 2, denialWords) || near(i, 2, againstWords) || near(i, 3, fedUpWords) && near(i, 1, plainMail)):
			return true // "no more mails", "hate cold mail"
		case lastWords[t.word] && i+1 == len(tokens) && near(i, 1, denialWords):
			return true // "if you want no more"
		}
	}
	return false
}

// fallsSilent says whether words of ours promise that we are not heard of again in other
// words than the rules know: "I go quiet", "pour que je me taise", "Per non sentirmi più".
func (a *argument) fallsSilent() bool {
	tokens := a.prose.tokens
	all := len(tokens)
	if all > 0 && all <= 4 && !slices.ContainsFunc(tokens, func(t token) bool { return !hadEnough[t.word] }) && a.holds(0, all, fedUp) {
		return true // "Fed up?", "Genug gehört?"
	}
	for i, t := range tokens {
		behind := min(all, i+4)
		self := a.holds(max(0, i-2), i, selfWords)
		last := i+1 == all || tokens[i+1].breaks || everWords[tokens[i+1].word] // not "I sell silent pumps"
		switch {
		case a.denied(i):
			if ownHearing[t.word] || hearWords[t.word] && a.holds(max(0, i-4), behind, dropWhom) && a.holds(max(0, i-3), behind, finalWords) {
				return true // "To hear nothing further from me", "Pour ne plus me lire"
			}
			if getWords[t.word] && i+1 == all && a.holds(max(0, i-3), i, finalWords) || returningWords[t.word] && a.holds(i+1, behind, writingWords) {
				return true // "Pour ne plus rien recevoir", "no vuelvo a escribirle"
			}
		case silentWords[t.word], quietWords[t.word] && self && last, t.word == "weg" && i > 0 && amWords[tokens[i-1].word]:
			return true
		case t.word == "let" && a.letsOff(i):
			return true
		case ridWords[t.word] && a.holds(max(0, i-3), behind, dropWhom), i > 0 && (t.word == "los" && tokens[i-1].word == "mich" || t.word == "af" && tokens[i-1].word == "mij"):
			return true // "to get rid of me", "um mich loszuwerden"
		case crossWords[t.word] && a.holds(i+1, min(all, i+3), youWords) && a.holds(i+2, behind, crossedOff):
			return true // "and I cross you out"
		case forgetWords[t.word] && (self || a.holds(i+1, min(all, i+2), selfWords)) && (a.holds(i+1, behind, whomWords) || a.holds(max(0, i-2), i, whomWords)):
			return true // "and I forget you", "dann vergesse ich Sie"
		case endingWords[t.word] && i+1 < all && (tokens[i+1].word == "it" || a.holds(i+1, behind, mailThings) && a.holds(i+1, behind, mineWords)):
			return true // "ends my mails", "and that ends it"
		case haltWords[t.word] && (self || a.holds(i+1, min(all, i+3), selfWords)) && a.haltsThere(i):
			return true // "et je m'arrête là", "dan stop ik ermee"
		}
	}
	return false
}

// letsOff says whether the "let" at token i is what we do with them: "to be let off",
// "and I let you go", not "let go of paper".
func (a *argument) letsOff(i int) bool {
	tokens := a.prose.tokens
	for j := i + 1; j < min(len(tokens), i+3); j++ {
		if letOff[tokens[j].word] {
			return j+1 == len(tokens) || tokens[j+1].breaks
		}
	}
	return false
}

// haltsThere says whether behind token i, a verb of ours for stopping, stand only words
// that say no more of it.
func (a *argument) haltsThere(i int) bool {
	return !slices.ContainsFunc(a.prose.tokens[i+1:], func(t token) bool { return !haltedWords[t.word] && !selfWords[t.word] && !everWords[t.word] })
}

var (
	silentWords    = wordSet(`schweige verstumme verschwinde tais taise tairai disparais desaparezco taccio sparisco zwijg verdwijn`)
	quietWords     = wordSet(`quiet silent vanish disappear taire disparaisse calle callo callare callar desaparezca sparisca calo calar desapareco desapareca sumo sumir zwijgen stil verdwijnen`)
	amWords        = wordSet(`bin ben ich ik`)
	ownHearing     = wordSet(`sentirmi leggermi oirme leerme`)
	hearWords      = wordSet(`hear hearing see read horen hoeren lesen lire entendre saber leer sentire leggere ouvir ler saber lezen vernemen`)
	getWords       = wordSet(`receive get erhalten bekommen recevoir recibir ricevere receber ontvangen krijgen`)
	returningWords = wordSet(`vuelvo volvere torno tornero volto voltarei`)
	finalWords     = wordSet(`further more again never ever nothing weitere mehr nie nichts plus jamais rien mas nunca nada piu mai nulla niente mais meer nooit niets`)
	letOff         = wordSet(`off go`)
	ridWords       = wordSet(`rid loszuwerden loswerden debarrasser debarrasse librarse librarte deshacerse liberarsi liberarti livrar livrarse verlost`)
	dropWhom       = wordSet(`me mich mir moi mi mim mij`)
	crossWords     = wordSet(`cross scratch rub rule strike wipe`)
	crossedOff     = wordSet(`out off`)
	forgetWords    = wordSet(`forget vergesse oublie oublierai vergeet`)
	whomWords      = wordSet(`you sie dich euch vous t u je jullie`)
	mineWords      = wordSet(`my these our meine meiner diese mes ces mis estos miei queste meus minhas estes mijn deze`)
	endingWords    = wordSet(`end ends ending beendet beenden fin finit finisce termina terminan acaba acaban eindigt`)
	haltWords      = wordSet(`stop arrete arreterai arreterais paro parare parar smetto smettero fermo fermero pararei hore hoere hou houd ende end`)
	haltedWords    = wordSet(`la ici here there then auf op ermee daarmee mee damit ahi aqui qui li at that it once da`)
	fedUp          = wordSet(`fed enough genug reicht assez marre bol harto harta basta stufo stufa stanco stanca farto farta cansado cansada chega genoeg zat beu`)
	hadEnough      = wordSet(`fed up with me us of enough had heard seen read genug gehort gehoert gelesen von mir uns reichts reicht es assez marre en avez vous ras le bol de moi harto harta ya ha tenido basta de mi stufo stufa stanco stanca ne ha abbastanza di me farto farta cansado cansada chega genoeg gehad gelezen zat beu er het van mij`)
)

var (
	leavingWords   = wordSet(`unsubscribe abmelden abbestellen desabonner desinscrire disiscrivere disiscriversi afmelden uitschrijven`)
	goingWords     = wordSet(`leave exit quit verlassen quitter abandonar dejar lasciare abbandonare sair verlaten`)
	tiredWords     = wordSet(`gone overstepped bothering pest nuisance annoying annoy bother lastig nerve store stoere importune derange molesto disturbo incomodo stoor`)
	troublingVerbs = wordSet(`molesto disturbo incomodo`)
	againstWords   = wordSet(`against gegen contre contra contro tegen`)
	selfWords      = wordSet(`i im ive ill me ich mich je j io eu ik`)
	fedUpWords     = wordSet(`hate tired sick enough`)
	plainMail      = wordSet(`cold of these my such our hate`)
	ownMail        = wordSet(`my our`)
	wasWords       = wordSet(`is was its be`)
	mailThings     = wordSet(`mail mails email emails message messages nachrichten nachricht courriels correos mensajes messaggi mensagens mailtjes berichten post`)
)
