package replies

import (
	"slices"
	"sync"
)

// languages are those that rules exist for, in a fixed order.
var languages = []string{"en", "de", "fr", "es", "it", "pt", "nl"}

// functionWords are the small words by which a sentence shows its language.
// Some belong to several: they count for each.
var functionWords = sync.OnceValue(func() map[string]uint8 {
	words := []string{
		"the i you we is are of to and in it that for with this my our your be not on have has do was me us will would can if so at from they there what how who no yes thanks please just as by an or but about were been it's dont im ive were what's any all when one up out now she he need send hi hello dear good call off more interested sorry ok he'll it'll",
		"der die das und ist ich wir sie nicht ein eine einen zu mit fur fuer auf den dem von bei uns mir mich es ihr ihre ihren im am auch noch aber wie was wenn bitte danke haben sind hab kein keine nein ja sich als aus nach schon mal habe bin kann gerne dann da vom zum zur doch wieder nur hallo ihnen herr frau guten wurde werden wird sehr nix net ned i a des mein meine unser unsere bis ab um",
		"le la les un une des de du et est je nous vous il elle on pas ne que qui pour dans sur avec au aux ce cette mon ma mes notre nos votre vos bonjour merci non oui mais plus en y a ai avons sommes suis etes c j n d l m s qu se si par tout bien tres ca svp madame monsieur etre sont moi",
		"el la los las un una de del y es que no se por para con en mi mis nos le les su sus lo me te al muy mas pero como si ya esta estoy tenemos hola gracias buenos dias soy somos hay este ese yo eso usted ustedes favor quien cuando porque buenas tardes nuestro nuestra bien",
		"il lo la i gli le un una uno di del della dei e che non si per con in a da mi ci vi ho abbiamo sono siamo e' piu ma come se anche questo questa grazie buongiorno ciao nostro nostra mio mia vostra vostro al alla dal dalla sul nel nella ne molto gia quando chi cosa per favore salve dell l d",
		"o a os as um uma de do da dos das e que nao se por para com em no na me nos meu minha nosso nossa seu sua mais mas como ja esta estou temos ola obrigado obrigada bom dia tarde boa sim voce voces isso isto eu ao aos pela pelo muito quando quem sao tenho foi",
		"de het een en is ik wij we u jij je niet van voor met op te dat die dit aan in om er maar ook nog als naar bij zijn hebben heb ben geen ja nee wel graag dank bedankt mijn onze ons jullie uw hoi goedemiddag goedemorgen dag kan kunt wil zou wat hoe wie dan al tot over mij me even meer beste",
	}
	m := map[string]uint8{}
	for i, list := range words {
		for w := range wordSet(list) {
			m[w] |= 1 << i
		}
	}
	return m
})

// tongues counts, for every sentence and the whole text, the function words of
// each language.
type tongues struct {
	sentences [][7]int
	whole     [7]int
}

func (p *prose) tongues() tongues {
	t := tongues{sentences: make([][7]int, len(p.sentences))}
	known := functionWords()
	for _, tok := range p.tokens {
		bits := known[tok.word]
		for i := range languages {
			if bits&(1<<i) != 0 {
				t.sentences[tok.sentence][i]++
				t.whole[i]++
			}
		}
	}
	return t
}

// spokenIn are the languages, a bit each, that a sentence may be in.
func (t *tongues) spokenIn(sentence int) uint8 {
	var in uint8
	for lang := range languages {
		if t.speaks(lang, sentence) {
			in |= 1 << lang
		}
	}
	return in
}

// speaks says whether a sentence may be in a language: it holds enough of its
// small words, compared to the language that holds the most; in a short
// sentence half as many will do. Where there are too few to tell, the whole
// text decides.
func (t *tongues) speaks(lang, sentence int) bool {
	s := t.sentences[sentence]
	if top := slices.Max(s[:]); top >= 3 {
		if top >= 5 {
			return s[lang]*10 >= top*7
		}
		return s[lang]*2 >= top
	}
	if all := slices.Max(t.whole[:]); all >= 4 {
		return t.whole[lang]*2 >= all || s[lang] > 0 && s[lang] == slices.Max(s[:]) && t.whole[lang]*4 >= all
	}
	return true
}

// heard are the languages, a bit each, that some small word of the text is in.
func (t *tongues) heard() uint8 {
	var in uint8
	for lang, n := range t.whole {
		if n > 0 {
			in |= 1 << lang
		}
	}
	return in
}
