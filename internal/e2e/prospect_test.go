package e2e_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"time"

	"followupd/internal/maillab"
)

// way is how a prospect answers.
type way string

const (
	silent        way = "silent"
	interested    way = "interested"
	optsOut       way = "opts out"
	saysNo        way = "says no"
	asksAfresh    way = "asks in a fresh mail"
	fromElsewhere way = "answers from another address"
	isAway        way = "is away"
	bounces       way = "bounces"
	colleague     way = "has a colleague answer"
	later         way = "asks for later"
	unclear       way = "says ok"
	ownerWrites   way = "is written to by the owner"
	known         way = "is known from the past"
)

func answering() []way {
	return []way{interested, optsOut, saysNo, asksAfresh, fromElsewhere, isAway, bounces, colleague, later, unclear, ownerWrites}
}

// shown says whether the owner is to get a mail about such an answer. An
// automatic answer and a bounce show in why; the owner's own mail is no news.
func (w way) shown() bool {
	switch w {
	case isAway, bounces, ownerWrites, silent, known:
		return false
	}
	return true
}

// prospect is one person written to, with what they will do and did.
type prospect struct {
	address, first, last, company, domain string
	mate                                  *prospect // of the same company

	way    way
	step   string        // the answer follows this step's mail
	after  time.Duration // from its acceptance
	folder string        // where the answer lands; empty is by LMTP into INBOX
	style  maillab.Style

	mu       sync.Mutex
	answered time.Time // when the server had the answer; zero: not yet
}

func (p *prospect) String() string { return p.first + " " + p.last + " <" + p.address + ">" }

func (p *prospect) answeredAt() time.Time {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.answered
}

// fewBounces is how many people bounce: with three that come close together the
// mailbox would pause itself, as it should, and the rest would never be sent.
const fewBounces = 2

// cast makes n prospects, each of a company of their own but for five pairs of
// colleagues. A third of them will answer.
func cast(r *rand.Rand, n int) []*prospect {
	firsts := []string{"Dana", "Tom", "Mira", "Jonas", "Lena", "Paul", "Ines", "Karl", "Rosa", "Emil", "Clara", "Hugo", "Nora", "Oskar", "Vera"}
	lasts := []string{"Berg", "Kuhn", "Moser", "Vogel", "Arendt", "Becker", "Cortez", "Dorn", "Ebert", "Falk", "Gruber", "Hansen", "Iversen", "Jung", "Keller", "Lorenz"}
	var people []*prospect
	for i := range n {
		first, last := firsts[i%len(firsts)], lasts[i/len(firsts)%len(lasts)]
		domain := fmt.Sprintf("%s-%d.test", strings.ToLower(last), i+1)
		p := &prospect{first: first, last: last, domain: domain, company: fmt.Sprintf("%s Windows %d", last, i+1), way: silent}
		p.address = strings.ToLower(first+"."+last) + "@" + domain
		people = append(people, p)
	}
	ways, bounced := answering(), 0
	for i, at := range r.Perm(n)[:n/3] {
		w := ways[i%len(ways)]
		if w == bounces {
			if bounced++; bounced > fewBounces {
				w = unclear
			}
		}
		people[at].decide(r, w)
	}
	pairs := 0
	for i := 1; i < n && pairs < 5; i++ {
		a, b := people[i-1], people[i]
		if a.way != silent && a.way.shown() && a.way != fromElsewhere && b.way == silent && a.mate == nil {
			b.domain, b.company, b.address = a.domain, a.company, strings.ToLower(b.first+"."+b.last)+"@"+a.domain
			a.mate, b.mate = b, a
			pairs++
		}
	}
	for i := n - 1; pairs < 7 && i > 0; i-- {
		if p := people[i]; p.way == silent && p.mate == nil {
			p.way = known
			pairs++
		}
	}
	return people
}

func (p *prospect) decide(r *rand.Rand, w way) {
	p.way = w
	p.step = []string{"first", "first", "second", "third"}[r.IntN(4)]
	p.after = time.Duration(r.Int64N(int64(7 * time.Second)))
	p.style = []maillab.Style{maillab.Bare, maillab.Gmail, maillab.Outlook, maillab.Apple}[r.IntN(4)]
	if w == ownerWrites {
		p.folder = "Sent"
		return
	}
	switch r.IntN(8) {
	case 0:
		p.folder = "Junk"
	case 1:
		p.folder = otherFolder
	}
}

// answer writes what the prospect sends after that mail, and its envelope's sender.
func (p *prospect) answer(m maillab.Received) (letter maillab.Letter, from string) {
	name := p.first + " " + p.last
	own := name + " <" + p.address + ">"
	switch p.way {
	case interested:
		return maillab.Answer(m, own, "Hi Ana,\n\nyes, that sounds interesting. Please call me tomorrow.\n\n"+p.first, p.style), p.address
	case optsOut:
		return maillab.Answer(m, own, "Please take me off your list and do not write to me again.", p.style), p.address
	case saysNo:
		return maillab.Answer(m, own, "Thank you, but we are not interested.", p.style), p.address
	case asksAfresh:
		return maillab.Fresh(own, mailboxAddress, "What does it cost?", "Hello,\n\nhow much is it for ten people?\n\n"+name), p.address
	case fromElsewhere:
		private := strings.ToLower(p.first) + "." + strings.ToLower(p.last) + "@home-" + strings.TrimSuffix(p.domain, ".test") + ".test"
		return maillab.Answer(m, name+" <"+private+">", "This is my private address. Tell me more, please.", p.style), private
	case isAway:
		return maillab.Away(m, "I am out of the office until 15 January 2028 and will read your mail then.", true), ""
	case bounces:
		return maillab.Bounce(m, "5.1.1", "no such user"), ""
	case colleague:
		return maillab.Fresh("Kim Sommer <kim@"+p.domain+">", mailboxAddress, "Your mail to "+p.first, "Hello Ana,\n\n"+p.first+" passed your mail on to me. What is it about?\n\nKim Sommer"), "kim@" + p.domain
	case later:
		return maillab.Answer(m, own, "Please write to me again on 15 March 2028.", p.style), p.address
	case ownerWrites:
		return maillab.Fresh("Ana Lima <"+mailboxAddress+">", p.address, "About our talk", "Hi "+p.first+",\n\nI will call you tomorrow.\n\nAna"), mailboxAddress
	}
	return maillab.Answer(m, own, "ok", p.style), p.address
}
