package engine_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/mailbox"
	"followupd/sequences"
)

const wantsOut = "Please take me off your list and don't write to me again."

func (s *stage) was(who, intent string) engine.Answer {
	s.t.Helper()
	ask := order(sequences.VerbAnswerWas, who)
	ask.Intent = replies.Intent(intent)
	return s.do(ask)
}

func (s *stage) listed(address string) bool {
	s.t.Helper()
	found := false
	s.read(func(t *ledger.Tx) error {
		_, err := t.Suppressed(address)
		if found = err == nil; errors.Is(err, ledger.ErrNotFound) {
			return nil
		}
		return err
	})
	return found
}

// A wrongly read opt-out is taken back by the owner's word: the address leaves
// the list, the journal says who said so, and mail goes out after a resume only.
func TestOptOutThatWasNone(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.enrol(dana)
	s.begin()
	s.send()
	s.arrives(mailbox.RoleInbox, s.letter(dana, "Re: hello", wantsOut))
	if s.state(dana) != sequences.StateSuppressed || !s.listed(dana) {
		t.Fatalf("dana is %s, on the list: %t", s.state(dana), s.listed(dana))
	}
	a := s.was(dana, "interested")
	if !a.OK || !strings.Contains(a.Text, "the suppression is lifted") || s.listed(dana) || s.state(dana) != sequences.StateAnswered {
		t.Fatalf("%+v; dana is %s, on the list: %t", a, s.state(dana), s.listed(dana))
	}
	s.read(func(t *ledger.Tx) error {
		past, err := t.PastOf(dana)
		for _, k := range past {
			if k.Kind == ledger.PastOptedOut {
				s.t.Error("an enrolment to come would find an opt-out")
			}
		}
		return err
	})
	s.now = s.now.AddDate(0, 0, 30)
	s.decide()
	s.send()
	if s.got(dana) != 1 {
		t.Errorf("%d mails went out, want none after the first", s.got(dana))
	}
	if a := s.do(order(sequences.VerbResume, dana)); !a.OK {
		t.Errorf("resume: %+v", a)
	}
	var by string
	s.read(func(t *ledger.Tx) error {
		return t.PersonJournal(s.person(dana).ID, func(e ledger.Entry) error {
			if e.Event.Order != nil && e.Event.Order.Verb == sequences.VerbAnswerWas {
				by = e.Event.By
			}
			return nil
		})
	})
	if by == "" {
		t.Error("nobody knows who said so")
	}
	if audit, err := engine.CheckLedger(t.Context(), s.ledger, func(int, int) {}); err != nil || !audit.Sound() {
		t.Errorf("the ledger is not sound: %+v, %v", audit, err)
	}
}

// What else asks for it keeps the address on the list, and is named.
func TestOptOutThatMoreAskFor(t *testing.T) {
	t.Parallel()
	for name, more := range map[string]struct {
		before, after func(*stage)
		named         string
	}{
		"the owner's word":   {nil, func(s *stage) { a := order(sequences.VerbSuppress, dana); a.Text = "asked by phone"; s.do(a) }, "asked by phone"},
		"the domain, before": {func(s *stage) { s.suppress(ledger.KindDomain, "acme.example", "a partner's customers") }, nil, "a partner's customers"},
		"the domain, after": {nil, func(s *stage) {
			s.do(engine.Ask{Verb: engine.VerbSuppressDomain, Address: "acme.example", Text: "a partner's customers"})
		}, "a partner's customers"},
		"the past": {func(s *stage) {
			if err := s.ledger.Write(s.t.Context(), func(t *ledger.Tx) error {
				return t.Remember("ana", dana, ledger.PastOptedOut, s.now.AddDate(0, -6, 0), "no more, please")
			}); err != nil {
				s.t.Fatal(err)
			}
		}, nil, "they asked to be left alone, last on"},
		"a second mail":        {nil, func(s *stage) { s.arrives(mailbox.RoleInbox, s.letter(dana, "Re: Re: hello", "I said: "+wantsOut)) }, "asked to be left alone"},
		"the list, by another": {nil, func(s *stage) { s.suppress(ledger.KindAddress, dana, "an old list") }, "an old list"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newStage(t)
			s.enrol(dana)
			s.begin()
			s.send()
			if more.before != nil {
				more.before(s)
			}
			s.arrives(mailbox.RoleInbox, s.letter(dana, "Re: hello", wantsOut))
			if more.after != nil {
				s.now = s.now.Add(time.Hour)
				more.after(s)
			}
			if a := s.was(dana, "interested"); a.OK || !strings.Contains(a.Text, more.named) || !s.listed(dana) || s.person(dana).Suppressed == nil {
				t.Errorf("%+v; on the list: %t", a, s.listed(dana))
			}
		})
	}
}

func (s *stage) suppress(kind, value, why string) {
	s.t.Helper()
	if err := s.ledger.Write(s.t.Context(), func(t *ledger.Tx) error {
		return t.Suppress(ledger.Suppression{Kind: kind, Value: value, Why: why, By: "you", At: s.now})
	}); err != nil {
		s.t.Fatal(err)
	}
}

func (s *stage) read(f func(*ledger.Tx) error) {
	s.t.Helper()
	if err := s.ledger.Read(s.t.Context(), f); err != nil {
		s.t.Fatal(err)
	}
}
