package replies

import (
	"net/mail"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// findContact finds the person that the writer points to: an address or a name
// in the new text, completed from the other. It is never the owner, the
// writer, or a mere mention: without an address a word of handing over must
// stand beside the name.
func findContact(in *input, p *prose) (*Contact, place) {
	f := &finder{in: in, prose: p, words: dateWords()}
	f.avoid()
	if c, at, ok := f.byAddress(); ok {
		return c, place{sentence: at, addressed: true}
	}
	if c, at, ok := f.byCopy(); ok {
		return c, place{sentence: at, addressed: true, copied: true}
	}
	if c, at, ok := f.byCue(); ok {
		return c, place{sentence: at}
	}
	return nil, place{sentence: -1}
}

// maxCopies is how many people in copy are looked at.
const maxCopies = 20

// finder looks for the person referred to.
type finder struct {
	in     *input
	prose  *prose
	words  *dateLexicon
	own    map[string]bool // lower-cased addresses that are nobody new
	names  map[string]bool // folded names of the writer and the owner
	tongue *string         // the text's, nil until it is asked for
}

// avoid notes who can't be meant: the writer and the owner.
func (f *finder) avoid() {
	f.own, f.names = map[string]bool{}, map[string]bool{}
	add := func(a mail.Address) {
		f.own[strings.ToLower(a.Address)] = true
		for w := range strings.FieldsSeq(a.Name) {
			if w = fold(strings.Trim(w, ".,")); len(w) > 2 {
				f.names[w] = true
			}
		}
	}
	for _, list := range [][]mail.Address{f.in.Header.From, f.in.Header.Sender, f.in.Header.ReplyTo, f.in.Header.To} {
		for _, a := range list {
			add(a)
		}
	}
	for _, o := range f.in.Context.Own {
		f.own[strings.ToLower(o)] = true
	}
}

// byAddress takes the first foreign address of the text and the name beside it; one
// that is not to be written to only where there is no other.
func (f *finder) byAddress() (*Contact, int, bool) {
	p := f.prose
	first := -1
	for i, t := range p.tokens {
		if t.kind != addressToken || f.own[t.word] {
			continue
		}
		refused := p.refusesMailbox(i)
		if first < 0 || !refused {
			first = i
		}
		if !refused {
			break
		}
	}
	if first < 0 {
		return f.byHiddenAddress()
	}
	t := p.tokens[first]
	return &Contact{Email: t.word, Name: f.nameFor(first, t.word), Role: f.role(first)}, t.sentence, true
}

// Words between which a mailbox is told that is not to be written to: a no, and a verb
// of writing. Who bids not to hesitate refuses nothing.
var (
	refusingWords = wordSet(`stop quit cease dont not never nicht kein keine nie hort horen arretez cessez pas plus jamais basta smetta smettete non mai deje dejen no nunca pare parem nao niet geen nooit`)
	mailingStems  = dateStems(`writ- email- mail- send- contact- schreib- schick- ecri- envoy- escrib- envi- mand- scriv- escrev- schrijf- schrijv- stuur- sturen`)
	hesitateStems = dateStems(`hesita- hesit- dud- zoger- esit- aarzel- why`)
)

// refusesMailbox says whether a no to writing stands shortly before token i: "don't
// write to info@acme.example any more".
func (p *prose) refusesMailbox(i int) bool {
	const reach = 7 // words
	from := max(p.sentences[p.tokens[i].sentence].from, i-reach)
	no, writes := false, false
	for k := i - 1; k >= from; k-- {
		w := p.tokens[k].word
		if hesitateStems.has(w) {
			return false
		}
		no = no || refusingWords[w]
		writes = writes || mailingStems.has(w)
		if p.tokens[k].breaks {
			break // "not me, write to buying@acme.example"
		}
	}
	return no && writes
}

// hiddenAddress is an address written so that machines don't see it: "sam (at)
// acme (dot) example".
var hiddenAddress = regexp.MustCompile(`(?i)([a-z0-9][a-z0-9._%+-]*) ?[\[({] ?(?:at|arroba|bei|chez) ?[\])}] ?([a-z0-9-]+(?:(?:\.| ?[\[({] ?(?:dot|punkt|point|punto|ponto|punt) ?[\])}] ?)[a-z0-9-]+)+)`)

var hiddenDot = regexp.MustCompile(`(?i) ?[\[({] ?(?:dot|punkt|point|punto|ponto|punt) ?[\])}] ?`)

// maxHidden is how many bytes of a text are searched for hidden addresses.
const maxHidden = 16 << 10

// byHiddenAddress takes the first address that is spelt out.
func (f *finder) byHiddenAddress() (*Contact, int, bool) {
	p := f.prose
	if !strings.ContainsAny(p.text, "[({") {
		return nil, 0, false // there is nothing to look for at length
	}
	m := hiddenAddress.FindStringSubmatchIndex(clip(p.text, maxHidden))
	if m == nil {
		return nil, 0, false
	}
	address := strings.ToLower(p.text[m[2]:m[3]] + "@" + hiddenDot.ReplaceAllString(p.text[m[4]:m[5]], "."))
	i := slices.IndexFunc(p.tokens, func(t token) bool { return t.start >= m[2] })
	if i < 0 || f.own[address] {
		return nil, 0, false
	}
	return &Contact{Name: f.nameFor(i, address), Email: address, Role: f.role(i)}, p.tokens[i].sentence, true
}

// byCopy looks up the people in copy whom the text names, or the only one in
// copy where it speaks of that: "I have copied my colleague".
func (f *finder) byCopy() (*Contact, int, bool) {
	if c, at, ok := f.byName(); ok {
		return c, at, true
	}
	var only *mail.Address
	for i, a := range f.in.Header.Cc {
		if f.own[strings.ToLower(a.Address)] {
			continue
		}
		if only != nil {
			return nil, 0, false
		}
		only = &f.in.Header.Cc[i]
	}
	if only == nil {
		return nil, 0, false
	}
	for i, t := range f.prose.tokens {
		if copyWords[t.word] {
			return &Contact{Name: only.Name, Email: strings.ToLower(only.Address), Role: f.role(i)}, t.sentence, true
		}
	}
	return nil, 0, false
}

// copyWords speak of people in copy.
var copyWords = wordSet(`cc ccd cced ccing copy copied copying looping looped adding added copie kopie copia kopi`)

// byName looks up the people in copy whom the text names.
func (f *finder) byName() (*Contact, int, bool) {
	for _, a := range f.in.Header.Cc[:min(len(f.in.Header.Cc), maxCopies)] {
		if f.own[strings.ToLower(a.Address)] {
			continue
		}
		local, _, _ := strings.Cut(strings.ToLower(a.Address), "@")
		for i, t := range f.prose.tokens {
			if !t.upper || len(t.word) < 3 || f.names[t.word] {
				continue
			}
			named := false
			for w := range strings.FieldsSeq(a.Name) {
				named = named || fold(w) == t.word
			}
			if !named && a.Name == "" && strings.Contains(local, t.word) {
				named = true
			}
			if named {
				name := a.Name
				if name == "" {
					name = f.nameAt(i)
				}
				return &Contact{Name: name, Email: strings.ToLower(a.Address), Role: f.role(i)}, t.sentence, true
			}
		}
	}
	return nil, 0, false
}

// nameFor finds the name that belongs to the address in token i: the capitals
// right before or after it, or the ones that its local part spells.
func (f *finder) nameFor(i int, address string) string {
	local, _, _ := strings.Cut(address, "@")
	p := f.prose
	s := p.sentences[p.tokens[i].sentence]
	// A name that the local part spells, anywhere in the text, is surest.
	parts := strings.Fields(foldAddress(local))
	for j, t := range p.tokens {
		if t.kind == wordToken && len(t.word) >= 3 && f.isName(j) && spells(parts, t.word) {
			return f.nameAt(j)
		}
	}
	from := s.from
	if i-s.from < 2 && p.tokens[i].sentence > 0 {
		from = p.sentences[p.tokens[i].sentence-1].from
	}
	for j := i - 1; j >= from && j >= i-10; j-- {
		if f.isName(j) && !f.germanNoun(j) && !(j == s.from && f.nameEnd(j) == j+1 && local[0] != p.tokens[j].word[0]) {
			return f.nameAt(j)
		}
	}
	if i+1 < len(p.tokens) && f.isName(i+1) && i+1 < s.to {
		return f.nameAt(i + 1)
	}
	return ""
}

// spells says whether the parts of a local part have a folded name in them:
// whole, or behind initials, as in "jtremblay".
func spells(parts []string, name string) bool {
	const initials = 2
	for _, part := range parts {
		if before, ok := strings.CutSuffix(part, name); ok && len(before) <= initials || strings.HasPrefix(part, name) && len(name) > 3 {
			return true
		}
	}
	return false
}

// foldAddress writes a local part as names are folded, without its marks.
func foldAddress(local string) string {
	return strings.NewReplacer(".", " ", "-", " ", "_", " ", "ae", "a", "oe", "o", "ue", "u").Replace(local) + " " + local
}

// nameAt returns the whole name around token i: titles, forename, particles, surname.
func (f *finder) nameAt(i int) string {
	p := f.prose
	from, to := f.nameStart(i), f.nameEnd(i)
	for from < to-1 && (isSalutation(p.tokens[from].word) || isParticle(p.tokens[from].word) && !p.tokens[from].upper) {
		from++
	}
	to = min(to, from+maxName)
	name := strings.TrimSpace(p.text[p.tokens[from].start:p.tokens[to-1].end])
	for _, s := range []string{"'s", "’s"} {
		name = strings.TrimSuffix(name, s)
	}
	return name
}

// maxName is how many words a name has at most, maxParticles how many small
// ones stand between two of them: "van der Berg".
const (
	maxName      = 6
	maxParticles = 3
)

// nameStart is the first token of the name that token i belongs to.
func (f *finder) nameStart(i int) int {
	p := f.prose
	for i > 0 && p.tokens[i-1].sentence == p.tokens[i].sentence && !p.tokens[i].breaks {
		j := i - 1
		for n := 0; n < maxParticles && j > 0 && isParticle(p.tokens[j].word) && !p.tokens[j].breaks; n++ {
			j--
		}
		switch {
		case (f.isName(j) || j == i-1 && p.tokens[j].upper && f.names[p.tokens[j].word]) && p.tokens[j].sentence == p.tokens[i].sentence:
			i = j
		case f.isTitle(i-1) || p.tokens[i-1].upper && isParticle(p.tokens[i-1].word):
			i--
		default:
			return i
		}
	}
	return i
}

// nameEnd is the token behind the name that token i belongs to.
func (f *finder) nameEnd(i int) int {
	p := f.prose
	to := i + 1
	for to < len(p.tokens) && p.tokens[to].sentence == p.tokens[i].sentence {
		if hyphen := p.tokens[to].start == p.tokens[to-1].end+1 && p.text[p.tokens[to-1].end] == '-'; hyphen && p.tokens[to].upper {
			to++ // "Tremblay-Roy" is one name of two tokens
			continue
		}
		j := to
		for n := 0; n < maxParticles && j < len(p.tokens) && isParticle(p.tokens[j].word) && !p.tokens[j].breaks; n++ {
			j++
		}
		if j >= len(p.tokens) || !f.isName(j) && !f.isFamily(j) || p.tokens[j].breaks || p.tokens[j].sentence != p.tokens[i].sentence {
			return to
		}
		to = j + 1
	}
	return to
}

// isFamily says whether token i is a name of the writer or the owner, which a
// relative of theirs may share.
func (f *finder) isFamily(i int) bool {
	t := f.prose.tokens[i]
	return t.upper && f.names[t.word]
}

// isTitle knows "Dr", "Frau": written before a name.
func (f *finder) isTitle(i int) bool {
	switch f.prose.tokens[i].word {
	case "dr", "prof", "ing", "dipl", "mag", "dott", "avv":
		return true
	}
	return false
}

func isSalutation(w string) bool {
	switch w {
	case "herr", "herrn", "frau", "mr", "mrs", "ms", "miss", "monsieur", "madame", "mme", "mlle", "senor", "senora", "sr", "sra", "don", "dona", "signor", "signora", "sig", "senhor", "senhora", "meneer", "mevrouw", "dhr", "mevr", "mw", "kollege", "kollegen", "kollegin", "collega", "kollegn":
		return true
	}
	return false
}

func isParticle(w string) bool {
	switch w {
	case "van", "von", "der", "de", "den", "del", "della", "di", "da", "dos", "do", "la", "le", "zu", "ten", "ter", "y", "al", "el", "bin":
		return true
	}
	return false
}

// isName says whether token i can be part of a person's name: capitalised, not
// only because a sentence begins, no greeting, month, weekday or common word.
func (f *finder) isName(i int) bool {
	p := f.prose
	if i < 0 || i >= len(p.tokens) {
		return false
	}
	t := p.tokens[i]
	if t.kind != wordToken || !t.upper || utf8.RuneCountInString(t.word) < 2 || f.names[t.word] || notNames[t.word] || roleWords[t.word] {
		return false
	}
	if p.sentences[t.sentence].from == i && handoverBefore[t.word] {
		return false // "Write to …"
	}
	if d := f.words.word(t.word); d.month > 0 && !d.weak || d.weekday > 0 && !d.weak {
		return false
	}
	if t.caps && len(t.word) <= 4 {
		return false // HR, CEO, DSGVO
	}
	return !isSalutation(t.word)
}

// byCue finds a name without an address, beside words of handing over.
func (f *finder) byCue() (*Contact, int, bool) {
	p := f.prose
	for i := range p.tokens {
		if !f.isName(i) || i > 0 && f.isName(i-1) && !p.tokens[i].breaks {
			continue
		}
		if !f.cueBefore(i) && !f.cueAfter(i) {
			continue
		}
		if f.germanNoun(i) || f.isPlace(i) || f.isFeast(i) || f.isShout(i) || i > 0 && p.tokens[i-1].caps && !p.tokens[i].breaks {
			continue
		}
		c := &Contact{Name: f.nameAt(i), Role: f.role(i)}
		f.completeFromSignature(c)
		return c, p.tokens[i].sentence, true
	}
	return nil, 0, false
}

// isPlace says whether the word before token i makes it a place: "in Vegas",
// "sono a Milano".
func (f *finder) isPlace(i int) bool {
	if i == 0 || f.prose.tokens[i-1].sentence != f.prose.tokens[i].sentence {
		return false
	}
	switch f.prose.tokens[i-1].word {
	case "in", "en", "em", "near", "aus", "nach", "te", "nel":
		return true
	case "a":
		return i > 1 && beingWords[f.prose.tokens[i-2].word]
	}
	return false
}

// beingWords say where someone is.
var beingWords = wordSet(`suis sommes serai sera sono siamo saro saremo`)

// isFeast says whether token i begins the name of a feast.
func (f *finder) isFeast(i int) bool {
	p := f.prose
	s := p.sentences[p.tokens[i].sentence]
	d, _ := f.words.at(p.tokens[i:s.to], "")
	return d.season != seasonNone && !d.weak
}

// isShout says whether token i is a word in capitals that stands alone: a code
// to type, not a name.
func (f *finder) isShout(i int) bool {
	p := f.prose
	return p.tokens[i].caps && f.nameEnd(i) == i+1 && (i == 0 || !isSalutation(p.tokens[i-1].word) && !f.isTitle(i-1))
}

// completeFromSignature finds the address of a person named in the text among
// the lines below it: "Dana, whose details are below".
func (f *finder) completeFromSignature(c *Contact) {
	below := parse(f.in.Signature)
	g := &finder{in: f.in, prose: below, words: f.words, own: f.own, names: f.names}
	for _, t := range below.tokens {
		if t.kind != addressToken || f.own[t.word] {
			continue
		}
		local, _, _ := strings.Cut(t.word, "@")
		for w := range strings.FieldsSeq(c.Name) {
			if w = fold(w); len(w) < 3 || !strings.Contains(foldAddress(local), w) {
				continue
			}
			c.Email = t.word
			if name := g.named(w); len(name) > len(c.Name) {
				c.Name = name
			}
			return
		}
	}
}

// named is the name in the text that a folded word is part of.
func (f *finder) named(word string) string {
	for i, t := range f.prose.tokens {
		if t.word == word && f.isName(i) {
			return f.nameAt(i)
		}
	}
	return ""
}

// germanNoun tells a German noun from a name: only a salutation, a second name
// or the end of the clause makes a capital a name in German.
func (f *finder) germanNoun(i int) bool {
	p := f.prose
	s := p.sentences[p.tokens[i].sentence]
	german := 0
	for _, t := range p.tokens[s.from:s.to] {
		switch t.word {
		case "der", "die", "das", "ist", "ich", "und", "sie", "bitte", "wenden", "mein", "meine", "meinen", "fur", "bei", "zustandig", "an", "den", "uns", "macht", "dafur", "kollege", "kollegin", "herr", "frau", "herrn":
			german++
		}
	}
	if german < 2 && !f.isGerman() {
		return false
	}
	if i > 0 && (isSalutation(p.tokens[i-1].word) || f.isTitle(i-1)) || f.nameEnd(i) > i+1 {
		return false
	}
	return true
}

// isGerman says whether the whole text is; it is asked for once.
func (f *finder) isGerman() bool {
	if f.tongue == nil {
		tongue := dateTongue(f.prose)
		f.tongue = &tongue
	}
	return *f.tongue == "de"
}

func (f *finder) cueBefore(i int) bool {
	p := f.prose
	s := p.sentences[p.tokens[i].sentence]
	for j, n := i-1, 0; j >= s.from && n < 6; j, n = j-1, n+1 {
		w := p.tokens[j].word
		if isSalutation(w) {
			return j == i-1 || f.isTitle(j+1)
		}
		if handoverBefore[w] {
			return true
		}
		if isContrastWord(w) {
			return false
		}
	}
	return false
}

func (f *finder) cueAfter(i int) bool {
	p := f.prose
	s := p.sentences[p.tokens[i].sentence]
	j := f.nameEnd(i)
	for n := 0; j < s.to && n < 7; j, n = j+1, n+1 {
		if handoverAfter[p.tokens[j].word] {
			return true
		}
	}
	return false
}

func isContrastWord(w string) bool {
	switch w {
	case "but", "aber", "mais", "pero", "ma", "mas", "maar":
		return true
	}
	return false
}

// role is the function that stands right beside a name: "our plant manager".
func (f *finder) role(i int) string {
	p := f.prose
	for j := max(0, i-7); j < min(len(p.tokens), i+8); j++ {
		if p.tokens[j].sentence == p.tokens[i].sentence && roleWords[p.tokens[j].word] {
			return p.text[p.tokens[j].start:p.tokens[j].end]
		}
	}
	return ""
}

var roleWords = wordSet(`manager director head chief buyer owner secretary assistant successor deputy colleague boss supervisor purchasing procurement
sekretariat leiter leiterin kollege kollegin kollegen nachfolger nachfolgerin vertretung assistentin einkauf chef chefin stellvertreter geschaftsfuhrer pdl mann neffe neffen nichte bruder schwester sohn tochter vater mutter schwager partner partnerin mitarbeiter mitarbeiterin inhaber inhaberin assistenz buchhaltung leitung
collegue responsable directeur directrice successeur remplacant remplacante assistante gerant
colega companero companera jefe jefa director directora sucesor gerente encargado encargada compras
collega responsabile direttore direttrice capo titolare acquisti
chefe diretor diretora gestor gestora comprador
leidinggevende opvolger inkoper`)

// handoverBefore are words that a named contact follows.
var handoverBefore = wordSet(`text message write drop contact to with ask ring call phone email try speak talk reach cc copying copied ccing looping adding including see meet thatd its is be by deputy successor replacement colleague colleagues boss manager head director buyer named called introducing over message
an wenden frau herr herrn kollege kollegen kollegin mit nachfolger nachfolgerin vertretung vertritt vertreten chef chefin zustandig zustaendig ist ansprechpartner ansprechpartnerin bei leiter leiterin macht durch von fragen
contactez contacter occupe collegue voir voyez adressez adresser avec aupres est par remplacant remplacante successeur responsable demandez joindre ecrivez ecrire appelez appeler parlez parler
contactar contacte contacta hablar habla hable colega companero companera jefe jefa es lleva ve con a escriba escribe escribir encarga dirigirse llamar llame sustituye
occupa segue gestisce contattare contatti contatta collega responsabile parlare parli parla con rivolgersi rivolga scrivere scriva chiedere chieda e a sentire
envie trata contacte contatar contate fale falar com colega responsavel e procure procurar escrever escreva para ao
contacteer contact collega bij met neem bel mail vraag is aan door via vervangen`)

// handoverAfter are words that follow a named contact.
var handoverAfter = wordSet(`handles handle looks runs manages owns buys covers covering replaces replaced took takes responsible charge leads heads oversees decides deals right purchasing procurement dept department successor deputy copied cc does who can help best
zustandig zustaendig kummert kuemmert betreut ubernimmt uebernimmt verantwortlich leitet macht entscheidet vertritt ansprechpartner ansprechpartnerin weiterhelfen weiter
gere occupe charge responsable remplace remplacera gerer suit pourra
lleva encarga encargada encargado responsable gestiona decide sustituye
occupa segue gestisce responsabile decide sostituisce
trata cuida responsavel gere decide substitui
gaat regelt verantwoordelijk over beheert doet beslist vervangt`)

// notNames are capitalised words that are no names.
var notNames = wordSet(`take inoltro giro passo transfiero remito derivo encaminho passei transmets transfere reiche privacy policy regulation regulations act article invoices orders referenzen buro buero unterlagen rechnungen bestellungen grussen gruessen quem quien qui chi bedarf the a an i im ill ive id we you he she they it its if for from please thanks thank dear hello hi hey regards best kind yes no not our my your his her their this that these those there here what who when where why how which is are am was were be do does did can could will would should may might must have has had of on in at to with and or but so as by best good sorry ok okay also all any out office email mail phone tel mobile team sales support customer service department purchasing procurement finance accounting marketing hr teams zoom outlook google microsoft linkedin excel whatsapp erp crm gmbh ag ltd inc kg llc ceo cto cfo monday tuesday morning afternoon easter christmas copying adding cc bcc fyi re fw talk speak call contact ask try ring not right plus then once after before until since because however although while
sehr geehrte geehrter guten tag hallo liebe lieber grusse gruesse gruss mit freundlichen danke vielen dank bitte ich wir sie er es ihr ihre ihrer ihrem ihren mein meine meinen meiner unser unsere unserem unseren der die das den dem des ein eine einen einem einer und oder aber wenn falls ja nein nicht kein keine am im vom zum zur bei von zu auf aus nach seit fur fuer als wie was wer wo wann herr frau herrn moin servus gruezi einkauf vertrieb abteilung zentrale sekretariat telefon durchwahl nachricht anfrage email termin angebot thema anliegen fragen urlaub dringenden dringend fallen notfall
bonjour bonsoir merci madame monsieur cordialement je nous vous il elle ils elles on le la les un une des du de au aux et ou mais si oui non pour dans sur avec sans mon ma mes notre nos votre vos service achats accueil pas voyez voir contactez adressez
hola buenos buenas dias tardes gracias saludos un una unos el la los las yo nosotros usted ustedes el ella es y o pero si no para por con sin mi mis nuestro nuestra su sus compras departamento este esta estoy eso
ciao buongiorno buonasera grazie saluti cordiali gentile io noi lei lui loro il lo la gli le un una di a da in con su per tra fra e o ma se si no mio mia nostro nostra suo sua ufficio acquisti
ola bom boa dia tarde obrigado obrigada atenciosamente cumprimentos eu nos voce ele ela o a os as um uma de do da em no na com por para e ou mas se sim nao meu minha nosso nossa seu sua compras setor
hoi goedemiddag goedemorgen dag beste bedankt dank groet groeten met vriendelijke ik wij we u jij je hij zij het een de en of maar als ja nee niet geen mijn onze ons uw inkoop afdeling neem`)
