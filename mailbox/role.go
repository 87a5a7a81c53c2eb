package mailbox

import (
	"strings"

	"github.com/emersion/go-imap/v2"
)

// Role is what a folder is for.
type Role string

// The roles. Everything that is none of the special folders is RoleOther.
const (
	RoleInbox   Role = "inbox"
	RoleSent    Role = "sent"
	RoleJunk    Role = "junk"
	RoleDrafts  Role = "drafts"
	RoleTrash   Role = "trash"
	RoleArchive Role = "archive"
	RoleAll     Role = "all"
	RoleOther   Role = "other"
)

// roleByAttr reads SPECIAL-USE attributes (RFC 6154). \Important is a view of
// mails that lie elsewhere and names no role.
func roleByAttr(attrs []imap.MailboxAttr) Role {
	for _, attr := range attrs {
		switch {
		case strings.EqualFold(string(attr), string(imap.MailboxAttrSent)):
			return RoleSent
		case strings.EqualFold(string(attr), string(imap.MailboxAttrJunk)), strings.EqualFold(string(attr), `\Spam`):
			return RoleJunk
		case strings.EqualFold(string(attr), string(imap.MailboxAttrDrafts)):
			return RoleDrafts
		case strings.EqualFold(string(attr), string(imap.MailboxAttrTrash)):
			return RoleTrash
		case strings.EqualFold(string(attr), string(imap.MailboxAttrArchive)):
			return RoleArchive
		case strings.EqualFold(string(attr), string(imap.MailboxAttrAll)), strings.EqualFold(string(attr), `\AllMail`):
			return RoleAll
		}
	}
	return RoleOther
}

// roleByName guesses by the names that mail programs and servers give such
// folders. Only the top level counts, INBOX and [Gmail] not being a level: a
// person's own "Clients/Acme/Sent" is just a folder.
func roleByName(name string, delim rune) Role {
	last := name
	if delim != 0 {
		parts := strings.Split(name, string(delim))
		if len(parts) > 2 {
			return RoleOther
		}
		if len(parts) == 2 && !strings.EqualFold(parts[0], "INBOX") &&
			!strings.EqualFold(parts[0], "[Gmail]") && !strings.EqualFold(parts[0], "[Google Mail]") {
			return RoleOther
		}
		last = parts[len(parts)-1]
	}
	for _, known := range wellKnown {
		for _, n := range known.names {
			if strings.EqualFold(strings.TrimSpace(last), n) {
				return known.role
			}
		}
	}
	return RoleOther
}

// wellKnown are the folder names in common use, by role. The table never
// changes at run time.
var wellKnown = []struct {
	role  Role
	names []string
}{
	{RoleSent, []string{
		"Sent", "Sent Items", "Sent Mail", "Sent Messages", "Sent-Mail", "Sent Objects",
		"Gesendet", "Gesendete", "Gesendete Objekte", "Gesendete Elemente", "Gesendete Nachrichten", "Gesendete Mails",
		"Envoyés", "Éléments envoyés", "Messages envoyés", "Courrier envoyé", "Objets envoyés", "Envoyes",
		"Enviados", "Elementos enviados", "Mensajes enviados", "Correo enviado", "Enviadas", "Itens enviados", "Itens Enviados", "E-mails enviados", "Mensagens enviadas", "Elements enviats", "Enviats",
		"Inviati", "Posta inviata", "Elementi inviati", "Inviata", "Messaggi inviati",
		"Verzonden", "Verzonden items", "Verzonden berichten",
		"Skickat", "Skickade", "Skickade objekt", "Sendt", "Sendte elementer", "Sendt post", "Sendte", "Lähetetyt", "Lähetetyt viestit",
		"Wysłane", "Elementy wysłane", "Wiadomości wysłane", "Odeslaná pošta", "Odeslané", "Odoslané", "Odoslaná pošta", "Poslano", "Poslane poruke", "Poslana pošta", "Elküldött", "Elküldött elemek", "Elküldött üzenetek", "Trimise", "Elemente trimise", "Mesaje trimise", "Изпратени", "Послати", "Надіслані", "Отправленные", "Исходящие", "Saadetud", "Nosūtītie", "Išsiųsta", "Išsiųsti",
		"Απεσταλμένα", "Gönderilmiş", "Gönderilmiş Öğeler", "Gönderilenler", "Gönderilmiş Postalar",
		"已发送", "已发送邮件", "寄件備份", "寄件备份", "已傳送的郵件", "送信済み", "送信済みアイテム", "送信済みメール", "보낸 편지함", "보낸편지함", "보낸메일함", "ส่งแล้ว", "Đã gửi", "Thư đã gửi", "Terkirim", "נשלח", "דואר שנשלח", "المرسلة", "البريد المرسل", "بريد مرسل",
	}},
	{RoleJunk, []string{
		"Junk", "Spam", "Junk E-mail", "Junk Email", "Junk Mail", "Bulk Mail", "Bulk", "Spam Mail", "Unwanted",
		"Spamverdacht", "Junk-E-Mail", "Unerwünscht", "Werbung",
		"Courrier indésirable", "Indésirables", "Pourriel", "Pourriels",
		"Correo no deseado", "No deseado", "Lixo eletrônico", "Lixo Eletrónico", "Lixo electrónico", "Correu brossa",
		"Posta indesiderata", "Indesiderata", "Ongewenste e-mail", "Ongewenst", "Ongewenste reclame",
		"Skräppost", "Søppelpost", "Uønsket e-post", "Uønsket post", "Uønsket mail", "Roskaposti",
		"Wiadomości-śmieci", "Nevyžádaná pošta", "Nevyžiadaná pošta", "Neželena pošta", "Levélszemét", "Mesaje nedorite", "Нежелана поща", "Нежелательная почта", "Спам", "Небажана пошта", "Rämpspost", "Mēstules", "Brukalas",
		"Ανεπιθύμητα", "Ανεπιθύμητη αλληλογραφία", "Gereksiz", "Gereksiz E-posta", "İstenmeyen",
		"垃圾邮件", "垃圾郵件", "迷惑メール", "정크 메일", "스팸메일함", "스팸함", "อีเมลขยะ", "Thư rác", "דואר זבל", "البريد غير الهام", "بريد مزعج",
	}},
	{RoleDrafts, []string{
		"Drafts", "Draft", "Entwürfe", "Entwurf", "Brouillons", "Borradores", "Rascunhos", "Esborranys", "Bozze", "Concepten", "Utkast", "Kladder", "Luonnokset",
		"Szkice", "Kopie robocze", "Wersje robocze", "Koncepty", "Rozepsané", "Skice", "Piszkozatok", "Ciorne", "Schițe", "Чернови", "Черновики", "Чернетки", "Mustandid", "Melnraksti", "Juodraščiai",
		"Πρόχειρα", "Taslaklar", "草稿", "草稿箱", "草稿匣", "下書き", "임시 보관함", "임시보관함", "แบบร่าง", "Thư nháp", "Draf", "טיוטות", "المسودات",
	}},
	{RoleTrash, []string{
		"Trash", "Deleted", "Deleted Items", "Deleted Messages", "Deleted Mail", "Bin", "Wastebasket",
		"Papierkorb", "Gelöscht", "Gelöschte Objekte", "Gelöschte Elemente", "Gelöschte Nachrichten",
		"Corbeille", "Éléments supprimés", "Messages supprimés", "Papelera", "Elementos eliminados", "Eliminados", "Lixeira", "Lixo", "Itens excluídos", "Itens Eliminados", "Paperera",
		"Cestino", "Posta eliminata", "Elementi eliminati", "Prullenbak", "Verwijderde items", "Verwijderd",
		"Papperskorgen", "Borttagna objekt", "Slettet", "Slettede elementer", "Slettet post", "Papirkurv", "Papirkurven", "Roskakori", "Poistetut",
		"Kosz", "Elementy usunięte", "Usunięte", "Koš", "Odstraněná pošta", "Kôš", "Odstránené", "Smeće", "Izbrisano", "Koš za smeti", "Törölt elemek", "Kuka", "Lomtár", "Coș de gunoi", "Elemente șterse", "Кошче", "Изтрити", "Удаленные", "Удалённые", "Корзина", "Кошик", "Видалені", "Prügikast", "Miskaste", "Šiukšlinė",
		"Κάδος", "Διαγραμμένα", "Çöp Kutusu", "Çöp", "Silinmiş Öğeler", "已删除", "已删除邮件", "垃圾桶", "刪除的郵件", "ゴミ箱", "削除済みアイテム", "휴지통", "지운 편지함", "ถังขยะ", "Thùng rác", "Sampah", "אשפה", "פריטים שנמחקו", "المهملات", "المحذوفة",
	}},
	{RoleArchive, []string{
		"Archive", "Archives", "Archiv", "Archivo", "Archivos", "Arquivo", "Arquivo Morto", "Arxiu", "Archivio", "Archief", "Arkiv", "Arkisto", "Archiwum", "Archív", "Arhiv", "Arhiva", "Arhivă", "Archívum", "Архив", "Архів", "Arhīvs", "Archyvas", "Αρχείο", "Arşiv", "存档", "归档", "封存", "アーカイブ", "보관함", "Lưu trữ", "Arsip", "ארכיון", "الأرشيف",
	}},
	{RoleAll, []string{
		"All Mail", "Alle Nachrichten", "Tous les messages", "Todos os e-mails", "Todo el correo", "Tutti i messaggi", "Alle e-mail", "All e-post", "Wszystkie", "Вся почта", "すべてのメール", "所有邮件", "所有郵件",
	}},
}
