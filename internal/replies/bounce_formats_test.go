package replies_test

import (
	"testing"

	"followupd/internal/replies"
)

// TestBounceFormats holds reports in the words of many mail systems, none of
// them by RFC 3464: who failed, why, and whether for good.
func TestBounceFormats(t *testing.T) {
	t.Parallel()
	const (
		daemon = "Mail Delivery System <MAILER-DAEMON@mx.lima.example>"
		gone   = replies.BounceNoSuchUser
		full   = replies.BounceMailboxFull
	)
	tests := []struct {
		name, from, subject, body string
		permanent                 bool
		reason                    replies.BounceReason
	}{
		{"qmail, no mailbox", "MAILER-DAEMON@mx.lima.example", "failure notice", "Hi. This is the qmail-send program at mx.lima.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<dana@kestrel.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n", true, gone},
		{"qmail, over quota", "MAILER-DAEMON@mx.lima.example", "failure notice", "Hi. This is the qmail-send program at mx.lima.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<dana@kestrel.example>:\nThe users mailfolder is over the allowed quota (size). (#5.2.2)\n", false, full},
		{"qmail, no host", "MAILER-DAEMON@mx.lima.example", "failure notice", "Hi. This is the qmail-send program at mx.lima.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<dana@kestrel.example>:\nSorry, I couldn't find any host named kestrel.example. (#5.1.2)\n", true, replies.BounceDomainDead},
		{"exim, unrouteable", daemon, "Mail delivery failed: returning message to sender", "A message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  dana@kestrel.example\n    Unrouteable address\n", true, gone},
		{"exim, retry timeout", daemon, "Mail delivery failed: returning message to sender", "A message that you sent could not be delivered to one or more of its\nrecipients. The following address(es) failed:\n\n  dana@kestrel.example\n    host mx.kestrel.example [192.0.2.9]: retry timeout exceeded\n", false, replies.BounceExpired},
		{"postfix, text alone", daemon, "Undelivered Mail Returned to Sender", "This is the mail system at host mx.lima.example.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.\n\n<dana@kestrel.example>: host mx.kestrel.example[192.0.2.9] said: 550 5.1.1\n    <dana@kestrel.example>: Recipient address rejected: User unknown in virtual\n    mailbox table (in reply to RCPT TO command)\n", true, gone},
		{"postfix, blocked", daemon, "Undelivered Mail Returned to Sender", "This is the mail system at host mx.lima.example.\n\n<dana@kestrel.example>: host mx.kestrel.example[192.0.2.9] said: 554 5.7.1\n    Service unavailable; Client host [198.51.100.4] blocked using a blocklist\n    (in reply to RCPT TO command)\n", false, replies.BounceBlocklisted},
		{"postfix, size", daemon, "Undelivered Mail Returned to Sender", "<dana@kestrel.example>: message size 31457280 exceeds size limit 10485760 of\n    server mx.kestrel.example[192.0.2.9]\nYour message could not be delivered.\n", false, replies.BounceTooLarge},
		{"exchange en", "Microsoft Outlook <postmaster@kestrel.example>", "Undeliverable: Calls", "Delivery has failed to these recipients or groups:\n\nDana Voss (dana@kestrel.example)\nThe email address you entered couldn't be found. Please check the recipient's email address.\n", true, gone},
		{"exchange de", "Microsoft Outlook <postmaster@kestrel.example>", "Unzustellbar: Calls", "Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\nDana Voss (dana@kestrel.example)\nDie eingegebene E-Mail-Adresse konnte nicht gefunden werden.\n\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'\n", true, gone},
		{"exchange fr", "Microsoft Outlook <postmaster@kestrel.example>", "Non remis : Calls", "Échec de la remise pour ces destinataires ou groupes :\n\nDana Voss (dana@kestrel.example)\nL'adresse de messagerie que vous avez entrée est introuvable.\n\nRemote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found'\n", true, gone},
		{"exchange es", "Microsoft Outlook <postmaster@kestrel.example>", "No se puede entregar: Calls", "No se pudo entregar el mensaje a los siguientes destinatarios o grupos:\n\ndana@kestrel.example\nEl buzón del destinatario está lleno y no puede aceptar mensajes.\n\n#< #5.2.2 smtp;554 5.2.2 mailbox full>\n", false, full},
		{"exchange it", "Microsoft Outlook <postmaster@kestrel.example>", "Non recapitabile: Calls", "Impossibile recapitare il messaggio ai destinatari o gruppi seguenti:\n\ndana@kestrel.example\nL'indirizzo immesso non è stato trovato.\n\nRemote Server returned '550 5.1.1 User unknown'\n", true, gone},
		{"exchange nl", "Microsoft Outlook <postmaster@kestrel.example>", "Onbestelbaar: Calls", "Kan het bericht niet bezorgen bij de volgende geadresseerden of groepen:\n\ndana@kestrel.example\nHet e-mailadres dat u hebt ingevoerd, is niet gevonden.\n\n550 5.1.1 RESOLVER.ADR.RecipNotFound; not found\n", true, gone},
		{"exchange policy", "Microsoft Outlook <postmaster@kestrel.example>", "Undeliverable: Calls", "Your message to dana@kestrel.example couldn't be delivered.\n\nRemote Server returned '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required'\n", false, replies.BouncePolicy},
		{"exchange, tenant limit", "Microsoft Outlook <postmaster@kestrel.example>", "Undeliverable: Calls", "Your message to dana@kestrel.example couldn't be delivered.\n\n550 5.7.705 Access denied, tenant has exceeded threshold\n", false, replies.BounceBlocklisted},
		{"gmail, full", "Mail Delivery Subsystem <mailer-daemon@googlemail.com>", "Delivery Status Notification (Failure)", "** Recipient inbox full **\n\nYour message couldn't be delivered to dana@kestrel.example. Their inbox is full, or it's getting too much mail right now.\n\nThe response was:\n\n452 4.2.2 The email account that you tried to reach is over quota.\n", false, full},
		{"gmail, domain", "Mail Delivery Subsystem <mailer-daemon@googlemail.com>", "Delivery Status Notification (Failure)", "** Address not found **\n\nYour message wasn't delivered to dana@kestrel.example because the domain kestrel.example couldn't be found. Check for typos or unnecessary spaces and try again.\n\nThe response was:\n\nDNS Error: DNS type 'mx' lookup of kestrel.example responded with code NXDOMAIN Domain name not found: kestrel.example\n", true, replies.BounceDomainDead},
		{"gmail de", "Mail Delivery Subsystem <mailer-daemon@googlemail.com>", "Delivery Status Notification (Failure)", "** Adresse nicht gefunden **\n\nIhre Nachricht wurde nicht an dana@kestrel.example zugestellt, weil die Adresse nicht gefunden wurde oder keine E-Mails empfangen kann.\n\nAntwort des Remote-Servers:\n\n550 5.1.1 The email account that you tried to reach does not exist.\n", true, gone},
		{"yahoo", "MAILER-DAEMON@yahoo.example", "Failure Notice", "Sorry, we were unable to deliver your message to the following address.\n\n<dana@kestrel.example>:\n554: delivery error: dd This user doesn't have an account (dana@kestrel.example) [0]\n", true, gone},
		{"gmx", "GMX Mailer Daemon <mailer-daemon@gmx.example>", "Mail delivery failed: returning message to sender", "This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its recipients. This is a permanent error.\n\nThe following address failed:\n\ndana@kestrel.example:\nSMTP error from remote server for RCPT TO command, host: mx.kestrel.example (192.0.2.9) reason: 550 Requested action not taken: mailbox unavailable\n", true, gone},
		{"mimecast", "Postmaster <postmaster@kestrel.example>", "[Postmaster] Email Delivery Failure", "This is a notification from the secure gateway.\n\nThe email could not be delivered to: dana@kestrel.example\n\nReason: 550 Invalid Recipient\n", true, gone},
		{"proofpoint", "Mail Delivery Subsystem <MAILER-DAEMON@pps.lima.example>", "Returned mail: see transcript for details", "   ----- The following addresses had permanent fatal errors -----\n<dana@kestrel.example>\n    (reason: 550 5.1.1 User Unknown)\n\n   ----- Transcript of session follows -----\n... while talking to mx.kestrel.example.:\n>>> RCPT To:<dana@kestrel.example>\n<<< 550 5.1.1 User Unknown\n", true, gone},
		{"barracuda", "postmaster@kestrel.example", "**Message you sent blocked by our bulk email filter**", "Your message to: dana@kestrel.example\nwas blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:\n\nSubject: Calls\n", false, replies.BounceSpam},
		{"domino, full", "Postmaster@kestrel.example", "DELIVERY FAILURE: Error delivering to dana; recipient's mail database is over quota", "Your message\n\n  Subject: Calls\n\nwas not delivered to:\n\n  dana@kestrel.example\n\nbecause:\n\n  Recipient's mailbox is over quota\n", false, full},
		{"zoho", "mailer-daemon@mail.zoho.example", "Undelivered Mail Returned to Sender", "This message was created automatically by mail delivery software.\nA message that you sent could not be delivered to one or more of its recipients. This is a permanent error.\n\ndana@kestrel.example Invalid Address, ERROR_CODE :550, ERROR_CODE :5.1.1 <dana@kestrel.example>: user does not exist\n", true, gone},
		{"sendgrid", "MAILER-DAEMON@sg.lima.example", "Undelivered Mail", "This is an automatically generated message.\n\nDelivery to the following recipient failed: dana@kestrel.example\n\n550 5.4.1 Recipient address rejected: Access denied\n", true, gone},
		{"outlook.com", "postmaster@outlook.example", "Undeliverable: Calls", "This is an automatically generated Delivery Status Notification.\n\nDelivery to the following recipients failed.\n\n       dana@kestrel.example\n\n550 5.5.0 Requested action not taken: mailbox unavailable.\n", true, gone},
		{"icloud", "MAILER-DAEMON@icloud.example", "Delivery failure", "Your message could not be delivered to the following recipient:\n\ndana@kestrel.example\n\nReason: 550 5.1.1 <dana@kestrel.example>: user does not exist\n", true, gone},
		{"icloud, full", "MAILER-DAEMON@icloud.example", "Delivery failure", "Your message could not be delivered to the following recipient:\n\ndana@kestrel.example\n\nReason: 552 5.2.2 <dana@kestrel.example>: user is over quota\n", false, full},
		{"mail.ru", "mailer-daemon@corp.mailru.example", "Mail failure.", "This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. The following address(es) failed:\n\n  dana@kestrel.example\n    user not found\n", true, gone},
		{"yandex", "mailer-daemon@yandex.example", "Недоставленное сообщение", "Это письмо отправлено почтовым сервером.\n\nК сожалению, мы вынуждены сообщить Вам о том, что Ваше письмо не может быть отправлено одному или нескольким адресатам.\n\n<dana@kestrel.example>: host mx.kestrel.example[192.0.2.9] said: 550 5.7.1 No such user!\n", true, gone},
		{"qq", "PostMaster@qq.example", "系统退信/Systems bounce", "抱歉，您的邮件被退回来了……\n\n收件人 dana@kestrel.example\n\n退信原因：550 Mailbox not found\n", true, gone},
		{"163", "Postmaster@163.example", "系统退信", "您的邮件无法投递：\n\n收件人：dana@kestrel.example\n原因：SMTP error, RCPT TO: 550 User not found: dana@kestrel.example\n", true, gone},
		{"japanese carrier", "MAILER-DAEMON@carrier.example", "Mail System Error - Returned Mail", "Each of the following recipients was rejected by a remote mail server.\n\n    Recipient: <dana@kestrel.example>\n    >>> RCPT TO:<dana@kestrel.example>\n    <<< 550 <dana@kestrel.example>: User unknown\n", true, gone},
		{"sendmail, loop", "Mail Delivery Subsystem <MAILER-DAEMON@mx.lima.example>", "Returned mail: Too many hops", "   ----- The following addresses had permanent fatal errors -----\n<dana@kestrel.example>\n\n554 5.4.6 Too many hops 26 (25 max): from <ana@lima.example> via mx, to <dana@kestrel.example>\n", false, replies.BounceLoop},
		{"sendmail, protocol", "Mail Delivery Subsystem <MAILER-DAEMON@mx.lima.example>", "Returned mail: Remote protocol error", "   ----- Transcript of session follows -----\nWhile talking to mx.kestrel.example:\n554 <dana@kestrel.example>... Remote protocol error\n", false, replies.BounceSystem},
		{"courier", "\"Courier mail server at mx.lima.example\" <postmaster@mx.lima.example>", "NOTICE: mail delivery status.", "This is a delivery status notification from mx.lima.example,\nrunning the Courier mail server.\n\nUNDELIVERABLE MAIL\n\nYour message to the following recipients cannot be delivered:\n\n<dana@kestrel.example>:\n    mx.kestrel.example [192.0.2.9]:\n    >>> RCPT TO:<dana@kestrel.example>\n    <<< 550 User unknown\n", true, gone},
		{"greylisted", daemon, "Undelivered Mail Returned to Sender", "<dana@kestrel.example>: host mx.kestrel.example[192.0.2.9] said: 451 4.7.1\n    Greylisting in action, please come back later (in reply to RCPT TO command)\nYour message could not be delivered.\n", false, replies.BounceGreylisted},
		{"spf", daemon, "Undelivered Mail Returned to Sender", "<dana@kestrel.example>: host mx.kestrel.example[192.0.2.9] said: 550 5.7.23\n    The message was rejected because of Sender Policy Framework violation\n    (in reply to MAIL FROM command)\nYour message could not be delivered.\n", false, replies.BounceAuth},
		{"disabled", daemon, "Undelivered Mail Returned to Sender", "<dana@kestrel.example>: host mx.kestrel.example[192.0.2.9] said: 550 5.2.1 The\n    email account that you tried to reach is disabled. (in reply to RCPT TO\n    command)\nYour message could not be delivered.\n", true, replies.BounceDisabled},
		{"relaying", daemon, "Undelivered Mail Returned to Sender", "<dana@kestrel.example>: host mx.kestrel.example[192.0.2.9] said: 550 5.7.1\n    Unable to relay for dana@kestrel.example (in reply to RCPT TO command)\nYour message could not be delivered.\n", false, replies.BounceRelaying},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			raw := "Return-Path: <>\nFrom: " + tt.from + "\nTo: ana@lima.example\nSubject: " + tt.subject + "\nContent-Type: text/plain; charset=utf-8\n\n" + tt.body
			r := replies.Read([]byte(raw), replies.Context{Own: []string{"ana@lima.example"}})
			if r.Kind != replies.KindBounce || len(r.Bounces) != 1 {
				t.Fatalf("%s with %v, want one bounce; evidence %v", r.Kind, r.Bounces, r.Evidence)
			}
			if b := r.Bounces[0]; b.Recipient != "dana@kestrel.example" || b.Permanent != tt.permanent || b.Reason != tt.reason {
				t.Errorf("got %+v", b)
			}
		})
	}
}
