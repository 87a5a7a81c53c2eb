package maillab_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"followupd/internal/maillab"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

func deliver(t *testing.T, lab *maillab.Lab, folder, id string) uint32 {
	t.Helper()
	uid, err := lab.Deliver("ana", folder, letter(id, prospect, owner, "yes"), time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	return uid
}

func TestFoldersAndStatus(t *testing.T) {
	t.Parallel()
	lab := start(t, nil)
	deliver(t, lab, "Junk", "<1@x.example>")
	c := login(t, lab, nil)
	list, err := c.List("", "*", &imap.ListOptions{
		ReturnSpecialUse: true, ReturnStatus: &imap.StatusOptions{NumMessages: true, UIDNext: true, UIDValidity: true},
	}).Collect()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, d := range list {
		use := ""
		for _, a := range d.Attrs {
			if a != imap.MailboxAttrSubscribed {
				use += string(a)
			}
		}
		got[d.Mailbox] = fmt.Sprintf("%s %d %d %d", use, *d.Status.NumMessages, d.Status.UIDNext, d.Status.UIDValidity)
	}
	for folder, want := range map[string]string{
		"INBOX": " 0 1 1", "Sent": `\Sent 0 1 1`, "Junk": `\Junk 1 2 1`, "Drafts": `\Drafts 0 1 1`, "Trash": `\Trash 0 1 1`, "Archive": `\Archive 0 1 1`,
	} {
		if got[folder] != want {
			t.Errorf("%s is %q, want %q", folder, got[folder], want)
		}
	}
	if e := await(t, lab, maillab.StatusOf); e.Account != "ana" || e.Folder == "" {
		t.Errorf("the log says %+v", e)
	}
}

func TestAppendCopyMoveExpunge(t *testing.T) {
	t.Parallel()
	lab := start(t, nil)
	c := login(t, lab, nil)
	raw := letter("<1@lima.example>", owner, prospect, "hi")
	w := c.Append("Sent", int64(len(raw)), &imap.AppendOptions{Flags: []imap.Flag{imap.FlagSeen}, Time: noon.Add(-time.Hour)})
	if _, err := w.Write(raw); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if data, err := w.Wait(); err != nil || data.UID != 1 || data.UIDValidity != 1 {
		t.Fatalf("append: %+v, %v", data, err)
	}
	if _, err := c.Select("Sent", nil).Wait(); err != nil {
		t.Fatal(err)
	}
	if data, err := c.Copy(imap.UIDSetNum(1), "Archive").Wait(); err != nil || data.DestUIDs.String() != "1" {
		t.Errorf("copy: %+v, %v", data, err)
	}
	if data, err := c.Move(imap.UIDSetNum(1), "Trash").Wait(); err != nil || data.DestUIDs.(imap.UIDSet).String() != "1" {
		t.Errorf("move: %+v, %v", data, err)
	}
	for folder, want := range map[string]int{"Sent": 0, "Archive": 1, "Trash": 1} {
		mails, err := lab.Mails("ana", folder)
		if err != nil || len(mails) != want {
			t.Fatalf("%s has %d mails, error %v", folder, len(mails), err)
		}
		if want == 1 && (!slices.Equal(mails[0].Flags, []string{`\seen`}) || !mails[0].At.Equal(noon.Add(-time.Hour)) || string(mails[0].Raw) != string(raw)) {
			t.Errorf("%s has %+v", folder, mails[0])
		}
	}
	if _, err := c.Select("Trash", nil).Wait(); err != nil {
		t.Fatal(err)
	}
	if err := c.Store(imap.UIDSetNum(1), &imap.StoreFlags{Op: imap.StoreFlagsAdd, Silent: true, Flags: []imap.Flag{imap.FlagDeleted}}, nil).Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := c.UIDExpunge(imap.UIDSetNum(1)).Collect(); err != nil {
		t.Fatal(err)
	}
	if mails, err := lab.Mails("ana", "Trash"); err != nil || len(mails) != 0 {
		t.Errorf("Trash still has %d mails, error %v", len(mails), err)
	}
}

func TestTheLabChangesAFolder(t *testing.T) {
	t.Parallel()
	lab := start(t, nil)
	for i := range 4 {
		deliver(t, lab, "INBOX", fmt.Sprintf("<%d@x.example>", i+1))
	}
	var mu sync.Mutex
	var gone []uint32
	c := login(t, lab, &imapclient.UnilateralDataHandler{Expunge: func(seq uint32) {
		mu.Lock()
		defer mu.Unlock()
		gone = append(gone, seq)
	}})
	if _, err := c.Select("INBOX", nil).Wait(); err != nil {
		t.Fatal(err)
	}
	if err := lab.Expunge("ana", "INBOX", 1, 3); err != nil {
		t.Fatal(err)
	}
	if uid, err := lab.Move("ana", "INBOX", 4, "Trash"); err != nil || uid != 1 {
		t.Fatalf("moved to %d, error %v", uid, err)
	}
	if _, err := lab.Move("ana", "INBOX", 4, "Trash"); err == nil {
		t.Error("moved twice")
	}
	if err := c.Noop().Wait(); err != nil {
		t.Fatal(err)
	}
	mu.Lock()
	if !slices.Equal(gone, []uint32{4, 3, 1}) {
		t.Errorf("expunged %v", gone)
	}
	mu.Unlock()
	got, err := c.Fetch(imap.UIDSet{{Start: 1}}, &imap.FetchOptions{UID: true}).Collect()
	if err != nil || len(got) != 1 || got[0].UID != 2 || got[0].SeqNum != 1 {
		t.Errorf("left %+v, error %v", got, err)
	}
	// n:* finds the last mail even where nothing is new (RFC 3501 6.4.8). The
	// client library keeps it to itself, so the log must tell.
	if _, err = c.Fetch(imap.UIDSet{{Start: 90}}, &imap.FetchOptions{UID: true}).Collect(); err != nil {
		t.Fatal(err)
	}
	entries := lab.Log()
	if last := entries[len(entries)-1]; last.Kind != maillab.Fetched || !slices.Equal(last.UIDs, []uint32{2}) {
		t.Errorf("90:* found %+v", last)
	}
}

func TestUIDValidity(t *testing.T) {
	t.Parallel()
	lab := start(t, nil)
	deliver(t, lab, "INBOX", "<1@x.example>")
	deliver(t, lab, "INBOX", "<2@x.example>")
	if err := lab.Expunge("ana", "INBOX", 1); err != nil {
		t.Fatal(err)
	}
	if err := lab.SetUIDValidity("ana", "INBOX", 9); err != nil {
		t.Fatal(err)
	}
	box, err := login(t, lab, nil).Select("INBOX", nil).Wait()
	if err != nil || box.UIDValidity != 9 || box.UIDNext != 2 || box.NumMessages != 1 {
		t.Errorf("%+v, error %v", box, err)
	}
}

func TestSearch(t *testing.T) {
	t.Parallel()
	lab := start(t, nil)
	deliver(t, lab, "INBOX", "<1@x.example>")
	deliver(t, lab, "INBOX", "<2@x.example>")
	c := login(t, lab, nil)
	if _, err := c.Select("INBOX", nil).Wait(); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name     string
		criteria imap.SearchCriteria
		want     string
	}{
		{"all", imap.SearchCriteria{}, "1:2"},
		{"uid", imap.SearchCriteria{UID: []imap.UIDSet{imap.UIDSetNum(2)}}, "2"},
		{"header", imap.SearchCriteria{Header: []imap.SearchCriteriaHeaderField{{Key: "Message-ID", Value: "<2@X.example>"}}}, "2"},
		{"no such header", imap.SearchCriteria{Header: []imap.SearchCriteriaHeaderField{{Key: "X-Odd"}}}, ""},
		{"body", imap.SearchCriteria{Body: []string{"YES"}}, "1:2"},
		{"not in the body", imap.SearchCriteria{Body: []string{"x.example"}}, ""},
		{"text", imap.SearchCriteria{Text: []string{"1@x.example"}}, "1"},
		{"since", imap.SearchCriteria{Since: noon.AddDate(0, 0, 1)}, ""},
		{"sent since", imap.SearchCriteria{SentSince: noon}, "1:2"},
		{"unseen", imap.SearchCriteria{NotFlag: []imap.Flag{imap.FlagSeen}}, "1:2"},
		{"seen", imap.SearchCriteria{Flag: []imap.Flag{imap.FlagSeen}}, ""},
		{"not", imap.SearchCriteria{Not: []imap.SearchCriteria{{UID: []imap.UIDSet{imap.UIDSetNum(2)}}}}, "1"},
		{"larger", imap.SearchCriteria{Larger: 1 << 20}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			found, err := c.UIDSearch(&tt.criteria, nil).Wait()
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			if set, ok := found.All.(imap.UIDSet); ok {
				got = set.String()
			}
			if got != tt.want {
				t.Errorf("found %q, want %q", got, tt.want)
			}
		})
	}
}

func TestUnknownNames(t *testing.T) {
	t.Parallel()
	lab := start(t, nil)
	if _, err := lab.Deliver("nobody", "INBOX", nil, noon); err == nil || !strings.Contains(err.Error(), `"nobody"`) {
		t.Errorf("error %v", err)
	}
	if _, err := lab.Mails("ana", "Nowhere"); err == nil || !strings.Contains(err.Error(), `"Nowhere"`) {
		t.Errorf("error %v", err)
	}
	if err := lab.CreateFolder("ana", maillab.Folder{Name: "Sent"}); err == nil {
		t.Error("Sent was made twice")
	}
	if _, err := login(t, lab, nil).Select("Nowhere", nil).Wait(); err == nil {
		t.Error("a folder that isn't there was opened")
	}
}

func TestMalformedMailIsServedAsItIs(t *testing.T) {
	t.Parallel()
	lab := start(t, nil)
	raw := []byte("no header line at all\r\n: odd\r\n\r\nbody\x00\xff\r\n")
	if _, err := lab.Deliver("ana", "INBOX", raw, noon); err != nil {
		t.Fatal(err)
	}
	c := login(t, lab, nil)
	if _, err := c.Select("INBOX", nil).Wait(); err != nil {
		t.Fatal(err)
	}
	section := &imap.FetchItemBodySection{Peek: true, Partial: &imap.SectionPartial{Offset: 3, Size: 1 << 20}}
	got, err := c.Fetch(imap.UIDSetNum(1), &imap.FetchOptions{BodySection: []*imap.FetchItemBodySection{section}}).Collect()
	if err != nil || len(got) != 1 || string(got[0].FindBodySection(section)) != string(raw[3:]) {
		t.Errorf("got %+v, error %v", got, err)
	}
}

func TestFoldersByClient(t *testing.T) {
	t.Parallel()
	lab := start(t, nil)
	c := login(t, lab, nil)
	if err := c.Create("Follow-up/intro", nil).Wait(); err != nil {
		t.Fatal(err)
	}
	if err := c.Create("Follow-up/intro", nil).Wait(); err == nil {
		t.Error("a folder was made twice")
	}
	if _, err := lab.Mails("ana", "Follow-up/intro"); err != nil {
		t.Error(err)
	}
	if err := c.Rename("Follow-up/intro", "Follow-up/STOP", nil).Wait(); err != nil {
		t.Error(err)
	}
	if err := c.Unsubscribe("Follow-up/STOP").Wait(); err != nil {
		t.Error(err)
	}
	list, err := c.List("", "Follow-up/%", nil).Collect()
	if err != nil || len(list) != 1 || list[0].Mailbox != "Follow-up/STOP" || len(list[0].Attrs) != 0 {
		t.Errorf("list %+v, error %v", list, err)
	}
	if err := c.Delete("Follow-up/STOP").Wait(); err != nil {
		t.Error(err)
	}
	if err := c.Delete("INBOX").Wait(); err == nil {
		t.Error("INBOX was deleted")
	}
	if _, err := lab.Mails("ana", "Follow-up/STOP"); err == nil {
		t.Error("a deleted folder is still there")
	}
	if ns, err := c.Namespace().Wait(); err != nil || ns.Personal[0].Delim != '/' {
		t.Errorf("namespace %+v, error %v", ns, err)
	}
}

func TestFlagsReachOtherSessions(t *testing.T) {
	t.Parallel()
	lab := start(t, nil)
	deliver(t, lab, "INBOX", "<1@x.example>")
	told := make(chan imap.UID, 10)
	idler := login(t, lab, &imapclient.UnilateralDataHandler{Fetch: func(msg *imapclient.FetchMessageData) {
		if buf, err := msg.Collect(); err == nil && slices.Contains(buf.Flags, imap.FlagSeen) {
			told <- buf.UID
		}
	}})
	writer := login(t, lab, nil)
	for _, c := range []*imapclient.Client{idler, writer} {
		if _, err := c.Select("INBOX", nil).Wait(); err != nil {
			t.Fatal(err)
		}
	}
	idle, err := idler.Idle()
	if err != nil {
		t.Fatal(err)
	}
	section := &imap.FetchItemBodySection{} // without PEEK: marks as seen
	got, err := writer.Fetch(imap.UIDSetNum(1), &imap.FetchOptions{
		Envelope: true, BodyStructure: &imap.FetchItemBodyStructure{}, BodySection: []*imap.FetchItemBodySection{section},
	}).Collect()
	if err != nil || len(got) != 1 || got[0].Envelope.Subject != "Hello" || got[0].BodyStructure.MediaType() != "text/plain" {
		t.Errorf("got %+v, error %v", got, err)
	}
	select {
	case uid := <-told:
		if uid != 1 {
			t.Errorf("told of UID %d", uid)
		}
	case <-time.After(5 * time.Second):
		t.Error("the other session wasn't told")
	}
	if err := idle.Close(); err != nil {
		t.Error(err)
	}
}

func TestBothClocks(t *testing.T) {
	t.Parallel()
	later := noon.AddDate(0, 1, 0)
	lab := start(t, func(o *maillab.Options) { o.Wall = func() time.Time { return later } })
	if at, err := lab.DeliverInbox("ana", []byte("Subject: x\n\ny\n")); err != nil || !at.Equal(noon) {
		t.Errorf("delivered at %v, error %v", at, err)
	}
	e := lab.Log()[0]
	if e.Kind != maillab.Delivered || !e.At.Equal(noon) || !e.Wall.Equal(later) || e.Folder != "INBOX" {
		t.Errorf("the log says %+v", e)
	}
	if mails, err := lab.Mails("ana", "INBOX"); err != nil || string(mails[0].Raw) != "Subject: x\r\n\r\ny\r\n" {
		t.Errorf("got %q, error %v", mails[0].Raw, err)
	}
}
