package mailbox_test

import (
	"testing"

	"followupd/mailbox"
)

func TestLookFindsWhatCameIn(t *testing.T) {
	t.Parallel()
	m := newMemory(t)
	m.put(t, "INBOX", mailText("old", "history"))
	s := newStore()
	w := newWatcher(t, m.account(), s)
	first := look(t, w, mailbox.BeforeSend)
	if first.New != 0 || len(first.Folders) != 3 || first.Folders[2] != "INBOX" {
		t.Fatalf("first look: %+v", first)
	}
	for _, b := range s.taken() {
		if !b.FirstLook {
			t.Errorf("%s: not a first look", b.Folder)
		}
	}
	if c := s.cursors["INBOX"]; c.Next != 2 {
		t.Errorf("cursor is %+v, want it at the end", c)
	}
	m.put(t, "INBOX", mailText("new", "yes, Thursday"))
	if l := look(t, w, mailbox.BeforeSend); l.New != 1 {
		t.Fatalf("second look: %+v", l)
	}
	mails := s.mails()
	if len(mails) != 1 || string(mails[0].Raw) != mailText("new", "yes, Thursday") || mails[0].UID != 2 {
		t.Fatalf("found %+v", mails)
	}
	if l := look(t, w, mailbox.Everything); l.New != 0 {
		t.Errorf("third look found %d again", l.New)
	}
}
