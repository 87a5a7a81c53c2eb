package replies

import "strings"

// A mail gateway on the reader's side puts a warning above mails from outside:
// "CAUTION: This email originated from outside of the organization." It is
// nobody's answer.

// dropBanner takes such a warning off the beginning of a mail.
func dropBanner(lines []line) []line {
	const mostLines = 12 // of warnings, blank ones included
	open := false        // the last line was a warning's
	for i := 0; i < len(lines) && i < mostLines; i++ {
		s := strings.TrimSpace(lines[i].text)
		switch {
		case s == "", isRule(s), strings.Trim(s, "*=#| ") == "":
			if open && s != "" {
				lines, i = lines[i+1:], -1
			}
			continue
		case lines[i].depth > 0:
			return lines
		case warns(s), open && goesOnWarning(lines, i):
			lines, i, open = lines[i+1:], -1, true
		default:
			return lines
		}
	}
	return lines
}

// warns says whether a line begins a gateway's warning. It must begin like one
// and speak of senders outside: people write "external" too.
func warns(s string) bool {
	const longest = 500
	if len(s) > longest || len(s) < 8 {
		return false
	}
	low := fold(strings.TrimLeft(s, "*_[<({-–—=!⚠️🛑🔔 \t"))
	if exactBanners.of(low) != "" && len(low) < 60 && strings.ContainsAny(s[:1], "[*<({") && strings.ContainsAny(s[len(s)-1:], "])}>*") {
		return true
	}
	return plainBanners.of(low) != "" || bannerStarts.of(low) != "" && bannerWords.in(low)
}

// goesOnWarning says whether lines[i] is a further line of the warning above it.
func goesOnWarning(lines []line, i int) bool {
	low := fold(lines[i].text)
	return warningWords.in(low) && (startsOneOf("do not |dont |please do not |unless |please |know |sender|the sender|and know|recogni|links|open |click|if you |learn why|be careful|exercise|use caution|verify|report |never |only |this |klicken |offnen |bitte |seien |links |anhange|nur |ne cliquez|nouvrez|soyez|merci de ne|no haga|no abra|tenga |non cliccare|non aprire|prestare|nao clique|nao abra|klik niet|open geen|wees |nie klikaj|nie otwieraj|klicka inte|oppna inte|klik ikke|abn ikke|ala ", strings.TrimLeft(low, "*_[<( ")))
}

// exactBanners stand between brackets as a whole line, folded.
var exactBanners = newPrefixes("external|extern|externe|externo|esterno|ext]|ekstern|zewnetrzn|ulkoinen")

// plainBanners begin a warning and nothing else, folded.
var plainBanners = newPrefixes("you dont often get email from|some people who received this message dont often get email|this sender might be impersonating|sie erhalten nicht haufig e-mails von|sie erhalten nicht oft|vous nobtenez pas souvent|vous ne recevez pas souvent|no suele recibir correo|no sueles recibir|non si ricevono spesso|non ricevi spesso|nao costuma receber|voce nao costuma receber|u ontvangt niet vaak|nie otrzymujesz czesto|du far inte ofta|du modtager ikke ofte|du far ikke ofte|et saa usein|diese e-mail kommt von ausserhalb|diese e-mail kommt von einem externen|diese e-mail stammt von einem externen|diese e-mail stammt von ausserhalb|diese nachricht kommt von ausserhalb|diese nachricht stammt von einem externen|this email originated from outside|this e-mail originated from outside|this message originated from outside|this message came from outside|this email came from outside|this email is from an external|this message is from an external|this email was sent from outside|this message was sent from outside|this message is from outside|this email is from outside|this email has been sent from outside|ce message provient de lexterieur|ce courriel provient de lexterieur|cet e-mail provient de lexterieur|cet email provient de lexterieur|ce message provient dun expediteur externe|cet e-mail provient dun expediteur externe|este correo proviene de fuera|este mensaje proviene de fuera|este correo electronico se origino fuera|este mensaje procede de un remitente externo|questa e-mail proviene dallesterno|questo messaggio proviene dallesterno|questa email proviene da un mittente esterno|esta mensagem foi enviada de fora|este e-mail foi enviado de fora|este e-mail tem origem fora|deze e-mail komt van buiten|dit bericht komt van buiten|deze e-mail is afkomstig van buiten|wiadomosc pochodzi spoza|ta wiadomosc pochodzi z zewnatrz|detta mejl kommer fran en extern|detta e-postmeddelande kommer fran en extern|denne e-mail kommer fra en ekstern|denne e-posten kommer fra en ekstern|ekstern e-post:")

// bannerStarts begin a warning where bannerWords stand in the line too, folded.
var bannerStarts = newPrefixes("caution|warning|external|attention|alert|be careful|think before|security notice|security warning|notice:|achtung|vorsicht|warnung|hinweis:|extern|externe|mise en garde|avertissement|prudence|precaucion|atencion|advertencia|cuidado|aviso:|attenzione|avviso:|avviso |atencao|let op|opgelet|waarschuwing|pas op|uwaga|ostrzezenie|varning|advarsel|obs:|obs!|huom|varoitus|pozor|upozorneni|dikkat|uyari|externo|esterno|zewnetrzn|ekstern|mail from outside|email from outside")

// bannerWords speak of a sender outside, folded.
var bannerWords = newPhrasebook("from outside|outside of the organi|outside of our organi|outside your organi|outside the organi|outside the company|outside of the company|outside our organi|outside our company|outside our network|outside of your|external email|external e-mail|external mail|external sender|external source|external message|an external sender|an external source|an external email|an external e-mail|an external address|externe e-mail|externe mail|externer absender|externen absender|externe nachricht|ausserhalb der|ausserhalb unser|ausserhalb ihr|ausserhalb des|expediteur externe|courriel externe|message externe|de lexterieur|remitente externo|correo externo|fuera de la organi|fuera de nuestra|fuera de su|mittente esterno|e-mail esterna|email esterna|mail esterna|dallesterno|esterna allorg|esterno allorg|remetente externo|e-mail externo|email externo|fora da organi|fora da empresa|externe afzender|van buiten|buiten de organi|buiten onze|spoza organi|spoza firmy|wiadomosc zewnetrzna|zewnetrznego nadawcy|nadawcy zewnetrznego|nadawca zewnetrzny|extern avsandare|externt meddelande|externt mejl|utanfor organi|ekstern afsender|ekstern avsender|kommer udefra|uden for organi|utenfor organi|organisaation ulkopuol|mimo organi|z externiho|kurum disi|do not click links|unknown sender")

// warningWords stand in the further lines of a warning, folded.
var warningWords = newPhrasebook("click|attachment|links|recogni|sender|content is safe|caution|phishing|suspicious|learn why this is important|aka.ms|anhange|anhang|absender|klicken|vertrauen|pieces jointes|cliquez|liens|expediteur|enlaces|adjuntos|remitente|allegati|mittente|cliccare|anexos|remetente|clique|bijlagen|afzender|klik|zalacznik|nadawc|bilagor|lankar|avsandare|vedhaeft|vedlegg|afsender|avsender|liitte|linkke")
