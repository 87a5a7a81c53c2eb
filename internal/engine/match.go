package engine

import (
	"errors"
	"slices"
	"strings"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/sequences"
)

// reportWindow is how far back a report without any id of ours is matched by
// an address in its text.
const reportWindow = 10 * 24 * time.Hour

// match is one person that a mail concerns, and how that is known.
type match struct {
	person    int64
	route     sequences.Route
	by        string // the id or address that told
	learn     string // a further address of the same person
	colleague string
	bounce    *replies.Bounce
}

// match finds whom a mail concerns, by the surest route that leads to anyone:
// ids of ours, then for reports the addresses in them, then the sender's
// address, then the sender's company, which only holds and asks.
func (b *box) match(t *ledger.Tx, in *incoming) ([]match, error) {
	h := in.reading.Header
	if in.reading.Kind == replies.KindBounce || in.reading.Kind == replies.KindComplaint {
		return b.matchReport(t, in)
	}
	ids := slices.Concat(h.InReplyTo, reversed(h.References))
	if h.FollowupdID != "" {
		ids = append(ids, h.FollowupdID)
	}
	byThread, err := b.matchThread(t, in, ids)
	if err != nil {
		return nil, err
	}
	sender, err := personAt(t, in.from)
	if err != nil {
		return nil, err
	}
	var found []match
	if sender != 0 {
		found = append(found, match{person: sender, route: sequences.RouteAddress, by: in.from})
	}
	switch {
	case byThread == nil:
	case sender == byThread.person:
		found[0] = *byThread
	case sender != 0:
		// One prospect answers in another one's thread: their own answer, and a
		// colleague's for the other.
		found = append(found, match{person: byThread.person, route: sequences.RouteCompany, by: byThread.by, colleague: in.from})
	default:
		found = append(found, *byThread)
	}
	colleagues, err := b.matchCompany(t, in, found)
	return append(found, colleagues...), err
}

func reversed(ids []string) []string {
	out := slices.Clone(ids)
	slices.Reverse(out)
	return out
}

func personAt(t *ledger.Tx, address string) (int64, error) {
	if address == "" {
		return 0, nil
	}
	id, err := t.PersonByAddress(address)
	if errors.Is(err, ledger.ErrNotFound) {
		return 0, nil
	}
	return id, err
}

func (b *box) matchThread(t *ledger.Tx, in *incoming, ids []string) (*match, error) {
	for _, id := range ids {
		out, err := t.OutByAnyID(id)
		if errors.Is(err, ledger.ErrNotFound) {
			// The owner's own mail that a sequence goes on from is no row of ours.
			out.Person, err = t.PersonByThread(id)
		}
		if errors.Is(err, ledger.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		m := &match{person: out.Person, route: sequences.RouteThread, by: id}
		if in.from != "" && in.reading.Kind == replies.KindReply {
			p, err := t.Person(out.Person)
			if err != nil {
				return nil, err
			}
			if samePerson(&p, in) {
				m.learn = in.from
			}
		}
		return m, nil
	}
	return nil, nil
}

// samePerson says whether the writer goes by the name that we know: only then
// is their address taken for one more of this person's, and not a colleague's.
func samePerson(p *sequences.Person, in *incoming) bool {
	if slices.Contains(p.Addresses, in.from) || len(in.reading.Header.From) == 0 {
		return false
	}
	shown := strings.ToLower(in.reading.Header.From[0].Name)
	first, last := strings.ToLower(p.Fields["first_name"]), strings.ToLower(p.Fields["last_name"])
	if first == "" || last == "" {
		return false
	}
	return strings.Contains(shown, first) && strings.Contains(shown, last)
}

func (b *box) matchReport(t *ledger.Tx, in *incoming) ([]match, error) {
	h := in.reading.Header
	ids := slices.Concat(h.OriginalIDs, h.ReportedReferences, h.InReplyTo, h.References)
	if h.FollowupdID != "" {
		ids = append(ids, h.FollowupdID)
	}
	bounces := in.reading.Bounces
	if byID, err := b.matchThread(t, in, ids); err != nil || byID != nil {
		if byID == nil {
			return nil, err
		}
		byID.route = sequences.RouteReport
		byID.bounce = first(bounces)
		return []match{*byID}, nil
	}
	var found []match
	for i := range bounces {
		for _, address := range []string{lower(bounces[i].OrigTo), lower(bounces[i].Recipient)} {
			person, err := b.writtenTo(t, address, in.at)
			if err != nil {
				return nil, err
			}
			if person != 0 {
				found = append(found, match{person: person, route: sequences.RouteReport, by: address, bounce: &bounces[i]})
				break
			}
		}
	}
	if len(found) > 0 {
		return found, nil
	}
	for _, address := range h.Mentioned {
		person, err := b.writtenTo(t, lower(address), in.at)
		if err != nil {
			return nil, err
		}
		if person != 0 {
			return []match{{person: person, route: sequences.RouteReport, by: address, bounce: first(bounces)}}, nil
		}
	}
	// Reports come from machines. What a person known sent themselves is shown.
	sender, err := personAt(t, in.from)
	if err != nil || sender == 0 {
		return nil, err
	}
	return []match{{person: sender, route: sequences.RouteAddress, by: in.from}}, nil
}

func first(bounces []replies.Bounce) *replies.Bounce {
	if len(bounces) == 0 {
		return nil
	}
	return &bounces[0]
}

// writtenTo is the person at an address that we wrote to lately.
func (b *box) writtenTo(t *ledger.Tx, address string, at time.Time) (int64, error) {
	if address == "" {
		return 0, nil
	}
	outs, err := t.WrittenSince(address, at.Add(-reportWindow))
	if err != nil || len(outs) == 0 {
		return 0, err
	}
	return outs[len(outs)-1].Person, nil
}

// matchCompany finds the people of the sender's company to whom that is news.
// Machines don't count, nor do domains where anybody can have an address.
func (b *box) matchCompany(t *ledger.Tx, in *incoming, found []match) ([]match, error) {
	domain := ledger.Domain(in.from)
	if in.reading.Kind != replies.KindReply || domain == "" || freeMail(domain) {
		return nil, nil
	}
	people, err := t.PeopleAtDomain(domain)
	if err != nil {
		return nil, err
	}
	var out []match
	for _, id := range people {
		if slices.ContainsFunc(found, func(m match) bool { return m.person == id }) {
			continue
		}
		p, err := t.Person(id)
		if err != nil {
			return nil, err
		}
		if p.HeedsColleagues(b.engine.now().UTC()) {
			out = append(out, match{person: id, route: sequences.RouteCompany, by: domain, colleague: in.from})
		}
	}
	return out, nil
}
