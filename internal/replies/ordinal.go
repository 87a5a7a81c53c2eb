package replies

import "slices"

// ordinal names an alternative by its place.
type ordinal struct {
	place int // 1, 2, 3; lastPlace
	or    string
	bare  bool // it needs no article
}

const lastPlace = -1

// ordinals are told apart by language for the word that joins the alternatives.
// Those that are other words too ("secondo me", "second thoughts", "prima") want
// an article; "a second" and "un segundo" are a while.
var ordinals = map[string]ordinal{
	"first": {1, "or", false}, "former": {1, "or", true}, "second": {2, "or", true}, "latter": {2, "or", true}, "third": {3, "or", false}, "last": {lastPlace, "or", false},
	"erste": {1, "oder", false}, "ersteres": {1, "oder", true}, "erstere": {1, "oder", false}, "zweite": {2, "oder", false}, "zweites": {2, "oder", false}, "zweiteres": {2, "oder", true},
	"letzteres": {2, "oder", true}, "letztere": {2, "oder", false}, "dritte": {3, "oder", false}, "letzte": {lastPlace, "oder", false},
	"premier": {1, "ou", false}, "premiere": {1, "ou", false}, "deuxieme": {2, "ou", false}, "seconde": {2, "ou", false}, "troisieme": {3, "ou", false}, "dernier": {lastPlace, "ou", false}, "derniere": {lastPlace, "ou", false},
	"primero": {1, "o", false}, "primera": {1, "o", false}, "segundo": {2, "o", false}, "segunda": {2, "o", false}, "tercero": {3, "o", false}, "tercera": {3, "o", false}, "ultimo": {lastPlace, "o", false}, "ultima": {lastPlace, "o", false},
	"primo": {1, "o", false}, "prima": {1, "o", false}, "secondo": {2, "o", false}, "seconda": {2, "o", false}, "terzo": {3, "o", false}, "terza": {3, "o", false},
	"primeiro": {1, "ou", false}, "primeira": {1, "ou", false}, "terceiro": {3, "ou", false}, "terceira": {3, "ou", false},
	"eerste": {1, "of", false}, "tweede": {2, "of", false}, "derde": {3, "of", false}, "laatste": {lastPlace, "of", false},
}

// ordinal reads one at token i; to is where it ends, with the noun behind it, i
// where there is none.
func (a *argument) ordinal(i int) (o ordinal, to int) {
	tokens := a.prose.tokens
	o, ok := ordinals[tokens[i].word]
	if !ok {
		return o, i
	}
	to = i + 1
	named := i > 0 && articles[tokens[i-1].word] && !tokens[i].breaks
	if named && tokens[i-1].word == "a" && o.or == "or" {
		return o, i // "a second" is a while
	}
	if to < len(tokens) && !tokens[to].breaks && tokens[to].sentence == tokens[i].sentence && placeNouns[tokens[to].word] {
		to, named = to+1, true
	}
	if !named && !(o.bare && a.polite(to, len(tokens))) {
		return o, i
	}
	return o, to
}

var articles = wordSet(`the das die der den dem le la l el lo il o a het de`)

// placeNouns follow an ordinal.
var placeNouns = wordSet(`one option choice thing alternative variante moglichkeit moeglichkeit option choix solution opcion alternativa opzione cosa soluzione opcao optie keuze mogelijkheid`)

// pickOrdinal reads "the second": of those that a list of ours marks, else of
// our question's two alternatives.
func (a *argument) pickOrdinal(p *prose, offers []offer, ours string, o ordinal, from, to int) (verdict, bool) {
	rest, ok := a.behind(to)
	if !ok {
		return verdict{}, false
	}
	picked := placed(p, offers, ours, o, a.prose.tokens[from].word)
	if picked.text == "" {
		return verdict{}, false
	}
	v := a.take(picked)
	if picked.half && parse(picked.text).onlyDenies() && parse(picked.other).goesOnWriting() {
		v = verdict{Intent: IntentOptOut, Confidence: 0.85, Evidence: v.Evidence[len(v.Evidence)-1:]}
	} else if picked.half && v.Intent != IntentOptOut && !isInterest(v.Intent) && !parse(picked.text).speaksOfClosing() {
		// "Have you moved to software?": the words of our question aren't theirs.
		v = verdict{Intent: IntentUnclear, Confidence: 0.6, Evidence: v.Evidence[len(v.Evidence)-1:]}
	}
	return a.settled(rest, a.prose.tokens[from].word, v)
}

// onlyDenies says whether the half of a question only says no to the other: "would
// you rather I didn't", "oder lieber nicht".
func (p *prose) onlyDenies() bool {
	denies := false
	for _, t := range p.tokens {
		switch {
		case denialWords[t.word], t.word == "didnt":
			denies = true
		case !ratherWords[t.word] && !preferWords[t.word] && !youWords[t.word] && !usWords[t.word]:
			return false
		}
	}
	return denies
}

var preferWords = wordSet(`would should do prefer that if best soll sollte ich es das que si preferez preferiez vous prefiere prefiera preferisce preferirebbe lei prefere preferia zal`)

// goesOnWriting says whether the half of a question is of writing to them.
func (p *prose) goesOnWriting() bool {
	all := sentence{from: 0, to: len(p.tokens)}
	return (p.says(all, touchWords) || p.says(all, writingWords) || p.says(all, postedWords)) && !p.says(all, sendableWords)
}

// postedWords keep somebody informed.
var postedWords = wordSet(`posted informed updated touch loop laufenden informiert courant informe informes informar aggiornata aggiornato aggiornare corrente informada informado hoogte`)

// speaksOfClosing says whether a word of ours is of closing a file.
func (p *prose) speaksOfClosing() bool {
	return slices.ContainsFunc(p.tokens, func(t token) bool { return closeWords[t.word] })
}

// placed is the offer that an ordinal names.
func placed(p *prose, offers []offer, ours string, o ordinal, word string) offer {
	var signs []offer
	for _, f := range offers {
		if !f.word {
			signs = append(signs, f)
		}
	}
	place := o.place
	if len(signs) > 0 {
		if place == lastPlace {
			place = len(signs)
		}
		if place > len(signs) || pairWords[word] && len(signs) != 2 {
			return offer{}
		}
		return signs[place-1]
	}
	if place != lastPlace && !pairWords[word] {
		text := optionText(ours, string(rune('0'+place)))
		if text != "" && optionText(ours, "1") != "" && optionText(ours, "2") != "" { // not "1 Quay Street"
			return offer{text: text}
		}
	}
	for _, or := range []string{o.or, secondOr(word)} {
		if or == "" {
			continue
		}
		first, second, ok := p.alternatives(wordSet(or))
		half, other := second, first
		if place == 1 {
			half, other = first, second
		}
		if !ok || place > 2 || p.names(first, word) || p.names(second, word) {
			continue
		}
		whole := sentence{from: first.from, to: second.to}
		return offer{half: true, asked: true, text: p.wording(half.from, half.to), other: p.wording(other.from, other.to), they: !p.ofUs(whole) || p.endsAlone(half) && !p.says(other, touchWords)}
	}
	return offer{}
}

// pairWords are of two.
var pairWords = wordSet(`latter former letzteres letztere ersteres erstere zweiteres`)

// secondOr is the or-word of the second language that has an ordinal: "segunda" is
// Portuguese too, "second" French.
func secondOr(word string) string {
	switch word {
	case "segundo", "segunda", "ultimo", "ultima", "second":
		return "ou"
	}
	return ""
}

// names says whether a word stands in a sentence: who offers to call "na
// segunda" hears of the Monday.
func (p *prose) names(s sentence, word string) bool {
	return slices.ContainsFunc(p.tokens[s.from:s.to], func(t token) bool { return t.word == word })
}
