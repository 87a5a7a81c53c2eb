package replies_test

import (
	"cmp"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"followupd/internal/replies"
)

// TestReports reads what the mail systems of testdata/reports.txt write about
// deliveries: who failed, why and whether for good, and what is no bounce.
func TestReports(t *testing.T) {
	t.Parallel()
	file, err := os.ReadFile("testdata/reports.txt")
	if err != nil {
		t.Fatal(err)
	}
	records := strings.Split("\n"+string(file), "\n=== ")
	for _, record := range records[1:] {
		name, rest, _ := strings.Cut(record, "\n")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var want []string
			for strings.HasPrefix(rest, "=> ") {
				var line string
				line, rest, _ = strings.Cut(rest, "\n")
				want = append(want, line[3:])
			}
			if head, _, _ := strings.Cut(rest, "\n\n"); !strings.Contains("\n"+head, "\nTo:") {
				rest = "To: ana@lima.example\n" + rest
			}
			for form, raw := range map[string]string{"LF": rest, "CRLF": strings.ReplaceAll(rest, "\n", "\r\n"), "CR": strings.ReplaceAll(rest, "\n", "\r")} {
				r := replies.Read([]byte(raw), replies.Context{Own: []string{"ana@lima.example"}})
				checkReport(t, form, r, want)
			}
		})
	}
}

// checkReport compares a reading with the lines of a record: a kind, or the
// bounced recipients in any order. A "-" stands for anything.
func checkReport(t *testing.T, form string, r replies.Reading, want []string) {
	t.Helper()
	if len(want) == 1 && !strings.Contains(want[0], " ") {
		if string(r.Kind) != want[0] {
			t.Errorf("%s: %s, want %s; evidence %v", form, r.Kind, want[0], r.Evidence)
		}
		return
	}
	if r.Kind != replies.KindBounce {
		t.Errorf("%s: %s, want a bounce; evidence %v", form, r.Kind, r.Evidence)
		return
	}
	if len(r.Bounces) != len(want) {
		t.Errorf("%s: recipients %+v, want %v", form, r.Bounces, want)
		return
	}
	for _, w := range want {
		f := strings.Fields(w)
		i := slices.IndexFunc(r.Bounces, func(b replies.Bounce) bool { return cmp.Or(oneWord(b.Recipient), "-") == f[0] })
		if i < 0 {
			t.Errorf("%s: recipients %+v, want %s among them", form, r.Bounces, f[0])
			continue
		}
		b := r.Bounces[i]
		fate := "passing"
		switch {
		case b.Permanent:
			fate = "permanent"
		case b.Delayed:
			fate = "delayed"
		}
		got := []string{fate, string(b.Reason), b.Status}
		if len(f) > 4 {
			got = append(got, strings.ToLower(cmp.Or(oneWord(b.OrigTo), "none")))
		}
		if !matches(got, f[1:]) {
			t.Errorf("%s: %s: got %v, want %v; words %q", form, b.Recipient, got, f[1:], b.Text)
		}
	}
}

// oneWord writes the spaces of a quoted local part as the records do.
func oneWord(address string) string { return strings.ReplaceAll(address, " ", "_") }

func matches(got, want []string) bool {
	for i := range got {
		if want[i] != "-" && got[i] != want[i] {
			return false
		}
	}
	return true
}

// TestPostmastersMail reads what people write from the address of a mail system:
// whoever they name is no recipient that failed.
func TestPostmastersMail(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Halo Ana, paket tidak dapat dikirim ke alamat kami. Hubungi sue@miller.example",
		"Paket tidak dapat dikirim ke alamat kami. Hubungi sue@miller.example\n\nSalam,\nBudi",
		"Paket tidak dapat dikirim ke alamat kami. Hubungi sue@miller.example\n\nSalam hangat,\nBudi Santoso",
		"Paket nije isporučen na našu adresu. Pišite na sue@miller.example\n\nLijep pozdrav,\nIvana Kos",
		"Pozdravljeni, paket ni bilo mogoče dostaviti. Pišite na sue@miller.example",
		"Sveiki, Ana, siuntos nepavyko pristatyti. Rašykite sue@miller.example",
		"Chào Ana, không gửi được hàng. Liên hệ sue@miller.example",
		"Здравейте, Ана, пратката не е доставена, не беше доставен и пакетът. Пишете на sue@miller.example",
		"Coletul nu a fost livrat. Scrieți la sue@miller.example\n\nCu stimă,\nIoana",
	} {
		raw := "From: postmaster@kestrel.example\nTo: ana@lima.example\nSubject: Paket\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n"
		if r := replies.Read([]byte(raw), replies.Context{Own: []string{"ana@lima.example"}}); r.Kind == replies.KindBounce {
			t.Errorf("%s: %s %+v; evidence %v", text, r.Kind, r.Bounces, r.Evidence)
		}
	}
}

// TestHiddenSigns reads reports that name somebody with signs that move or turn
// what stands around them on a screen: none gets into a recipient.
func TestHiddenSigns(t *testing.T) {
	t.Parallel()
	for _, final := range []string{`dana\x{D}\x{A}\x{1B}[31m\x{202E}@kestrel.example`, "dana\x1b[31m\u202e@kestrel.example", `dana\x{D800}\x{110000}@kestrel.example`, `dana\x{A0}\x{9B}\x{@kestrel.example`} {
		raw := "From: MAILER-DAEMON@mx.lima.example\nTo: ana@lima.example\nSubject: Undelivered\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nNot delivered.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.lima.example\n\nFinal-Recipient: utf-8; " + final + "\nAction: failed\nStatus: 5.1.1\n\n--b--\n"
		r := replies.Read([]byte(raw), replies.Context{Own: []string{"ana@lima.example"}})
		if len(r.Bounces) != 1 {
			t.Errorf("%q: %+v", final, r.Bounces)
		}
		for _, b := range r.Bounces {
			if strings.ContainsFunc(b.Recipient, func(r rune) bool { return !unicode.IsPrint(r) || r == unicode.ReplacementChar }) {
				t.Errorf("%q: recipient %q", final, b.Recipient)
			}
		}
	}
}

// TestResponses reads the one-line answers of testdata/responses.txt, each as
// Postfix passes it on and as a report's Diagnostic-Code.
func TestResponses(t *testing.T) {
	t.Parallel()
	file, err := os.ReadFile("testdata/responses.txt")
	if err != nil {
		t.Fatal(err)
	}
	const head = "From: MAILER-DAEMON@mx.lima.example\nTo: ana@lima.example\nSubject: Undelivered Mail Returned to Sender\n"
	for line := range strings.Lines(string(file)) {
		f := strings.SplitN(strings.TrimSpace(line), " | ", 3)
		if len(f) != 3 {
			continue
		}
		for form, raw := range map[string]string{
			"words":  head + "\nYour message could not be delivered.\n\n<dana@kestrel.example>: host mx.kestrel.example[192.0.2.9] said: " + f[2] + "\n",
			"report": head + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nNot delivered.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.lima.example\n\nFinal-Recipient: rfc822; dana@kestrel.example\nAction: failed\nDiagnostic-Code: smtp; " + f[2] + "\n\n--b--\n",
		} {
			r := replies.Read([]byte(raw), replies.Context{Own: []string{"ana@lima.example"}})
			if len(r.Bounces) != 1 {
				t.Errorf("%s: %s: %v", form, f[2], r.Bounces)
				continue
			}
			if b := r.Bounces[0]; b.Recipient != "dana@kestrel.example" || string(b.Reason) != f[0] || b.Permanent != (f[1] == "permanent") {
				t.Errorf("%s: %s: got %s, permanent %v for %s, want %s, %s", form, f[2], b.Reason, b.Permanent, b.Recipient, f[0], f[1])
			}
		}
	}
}
