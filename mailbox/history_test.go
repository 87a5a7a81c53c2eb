package mailbox_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"followupd/internal/maillab"
	"followupd/mailbox"
)

func history(t *testing.T, lab *maillab.Lab) map[string]mailbox.HistoryItem {
	t.Helper()
	found := map[string]mailbox.HistoryItem{}
	done := 0
	err := mailbox.History(t.Context(), account(lab), time.Now().AddDate(0, 0, -180), func(i mailbox.HistoryItem) error {
		done++
		if i.Done != done {
			t.Errorf("mail %d is told as number %d", done, i.Done)
		}
		found[fmt.Sprintf("%s/%d", i.Folder, i.UID)] = i
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestHistoryReadsHeaders(t *testing.T) {
	t.Parallel()
	lab := newLab(t)
	raw := "From: =?utf-8?q?J=C3=BCrgen?= <Juergen@Firm.example>\r\nTo: Ana <ana@lima.example>, \"B, C\" <bc@x.example>\r\n" +
		"Cc: broken list <a@b.example, c@d.example\r\nDate: Mon, 02 Nov 2026 10:00:00 +0100\r\nMessage-ID: <1@firm.example>\r\n" +
		"Subject: =?iso-8859-1?q?Gr=FC=DFe?=\r\nX-Secret: not asked for\r\nList-Id: <l.example>\r\n\r\nPlease stop writing.\r\n" +
		strings.Repeat("x", 5000) + "\r\n"
	for _, folder := range []string{"INBOX", "Sent", "Junk", "Trash", "Archive", "Drafts"} {
		deliver(t, lab, folder, []byte(raw))
	}
	found := history(t, lab)
	want(t, "mails", len(found), 5)
	i := found["INBOX/1"]
	want(t, "from", i.From, []string{"juergen@firm.example"})
	want(t, "to", i.To, []string{anaAddress, "bc@x.example"})
	want(t, "cc", i.Cc, []string{"a@b.example", "c@d.example"})
	want(t, "subject", []string{i.Subject, i.MessageID}, []string{"Grüße", "<1@firm.example>"})
	want(t, "date", i.Date, time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC))
	if !strings.Contains(string(i.Header), "List-Id:") || strings.Contains(string(i.Header), "X-Secret") {
		t.Errorf("header %q", i.Header)
	}
	want(t, "text", []any{len(i.Text), strings.HasPrefix(string(i.Text), "Please stop writing.\r\n")}, []any{2048, true})
	want(t, "text of what was sent", len(found["Sent/1"].Text), 0)
}

func TestHistorySurvivesABadMail(t *testing.T) {
	t.Parallel()
	lab := newLab(t)
	for i := range 60 {
		deliver(t, lab, "INBOX", letter(fmt.Sprintf("past-%d", i)))
	}
	for _, uid := range []uint32{7, 60} {
		if err := lab.SetPoison(anaUser, "INBOX", uid, maillab.PoisonAll); err != nil {
			t.Fatal(err)
		}
	}
	found := history(t, lab)
	want(t, "mails", len(found), 60)
	for _, i := range found {
		bad := i.UID == 7 || i.UID == 60
		if (i.Failed != "") != bad || (i.MessageID == "") != bad || i.InternalDate.IsZero() {
			t.Errorf("mail %d: %+v", i.UID, i)
		}
	}
}

func TestHistoryEndsWithItsReader(t *testing.T) {
	t.Parallel()
	lab := newLab(t)
	deliver(t, lab, "INBOX", letter("past"))
	enough := errors.New("enough")
	err := mailbox.History(t.Context(), account(lab), time.Time{}, func(mailbox.HistoryItem) error { return enough })
	if !errors.Is(err, enough) {
		t.Errorf("error is %v", err)
	}
	lab.SetIMAPFault(maillab.IMAPFault{RefuseLogin: "no"})
	if err := mailbox.History(t.Context(), account(lab), time.Time{}, nil); !errors.Is(err, mailbox.ErrLogin) {
		t.Errorf("error is %v", err)
	}
}
