package main

import (
	"fmt"
	"time"

	"followupd/internal/engine"
	"followupd/internal/replies"
	"followupd/internal/report"
	"followupd/sequences"
)

// deed is what a key does.
type deed string

// The closed set of deeds.
const (
	deedNext   deed = "next"
	deedBack   deed = "back"
	deedMore   deed = "more"
	deedHelp   deed = "help"
	deedQuit   deed = "quit"
	deedAnswer deed = "answer" // show how to answer: marks nothing
	deedOrder  deed = "order"
)

// needed is what has to be asked before a key's order is given.
type needed string

// The closed set of questions.
const (
	asksNothing needed = ""
	asksUntil   needed = "until"  // a date or a span
	asksText    needed = "text"   // a note
	asksIntent  needed = "intent" // a letter for how to read a mail
	asksSure    needed = "sure"   // whether it is really meant
)

// binding is one key with what it does.
type binding struct {
	key     rune
	label   string // in the line of keys
	does    string // in the help
	deed    deed
	verb    sequences.Verb
	asks    needed
	undo    string // what takes it back
	command string // the same on the command line, with the address as %s
}

// Keys that have no letter.
const (
	keyEnter  = '\r'
	keyEscape = '\x1b'
)

// bindings are all keys, in the order in which they are shown.
func bindings() []binding {
	const out = "x stops it, as long as it has not gone out"
	const final = "there is no way back"
	return []binding{
		{key: 'a', label: "answer", does: "show where their mail lies and what helps to answer it; marks nothing", deed: deedAnswer},
		{key: 'y', label: "yes, send", does: "say yes to the mail that waits: it goes out when limits and hours let it", deed: deedOrder, verb: sequences.VerbApprove, undo: out, command: "approve %s"},
		{key: 'd', label: "done", does: "say that the task is done: the sequence goes on", deed: deedOrder, verb: sequences.VerbDone, undo: "x stops the sequence", command: "done %s"},
		{key: 'o', label: "it went out", does: "the mail in doubt went out: go on with the next step", deed: deedOrder, verb: sequences.VerbWasSent, undo: final, command: "reconcile %s --was-sent"},
		{key: 'e', label: "send again", does: "the mail in doubt did not go out: send it (asks whether you are sure)", deed: deedOrder, verb: sequences.VerbSendAgain, asks: asksSure, undo: out, command: "reconcile %s --send-again"},
		{key: 's', label: "snooze", does: "wait with them until a day, or for a span (asks for it)", deed: deedOrder, verb: sequences.VerbSnooze, asks: asksUntil, undo: "r takes it up now", command: "snooze %s 3w"},
		{key: 'r', label: "resume", does: "take the sequence up again: the next mail comes in its time", deed: deedOrder, verb: sequences.VerbResume, undo: "x stops it", command: "resume %s"},
		{key: 'x', label: "stop", does: "end the sequence; nothing goes to them until you resume", deed: deedOrder, verb: sequences.VerbStop, undo: "r resumes", command: "stop %s"},
		{key: 'w', label: "was read wrongly", does: "say what their mail means (asks for a letter)", deed: deedOrder, verb: sequences.VerbAnswerWas, asks: asksIntent, undo: "w corrects it again", command: "answer-was %s INTENT"},
		{key: 'n', label: "note", does: "note something about them (asks for it)", deed: deedOrder, verb: sequences.VerbNote, asks: asksText, undo: "a note stays; n adds another", command: "note %s TEXT"},
		{key: 'u', label: "never again", does: "never write to them again, for good (asks whether you are sure)", deed: deedOrder, verb: sequences.VerbSuppress, asks: asksSure, undo: final, command: "suppress %s"},
		{key: 'm', label: "more", does: "show more, where the screen is too small", deed: deedMore},
		{key: 'k', label: "next", does: "go to the next (Enter does so too); changes nothing", deed: deedNext},
		{key: 'b', label: "back", does: "go back to the one before", deed: deedBack},
		{key: '?', label: "help", does: "show all keys; any key leaves that page, and does nothing else", deed: deedHelp},
		{key: 'q', label: "quit", does: "end (Ctrl-C does so too)", deed: deedQuit},
	}
}

// keyDoes says what a key does with an item as it stands. Where it does nothing,
// why says so; ok is false then.
func keyDoes(key rune, it *inboxItem) (b binding, why string, ok bool) {
	switch key {
	case keyEnter, '\n':
		key = 'k'
	}
	if ends(key) {
		key = 'q'
	}
	for _, b := range bindings() {
		if b.key == key {
			why := unfit(b, it)
			return b, why, why == ""
		}
	}
	return binding{}, "That key does nothing; ? shows those that do.", false
}

// ends says whether a key ends the walk wherever it is: Ctrl-C and Ctrl-D do.
func ends(key rune) bool { return key == '\x03' || key == '\x04' }

// unfit says why a key's order makes no sense for an item; empty where it does.
func unfit(b binding, it *inboxItem) string {
	if b.deed != deedOrder {
		return ""
	}
	if it.person.Suppressed != nil && b.verb != sequences.VerbNote && b.verb != sequences.VerbStop && !(b.verb == sequences.VerbAnswerWas && it.person.MayHaveMeant()) {
		return "They asked to be left alone, and nothing is sent to them; answer by hand if you like. x puts it away."
	}
	switch b.verb {
	case sequences.VerbApprove:
		switch it.Kind {
		case kindApproval:
		case kindDraft:
			return "The mail lies in your Drafts: send it from there, or delete it."
		default:
			return "No mail to them waits for your yes."
		}
	case sequences.VerbDone:
		if it.Kind != kindTask {
			return "No task of theirs waits for you."
		}
	case sequences.VerbWasSent, sequences.VerbSendAgain:
		if it.Kind != kindUncertain {
			return "No mail to them is in doubt."
		}
	case sequences.VerbAnswerWas:
		if it.Mail == nil {
			return "No mail of theirs was read that could be corrected."
		}
	case sequences.VerbResume:
		switch it.Kind {
		case kindApproval:
			return "The mail waits for your yes: y says it."
		case kindDraft:
			return "The mail lies in your Drafts: send it from there, or delete it."
		case kindUncertain:
			return "Say first what became of the mail: o it went out, e send it again."
		case kindTask:
			return "It waits for your task: d says that it is done."
		}
	}
	return ""
}

// fitting are the keys that do something about an item.
func fitting(it *inboxItem) []binding {
	var list []binding
	for _, b := range bindings() {
		if unfit(b, it) == "" {
			list = append(list, b)
		}
	}
	return list
}

// commandsFor are the commands that do what an item's keys do.
func commandsFor(it *inboxItem) []string {
	list := []string{}
	if it.Kind == kindAnswer || it.Kind == kindDoubt || it.Kind == kindSettled {
		list = append(list, "followupd show "+report.Arg(it.Address))
	}
	if live := it.person.Live(); sequences.Code(it.Code) == sequences.CodeHole && live != nil {
		g := report.GapsOf(live.Why.Text)
		for _, name := range g.Fields {
			list = append(list, "followupd set "+report.Arg(it.Address)+" "+name+"=TEXT")
		}
		for _, name := range g.Notes {
			list = append(list, "followupd note "+report.Arg(it.Address)+" "+name+"=TEXT")
		}
	}
	if it.Kind == kindHold {
		list = append(list, "followupd resume "+report.Arg(it.Address))
	}
	for _, b := range fitting(it) {
		if b.command == "" || it.Kind == kindHold && b.verb == sequences.VerbResume {
			continue
		}
		list = append(list, "followupd "+fmt.Sprintf(b.command, report.Arg(it.Address)))
	}
	return list
}

// given is what the owner answered to a key's question.
type given struct {
	until  time.Time
	text   string
	intent replies.Intent
}

// order is what a key asks the one writer for.
func (b binding) order(address string, g given) (engine.Ask, error) {
	if b.verb == sequences.VerbNote {
		return noteAsk(address, g.text)
	}
	return engine.Ask{Verb: string(b.verb), Address: address, Until: g.until, Intent: g.intent}, nil
}

// reading is a letter for how to read a mail.
type reading struct {
	key    rune
	intent replies.Intent
}

func readings() []reading {
	return []reading{{'m', replies.IntentMeeting}, {'i', replies.IntentInterested}, {'q', replies.IntentQuestion}, {'f', replies.IntentReferral}, {'l', replies.IntentLater},
		{'a', replies.IntentAutoReply}, {'n', replies.IntentNotInterested}, {'p', replies.IntentWrongPerson}, {'o', replies.IntentOptOut}, {'u', replies.IntentUnclear}}
}

// means is a reading as the owner would say it of a person.
func (r reading) means() string {
	switch r.intent {
	case replies.IntentAutoReply:
		return "an automatic answer"
	case replies.IntentUnclear:
		return "unclear"
	}
	return report.Did(string(r.intent))
}
