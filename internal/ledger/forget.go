package ledger

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"followupd/sequences"
)

// Forgotten says what was removed of a person.
type Forgotten struct {
	Addresses  int   `json:"addresses"`
	Entries    int64 `json:"journal_entries"`
	Received   int64 `json:"mails_received"`
	Sent       int64 `json:"mails_sent"`
	OwnerMails int64 `json:"mails_to_you"`
	Past       int64 `json:"history"`
	Requests   int64 `json:"requests"`
	Elsewhere  int64 `json:"entries_of_others"` // in which they were named
}

// gone stands where a forgotten person's words, name or address stood.
const gone = "(forgotten)"

// forgottenRules marks an entry out of which somebody was taken: its facts
// still make the state, but it can't be decided again.
const forgottenRules = "forgotten"

// Forget removes a person everywhere: their state, journal, mails and history,
// what commands said of them, and where others' entries name them. The
// tombstone takes the place of their journal. With keepOut their addresses stay
// as salted hashes alone, by which Suppressed knows them again. What counts
// against caps and for the figures of a mailbox keeps its row, without anything
// of the person. So does a draft that is still to be taken back. The traces are
// of this person among others; what they have not read yet is read here.
func (t *Tx) Forget(p sequences.Person, traces *Traces, tombstone Entry, keepOut bool) (Forgotten, error) {
	f := Forgotten{Addresses: len(p.Addresses)}
	if _, err := t.Look(traces, -1); err != nil {
		return f, fmt.Errorf("look for traces: %w", err)
	}
	for _, a := range p.Addresses {
		if !keepOut {
			break
		}
		if err := t.suppressForgotten(a, tombstone.At); err != nil {
			return f, err
		}
	}
	var err error
	if f.Elsewhere, err = t.forgetElsewhere(p.ID, tracesOf(p), traces.entries.of[p.ID]); err != nil {
		return f, fmt.Errorf("in the entries of others: %w", err)
	}
	if f.OwnerMails, err = t.forgetOwnerMails(p.ID, traces.mails.of[p.ID]); err != nil {
		return f, err
	}
	if f.Received, err = t.forEachAddress(p, "DELETE FROM mails WHERE lower(sender) = ?"); err != nil {
		return f, err
	}
	if f.Past, err = t.forEachAddress(p, "DELETE FROM history WHERE address = ?"); err != nil {
		return f, err
	}
	if _, err = t.forEachAddress(p, "DELETE FROM strays WHERE address = ?"); err != nil {
		return f, err
	}
	if _, err = t.forEachAddress(p, "DELETE FROM unproven_words WHERE lower(sender) = ?"); err != nil {
		return f, err
	}
	if f.Requests, err = t.forEachAddress(p, "DELETE FROM requests WHERE answered_at > 0 AND (instr(lower(args), ?1) > 0 OR instr(lower(answer), ?1) > 0)"); err != nil {
		return f, err
	}
	if p.ID != 0 { // rows of nobody carry 0
		if err := t.forgetRows(p.ID, &f); err != nil {
			return f, err
		}
	}
	_, err = t.Journal(tombstone)
	return f, err
}

// forgetRows removes what carries the person's number.
func (t *Tx) forgetRows(person int64, f *Forgotten) (err error) {
	if f.Entries, err = t.exec("DELETE FROM journal WHERE person_id = ?", person); err != nil {
		return err
	}
	received, err := t.exec("DELETE FROM mails WHERE person_id = ?", person)
	if err != nil {
		return err
	}
	f.Received += received
	if f.Sent, err = t.forgetSent(person); err != nil {
		return err
	}
	for _, query := range []string{"DELETE FROM chores WHERE person_id = ?", "DELETE FROM hooks WHERE person_id = ?", "DELETE FROM folder_mails WHERE person_id = ?", "DELETE FROM enrolments WHERE person_id = ?", "DELETE FROM addresses WHERE person_id = ?", "DELETE FROM people WHERE id = ?"} {
		if _, err := t.exec(query, person); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tx) forEachAddress(p sequences.Person, query string) (all int64, err error) {
	for _, a := range p.Addresses {
		n, err := t.exec(query, a)
		if err != nil {
			return all, err
		}
		all += n
	}
	return all, nil
}

// forgetSent empties the rows of mails that went out and of drafts, which are
// taken back by their ids alone, and drops the others.
func (t *Tx) forgetSent(person int64) (int64, error) {
	const empty = "UPDATE outbox SET person_id = 0, recipient = '', subject = '', bytes = NULL, body_sha256 = '', answer = '', public_id = '', domain = '', unsubscribe = '', "
	if _, err := t.exec(empty+"state = 'withdrawing', gone_at = 0, sent_ref = 0 WHERE person_id = ? AND person_id > 0 AND state IN ('drafting', 'drafted', 'withdrawing')", person); err != nil {
		return 0, err
	}
	if _, err := t.exec("DELETE FROM outbox WHERE person_id = ? AND person_id > 0 AND state NOT IN ('sent', 'failed')", person); err != nil {
		return 0, err
	}
	return t.exec(empty+"sha256 = '', message_id = 'forgotten:' || id, token = 'forgotten-token:' || id WHERE person_id = ? AND person_id > 0", person)
}

// blanked takes the text out of mails to the owner: at once where a server
// accepted them, else as soon as one does.
const blanked = `UPDATE owner_mails SET blank = 1, bytes = CASE accepted_at WHEN 0 THEN bytes ELSE x'' END,
	subject = CASE accepted_at WHEN 0 THEN subject ELSE '' END WHERE blank = 0 AND `

// forgetOwnerMails drops the mails about a person, and the text of those that
// name them among others; named are those that do so without a number for them.
func (t *Tx) forgetOwnerMails(person int64, named []int64) (all int64, err error) {
	if person != 0 {
		if all, err = t.exec("DELETE FROM owner_mails WHERE person_id = ? AND person_id > 0", person); err != nil {
			return all, err
		}
		n, err := t.exec(blanked+"EXISTS (SELECT 1 FROM json_each(owner_mails.people) WHERE json_each.value = ?)", person)
		if err != nil {
			return all, err
		}
		all += n
	}
	for _, id := range named {
		n, err := t.exec(blanked+"id = ?", id)
		if err != nil {
			return all, err
		}
		all += n
	}
	return all, nil
}

// tracesOf are the texts by which others' entries may name a person.
func tracesOf(p sequences.Person) []string {
	traces := slices.Clone(p.Addresses)
	if name := Name(p); strings.Contains(name, " ") {
		traces = append(traces, name)
	}
	return traces
}

// forgetElsewhere takes a person out of the entries and states of others: a
// colleague's answer, or a referral, names them there. seqs are those entries;
// some of them may be gone by now.
func (t *Tx) forgetElsewhere(person int64, traces []string, seqs []int64) (int64, error) {
	var named []Entry
	for _, seq := range seqs {
		err := t.journal("WHERE seq = ? AND person_id <> ?", []any{seq, person}, func(e Entry) error {
			named = append(named, e)
			return nil
		})
		if err != nil {
			return 0, err
		}
	}
	var err error
	scrubs := map[int64]*scrub{}
	for _, e := range named {
		if scrubs[e.Person] == nil {
			if scrubs[e.Person], err = t.scrubFor(e.Person); err != nil {
				return 0, err
			}
			if err := scrubs[e.Person].add(traces...); err != nil {
				return 0, err
			}
		}
		if err := scrubs[e.Person].mail(e.Event.Mail, traces); err != nil {
			return 0, err
		}
	}
	for _, e := range named {
		if err := t.rewrite(e.Seq, scrubs[e.Person]); err != nil {
			return 0, err
		}
	}
	for other, s := range scrubs {
		if err := t.rewriteState(other, s); err != nil {
			return 0, err
		}
	}
	return int64(len(named)), nil
}

// rewrite replaces an entry by one without what a scrub takes out. The journal
// refuses updates, so that nothing else ever does this.
func (t *Tx) rewrite(seq int64, s *scrub) error {
	var at, person int64
	var event, kind, code, plan string
	parts := make([]string, 4)
	if err := t.one("SELECT at, person_id, event_id, kind, code, event, facts, effects, reason, plan FROM journal WHERE seq = ?", []any{seq},
		&at, &person, &event, &kind, &code, &parts[0], &parts[1], &parts[2], &parts[3], &plan); err != nil {
		return err
	}
	for i := range parts {
		parts[i] = s.clean(parts[i])
	}
	if _, err := t.exec("DELETE FROM journal WHERE seq = ?", seq); err != nil {
		return err
	}
	// The mails that tell of it: their keys begin with the event and a slash,
	// and the zero is what comes behind the slash.
	if _, err := t.exec(blanked+"key >= ?1 || '/' AND key < ?1 || '0'", event); err != nil {
		return err
	}
	_, err := t.exec(`INSERT INTO journal (seq, at, person_id, event_id, kind, code, event, facts, effects, reason, plan, rules)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, seq, at, person, event, kind, code, parts[0], parts[1], parts[2], parts[3], plan, forgottenRules)
	return err
}

func (t *Tx) rewriteState(person int64, s *scrub) error {
	var state string
	if err := t.one("SELECT state FROM people WHERE id = ?", []any{person}, &state); err != nil {
		if err == ErrNotFound {
			return nil
		}
		return err
	}
	_, err := t.exec("UPDATE people SET state = ? WHERE id = ?", s.clean(state), person)
	return err
}

// scrub takes texts out of the JSON of a person's entries and state.
type scrub struct {
	texts []string
	own   string // what is known of that person: none of it is taken out
}

func (t *Tx) scrubFor(person int64) (*scrub, error) {
	p, err := t.Person(person)
	if err != nil {
		return nil, fmt.Errorf("person %d: %w", person, err)
	}
	own, err := json.Marshal([]any{p.Addresses, p.Fields, p.Notes})
	return &scrub{own: lowerASCII(string(own))}, err
}

// mail adds the words of a mail that the forgotten person wrote.
func (s *scrub) mail(m *sequences.Mail, traces []string) error {
	if m == nil || !slices.ContainsFunc(traces, func(trace string) bool {
		return strings.EqualFold(trace, m.From) || strings.EqualFold(trace, m.Colleague)
	}) {
		return nil
	}
	if err := s.add(m.Words, m.Subject); err != nil {
		return err
	}
	for _, e := range m.Evidence {
		if err := s.add(e.Text); err != nil {
			return err
		}
	}
	return nil
}

// shortest is the length below which a text tells nothing of a person and
// would be found in texts of others.
const shortest = 8

func (s *scrub) add(texts ...string) error {
	for _, text := range texts {
		inJSON, err := jsonText(text)
		if err != nil {
			return err
		}
		if len(text) >= shortest && !strings.Contains(s.own, lowerASCII(inJSON)) && !slices.Contains(s.texts, inJSON) {
			s.texts = append(s.texts, inJSON)
		}
	}
	// The longest first: a part must not break up the whole.
	slices.SortStableFunc(s.texts, func(a, b string) int { return len(b) - len(a) })
	return nil
}

func (s *scrub) clean(text string) string {
	for _, part := range s.texts {
		text = replaceFold(text, part, gone)
	}
	return text
}

// replaceFold is strings.ReplaceAll that takes upper and lower case of ASCII
// for the same.
func replaceFold(text, old, by string) string {
	var out strings.Builder
	folded, old := lowerASCII(text), lowerASCII(old)
	for {
		at := strings.Index(folded, old)
		if at < 0 {
			out.WriteString(text)
			return out.String()
		}
		out.WriteString(text[:at])
		out.WriteString(by)
		text, folded = text[at+len(old):], folded[at+len(old):]
	}
}

func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

// jsonText is a text as it stands inside a JSON string.
func jsonText(text string) (string, error) {
	b, err := json.Marshal(text)
	if err != nil {
		return "", err
	}
	return string(b[1 : len(b)-1]), nil
}

// suppressForgotten keeps a salted hash of an address, and drops the address
// itself from the list.
func (t *Tx) suppressForgotten(address string, at time.Time) error {
	hash, err := t.forgottenHash(address)
	if err != nil {
		return err
	}
	if _, err := t.exec("DELETE FROM suppressions WHERE kind = 'address' AND value = ?", strings.ToLower(address)); err != nil {
		return err
	}
	return t.Suppress(Suppression{Kind: KindForgotten, Value: hash, Why: "was forgotten at your word and is never written to again", By: "you", At: at})
}

// forgottenHash can't be turned back without the install secret, which is the salt.
func (t *Tx) forgottenHash(address string) (string, error) {
	secret, err := t.Setting("secret")
	if err != nil {
		return "", err
	}
	return saltedHash(secret, address), nil
}

func saltedHash(secret, address string) string {
	h := hmac.New(sha256.New, []byte(secret))
	h.Write([]byte("forgotten:" + strings.ToLower(address)))
	return hex.EncodeToString(h.Sum(nil))
}
