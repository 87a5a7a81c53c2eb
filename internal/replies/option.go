package replies

import (
	"slices"
	"strings"
)

// digit is the one number or letter that is the whole answer; sure says that it
// can be nothing else. Of several, the one that isn't refused: "not 2, rather 1".
func (a *argument) digit() (n string, sure, ok bool) {
	const most = 8 // words, with courtesies
	tokens := a.prose.tokens
	if len(tokens) == 0 || len(tokens) > most {
		return "", false, false
	}
	var picked, refused []string
	last := -1                  // the number before
	after := func(i int) bool { // a "no" stands before token i, in its clause
		return i > 0 && !tokens[i].breaks && (noWords[tokens[i-1].word] || keepWords[tokens[i-1].word])
	}
	for i, t := range tokens {
		word := t.word
		number := spelledNumbers[word]
		if t.kind == numberToken && len(word) == 1 || t.kind == wordToken && len(word) == 1 && (len(tokens) == 1 || t.upper && i > 0) && strings.Contains("abcdef", word) {
			number, sure = word, true
		}
		switch {
		case number != "":
			picked, last = append(picked, number), i
			if after(i) {
				refused = append(refused, number)
			}
		case last >= 0 && last == i-1 && !t.breaks && (noWords[word] || keepWords[word]):
			refused = append(refused, picked[len(picked)-1])
		case !optionWords[word] && !courtesies[word] && !yesWords[word] && !noWords[word] && !keepWords[word]:
			return "", false, false
		}
	}
	if a.holds(0, len(tokens), yesWords) {
		sure = false // "ok 3 it is" may take a time
	}
	if len(picked) > 1 {
		picked = slices.DeleteFunc(picked, func(n string) bool { return slices.Contains(refused, n) })
	}
	return strings.Join(picked, " "), sure, len(picked) == 1 || sure && len(picked) > 1
}

// spelledNumbers are the numbers of options in words. Those that are articles too are left out.
var spelledNumbers = map[string]string{
	"one": "1", "two": "2", "three": "3", "four": "4",
	"eins": "1", "zwei": "2", "drei": "3", "vier": "4",
	"deux": "2", "trois": "3", "quatre": "4",
	"uno": "1", "dos": "2", "tres": "3", "cuatro": "4",
	"due": "2", "tre": "3", "quattro": "4",
	"dois": "2", "duas": "2", "quatro": "4",
	"twee": "2", "drie": "3",
}

var optionWords = wordSet(`number option nr no nummer numero nummero opcion opzione opcao optie variante variant answer antwort antwoord reponse respuesta risposta resposta choice choix eleccion scelta escolha keuze letra lettre buchstabe letter lettera please bitte die der das la le el il lo o a os as the l het de con with mit avec com met i take ich nehme je prends prendo tomo fico kies then dann alors entonces allora entao dan rather lieber better mejor meglio melhor liever and or und oder et ou y o e en of sondern sino ma mas maar aber pero mais but`)

// optionText is the line, or the part of a line, of our mail that an answer's
// number stands for.
func optionText(ours, n string) string {
	for line := range strings.SplitSeq(ours, "\n") {
		line = strings.TrimLeft(line, "> \t*-([#")
		rest, ok := strings.CutPrefix(strings.ToLower(line), n)
		if !ok || rest == "" || strings.IndexByte(" .):-=]\t", rest[0]) < 0 && !strings.HasPrefix(rest, "–") {
			continue
		}
		if listed := listedOption(line, n); listed != "" {
			return listed
		}
		return strings.TrimLeft(rest, " .):-=]\t–")
	}
	return listedOption(ours, n)
}

// listedOption finds an option among several in one line: "1 call me, 2 write in
// autumn, 3 not for us". They must count up from the first.
func listedOption(ours, n string) string {
	if len(n) != 1 {
		return ""
	}
	first, letters := byte('1'), n[0] >= 'a'
	if letters {
		first = 'a'
	}
	p := parse(ours)
	next, from := first, -1
	for i, t := range p.tokens {
		if len(t.word) != 1 || t.word[0] != next || letters && !marksOption(ours[t.end:]) {
			continue
		}
		switch {
		case from >= 0:
			return optionWording(ours[p.tokens[from].end:t.start])
		case next == n[0]:
			from = i
		}
		next++
	}
	if from < 0 || next < first+2 {
		return ""
	}
	return optionWording(ours[p.tokens[from].end:])
}

// marksOption says whether what follows a letter sets it off as an option's name.
func marksOption(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	return rest != "" && strings.IndexByte(":)=.-]", rest[0]) >= 0 || strings.HasPrefix(rest, "–")
}

// optionWording cuts an option's words at the end of their sentence.
func optionWording(s string) string {
	s = strings.TrimLeft(s, " .):-=]\t–")
	if end := strings.IndexAny(s, "\n.;?!"); end >= 0 {
		s = s[:end]
	}
	return strings.TrimRight(s, " ,;([/|")
}

// eitherWords join alternatives.
var eitherWords = wordSet(`or oder ou o u oppure of`)

// linkWords join an answer that we offer to what it stands for.
var linkWords = wordSet(`and for if to then means und fur fuer wenn falls heisst dann et pour si alors y para por per se e en als voor dan`)
