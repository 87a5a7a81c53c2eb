package replies

import "strings"

// accountWords say in a language that somebody's mailbox doesn't exist, is
// closed or is full. "_" stands for each of the names: in unknown for both the
// addresses and the accounts, else for the accounts alone, since an "address"
// that is blocked may be the sender's. Endings are left out where they bend.
// yours names our own account, sender is a word for us, without its ending too.
type accountWords struct {
	addresses, accounts   string
	unknown, closed, full string
	yours, sender         string
}

// accountLanguages hold those words as servers answer in them, with or without
// a code that fits: half of them say 5.7.1 for all.
var accountLanguages = []accountWords{
	{ // German
		"adresse|e-mail-adresse|empfänger|empfaenger|adressat",
		"benutzer|nutzer|postfach|mailbox|konto|account",
		"unbekannte _|unbekannter _|unbekanntes _|_ unbekannt|_ ist unbekannt|_ nicht bekannt|_ ist nicht bekannt|kein solcher _|kein solches _|keine solche _|_ nicht vorhanden|_ ist nicht vorhanden|_ gibt es nicht|_ gelöscht|_ geloescht|_ wurde gelöscht|_ wurde geloescht|kein benutzer mit|kein postfach mit|kein konto mit|_ nicht mehr gültig|_ ist nicht mehr gültig|_ nicht mehr gueltig|_ ist nicht mehr gueltig|_ ungültig|_ ist ungültig|ungültige _|ungültiger _|ungueltige _|ungueltiger _",
		"_ deaktiviert|_ ist deaktiviert|_ wurde deaktiviert|_ gesperrt|_ ist gesperrt|_ wurde gesperrt|_ stillgelegt|_ wurde stillgelegt|_ geschlossen|_ wurde geschlossen|_ nicht mehr aktiv|_ ist nicht aktiv|_ ist nicht mehr aktiv|_ inaktiv|_ ist inaktiv",
		"_ voll|_ ist voll|_ überfüllt|_ ist überfüllt|_ ueberfuellt|volles _|_ hat keinen platz|quota des _|_ hat die quota|quota überschritten|quota ueberschritten|kontingent überschritten|speicherplatz überschritten|speicherplatz erschöpft",
		"ihr _|ihre _|dein _|deine _|ihr e-mail-_|ihr mail-_|ihr mail_|ihr email-_",
		"absender",
	},
	{ // French
		"adresse|destinataire|adresse e-mail|adresse électronique",
		"utilisateur|compte|boîte|boîte aux lettres|boîte mail|messagerie",
		"_ inconnu|_ est inconnu|_ inexistant|_ est inexistant|_ invalide|_ non valide|_ n'est pas valide|_ n'est plus valide|_ introuvable|_ non trouvé|_ n'existe p|_ supprimé|_ a été supprimé|aucun utilisateur|aucun compte",
		"_ désactivé|_ est désactivé|_ a été désactivé|_ suspendu|_ est suspendu|_ a été suspendu|_ clôturé|_ est clôturé|_ fermé|_ est fermé|_ a été fermé|_ bloqué|_ est bloqué|_ inactif|_ inactive|_ est inacti",
		"_ pleine|_ plein|bal pleine|_ est plein|_ saturé|_ est saturé|_ a atteint|_ a dépassé|quota dépassé|quota atteint|dépassement de quota|dépasse son quota|dépassé son quota",
		"votre _|ton _|ta _",
		"expéditeur|expéditrice|émetteur",
	},
	{ // Spanish
		"dirección|destinatario|dirección de correo|correo",
		"usuario|cuenta|buzón|casilla",
		"_ desconocid|_ es desconocid|_ inexistente|_ no exist|_ inválid|_ no válid|_ no es válid|_ no encontrad|_ eliminad|_ ha sido eliminad|no existe la _|no existe el _",
		"_ desactivad|_ está desactivad|_ ha sido desactivad|_ fue desactivad|_ deshabilitad|_ está deshabilitad|_ ha sido deshabilitad|_ suspendid|_ está suspendid|_ ha sido suspendid|_ bloquead|_ está bloquead|_ cancelad|_ inactiv|_ está inactiv|_ dada de baja|_ dado de baja",
		"_ llen|_ está llen|_ saturad|_ está saturad|_ sin espacio|cuota excedid|quota excedid|cuota superad|excede la cuota|excedido la cuota|excedido su cuota|superado su cuota|superado el tamaño máximo|superado el límite de almacenamiento",
		"su _|tu _",
		"remitente",
	},
	{ // Italian
		"indirizzo|destinatario|indirizzo e-mail|indirizzo email",
		"utente|account|casella|casella di posta|casella postale|mailbox",
		"_ sconosciut|_ è sconosciut|_ inesistente|_ non esist|_ non valid|_ non è valid|_ non trovat|_ non presente|_ eliminat",
		"_ disattivat|_ è disattivat|_ è stata disattivat|_ è stato disattivat|_ disabilitat|_ è disabilitat|_ sospes|_ è sospes|_ bloccat|_ è bloccat|_ chius|_ è chius|_ non attiv|_ non è attiv|_ inattiv|_ cessat",
		"_ pien|_ è pien|_ satura|_ è satura|_ esaurit|quota superat|quota esaurit|superato la quota|spazio esaurito",
		"suo _|sua _|tuo _|tua _|vostro _|vostra _",
		"mittente",
	},
	{ // Portuguese
		"endereço|destinatário|endereço de email|endereço de e-mail|email",
		"usuário|utilizador|conta|caixa|caixa postal|caixa de correio|caixa de entrada",
		"_ desconhecid|_ é desconhecid|_ inexistente|_ não existe|_ inválid|_ não é válid|_ não encontrad|_ não localizad|_ excluíd|_ foi excluíd|não existe o _|não existe a _",
		"_ desativad|_ está desativad|_ foi desativad|_ desactivad|_ está desactivad|_ desabilitad|_ está desabilitad|_ suspens|_ está suspens|_ foi suspens|_ bloquead|_ está bloquead|_ cancelad|_ inativ|_ está inativ|_ inactiv|_ encerrad|_ foi encerrad",
		"_ cheia|_ cheio|_ está chei|_ lotad|_ está lotad|_ esgotad|_ sem espaço|cota excedid|quota excedid|excedeu a cota|excedeu a quota|excedeu sua cota|espaço esgotado",
		"seu _|sua _|teu _|tua _|vossa _",
		"remetente",
	},
	{ // Dutch
		"adres|e-mailadres|ontvanger|geadresseerde",
		"gebruiker|account|mailbox|postvak|postbus",
		"onbekende _|onbekend _|_ onbekend|_ is onbekend|_ niet bekend|_ is niet bekend|_ bestaat niet|_ niet bestaat|_ niet meer bestaat|_ niet (meer) bestaat|_ ongeldig|_ is ongeldig|ongeldig _|ongeldige _|_ niet gevonden|_ opgeheven|_ is opgeheven|_ niet meer in gebruik|_ is niet meer in gebruik|_ verwijderd|_ is verwijderd",
		"_ gedeactiveerd|_ is gedeactiveerd|_ uitgeschakeld|_ is uitgeschakeld|_ geblokkeerd|_ is geblokkeerd|_ inactief|_ is inactief|_ niet actief|_ is niet actief|_ niet meer actief|_ is niet meer actief|_ afgesloten|_ gesloten|_ is gesloten",
		"_ is vol|_ zit vol|_ overvol|volle _|mailbox vol|postvak vol|quota overschreden|quotum overschreden",
		"uw _|je _|jouw _|uw e-mail_|uw mail_",
		"afzender",
	},
	{ // Polish
		"adres|adresat|odbiorca",
		"użytkownik|konto|skrzynka|skrzynka pocztowa",
		"nieznany _|nieznana _|nieznane _|_ nieznan|_ jest nieznan|_ nie istnieje|nie istnieje _|_ nieprawidłow|nieprawidłowy _|_ nie został znalezion|nie ma takiego|nie ma takiej|brak takiego|brak takiej|brak użytkownika|brak odbiorcy|brak adresata|brak konta|brak skrzynki|_ usunięt|_ została usunięt|_ zostało usunięt",
		"_ nieaktywn|_ jest nieaktywn|_ zablokowan|_ jest zablokowan|_ zostało zablokowan|_ została zablokowan|_ wyłączon|_ jest wyłączon|_ zawieszon|_ jest zawieszon|_ zamknięt|_ została zamknięt|_ zostało zamknięt|_ dezaktywowan",
		"_ pełn|_ jest pełn|_ przepełnion|_ jest przepełnion|_ zapełnion|_ jest zapełnion|brak miejsca|przekroczona pojemność|przekroczył quot",
		"twoje _|twój _|twoja _|państwa _",
		"nadawc",
	},
	{ // Czech and Slovak
		"adresa|příjemce|adresát|príjemca",
		"uživatel|účet|schránka|používateľ|konto",
		"neznámý _|neznámá _|neznámy _|neznáma _|_ neznám|_ je neznám|_ neexistuj|neexistující _|neplatná _|neplatný _|_ je neplatn|_ nenalezen|_ nebyl nalezen|_ nebyla nalezen|_ nenájden|_ nebol nájden|_ nebola nájden",
		"_ deaktivov|_ je deaktivov|_ byl deaktivov|_ byla deaktivov|_ bol deaktivov|_ zablokov|_ je zablokov|_ je blokov|_ zrušen|_ byl zrušen|_ byla zrušen|_ je zrušen|_ neaktivn|_ je neaktivn|_ pozastaven|_ je pozastaven|_ zakázán",
		"_ je pln|_ plná|plná _|_ přeplněn|_ je přeplněn|_ preplnen|_ je preplnen|překročena kvóta|kvóta překročena|překročil kvótu|prekročená kvóta|prekročil kvótu",
		"váš _|vaše _|vaša _|tvůj _|tvoje _",
		"odesílatel|odosielateľ",
	},
	{ // Swedish
		"adress|adressen|e-postadress|e-postadressen|mottagare|mottagaren",
		"användare|användaren|konto|kontot|brevlåda|brevlådan",
		"okänd _|okänt _|_ okän|_ är okän|_ finns inte|_ finns ej|_ existerar inte|_ ogiltig|_ är ogiltig|ogiltig _|ogiltigt _|_ hittades inte|_ hittades ej|_ kunde inte hittas|_ borttagen|_ är borttag",
		"_ inaktivera|_ är inaktivera|_ har inaktivera|_ inaktiv|_ är inaktiv|_ avstäng|_ är avstäng|_ har stängts|_ är stängt|_ spärra|_ är spärra",
		"_ är full|brevlådan full|inkorgen full|_ är överfull|_ är fylld|kvoten är överskriden|kvoten överskriden|överskridit sin kvot",
		"din _|ditt _|ert _",
		"avsändar",
	},
	{ // Danish and Norwegian
		"adresse|adressen|modtager|modtageren|mottaker|mottakeren|e-postadressen",
		"bruger|brugeren|bruker|brukeren|konto|kontoen|postkasse|postkassen|mailboks|innboks|innboksen|indbakke",
		"ukendt _|ukjent _|_ ukendt|_ er ukendt|_ ukjent|_ er ukjent|_ findes ikke|_ finnes ikke|_ fins ikke|_ eksisterer ikke|ugyldig _|_ er ugyldig|_ blev ikke fundet|_ ble ikke funnet|_ ikke fundet|_ ikke funnet|_ er slettet|_ slettet",
		"_ deaktiver|_ er deaktiver|_ lukket|_ er lukket|_ stengt|_ er stengt|_ spærret|_ er spærret|_ sperret|_ er sperret|_ inaktiv|_ er inaktiv",
		"_ er fuld|_ er full|_ er overfyldt|fuld _|full _|kvote overskredet|kvoten er overskredet|overskredet kvoten|overskredet sin kvote",
		"din _|dit _|ditt _|deres _|jeres _",
		"afsender|avsender",
	},
	{ // Finnish
		"osoite|vastaanottaja|sähköpostiosoite",
		"käyttäjä|tili|postilaatikko",
		"tuntematon _|_ tuntematon|_ on tuntematon|virheellinen _|_ on virheellinen|olematon _|_ ei ole olemassa|osoitetta ei ole|käyttäjää ei ole|vastaanottajaa ei ole|postilaatikkoa ei ole|tiliä ei ole|_ on poistettu|_ poistettu",
		"_ on suljettu|_ suljettu|_ on lukittu|_ lukittu|_ ei ole käytössä|_ ei ole aktiivinen|_ on jäädytetty",
		"_ on täynnä|_ täynnä|täysi _|kiintiö ylit|kiintiö on ylit",
		"sinun _|teidän _",
		"lähettäj",
	},
	{ // Hungarian
		"cím|címzett|e-mail-cím",
		"felhasználó|fiók|postafiók|postaláda",
		"ismeretlen _|_ ismeretlen|_ nem létezik|nem létező _|nincs ilyen _|érvénytelen _|_ érvénytelen|_ nem található",
		"_ letiltva|_ le van tiltva|_ felfüggesztve|_ fel van függesztve|_ megszűnt|_ inaktív|_ zárolva|_ zárolt",
		"_ megtelt|_ betelt|_ tele van|kvóta túllép|túllépte a kvót",
		"ön _|te _",
		"feladó|küldő fél",
	},
	{ // Romanian
		"adresa|destinatar|destinatarul",
		"utilizator|utilizatorul|contul|cont|căsuța|căsuța poștală",
		"_ necunoscut|_ este necunoscut|_ inexistent|_ nu există|_ nu exista|_ invalid|_ nu a fost găsit",
		"_ dezactivat|_ este dezactivat|_ a fost dezactivat|_ suspendat|_ este suspendat|_ a fost suspendat|_ blocat|_ este blocat|_ inactiv",
		"_ plin|_ este plin|cota depășită|cota a fost depășită|depășit cota",
		"_ dumneavoastră|_ dvs|_ tău",
		"expeditor",
	},
	{ // Turkish
		"adres|adresi|alıcı",
		"kullanıcı|hesap|hesabı|kutusu",
		"bilinmeyen _|_ bilinmiyor|_ bulunamadı|böyle bir _|_ mevcut değil|_ yok|geçersiz _|_ geçersiz|_ tanımlı değil",
		"_ devre dışı|_ askıya alın|_ kapatıl|_ kapalı|_ pasif|_ kilitli",
		"_ dolu|_ doldu|kota aşıl|kotası aşıl|kotasını aş",
		"sizin _|senin _",
		"gönderen|gönderici",
	},
	{ // Russian
		"адрес|получатель|адресат",
		"пользователь|аккаунт|ящик|учетная запись|учётная запись",
		"неизвестный _|_ неизвестен|_ не известен|_ не существует|несуществующий _|_ не найден|_ не зарегистрирован|_ удален|_ удалён|неверный _|недействительный _|_ недействител|нет такого пользователя|такого пользователя нет|нет такого адреса|такого адреса нет|нет такого ящика|такого ящика нет",
		"_ заблокирован|_ отключен|_ отключён|_ неактив|_ не активен|_ закрыт|_ приостановлен|_ деактивирован",
		"_ переполнен|_ полон|_ заполнен|превышена квота|квота превышена|превышение квоты|превысил квоту",
		"ваш _|ваша _|твой _|ваш почтовый _",
		"отправитель|отправителя",
	},
	{ // Ukrainian
		"адреса|отримувач|одержувач|адресат",
		"користувач|скринька|обліковий запис",
		"невідомий _|_ невідом|_ не існує|_ не знайден|немає такого користувача|такого користувача немає|неіснуюч",
		"_ заблокован|_ вимкнен|_ неактивн|_ закрит|_ призупинен",
		"_ переповнен|_ заповнен|_ повна|перевищено квоту|квоту перевищено",
		"ваш _|ваша _|твій _|ваша поштова _",
		"відправник",
	},
	{ // Greek
		"διεύθυνση|παραλήπτης",
		"χρήστης|λογαριασμός|γραμματοκιβώτιο|θυρίδα",
		"άγνωστος _|άγνωστη _|_ άγνωστ|_ είναι άγνωστ|_ δεν υπάρχει|_ δεν βρέθηκε|μη έγκυρη _|ανύπαρκτ",
		"_ απενεργοποι|_ έχει απενεργοποι|_ ανενεργ|_ είναι ανενεργ|_ έχει ανασταλεί",
		"_ πλήρ|_ είναι πλήρ|_ γεμάτ|_ είναι γεμάτ",
		"_ σας|_ σου",
		"αποστολέα",
	},
	{ // Japanese
		"宛先|アドレス|受信者",
		"ユーザー|ユーザ|アカウント|メールボックス",
		"_が見つかりません|_が存在しません|_は存在しません|存在しない_|_が不明|_は不明|_不明|不明な_|無効な_|_は登録されていません|_が登録されていません",
		"_は停止|_が停止|_は無効|_が無効|_は使用停止|_は利用停止|_は解約|_が解約|_は閉鎖",
		"_がいっぱい|_が一杯|_が満杯|_は満杯|_の容量",
		"あなたの_|お客様の_",
		"送信者|差出人|送信元",
	},
	{ // Chinese
		"地址|收件人|收件者",
		"用户|用戶|使用者|帐户|帐号|账号|账户|邮箱|郵箱|信箱",
		"_不存在|_未找到|找不到_|无此_|無此_|没有此_|未知_|未知的_|_无效|_無效|无效的_|無效的_|无效_|無效_|_未注册",
		"_停用|_已停用|_被停用|_已被停用|_禁用|_已禁用|_被禁用|_已被禁用|_冻结|_已冻结|_被冻结|_已锁定|_被锁定|_已注销|_已关闭|_未激活|_已过期",
		"_已满|_已滿|_空间不足|_空間不足|_容量不足|超过配额|超出配额|超過配額|配额已满|配額已滿",
		"您的_|你的_|您_|贵_|您的邮箱_|您的邮件_|您的电子_",
		"发件人|發件人|寄件者|寄件人|发信人|发送者",
	},
	{ // Korean
		"주소|수신자",
		"사용자|계정|메일함|편지함|사서함",
		"알 수 없는 _|없는 사용자|없는 주소|없는 계정|존재하지 않는 _|_가 존재하지|_이 존재하지|_를 찾을 수|_을 찾을 수|잘못된 _|유효하지 않은 _",
		"_이 정지|정지된 _|_이 비활성|비활성화된 _|_이 중지|_이 해지|휴면 _",
		"_이 가득|_이 꽉",
		"귀하의 _|고객님의 _|회원님의 _|당신의 _",
		"발신자|보낸 사람|송신자",
	},
}

// withNames puts each of the names for the "_" of each pattern.
func withNames(patterns, names string) string {
	var b strings.Builder
	for p := range strings.SplitSeq(patterns, "|") {
		for name := range strings.SplitSeq(names, "|") {
			b.WriteString(strings.ReplaceAll(p, "_", name))
			b.WriteByte('|')
			if !strings.Contains(p, "_") {
				break
			}
		}
	}
	return strings.TrimSuffix(b.String(), "|")
}
