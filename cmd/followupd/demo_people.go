package main

import (
	"time"

	"followupd/internal/maillab"
)

// The people of the demo. Each answers the first mail that they get, or each
// mail in turn, as people do; nil says nothing.

// character is one prospect of the demo.
type character struct {
	address, first, last, company, zone, reason, note string

	answers []answer // to the first mail, the second …
	machine bool     // its answers are a machine's: the sequence may go on
	asks    bool     // asks to be written to later: the sequence may go on from then
}

// answer is what comes back after one mail.
type answer struct {
	after time.Duration
	write func(m maillab.Received) maillab.Letter
	owner bool // it is the owner who writes, by hand, from another program
}

func says(after time.Duration, style maillab.Style, text string) answer {
	return answer{after: after, write: func(m maillab.Received) maillab.Letter { return maillab.Answer(m, "", text, style) }}
}

const demoOwner = "ana@lima.example"

func demoPeople() []character {
	return []character{
		{address: "dana@acme-windows.example", first: "Dana", last: "Reyes", company: "Acme Windows", zone: "America/New_York", reason: "met at the window fair",
			answers: []answer{says(5*time.Hour, maillab.Gmail, "Hi Ana,\n\nit's the sign-off, every time. We quote about 60 jobs a month and half of them wait for my signature.\n\nCould we talk on Thursday at 14:00 my time? I'm on 555-0142.\n\nDana")}},
		{address: "tom.becker@becker-holzbau.example", first: "Tom", last: "Becker", company: "Becker Holzbau", zone: "Europe/Berlin", reason: "downloaded the checklist",
			answers: []answer{says(26*time.Hour, maillab.Outlook, "Guten Tag Frau Lima,\n\nwas kostet das für einen Betrieb mit acht Leuten? Schicken Sie mir gern ein Angebot.\n\nMit freundlichen Grüßen\nTom Becker")}},
		{address: "ines@duarte.example", first: "Ines", last: "Duarte", company: "Duarte Lda", zone: "Europe/Lisbon", reason: "asked for the figures", note: "a new estimator was about to start",
			machine: true,
			answers: []answer{{after: time.Minute, write: func(m maillab.Received) maillab.Letter {
				return maillab.Away(m, "Hello,\n\nthank you for your mail. I am out of the office until 18 September 2026 and will answer when I am back.\n\nInes Duarte", true)
			}}}},
		{address: "greg@holt-and-sons.example", first: "Greg", last: "Holt", company: "Holt & Sons", zone: "Europe/London", reason: "referred by Bob Hall",
			answers: []answer{says(3*time.Hour, maillab.Apple, "Please don't write to me again, and take me off whatever list this is.\n\nGreg")}},
		{address: "p.stein@stein-metall.example", first: "Paula", last: "Stein", company: "Stein Metall", zone: "Europe/Berlin", reason: "met at the window fair",
			answers: []answer{{after: time.Minute, write: func(m maillab.Received) maillab.Letter {
				return maillab.Bounce(m, "5.1.1", "The email account that you tried to reach does not exist")
			}}}},
		{address: "marta@ruiz-cocinas.example", first: "Marta", last: "Ruiz", company: "Ruiz Cocinas", zone: "Europe/Madrid", reason: "asked us at the fair", asks: true,
			answers: []answer{
				says(6*time.Hour, maillab.Gmail, "Hi Ana, not now, we are moving the workshop. Please write to me again on 8 October.\n\nMarta"),
				says(4*time.Hour, maillab.Gmail, "Good timing. We moved, and now I have two people who write quotes and no common price list. What would you suggest?\n\nMarta"),
			}},
		{address: "jonas@feld-service.example", first: "Jonas", last: "Feld", company: "Feld Service", zone: "Europe/Vienna", reason: "downloaded the checklist",
			answers: []answer{says(9*time.Hour, maillab.Bare, "Maybe later.")}},
		{address: "priya@nair-interiors.example", first: "Priya", last: "Nair", company: "Nair Interiors", zone: "Europe/London", reason: "customer before",
			answers: []answer{says(4*time.Hour, maillab.Outlook, "Hi Ana,\n\nI don't do the quotes any more. Please write to my colleague Sam Ito (sam.ito@nair-interiors.example), he runs the estimating team now.\n\nPriya")}},
		{address: "luc@moreau-bois.example", first: "Luc", last: "Moreau", company: "Moreau Bois", zone: "Europe/Paris", reason: "met at the window fair",
			answers: []answer{{after: 30 * time.Hour, write: func(m maillab.Received) maillab.Letter {
				return maillab.Answer(m, "Luc Moreau <luc.moreau@perso.example>", "Bonjour, je réponds depuis mon adresse personnelle. Comment marche votre liste, et combien de temps faut-il ?\n\nLuc", maillab.Apple)
			}}}},
		{address: "nadia@brandt-glas.example", first: "Nadia", last: "Brandt", company: "Brandt Glas", zone: "Europe/Berlin", reason: "found in the address book"},
		{address: "oskar@lind-fonster.example", first: "Oskar", last: "Lind", company: "Lind Fönster", zone: "Europe/Stockholm", reason: "asked us by phone",
			answers: []answer{{after: 50 * time.Hour, owner: true, write: func(m maillab.Received) maillab.Letter {
				return maillab.Fresh("Ana Lima <"+demoOwner+">", m.Recipient, "Your question about delivery", "Hello Oskar,\n\nI promised you the delivery times: four weeks.\n\nAna")
			}}}},
		{address: "eva@novak-stairs.example", first: "Eva", last: "Novak", company: "Novak Stairs", zone: "Europe/Prague", reason: "asked us at the fair",
			answers: []answer{says(22*time.Hour, maillab.Gmail, "I was out of the office last week. Yes, Thursday 3pm works.\n\nEva")}},
		{address: "will@carter-doors.example", first: "Will", last: "Carter", company: "Carter Doors", zone: "America/Chicago", reason: "downloaded the checklist", note: "a second estimator was to start in September"},
	}
}

// person is the character as one that the servers know.
func (c character) person() maillab.Person {
	n := 0
	return maillab.Person{Address: c.address, React: func(m maillab.Received) []maillab.Reaction {
		if n >= len(c.answers) {
			return nil
		}
		a := c.answers[n]
		n++
		folder := maillab.Inbox
		if a.owner {
			folder = "Sent"
		}
		return []maillab.Reaction{{After: a.after, Mail: a.write(m), Folder: folder}}
	}}
}
