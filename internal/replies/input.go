package replies

import "time"

// input is what the reading of the intent may look at: the mail taken apart,
// with what the person wrote now kept away from everything else.
type input struct {
	Header  Header
	Context Context
	// Received is the moment that "tomorrow" is counted from, in the writer's
	// own offset where the mail tells it; never zero when the mail has any date.
	Received time.Time
	Kind     Kind
	About    About
	// NewText is what the writer wrote now: greeting and sentences, lines ended
	// by "\n"; no quote, closing formula, name, signature or footer. For an
	// auto-reply it is the machine's whole text.
	NewText string
	// FullText is the whole decoded text of the mail, quotes and all.
	FullText string
	// History is what was cut as quoted or forwarded history. It is not the
	// writer's own: it tells what a few words answer, and is never read for an intent.
	History []line
	// Signature is the closing formula, name, signature and footers that were
	// cut from the new text.
	Signature string
	Subject   string // decoded, in one line, with its prefixes (Re:, AW: …)
	// Calendar is the mail's calendar part, nil when there is none.
	Calendar *calendar
	// Languages are BCP 47 primary tags from Content-Language and the quote's
	// attribution, likeliest first. Hints only: a short answer may be in another.
	Languages []string
}

// calendar is what a text/calendar part says (RFC 5545, RFC 5546).
type calendar struct {
	Method   string // upper case: REQUEST, REPLY, COUNTER, CANCEL, PUBLISH …
	PartStat string // upper case, of the answering attendee: ACCEPTED, DECLINED, TENTATIVE …
	Summary  string
	Comment  string
	Attendee string    // lower-cased address of the first attendee
	Start    time.Time // zero when absent or unreadable
	Zone     string    // TZID as written, "UTC", or "" for a floating time
	UID      string
}
