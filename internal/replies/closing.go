package replies

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A closing formula is a line of its own before the name. It comes in two
// sorts. Regards mean nothing else wherever they stand. Wishes and thanks are
// also what people say: "Thanks!" as a sentence belongs to the answer.

// regards are formulas that say nothing, folded; words, then "|".
const regards = "x|xx|xxx|regards|best regards|kind regards|warm regards|kindest regards|warmest regards|with kind regards|with best regards|with regards|many regards|best|all best|very best|my best|best to you|rgds|br|b.rgds|kr|brgds|b/r|sincerely|yours sincerely|sincerely yours|yours faithfully|faithfully|yours truly|very truly yours|truly yours|yours|yours very truly|respectfully|respectfully yours|cordially|cheers|warmly|love|lots of love|xoxo|take care|greetings|kind greetings|best greetings|ciao|ta|ttyl|cheerio|as ever|yours ever|peace" +
	"|im auftrag|im auftrage|in vertretung|mit freundlichen grussen|mit freundlichem gruss|freundliche grusse|freundlicher gruss|mit besten grussen|beste grusse|besten gruss|bester gruss|viele grusse|vielen gruss|liebe grusse|lieber gruss|lieben gruss|herzliche grusse|herzlichst|herzlichen gruss|schone grusse|schonen gruss|sonnige grusse|mit herzlichen grussen|mit lieben grussen|mit vielen grussen|gruss|grusse|grussle|mfg|lg|vg|bg|hg|glg|mit freundlichen grussen / best regards|hochachtungsvoll|mit vorzuglicher hochachtung|freundlich grusst|es grusst|es grusst sie|mit bestem gruss|kollegiale grusse|mit kollegialen grussen|servus|tschuss|tschau|pfiat di|ade|bis dann|bis bald|freundl. grusse|m.f.g.|mit freundlichen gruessen|viele gruesse|liebe gruesse|beste gruesse|freundliche gruesse|gruesse|sportliche grusse|kreative grusse|nette grusse" +
	"|cordialement|bien cordialement|tres cordialement|sinceres salutations|salutations distinguees|salutations|meilleures salutations|cordiales salutations|salutations cordiales|bien a vous|bien a toi|amicalement|tres amicalement|sincerement|respectueusement|cdt|cdlt|bav|bises|bisous|amities|a bientot|veuillez agreer|je vous prie dagreer|avec mes salutations|mes salutations|respectueuses salutations|sentiments distingues|au plaisir|a tres bientot|a tres vite|bien a vous tous|bien sincerement|a+|salut" +
	"|saludos|un saludo|saludos cordiales|cordiales saludos|cordialmente|un cordial saludo|reciba un cordial saludo|reciban un cordial saludo|atentamente|muy atentamente|atte|un abrazo|abrazo|abrazos|un fuerte abrazo|saludos y gracias|le saluda atentamente|besos|un beso|s2|slds|salu2|hasta pronto|hasta luego|un saludico|un abrazote|quedo atento|quedo atenta|quedo a la espera|salutacions|salutacions cordials|agur|saludos atentos|saludos afectuosos" +
	"|cordiali saluti|distinti saluti|saluti|un saluto|un caro saluto|cari saluti|tanti saluti|saluti cordiali|i migliori saluti|i piu cordiali saluti|migliori saluti|con i migliori saluti|con i piu cordiali saluti|cordialita|a presto|alla prossima|in fede|porgo distinti saluti|porgiamo distinti saluti|un cordiale saluto|un abbraccio|baci|buon lavoro e saluti|ossequi|con osservanza|con stima" +
	"|atenciosamente|att|cumprimentos|com os melhores cumprimentos|melhores cumprimentos|com os meus cumprimentos|com cumprimentos|cordiais saudacoes|saudacoes|abraco|abracos|um abraco|grande abraco|forte abraco|um grande abraco|cordialmente|at.te|atte.|sds|saudacoes cordiais|respeitosamente|beijos|bjs|abs|ate breve|ate la|ate logo|ate mais|os melhores cumprimentos|cpts" +
	"|met vriendelijke groet|met vriendelijke groeten|vriendelijke groet|vriendelijke groeten|groeten|groet|groetjes|hartelijke groet|hartelijke groeten|met hartelijke groet|mvg|m.v.g.|gr|grtz|grt|hoogachtend|beste groeten|beste groet|vele groeten|lieve groet|veel groeten|hgr|warme groet|warme groeten|met groet|met beste groet|met groeten|mvrgr|tot ziens|tot snel|tot dan|tot gauw|groetjes en dank" +
	"|pozdrawiam|z powazaniem|serdecznie pozdrawiam|pozdrowienia|z pozdrowieniami|pozdr|serdecznosci|lacze pozdrowienia|z wyrazami szacunku|pozdrawiam serdecznie|usciski" +
	"|med vanliga halsningar|vanliga halsningar|med vanlig halsning|vanligen|mvh|halsningar|halsning|hjartliga halsningar|basta halsningar|m.v.h.|bh|allt gott|vanlig halsning" +
	"|med venlig hilsen|venlig hilsen|de bedste hilsner|med venlige hilsner|venlige hilsner|bedste hilsner|bedste hilsen|kaerlig hilsen|hilsen|hilsner|vh|mange hilsner|kh|dbh|mange hilsener|med de bedste hilsner|med hilsen" +
	"|med vennlig hilsen|vennlig hilsen|beste hilsen|med vennlige hilsener|vennlige hilsener|hilsener|klem|mange hilsener|beste hilsener|ha det" +
	"|terveisin|ystavallisin terveisin|ystavallisesti|terkuin|parhain terveisin|yst. terv.|terv|t|terveiset|kunnioittavasti|hyvalla|yt" +
	"|s pozdravem|pozdravem|s uctou|s pozdravom|zdravim|srdecne|s pratelskym pozdravem|mejte se|hezky den|s srdecnym pozdravem|hezky den preji" +
	"|saygilarimla|saygilarimizla|saygilar|iyi calismalar|iyi gunler|sevgiler|selamlar|en iyi dileklerimle|kolay gelsin|selam ve saygilarimla" +
	"|よろしくお願いいたします|よろしくお願いします|よろしくお願い致します|宜しくお願いいたします|宜しくお願いします|宜しくお願い致します|何卒よろしくお願いいたします|以上、よろしくお願いいたします|敬具|以上|此致|敬礼|谢谢|祝好|顺祝商祺|감사합니다|감사드립니다" +
	"|с уважением|с наилучшими пожеланиями|с најбољим жељама|з повагою|всього найкращого|поздрави|pozdrav|lep pozdrav|srdacan pozdrav|s postovanjem|lijep pozdrav|lp|udvozlettel|tisztelettel|koszonettel|cu respect|cu stima|o zi buna|cu drag|με εκτιμηση|με εκτίμηση|φιλικα|pagarbiai|lugupidamisega|parimat|ar cienu|مع تحياتي|تحياتي|وتفضلوا بقبول فائق الاحترام|مع خالص التحية|بברכה|בברכה|בברכה רבה|hormat kami|salam|tran trong|than men|ขอแสดงความนับถือ|ด้วยความเคารพ|com carinho|mes amities|mes respects" +
	"|herzlich|liebe gruess|viele liebe grusse|en liebe gruess|liebi gruess|e liebe gruess|fruntlechi gruess|fruendlichi gruess|frundlichi gruess|gruessli|bhuet di|bhuet di gott|pfiat eich|griassl|mit kollegialem gruss|gluck auf|gluckauf|horrido|ahoi|petri heil|waidmannsheil|diolch|diolch yn fawr|hwyl|cofion|cofion gorau|nga mihi|nga mihi nui|noho ora mai|le meas|slan|slainte|go raibh maith agat|mahalo|aloha|namaste|shalom|toodles|ta muchly|hooroo|hei kona|salutacions cordials|adeu|agur bero bat|goan|groetjes en tot snel|de groeten|groeten uit|moi|adie|bisous a tous|confraternellement|fraternellement|chaleureusement|affettuosamente|fraternamente|cordialissimi saluti|afectuosamente|carinhosamente|fraterno abraco|cheers now|cheers mate|cheers all|cheers then|bem haja|bem-haja|la bise|grtjs|grts|gtz|kenavo|biba|bussi|houdoe|oant sjen|habe die ehre|servus beinand|hejda|toodle-oo|paz y bien|paz e bem|pace e bene|dios le pague|deus lhe pague|quedo de usted|quedo de ud|gut wehr|gut holz|gut schuss|gut ziel|gut pfad|gut stich|saluutjes|salutoni|bacioni|saluducos|com a devida venia"

// wishes are formulas that are sentences as well, folded.
const wishes = "thanks|thank you|many thanks|thanks a lot|thanks so much|thank you so much|thanks again|thank you again|thanks in advance|thank you in advance|thx|thnx|tks|tx|ty|with thanks|thank you very much|thanks very much|best wishes|all the best|with best wishes|warm wishes|have a great day|have a nice day|have a good day|have a great week|have a good weekend|have a nice weekend|have a great weekend|enjoy your day|enjoy the weekend|good luck|talk soon|speak soon|see you|see you then|see you soon|looking forward|happy holidays|merry christmas|stay safe|be well|god bless|with gratitude|gratefully|much appreciated|appreciated" +
	"|danke|vielen dank|besten dank|herzlichen dank|danke schon|vielen dank im voraus|danke im voraus|danke vorab|vielen dank vorab|merci|alles gute|schonen tag|schones wochenende|schonen tag noch|schonen abend|ein schones wochenende|einen schonen tag|mit bestem dank|mit dank|frohe weihnachten|beste wunsche|bleiben sie gesund|schone feiertage|schonen feierabend|gute zeit" +
	"|merci davance|merci beaucoup|avec mes remerciements|bonne journee|bonne soiree|bon week-end|bonne fin de journee|bonne semaine|excellente journee|belle journee|bonne reception|tres bonne journee|bonne continuation|remerciements" +
	"|gracias|muchas gracias|gracias de antemano|mil gracias|gracias por todo|buen dia|que tenga buen dia|buen fin de semana|feliz dia|gracies|moltes gracies|de antemano gracias|suerte" +
	"|grazie|grazie mille|mille grazie|grazie in anticipo|buona giornata|buona serata|buon lavoro|buon weekend|ringraziando|ti ringrazio|la ringrazio|grazie e buona giornata" +
	"|obrigado|obrigada|muito obrigado|muito obrigada|grato|grata|desde ja obrigado|desde ja agradeco|bom dia|boa tarde|bom fim de semana|boa semana|agradeco|obrigado desde ja" +
	"|bedankt|dank|dank u|dank je|dank je wel|dank u wel|alvast bedankt|bij voorbaat dank|hartelijk dank|fijne dag|prettige dag|fijn weekend|prettig weekend|fijne avond|goed weekend|succes|dankjewel|veel dank|met dank" +
	"|dziekuje|z gory dziekuje|dzieki|milego dnia|dziekuje i pozdrawiam|tack|tack pa forhand|tack sa mycket|ha en bra dag|ha det bra|trevlig helg|tak|mange tak|pa forhand tak|god dag|god weekend|hav en god dag|takk|mange takk|pa forhand takk|ha en fin dag|god helg|ha en god dag|kiitos|kiittaen|kiitos etukateen|hyvaa paivanjatkoa|mukavaa viikonloppua|hyvaa viikonloppua|dekuji|predem dekuji|diky|dekuji predem|dakujem|tesekkurler|tesekkur ederim|simdiden tesekkurler|tesekkur ederiz|ありがとうございます|спасибо|заранее спасибо|дякую|koszonom|multumesc|ευχαριστω|ευχαριστώ|hvala|aciu|paldies|aitah|شكرا|תודה|терима касих|terima kasih|cam on|bis dahin|bis gleich|bis spater|bis morgen|tot morgen|tot straks|a tout a lheure|a demain|hasta entonces|nos vemos|hasta manana|a domani|ci vediamo|ate ja|ate amanha|until then|till then|ciao ciao|bye bye|bye for now|doei|tschau tschau"

// closingKind tells the two sorts apart.
type closingKind byte

const (
	noClosing closingKind = iota
	closingWish
	closingRegards
)

var closings = closingTable()

// closingWords are the first words of all formulas: a line that starts with
// none of them is none.
var closingWords = func() map[string]bool {
	first := map[string]bool{}
	for formula := range closings {
		word, _, _ := strings.Cut(formula, " ")
		first[word] = true
	}
	return first
}()

func closingTable() map[string]closingKind {
	table := map[string]closingKind{}
	for _, w := range strings.Split(wishes, "|") {
		table[w] = closingWish
	}
	for _, r := range strings.Split(regards, "|") {
		table[r] = closingRegards
	}
	return table
}

// maxClosing bounds a closing line in bytes.
const maxClosing = 90

// closingOf says whether the whole line is a closing formula, perhaps several
// joined ("Thanks and best regards", "Best regards / Z poważaniem"), and what
// stands behind it on the same line: a name, or "aus Aurich".
func closingOf(s string) (kind closingKind, rest string) {
	s = withoutKisses(s)
	if longClosing(s) {
		return closingRegards, ""
	}
	if s == "" || len(s) > maxClosing {
		return noClosing, ""
	}
	low := fold(trimMarks(s))
	if word, _, _ := strings.Cut(low, " "); !closingWords[word] && !closingWords[strings.TrimRight(word, ",.!/-&+|")] && !strings.Contains(word, "/") {
		return ownClosing(s, low)
	}
	if kind := joinedClosing(low); kind != noClosing {
		return kind, ""
	}
	// "Groetjes, Fleur", "Cheers Tom", "Beste Grüße aus Aurich"
	words := strings.Fields(s)
	const mostWords = 9
	if len(words) > mostWords {
		return ownClosing(s, low)
	}
	for n := len(words) - 1; n >= 1; n-- {
		head, tail := strings.Join(words[:n], " "), strings.Join(words[n:], " ")
		kind := joinedClosing(fold(trimMarks(head)))
		if kind == noClosing {
			continue
		}
		comma := strings.HasSuffix(head, ",")
		if !comma && fromUs(tail) {
			return closingRegards, tail
		}
		if follows(kind, head, comma, tail) {
			return kind, tail
		}
	}
	return ownClosing(s, low)
}

// withoutKisses takes the kisses off the end of a line of more than one word.
func withoutKisses(s string) string {
	s = strings.TrimSpace(s)
	if at := strings.LastIndexByte(s, ' '); at > 0 && oneOf(kisses, fold(s[at+1:])) {
		return strings.TrimSpace(s[:at])
	}
	return s
}

// ownClosing is closingOf for a formula of somebody's own making.
func ownClosing(s, low string) (kind closingKind, rest string) {
	if greetsAtLast(s, low) {
		return closingRegards, ""
	}
	return noClosing, ""
}

// greetsAtLast says whether a short line is a formula of somebody's own making
// around one of the words for greetings: "Mit klingenden Grüßen", "Un abbraccio
// dalla vigna". It begins as formulas do, not with a verb, and says no more.
func greetsAtLast(s, low string) bool {
	const mostWords = 8
	if wordCount(low) > mostWords || strings.ContainsAny(s, "?;:@/0123456789") || exclaims(s) && !strings.HasSuffix(s, "!") || strings.Contains(strings.TrimRight(s, "., "), ". ") {
		return false
	}
	first, rest, more := strings.Cut(low, " ")
	if !more || !formulaOpenings.has(first) || holdsOneOf(" was | is | were | are | war | ist | waren | fue | era | es | est | etait | foi | sono | kam | came | isn", rest+" ") {
		return false
	}
	comma := strings.IndexByte(rest, ',')
	if comma >= 0 && wordCount(rest[comma:]) > 3 {
		return false
	}
	return holdsOneOf("gruss|gruess|salutation|saludo|saluti|saluto|regards|greetings|wishes|hoogachting|groet|atentamente|atenciosamente|cumprimento|saudac|saludac|abraco|abrazo|abbracc|amities|hochachtung|hilsen|halsning|pozdr|terveisin|cordialidad|cordialite|cordialita|respektvoll", rest) ||
		oneOf("su|sua|suo|tu|tua|tuo|your|dein|deine|ihr|ihre|votre|ton|ta|vostro|vostra|o|teu|seu|je|uw", first) && endsOneOf(" friend| neighbour| servant| amigo| amiga| servidor| servidora| freund| freundin| nachbar| nachbarin| ami| amie| voisin| voisine| amico| amica| vriend| vriendin| buurman| vizinho| vizinha| vecino| vecina", low) ||
		endsOneOf(" stima| estima| estime| affetto| afecto| carino| carinho| amicizia| amistad| amizade", low)
}

// formulaOpenings begin such a line, folded.
var formulaOpenings = newWordset("su|sua|suo|tu|tua|tuo|your|dein|deine|ihr|ihre|votre|ton|ta|vostro|vostra|o|teu|seu|je|uw|mit|with|met|avec|con|com|med|z|s|de|des|die|der|ein|einen|eine|en|un|une|um|uma|unos|many|warm|warmest|kind|kindest|best|sunny|dusty|muddy|greasy|musical|our|my|mes|meine|unsere|nos|mi|mis|nuestros|i|le|les|los|las|os|as|cordial|cordiales|cordiali|sinceres|sinceri|distinti|atentos|affettuosi|calorosi|calorosos|calurosos|saudosos|respeitosos|gentili|viele|vielen|liebe|lieber|lieben|beste|besten|schone|schonen|herzliche|herzlichen|freundliche|freundlichen|frohe|sonnige|frostige|staubige|kollegiale|sportliche|nette|warme|vriendelijke|hartelijke|zonnige|collegiale|sportieve|muzikale|welgemeende|recevez|agreez|veuillez|reciba|reciban|receba|recibe|recevoir|saluda|saludan|acceptez|bons|bonnes|meilleures|tanti|cari|molti|tantissimi|beaucoup|bien|muchos|muitos|buenos|grandes|grande|fuerte|forte|gran|mange|varme")

// longClosing says whether a line is one of the formulas that are sentences:
// "Veuillez agréer, Monsieur, mes salutations distinguées."
func longClosing(s string) bool {
	const longest = 200
	if len(s) > longest || len(s) < 20 {
		return false
	}
	low := fold(s)
	return startsOneOf("veuillez |je vous prie |nous vous prions |recevez|agreez|dans lattente|en vous |avec mes |sin otro particular|quedo a |quedamos a |le saluda|les saluda|lo saluda|la saluda|los saluda|saluda a |saludo a |reciba|aprovecho |in attesa |la prego |vogliate |voglia |colgo loccasione|porgo |com os |sem mais|subscrevo|fico a |wij vertrouwen|hopende |in afwachting|z wyrazami|ich verbleibe|wir verbleiben|es grusst|mit den besten|mit vorzuglicher", low) &&
		holdsOneOf("salutations|sentiments|consideration|respects|saludo|atentamente|saluda|atte|saluti|saluto|ossequi|cumprimentos|atenciosamente|saudacoes|groet|hoogachtend|szacunku|grussen|grusst|hochachtung|verbleibe", low)
}

// fromUs says whether a formula's tail tells who sends the wish: "from all of us at …".
func fromUs(tail string) bool {
	return startsOneOf("from all |from everyone |from the |from us |from your |von uns |von allen |von ihrem |vom ganzen |de toute |de la part |de parte |de todo |de todos |de toda |da tutti |da tutto |da parte |van ons |van allen |van het ", fold(tail)) && !strings.ContainsAny(tail, "?;:0123456789")
}

// ambiguousRegards says whether a formula is a word that begins sentences as
// well: "best in class", "love it".
func ambiguousRegards(head string) bool {
	return oneOf("best|love|peace|yours|all best|t|x|xx|xxx|salut|ciao|att|ta|ade|a+|ha det|sincerely|faithfully|warmly", fold(trimMarks(head)))
}

// follows says whether tail may stand behind a formula on its line.
func follows(kind closingKind, head string, comma bool, tail string) bool {
	words := strings.Fields(tail)
	low := fold(trimMarks(tail))
	if kind == closingRegards {
		if len(words) == 1 && !comma && !ambiguousRegards(head) && tail == strings.ToLower(tail) && head == strings.ToLower(head) && !strings.ContainsAny(tail, "?:;@0123456789") && !holdsPlainWord([]string{low}) {
			return true // "gruß mehmet"
		}
		if !ambiguousRegards(head) && len(words) > 1 && len(words) <= 5 && !strings.ContainsAny(tail, "?:;@0123456789") && startsOneOf("sous |sur |dans |en |im |in |beim |bei |auf |sotto |nel |nella |alla |no |na |op |onder |bij |au |aux |from |under |entre |tra |tussen ", low) && !strings.Contains(strings.TrimRight(tail, ","), ",") {
			return true // "Fraternellement en Christ"
		}
		for _, place := range []string{"aus ", "from ", "de ", "da ", "uit ", "nach ", "vom ", "von ", "fran ", "fra ", "an ", "and have ", "und ein", "und schone", "und einen", "and all", "and thank", "to all", "ins ", "in die", "i. a.", "i.a.", "ppa", "i.v.", "i. v."} {
			if strings.HasPrefix(low, place) && len(words) <= 7 && !strings.ContainsAny(tail, ",?") {
				return true
			}
		}
	}
	if len(words) > 3 || strings.ContainsAny(tail, "?:;!0123456789") {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !particle(w) {
			return false
		}
	}
	return comma || kind == closingRegards
}

// particle says whether w is a lower-case word within names.
func particle(w string) bool {
	return oneOf("von|van|de|der|den|del|della|di|da|dos|du|la|le|ten|ter|zu|zur|al|el|bin|ibn|af|av|y|e|&|und|and|the|dalla|do|das", w)
}

// joinedClosing looks up a folded line, whole or as pieces joined by "and".
func joinedClosing(low string) closingKind {
	if k := closings[low]; k != noClosing {
		return k
	}
	best := noClosing
	pieces := 0
	for _, joint := range []string{" / ", " and ", " und ", " et ", " y ", " en ", " e ", " & ", ", ", " i ", " og ", " och ", " ja ", " a ", " ve ", " + ", " - ", "/", " | ", " with ", " mit ", " met "} {
		if !strings.Contains(low, joint) {
			continue
		}
		best, pieces = noClosing, 0
		for _, piece := range strings.Split(low, joint) {
			k := closings[strings.Trim(piece, " ,.!")]
			if k == noClosing {
				k = joinedTwice(strings.Trim(piece, " ,.!"), joint)
			}
			if k == noClosing {
				pieces = 0
				break
			}
			best = max(best, k)
			pieces++
		}
		if pieces > 1 {
			return best
		}
	}
	return noClosing
}

// joinedTwice allows one more joint within a piece: "Thanks, and best regards".
func joinedTwice(piece, not string) closingKind {
	for _, joint := range []string{"and ", "und ", "et ", "y ", "en ", "e ", "og ", "och "} {
		if joint != not && strings.HasPrefix(piece, joint) {
			return closings[piece[len(joint):]]
		}
	}
	return noClosing
}

// trimMarks takes punctuation, emphasis and emoji off both ends.
func trimMarks(s string) string {
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("*_,.!;:-–—~'\"“”„«»()<>|，。！،؛", r) || unicode.Is(unicode.So, r) || r == 0xfe0f || r == 0x200d || r >= 0x1f3fb && r <= 0x1f3ff
	})
}

// exclaims says whether a line ends as a sentence does. "Att." and "Mvg." end
// with a dot because they are cut short.
func exclaims(s string) bool {
	s = strings.TrimRight(s, " *_\"”»)")
	if strings.HasSuffix(s, "!") || strings.HasSuffix(s, "！") {
		return true
	}
	return strings.HasSuffix(s, ".") && len(s) > 5
}
