package config

import "net/url"

// webhook checks the address that hand-overs are posted to, and the secret that
// they are signed with.
func (ck *checker) webhook(w Webhook) {
	const path = "owner.webhook"
	u, err := url.Parse(w.URL)
	switch {
	case w.URL == "":
		ck.missing(path+".url", "add an https address")
	case err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http":
		ck.fail(path+".url", "is not an address to post to", "write it as https://hooks.lima.example/followupd")
	case u.Scheme == "http" && !isLoopback(u.Hostname()):
		ck.fail(path+".url", "http is for this machine alone: others could read what is posted", "write https")
	case u.User != nil:
		ck.fail(path+".url", "a secret never stands in this file", "leave out what stands before the @; each post is signed")
	}
	sources := []struct{ key, value string }{{"secret_file", w.SecretFile}, {"credential", w.Credential}, {"secret_env", w.SecretEnv}}
	first := ""
	for _, s := range sources {
		switch {
		case s.value == "":
			continue
		case first != "":
			ck.fail(path+"."+s.key, "stands beside "+first, "keep one of the two")
			continue
		}
		first = s.key
		switch at := path + "." + s.key; s.key {
		case "secret_file":
			ck.secretFile(at, w.SecretFile, !ck.c.inCredentials(w.SecretFile))
		case "credential":
			ck.credential(at, w.Credential)
		default:
			ck.secretVariable(at, w.SecretEnv)
		}
	}
	if first == "" {
		ck.fail(path, "doesn't say where its secret is", "add secret_file, credential or secret_env")
	}
}
