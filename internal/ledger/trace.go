package ledger

import (
	"bytes"
	"mime/quotedprintable"
	"strings"

	"followupd/sequences"
)

// Traces are where people who are to be forgotten are named in what is kept
// about others. They are looked for once for all of those people, a part at a
// time, so that a large ledger is neither read for each of them nor locked for
// long.
type Traces struct {
	people         map[int64]bool
	entries, mails search
}

// search looks for the traces of people in texts.
type search struct {
	texts map[int64][]string // of each person, lower-cased as lowerASCII does
	any   *strings.Replacer  // finds any of them in one pass
	upTo  int64              // how far was read
	of    map[int64][]int64  // where each person was found
}

// seldom stands in no text that is searched: JSON and mails escape it.
const seldom = "\x00"

// NewTraces begins to look for the traces of people. Nothing was read yet.
func NewTraces(people ...sequences.Person) (*Traces, error) {
	tr := &Traces{people: map[int64]bool{}}
	inEntries, inMails := map[int64][]string{}, map[int64][]string{}
	for _, p := range people {
		tr.people[p.ID] = true
		for _, trace := range tracesOf(p) {
			if trace == "" {
				continue
			}
			inJSON, err := jsonText(trace)
			if err != nil {
				return nil, err
			}
			inMail, err := mailText(trace)
			if err != nil {
				return nil, err
			}
			inEntries[p.ID] = append(inEntries[p.ID], lowerASCII(inJSON))
			inMails[p.ID] = append(inMails[p.ID], lowerASCII(trace), lowerASCII(inMail))
		}
	}
	tr.entries, tr.mails = newSearch(inEntries), newSearch(inMails)
	return tr, nil
}

// Of says whether a person is one of those looked for.
func (tr *Traces) Of(person int64) bool { return tr.people[person] }

func newSearch(texts map[int64][]string) search {
	var pairs []string
	for _, list := range texts {
		for _, text := range list {
			pairs = append(pairs, text, seldom)
		}
	}
	return search{texts: texts, any: strings.NewReplacer(pairs...), of: map[int64][]int64{}}
}

// look notes who is named in a text that is about owner (0: about nobody).
func (s *search) look(id, owner int64, text string) {
	s.upTo = id
	text = lowerASCII(text)
	if !strings.Contains(s.any.Replace(text), seldom) {
		return
	}
	for person, texts := range s.texts {
		if person == owner && owner != 0 {
			continue
		}
		for _, trace := range texts {
			if strings.Contains(text, trace) {
				s.of[person] = append(s.of[person], id)
				break
			}
		}
	}
}

// entriesOfAMail is how many entries are read in the time of one mail.
const entriesOfAMail = 10

// Look reads on, at most limit entries (below zero: all of them); done says
// whether the end was reached.
func (t *Tx) Look(tr *Traces, limit int) (done bool, err error) {
	entries, err := t.look(&tr.entries, limit, "SELECT seq, person_id, event || facts || effects || reason FROM journal WHERE seq > ? ORDER BY seq LIMIT ?")
	if err != nil {
		return false, err
	}
	atMost := limit
	if limit > 0 {
		atMost = max(1, limit/entriesOfAMail)
	}
	mails, err := t.look(&tr.mails, atMost, "SELECT id, person_id, subject || char(10) || replace(CAST(bytes AS TEXT), '=' || char(13, 10), '') FROM owner_mails WHERE id > ? ORDER BY id LIMIT ?")
	return limit < 0 || entries < limit && mails < atMost, err
}

func (t *Tx) look(s *search, limit int, query string) (n int, err error) {
	err = t.each(query, []any{s.upTo, limit}, func(scan func(...any) error) error {
		var id, person int64
		var text string
		if err := scan(&id, &person, &text); err != nil {
			return err
		}
		n++
		s.look(id, person, text)
		return nil
	})
	return n, err
}

// mailText is a text as it stands in a mail in quoted-printable (RFC 2045 6.7),
// without the breaks of long lines.
func mailText(text string) (string, error) {
	var out bytes.Buffer
	w := quotedprintable.NewWriter(&out)
	if _, err := w.Write([]byte(text)); err != nil {
		return "", err
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	return strings.ReplaceAll(out.String(), "=\r\n", ""), nil
}
