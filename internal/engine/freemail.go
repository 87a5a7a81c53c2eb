package engine

import "strings"

// freeMail says whether anybody can have an address at a domain, so that two
// people there have nothing to do with one another. No list has them all: an
// unlisted provider counts as one company.
func freeMail(domain string) bool {
	if label, rest, _ := strings.Cut(domain, "."); inManyCountries(label) && isCountry(rest) {
		return true
	}
	switch domain {
	case "126.com", "139.com", "163.com", "a1.net", "abv.bg", "alice-dsl.de", "alice-dsl.net", "alice.de", "alice.it", "aliceadsl.fr", "aliyun.com", "aol.com",
		"aon.at", "arcor.de", "atlas.cz", "att.net", "azet.sk", "bbox.fr", "bell.net", "bellsouth.net", "bigpond.com", "bk.ru", "bluewin.ch",
		"blueyonder.co.uk", "bol.com.br", "bredband.net", "broadpark.no", "btinternet.com", "btopenworld.com", "casema.nl", "cegetel.net", "centrum.cz",
		"centrum.sk", "charter.net", "chello.at", "chello.nl", "citromail.hu", "clix.pt", "club-internet.fr", "comcast.net", "comhem.se", "cox.net",
		"daum.net", "disroot.org", "duck.com", "earthlink.net", "eastlink.ca", "eircom.net", "email.cz", "email.de", "email.it", "ewetel.net", "fastmail.com",
		"fastmail.fm", "fastwebnet.it", "firemail.de", "foxmail.com", "free.fr", "freemail.hu", "freenet.de", "frontier.com", "gazeta.pl", "globomail.com",
		"gmail.com", "googlemail.com", "hanmail.net", "hetnet.nl", "hey.com", "hispeed.ch", "home.nl", "htp-tel.de", "hushmail.com", "i.ua", "icloud.com",
		"ig.com.br", "iinet.net.au", "inbox.ru", "indiatimes.com", "inode.at", "interia.pl", "inwind.it", "iol.it", "iol.pt", "juno.com", "kabelmail.de",
		"kabsi.at", "keemail.me", "kolumbus.fi", "kpnmail.nl", "laposte.net", "libero.it", "list.ru", "luukku.com", "mac.com", "magenta.de", "mail.bg",
		"mail.ch", "mail.com", "mail.de", "mail.dk", "mail.ru", "mail.telepac.pt", "mailbox.org", "mailfence.com", "mailo.com", "me.com", "meta.ua",
		"mindspring.com", "movistar.es", "msn.com", "mweb.co.za", "mynet.com", "nate.com", "naver.com", "netcabo.pt", "netcologne.de", "netzero.net",
		"neuf.fr", "nifty.com", "ntlworld.com", "numericable.fr", "o2.pl", "o2online.de", "oi.com.br", "onet.pl", "online.de", "online.nl", "online.no",
		"onlinehome.de", "ono.com", "op.pl", "optonline.net", "optusnet.com.au", "orange.fr", "osnanet.de", "planet.nl", "plus.net", "pm.me", "poczta.fm",
		"portugalmail.pt", "post.cz", "posteo.de", "posteo.eu", "posteo.net", "proton.me", "protonmail.com", "proximus.be", "qq.com", "quicknet.nl", "r7.com",
		"rambler.ru", "rediffmail.com", "riseup.net", "rocketmail.com", "rogers.com", "rr.com", "runbox.com", "sapo.pt", "saunalahti.fi", "sbcglobal.net",
		"scarlet.be", "seznam.cz", "sfr.fr", "shaw.ca", "sify.com", "sina.com", "skynet.be", "sohu.com", "solcon.nl", "spectrum.net", "spray.se",
		"startmail.com", "stofanet.dk", "sunrise.ch", "swissonline.ch", "sympatico.ca", "t-online.de", "talktalk.net", "tele2.nl", "telefonica.net",
		"telenet.be", "teletu.it", "telkomsa.net", "telus.net", "terra.com.br", "terra.es", "tim.it", "tin.it", "tiscali.it", "tlen.pl", "tpg.com.au",
		"tuta.com", "tuta.io", "tutamail.com", "tutanota.com", "tutanota.de", "ukr.net", "unitybox.de", "uol.com.br", "upcmail.nl", "utanet.at",
		"verizon.net", "versanet.de", "versatel.nl", "videotron.ca", "virgilio.it", "virginmedia.com", "vodafonemail.de", "volny.cz", "voo.be", "vp.pl",
		"vtxmail.ch", "walla.co.il", "walla.com", "wanadoo.fr", "web.de", "windstream.net", "wp.pl", "xs4all.nl", "xtra.co.nz", "ya.com", "ya.ru", "yeah.net",
		"ymail.com", "zeelandnet.nl", "ziggo.nl", "zoho.com", "zoznam.sk":
		return true
	}
	return strings.HasSuffix(domain, ".edu") && strings.HasPrefix(domain, "alumni.")
}

// inManyCountries knows the providers with a domain in nearly every country.
func inManyCountries(label string) bool {
	switch label {
	case "gmx", "hotmail", "live", "lycos", "outlook", "windowslive", "yahoo", "yandex":
		return true
	}
	return false
}

// isCountry knows what stands behind such a name: com, de, co.uk, com.br.
func isCountry(rest string) bool {
	first, second, both := strings.Cut(rest, ".")
	if both {
		return (first == "co" || first == "com") && len(second) == 2
	}
	return rest == "com" || rest == "net" || len(rest) == 2
}
