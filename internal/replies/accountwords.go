package replies

import "strings"

// accountWords name in a language what is ours: "_" in yours stands for each of the
// accounts, sender is a word for us, without its ending.
type accountWords struct{ accounts, yours, sender string }

// accountLanguages hold those words as servers answer in them.
var accountLanguages = []accountWords{
	{ // German
		"benutzer|nutzer|postfach|mailbox|konto|account",
		"ihr _|ihre _|dein _|deine _|ihr e-mail-_|ihr mail-_|ihr mail_|ihr email-_",
		"absender",
	},
	{ // French
		"utilisateur|compte|boîte|boîte aux lettres|boîte mail|messagerie",
		"votre _|ton _|ta _",
		"expéditeur|expéditrice|émetteur",
	},
	{ // Spanish
		"usuario|cuenta|buzón|casilla",
		"su _|tu _",
		"remitente",
	},
	{ // Italian
		"utente|account|casella|casella di posta|casella postale|mailbox",
		"suo _|sua _|tuo _|tua _|vostro _|vostra _",
		"mittente",
	},
	{ // Portuguese
		"usuário|utilizador|conta|caixa|caixa postal|caixa de correio|caixa de entrada",
		"seu _|sua _|teu _|tua _|vossa _",
		"remetente",
	},
	{ // Dutch
		"gebruiker|account|mailbox|postvak|postbus",
		"uw _|je _|jouw _|uw e-mail_|uw mail_",
		"afzender",
	},
	{ // Polish
		"użytkownik|konto|skrzynka|skrzynka pocztowa",
		"twoje _|twój _|twoja _|państwa _",
		"nadawc",
	},
	{ // Czech and Slovak
		"uživatel|účet|schránka|používateľ|konto",
		"váš _|vaše _|vaša _|tvůj _|tvoje _",
		"odesílatel|odosielateľ",
	},
	{ // Swedish
		"användare|användaren|konto|kontot|brevlåda|brevlådan",
		"din _|ditt _|ert _",
		"avsändar",
	},
	{ // Danish and Norwegian
		"bruger|brugeren|bruker|brukeren|konto|kontoen|postkasse|postkassen|mailboks|innboks|innboksen|indbakke",
		"din _|dit _|ditt _|deres _|jeres _",
		"afsender|avsender",
	},
	{ // Finnish
		"käyttäjä|tili|postilaatikko",
		"sinun _|teidän _",
		"lähettäj",
	},
	{ // Hungarian
		"felhasználó|fiók|postafiók|postaláda",
		"ön _|te _",
		"feladó|küldő fél",
	},
	{ // Romanian
		"utilizator|utilizatorul|contul|cont|căsuța|căsuța poștală",
		"_ dumneavoastră|_ dvs|_ tău",
		"expeditor",
	},
	{ // Turkish
		"kullanıcı|hesap|hesabı|kutusu",
		"sizin _|senin _",
		"gönderen|gönderici",
	},
	{ // Russian
		"пользователь|аккаунт|ящик|учетная запись|учётная запись",
		"ваш _|ваша _|твой _|ваш почтовый _",
		"отправитель|отправителя",
	},
	{ // Ukrainian
		"користувач|скринька|обліковий запис",
		"ваш _|ваша _|твій _|ваша поштова _",
		"відправник",
	},
	{ // Greek
		"χρήστης|λογαριασμός|γραμματοκιβώτιο|θυρίδα",
		"_ σας|_ σου",
		"αποστολέα",
	},
	{ // Japanese
		"ユーザー|ユーザ|アカウント|メールボックス",
		"あなたの_|お客様の_",
		"送信者|差出人|送信元",
	},
	{ // Chinese
		"用户|用戶|使用者|帐户|帐号|账号|账户|邮箱|郵箱|信箱",
		"您的_|你的_|您_|贵_|您的邮箱_|您的邮件_|您的电子_",
		"发件人|發件人|寄件者|寄件人|发信人|发送者",
	},
	{ // Korean
		"사용자|계정|메일함|편지함|사서함",
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
