package sequences

import "time"

// remind tells the owner once more of an answer, unless it is dealt with by
// now. It changes nothing about the person.
func (d *decision) remind() Reason {
	if !d.p.waits(d.e.Of) {
		return because(CodeNothing, "it is dealt with already")
	}
	d.notify(NoticeReminder, d.newest())
	return because(CodeReminded, "they wait for your answer")
}

// waits says whether what an event told the owner of is still theirs to
// answer: nothing decided since touched it, and they wrote nothing to the
// person after it, in whichever order the two mails were read.
func (p *Person) waits(event string) bool {
	if p.Suppressed != nil || p.Turn == nil || event == "" || p.Turn.Event != event {
		return false
	}
	if live := p.Live(); live != nil && live.State != StateAnswered && live.State != StateHeld {
		return false
	}
	var theirs, own time.Time
	for _, m := range p.Timeline {
		switch {
		case m.Kind == HapReply && m.At.After(theirs):
			theirs = m.At
		case m.Kind == HapOwnerWrote && m.At.After(own):
			own = m.At
		}
	}
	return theirs.IsZero() || !own.After(theirs)
}
