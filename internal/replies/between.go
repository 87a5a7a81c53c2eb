package replies

import "strings"

// Outlook sets no mark before the lines of the mail it answers. Who answers between
// them says so above, "see my answers in red", and leaves it to the color, which a
// text without markup has lost.

// answersBetween takes the answers out of our mail below, where such an announcement
// stands above it: the lines that directly follow a question of ours. A sentence of
// ours may stand there too; sent tells it where it is known.
func (f *fresh) answersBetween(w writer, sent string) {
	const longestSent = 16 << 10
	if f.unmarked == noneUnmarked || f.forwarded || !f.announces() {
		return
	}
	below := f.quoted[f.unmarked:]
	at := between{lines: below, labels: readLabels(below, w), w: w}
	if sent != "" {
		at.sent = clip(sent, longestSent)
		at.ours = flat(at.sent)
	}
	found := at.answers()
	if len(found) == 0 {
		return
	}
	rest := f.quoted[:f.unmarked:f.unmarked]
	from := 0
	for _, a := range found {
		f.segments = append(f.segments, below[a.from:a.to])
		rest, from = append(rest, below[from:a.from]...), a.to
	}
	f.quoted = append(rest, below[from:]...)
}

// flat writes a text folded in one line, a space at both ends.
func flat(s string) string { return " " + strings.Join(strings.Fields(fold(s)), " ") + " " }

// announces says whether the new text tells that answers stand further down.
func (f *fresh) announces() bool {
	const longest, most = 4000, 40 // bytes of a piece, sentences
	n := 0
	for _, seg := range f.segments {
		text := flat(betweenMarks.Replace(clip(joinLines(seg), longest)))
		for from := 0; from < len(text) && n < most; n++ {
			end := strings.IndexAny(text[from:], ".!?;")
			if end < 0 {
				end = len(text) - from
			}
			asks := from+end < len(text) && text[from+end] == '?'
			if !asks && announcesBetween(text[from:from+end]+" ") {
				return true
			}
			from += end + 1
		}
	}
	return false
}

// The words of such an announcement, folded. Of its color, of answers, and of where
// they stand it takes two; without a color it must be short.
const (
	betweenColors  = " in red | in blue| in green| in bold | in capital| in caps| in colour| in color| in italic| in purple| in orange | in pink | in yellow| in rot| in blau| in grun| in lila | in gelb| in roter| in fett| in gross| in farbe| farbig| in kursiv| kursiv | in versalien| in rouge | en rouge| en bleu| en vert| en gras| en majuscule| en couleur| en italique| en violet| en orange| en rojo| en azul| en verde| en negrita| en mayuscula| en color| en cursiva| in rosso| in blu | in verde| in grassetto| in maiuscol| in corsivo| in stampatello| a vermelho| em vermelho| a azul| em azul| a verde| em verde| a negrito| em negrito| em maiuscula| a amarelo| em amarelo| em italico| in het rood| in rood| in het blauw| in blauw| in het groen| in groen| in het vet| vetgedrukt| in hoofdletters| cursief | highlighted | markiert | surligne| resaltad| evidenziat| destacad| gemarkeerd"
	betweenAnswers = " answer| geantwortet | geschrieben | ecrit| escrit| scritt| written | wrote | geschreven | repl| respon| comment| antwort| anmerkung| kommentar| beantwort| repon| commentaire| remarque| respuesta| respond| contest| comentari| rispost| rispond| commenti| resposta| antwoord| beantwoord| opmerking| reactie| reageer"
	betweenPlaces  = " below | underneath | inline | in line | in-line | between the lines | between your| in your mail | in your email | in your text | unten | unterhalb | untenstehend| darunter | zwischen | dazwischen | im text | in ihrer mail | in deiner mail | in ihrer e-mail | ci-dessous | plus bas | en dessous | dans votre | dans ton | dans le texte | entre les lignes | abajo | debajo | entre lineas | a continuacion | en su correo | en tu correo | sotto | qui sotto | di seguito | nel testo | tra le righe | nella sua mail | abaixo | em baixo | mais abaixo | a seguir | no texto | entre as linhas | hieronder | onderstaand| daaronder | in de tekst | tussen de regels | tussendoor | in je mail | in uw mail "
	betweenSees    = " see | find | siehe | s | voir | trouvere| trouvez | voyez | ver | vea | ve | vedi | veda | veja | vide | zie | my | mine | meine | meinen | mes | mis | mie | le mie | minhas | as minhas | mijn | here are | hier | voici | aqui | ecco | answers | antworten | reponses | respuestas | risposte | respostas | antwoorden "
	betweenAsks    = " question| frage| pregunta| domand| pergunta| dudas | vragen | vraag "
	betweenDenies  = " no | not | dont | wont | cant | cannot | never | nicht | kein| nie | pas | aucun| non | ninguna | nunca | nessun| nao | nenhuma | niet | geen | would | could | if | when | wenn | si | se | als "
)

// betweenMarks are no words of it.
var betweenMarks = strings.NewReplacer(",", " ", ":", " ", "(", " ", ")", " ")

// announcesBetween says whether a flat sentence announces answers.
func announcesBetween(s string) bool {
	const mostColored, mostPlain = 18, 11
	words := wordCount(s)
	color, answer, place := holdsOneOf(betweenColors, s), holdsOneOf(betweenAnswers, s), holdsOneOf(betweenPlaces, s)
	switch {
	case words > mostColored || holdsOneOf(betweenDenies, s):
		return false
	case color && (answer || place):
		return true
	}
	return answer && place && words <= mostPlain && holdsOneOf(betweenSees, s) && !holdsOneOf(betweenAsks, s)
}

// between looks for answers among the lines of our mail.
type between struct {
	lines  []line
	labels []label
	w      writer
	sent   string // our mail, "" when unknown
	ours   string // the same, flat
}

// run is a run of lines.
type run struct{ from, to int }

// answers finds them: from a line below a question of ours up to an empty line or our
// next question, down to our name or a postscript of ours or a further mail.
func (b between) answers() []run {
	const mostLines = 400
	var found []run
	asked := false
	for i := paragraphEnd(b.lines, nextText(b.lines, 1)); i < min(len(b.lines), mostLines); i++ {
		s := strings.TrimSpace(b.lines[i].text)
		switch {
		case s == "":
			asked = false
			continue
		case b.lines[i].depth > 0, headerBlockAt(b.lines, b.labels, i), postscript(s), b.w.namesReader(fold(strings.TrimRight(s, ",."))):
			return found
		case !asked || b.isOurs(i):
			asked = strings.HasSuffix(s, "?")
			continue
		}
		end := i + 1
		for end < len(b.lines) && !b.lines[end].blank() && b.lines[end].depth == 0 && !strings.HasSuffix(strings.TrimSpace(b.lines[end].text), "?") && !b.isOurs(end) {
			end++
		}
		found = append(found, run{i, end})
		asked = false
		i = end - 1
	}
	return found
}

// isOurs says whether lines[i], below a question, is a line of ours: our mail holds
// it, or it is a further question with an answer below it.
func (b between) isOurs(i int) bool {
	const fewest = 3 // words that tell ours from theirs
	s := strings.TrimSpace(b.lines[i].text)
	if b.ours != "" && wordCount(s) >= fewest && strings.Contains(b.ours, flat(s)) {
		return true
	}
	for ours := range strings.Lines(b.sent) {
		if strings.TrimSpace(ours) == s {
			return true
		}
	}
	return strings.HasSuffix(s, "?") && i+1 < len(b.lines) && !b.lines[i+1].blank()
}
