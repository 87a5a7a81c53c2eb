package engine

import "strings"

// freeMail says whether anybody can have an address at a domain, so that two
// people there have nothing to do with one another.
func freeMail(domain string) bool {
	switch domain {
	case "aol.com", "arcor.de", "bigpond.com", "bluewin.ch", "bol.com.br", "btinternet.com", "centrum.cz", "comcast.net", "cox.net", "email.cz",
		"fastmail.com", "fastmail.fm", "free.fr", "freenet.de", "gmail.com", "googlemail.com", "gmx.at", "gmx.ch", "gmx.com", "gmx.de", "gmx.net",
		"hey.com", "home.nl", "hotmail.be", "hotmail.co.uk", "hotmail.com", "hotmail.de", "hotmail.es", "hotmail.fr", "hotmail.it", "icloud.com",
		"interia.pl", "kpnmail.nl", "laposte.net", "libero.it", "live.com", "live.de", "live.fr", "live.nl", "mac.com", "mail.com", "mail.de", "mail.ru",
		"mailbox.org", "me.com", "msn.com", "naver.com", "o2.pl", "online.de", "onet.pl", "orange.fr", "outlook.com", "outlook.de", "outlook.es",
		"outlook.fr", "pm.me", "posteo.de", "proton.me", "protonmail.com", "qq.com", "rediffmail.com", "rogers.com", "rocketmail.com", "sapo.pt",
		"sbcglobal.net", "seznam.cz", "sfr.fr", "shaw.ca", "sympatico.ca", "t-online.de", "telenet.be", "terra.com.br", "tin.it", "tiscali.it", "tuta.io",
		"tutanota.com", "uol.com.br", "verizon.net", "virgilio.it", "wanadoo.fr", "web.de", "wp.pl", "xs4all.nl", "yahoo.ca", "yahoo.co.jp",
		"yahoo.co.uk", "yahoo.com", "yahoo.com.br", "yahoo.de", "yahoo.es", "yahoo.fr", "yahoo.it", "yandex.com", "yandex.ru", "ymail.com", "ziggo.nl",
		"zoho.com", "126.com", "163.com":
		return true
	}
	return strings.HasSuffix(domain, ".edu") && strings.HasPrefix(domain, "alumni.")
}
