package engine

import "testing"

func TestFreeMail(t *testing.T) {
	t.Parallel()
	for domain, want := range map[string]bool{
		"gmail.com": true, "vodafonemail.de": true, "mail.ch": true, "yahoo.co.nz": true, "hotmail.com.br": true, "live.be": true,
		"gmx.net": true, "alumni.tufts.edu": true,
		"acme.example": false, "outlook.acme.com": false, "live.stage.co": false, "yahoo.museum": false, "orange.com": false, "tufts.edu": false,
	} {
		if got := freeMail(domain); got != want {
			t.Errorf("freeMail(%q) = %t", domain, got)
		}
	}
}
