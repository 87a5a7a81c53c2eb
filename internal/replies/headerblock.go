package replies

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// labelKind is what a line "Label: value" above a quoted mail tells.
type labelKind byte

const (
	labelFrom labelKind = iota + 1
	labelSent
	labelTo
	labelSubject
	labelOther
)

// blockLabels are the header names that mail programs write above the mail
// they answer or forward, folded, by language.
var blockLabels = labelTable(map[labelKind]string{
	labelFrom:    "from|từ|발신|보낸사람|من|از|จาก|tu|dari|no|izsutitajs|siuntejas|подател|von|de|da|van|od|fran|fra|lahettaja|kimden|gonderen|差出人|送信者|发件人|寄件者|寄件人|보낸 사람|보낸사람|от|от кого|від|felado|απο|από|de la|expediteur|remitente|mittente|afzender|nadawca|отправитель|מאת|من|nuo|kellelt|saatja|absender|remetente|avsender|avsandare|odesilatel|thu|desde",
	labelSent:    "sent|date|đã gửi|ngày|تم الإرسال|تاريخ الإرسال|التاريخ|أرسلت|ارسال شده|تاریخ|ส่งเมื่อ|ส่ง|วันที่|ngay|da gui|tanggal|terkirim|dikirim|изпратено|nosutits|saadetud|kuupaev|issiusta|gesendet|datum|envoye|envoye le|enviado|enviado el|enviada em|enviado em|enviada|enviat|fecha|data|inviato|verzonden|verzonden op|wyslano|wyslane|skickat|sendt|dato|lahetetty|paivays|paivamaara|pvm|odeslano|gonderildi|gonderilen|tarih|送信日時|日付|日時|发送时间|日期|傳送時間|보낸 날짜|날짜|дата|отправлено|надіслано|elkuldve|datum|σταλθηκε|στάλθηκε|ημερομηνια|ημερομηνία|trimis|poslano|odoslane|poslane|נשלח|תאריך|date et heure|message du|il|fecha de envio|sendt dato|am|gesendet am|дата отправки|skickades|isiusta|saadetud",
	labelTo:      "to|đến|받은 사람|الى|به|ถึง|den|до|получател|kellele|adressaat|kam|kepada|an|a|para|aan|do|komu|til|till|vastaanottaja|kime|alici|宛先|收件人|收件者|받는 사람|받는사람|кому|cimzett|προς|catre|za|prima|kam|destinataire|destinatario|empfanger|destinatari|odbiorca|אל|mottaker|mottagare|modtager|hacia|per|komu|sinu|ke|sent to|kepada",
	labelSubject: "subject|rubrik|chủ đề|الموضوع|موضوع|เรื่อง|chu de|subjek|относно|temats|betreff|objet|asunto|oggetto|assunto|onderwerp|temat|amne|emne|aihe|predmet|konu|件名|主题|主旨|標題|제목|тема|targy|θεμα|θέμα|subiect|zadeva|subjekt|sujet|betreft|topic|נושא|tema|dalykas|teema|assumpte|chu de",
	labelOther:   "cc|bcc|نسخة|kopie|kopi|kopia|copie|copie a|copia|kopio|bilgi|抄送|副本|참조|копия|kopie an|cc a|cci|ccn|cco|dw|masolat|κοιν|reply-to|reply to|antwort an|repondre a|responder a|importance|wichtigkeit|priority|prioritat|when|where|wann|wo|attachments|anlagen|pieces jointes|adjuntos|allegati|organizer|required attendees|x-mailer|message-id|mailed-by|to whom|kopie aan|kopia do|vs|kopioa|添付ファイル|返信先",
})

func labelTable(lists map[labelKind]string) map[string]labelKind {
	table := map[string]labelKind{}
	for kind, list := range lists {
		for _, word := range strings.Split(list, "|") {
			word = fold(word)
			if _, taken := table[word]; !taken || kind == labelFrom {
				table[word] = kind
			}
		}
	}
	return table
}

// labelOf reads the label of "Label: value"; 0 when it is none.
func labelOf(s string) (labelKind, string) {
	s = strings.TrimLeft(s, " \t*_\u200e\u200f\u202a\u202b\u2068")
	i := strings.IndexAny(s, ":：")
	if i <= 0 || i > 40 {
		return 0, ""
	}
	label := strings.Trim(strings.ReplaceAll(s[:i], "\u00a0", " "), " *_\t")
	if label == "" || len(label) > 36 {
		return 0, ""
	}
	return blockLabels[fold(label)], strings.Trim(strings.TrimPrefix(strings.TrimPrefix(s[i:], ":"), "："), " *_\t\u00a0")
}

// label is what labelOf reads of one line.
type label struct {
	kind    labelKind
	address bool // an address stands in the value
	dated   bool // a date does
	named   bool // the sender begins as a name does, with a capital, and isn't the writer
	known   bool // it names, as sender, whom the writer writes to, or as recipient the writer
	// the value runs on into further fields: "From: Ana Sent: Tuesday"
	sent, to, subject bool
}

// readLabels reads the labels of all lines, once for each.
func readLabels(lines []line, w writer) []label {
	labels := make([]label, len(lines))
	for i, l := range lines {
		if kind, value := labelOf(l.text); kind != 0 && !(kind == labelFrom && timeAlone(value)) {
			value = value[:min(len(value), maxAttribution)]
			labels[i] = label{kind: kind, address: strings.Contains(value, "@"), dated: kind == labelSent && hasDate(value)}
			labels[i].runOn(value)
			switch kind {
			case labelFrom:
				labels[i].known = holdsName(value, w.reader)
				labels[i].named = beginsName(value) && !holdsName(value, w.names)
			case labelTo:
				labels[i].known = holdsName(value, w.names)
			}
		}
	}
	return labels
}

// beginsName says whether a value begins with a capital, or in a script without
// any, and with no day or other plain word.
func beginsName(s string) bool {
	words := strings.FieldsFunc(s, notWordRune)
	if len(words) == 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(words[0])
	return unicode.IsLetter(r) && !unicode.IsLower(r) && !plainWord(fold(words[0]))
}

// holdsName says whether a word of a value is among names.
func holdsName(s string, names []string) bool {
	const shortest = 2
	for _, word := range strings.FieldsFunc(fold(s), notWordRune) {
		if len(word) >= shortest && !particle(word) && slices.Contains(names, word) {
			return true
		}
	}
	return false
}

// timeAlone says whether a value is a time of day, which sends no mail: "From: 10:00".
func timeAlone(s string) bool {
	const longest = 10
	if s == "" || len(s) > longest || !isDigitByte(s[0]) {
		return false
	}
	for _, word := range strings.FieldsFunc(fold(s), func(r rune) bool { return notWordRune(r) || unicode.IsDigit(r) }) {
		if !oneOf("am|pm|uhr|h|oclock|a|p|m|hs|kl|u|uur", word) {
			return false
		}
	}
	return true
}

// runOn looks for further labels within a value.
func (l *label) runOn(value string) {
	for rest := value; ; {
		head, tail, found := strings.Cut(rest, ": ")
		if !found {
			return
		}
		switch blockLabels[fold(head[strings.LastIndexByte(head, ' ')+1:])] {
		case labelSent:
			l.sent = true
			l.dated = l.dated || hasDate(tail)
		case labelTo:
			l.to = true
		case labelSubject:
			l.subject = true
		}
		rest = tail
	}
}

// quotedHeaderAt says whether the quoted lines from lines[i] on are nothing but
// a mail's header: Orange and others mark it, and leave the mail below bare.
func quotedHeaderAt(lines []line, labels []label, i int) bool {
	const most = 12
	end := i
	for ; end < len(lines) && lines[end].depth > 0; end++ {
		if end-i >= most || end > i && labels[end].kind == 0 && !lines[end].blank() {
			return false
		}
	}
	return end < len(lines) && (headerBlockAt(lines, labels, i) || end > i+1 && headerBlockAt(lines, labels, i+1))
}

// headerBlockAt says whether a quoted mail's header starts at lines[i]: a
// sender with a date, or with subject and recipient. Addresses may be wrapped,
// and single blank lines stand between the fields of some clients. An address, a
// date or the name of one of the two must tell it from a form that other lines lead
// up to or stand in, "Our form: From: Leeds, To: York, Subject: moving".
func headerBlockAt(lines []line, labels []label, i int) bool {
	kind := labels[i].kind
	if kind == 0 || kind == labelTo || kind == labelOther {
		return false
	}
	var seen [labelOther + 1]bool
	see := func(l label) {
		seen[l.kind] = true
		seen[labelSent] = seen[labelSent] || l.sent
		seen[labelTo] = seen[labelTo] || l.to
		seen[labelSubject] = seen[labelSubject] || l.subject
	}
	see(labels[i])
	address, dated := labels[i].address, labels[i].dated
	named, known := labels[i].named, labels[i].known
	blanks, loose := 0, 0
	whole := func() bool { return seen[labelFrom] && seen[labelSubject] && (seen[labelSent] || seen[labelTo]) }
	if whole() && (address || dated || known) {
		return true // all on one line
	}
	for j := i + 1; j < min(len(lines), i+14); j++ {
		if labels[j].kind == 0 {
			if lines[j].blank() {
				if blanks++; blanks > 1 {
					break
				}
			} else if loose++; loose > 3 || blanks > 0 {
				break
			}
			continue
		}
		blanks = 0
		see(labels[j])
		address = address || labels[j].address
		dated = dated || labels[j].dated
		named = named || labels[j].named
		known = known || labels[j].known
		if whole() && (address || dated || loose == 0 && (known || named && !ledUpTo(lines, labels, i))) {
			return true
		}
	}
	return seen[labelFrom] && dated && (address || seen[labelTo])
}

// ledUpTo says whether the text above the labels at lines[i] ends with a colon, and
// is no heading of a mail, or whether there is none: then they head what is written.
func ledUpTo(lines []line, labels []label, i int) bool {
	const reach = 16
	for from := i - reach; i > 0; {
		if i--; i < from {
			return false
		}
		s := strings.Trim(lines[i].text, "-–—=#>+ \t*_\u00a0")
		if s == "" || labels[i].kind != 0 {
			continue
		}
		if !strings.HasSuffix(s, ":") && !strings.HasSuffix(s, "：") {
			return false
		}
		low := fold(strings.TrimRight(s, ":： "))
		return !separators.has(low) && !repeats.has(low) && forwards.of(low) == "" && forwardOpenings.of(low) == ""
	}
	return true
}
