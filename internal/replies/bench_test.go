package replies_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"followupd/internal/replies"
)

// shared gives a path below the folder of shared data, and skips where there is none.
func shared(tb testing.TB, parts ...string) string {
	tb.Helper()
	root := os.Getenv("FOLLOWUPD_SHARED")
	if root == "" {
		dir, err := os.Getwd()
		if err != nil {
			tb.Fatal(err)
		}
		for {
			if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
				break
			}
			if dir == filepath.Dir(dir) {
				tb.Skip("no project root found")
			}
			dir = filepath.Dir(dir)
		}
		root = filepath.Join(filepath.Dir(dir), "shared")
	}
	path := filepath.Join(append([]string{root}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		tb.Skipf("shared data is not here: %v", err)
	}
	return path
}

// ordinaryMails are answers as people and machines send them, 1 to 4 KiB each.
func ordinaryMails() [][]byte {
	const quote = "\r\n\r\nOn Tue, 3 Mar 2026 at 10:00, Ana Lima <ana@lima.example> wrote:\r\n\r\n> Hi Eve,\r\n>\r\n> who answers when it rings at night? We do, for a third of what a rota\r\n> costs. Shall I send you one page on how?\r\n>\r\n> Ana Lima\r\n> Lima Calls, 4 Quay Street\r\n> Not for you? Reply \"stop\" and I take you off my list.\r\n"
	texts := []string{
		"Hi Ana,\r\n\r\nthanks, we looked at it last week. What would it cost for 40 seats, and can we try it for a month? Thursday at 3 pm would suit me.\r\n\r\nBest regards,\r\nEve Miller\r\nHead of Operations | Miller Ltd\r\nTel. +44 20 7946 0000\r\nThis email is confidential and intended only for the addressee.",
		"No thanks, we're good.\r\n\r\nEve\r\nSent from my iPhone",
		"I am out of the office until Monday 9 March with limited access to email. For urgent matters contact Joe Bell (joe@miller.example).\r\n\r\nEve Miller",
		"Guten Tag Frau Lima,\r\n\r\nvielen Dank für Ihre Nachricht. Zurzeit haben wir keinen Bedarf, melden Sie sich gern im Herbst noch einmal.\r\n\r\nMit freundlichen Grüßen\r\nEva Müller\r\nMüller GmbH, Geschäftsführer: E. Müller",
		"Please take me off your list. I have asked twice now and I do not want any more of these mails from you or anybody else there.",
	}
	var mails [][]byte
	for i, text := range texts {
		for _, trailing := range []string{quote, ""} {
			mails = append(mails, fmt.Appendf(nil, "Return-Path: <eve@miller.example>\r\nReceived: from mx.miller.example by mail.lima.example with ESMTPS id 1; Tue, 3 Mar 2026 11:%02d:00 +0000\r\nMessage-ID: <%d@miller.example>\r\nIn-Reply-To: <1@lima.example>\r\nReferences: <1@lima.example>\r\nFrom: Eve Miller <eve@miller.example>\r\nTo: Ana Lima <ana@lima.example>\r\nSubject: Re: Calls at night\r\nDate: Tue, 3 Mar 2026 11:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n%s%s\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>%s</p></body></html>\r\n--b--\r\n", i, i, text, trailing, text))
		}
	}
	return mails
}

// BenchmarkRead reads ordinary mails, one an operation.
func BenchmarkRead(b *testing.B) {
	mails := ordinaryMails()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		replies.Read(mails[i%len(mails)], replies.Context{})
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "mails/s")
}

// BenchmarkReadLabelled reads the labelled replies of the training part, quotes
// and signatures and all, one an operation.
func BenchmarkReadLabelled(b *testing.B) {
	files, err := filepath.Glob("testdata/train-*.jsonl")
	if err != nil || len(files) == 0 {
		b.Fatal("the labelled replies are missing")
	}
	var mails [][]byte
	for _, name := range files {
		eachLine(b, name, func(r struct{ From, To, Subject, Body string }) {
			mails = append(mails, fmt.Appendf(nil, "Received: from a by b; Tue, 3 Mar 2026 11:00:00 +0000\r\nMessage-ID: <1@mill.example>\r\nFrom: %s\r\nTo: %s\r\nSubject: %s\r\nDate: Tue, 3 Mar 2026 11:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n%s", r.From, r.To, r.Subject, r.Body))
		})
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		replies.Read(mails[i%len(mails)], replies.Context{})
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "mails/s")
}

// BenchmarkReadBounces reads real delivery reports, one an operation.
func BenchmarkReadBounces(b *testing.B) {
	files, err := filepath.Glob(filepath.Join(shared(b, "corpora", "bounces"), "*.eml"))
	if err != nil || len(files) == 0 {
		b.Skip("no bounces here")
	}
	var mails [][]byte
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		mails = append(mails, raw)
	}
	b.ReportAllocs()
	var slowest time.Duration
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		replies.Read(mails[i%len(mails)], replies.Context{})
		slowest = max(slowest, time.Since(start))
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "mails/s")
	b.ReportMetric(float64(slowest.Microseconds())/1000, "slowest-ms")
}
