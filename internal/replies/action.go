package replies

// actionOf is the table of what is done for an intent.
func actionOf(i Intent) Action {
	switch i {
	case IntentOptOut:
		return ActionSuppress
	case IntentMeeting, IntentInterested, IntentQuestion, IntentReferral:
		return ActionEscalate
	case IntentUnclear:
		return ActionHold
	case IntentNotInterested, IntentWrongPerson, IntentBounce:
		return ActionStop
	case IntentLater:
		return ActionSnooze
	case IntentAutoReply:
		return ActionWait
	}
	return ActionNone
}

// strength orders actions; the strongest of a mixed mail wins.
func (a Action) strength() int {
	for i, b := range []Action{ActionWait, ActionSnooze, ActionStop, ActionHold, ActionEscalate, ActionSuppress} {
		if a == b {
			return i + 1
		}
	}
	return 0
}

// decideAction gives the strongest action over all that was read. Of a
// machine's answer, what it is about decides: one who has left is not waited for.
func decideAction(r *Reading) Action {
	var best Action = ActionNone
	consider := func(a Action) {
		if a.strength() > best.strength() {
			best = a
		}
	}
	consider(actionOf(r.Intent))
	for _, i := range r.Others {
		consider(actionOf(i))
	}
	switch {
	case r.Kind == KindBounce:
		best = bounceAction(r.Bounces)
	case r.Kind == KindAutoReply && (r.About == AboutLeft || r.About == AboutUnmonitored):
		consider(ActionStop)
	case r.Kind == KindAutoReply && r.About == AboutChallenge:
		consider(ActionHold)
	case r.Kind == KindAutoReply && r.About == AboutReceipt && best == ActionWait:
		best = ActionNone
	}
	return best
}

// bounceAction stops on a permanent failure; a delay or a temporary failure
// changes nothing yet.
func bounceAction(bounces []Bounce) Action {
	for _, b := range bounces {
		if b.Permanent {
			return ActionStop
		}
	}
	if len(bounces) == 0 {
		return ActionHold
	}
	return ActionWait
}
