// Package mailbox speaks IMAP and SMTP: it watches a person's mailbox for new
// mail, submits mails, appends copies to Sent, reads a mailbox's past by its
// headers and probes an account for the doctor.
//
// It decides nothing about people: what it finds goes to a Sink, what it is
// handed goes out. It never marks, moves or deletes a mail (folders are opened
// with EXAMINE and bodies are read with BODY.PEEK), it never submits the same
// bytes twice on its own, it never sends a password over a connection that is
// not encrypted (loopback hosts excepted), and it never writes mail bodies or
// secrets to a log.
package mailbox
