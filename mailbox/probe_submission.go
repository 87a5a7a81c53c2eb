package mailbox

import "context"

// ProbeSubmission tries a server for outgoing mail alone, from the host's name
// to the login. It sends nothing.
func ProbeSubmission(ctx context.Context, s Server, o ProbeOptions) []Finding {
	p := &prober{ctx: ctx, timers: o.IMAP.withDefaults()}
	p.smtp(Account{SMTP: s}, o)
	return p.findings
}
