package replies

import (
	"math"
	"net/mail"
	"slices"
	"strings"
	"testing"
)

// likely is an opinion: chances in the order of pairs, the rest shared out.
func likely(chances map[Intent]float64) opinion {
	var o opinion
	rest := 1.0
	for _, p := range chances {
		rest -= p
	}
	for c, intent := range modelIntents {
		if p, ok := chances[intent]; ok {
			o[c] = p
		} else {
			o[c] = rest / float64(modelClasses-len(chances))
		}
	}
	return o
}

func TestOpinionBest(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name    string
		chances map[Intent]float64
		ruled   Intent
		want    Intent
	}{
		{"plain", map[Intent]float64{IntentQuestion: 0.9}, IntentQuestion, IntentQuestion},
		{"a no that may be interest is left to a person", map[Intent]float64{IntentNotInterested: 0.55, IntentInterested: 0.41}, IntentNotInterested, IntentInterested},
		{"a no beside some interest is no no", map[Intent]float64{IntentNotInterested: 0.5, IntentMeeting: 0.3, IntentInterested: 0.1}, IntentNotInterested, IntentMeeting},
		{"a likely later that no rule found is held", map[Intent]float64{IntentLater: 0.76}, IntentUnclear, IntentUnclear},
		{"the same where a rule found it", map[Intent]float64{IntentLater: 0.76}, IntentLater, IntentUnclear},
		{"a surer later", map[Intent]float64{IntentLater: 0.85}, IntentLater, IntentLater},
		{"later beside an opt-out", map[Intent]float64{IntentLater: 0.85, IntentOptOut: 0.15}, IntentLater, IntentUnclear},
		{"an opt-out that a rule found", map[Intent]float64{IntentMeeting: 0.5, IntentOptOut: 0.5}, IntentOptOut, IntentOptOut},
		{"the same, less likely than not, is held", map[Intent]float64{IntentMeeting: 0.75, IntentOptOut: 0.25}, IntentOptOut, IntentUnclear},
		{"none that a rule found", map[Intent]float64{IntentMeeting: 0.75, IntentOptOut: 0.25}, IntentMeeting, IntentMeeting},
		{"no idea", map[Intent]float64{}, IntentUnclear, IntentUnclear},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := likely(tt.chances)
			if got := o.best(tt.ruled); got != tt.want {
				t.Errorf("%v of %v, want %v", got, o, tt.want)
			}
		})
	}
}

// The strongest wish wins, and a wish for no more mail always does; what only
// looks like one isn't.
func TestOptOutWins(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]Intent{
		"No more mails, call me Thursday at 5.":                             IntentOptOut,
		"Keine Mails mehr, rufen Sie mich am Donnerstag um fünf an.":        IntentOptOut,
		"Take the third item off the quote and send it again, please.":      IntentInterested,
		"You can take me off the fence: yes. Let's do Tuesday at 2.":        IntentMeeting,
		"Our mails get flagged as spam. Is that something you deal with?":   IntentQuestion,
		"Bitte streichen Sie Position 4 aus dem Angebot und senden Sie es.": IntentInterested,
	} {
		if v := reading(text, ""); v.Intent != want {
			t.Errorf("%q read as %s by %v, want %s", text, v.Intent, v.Evidence, want)
		}
	}
}

// A verdict of the model quotes the words that it was made on.
func TestModelQuotes(t *testing.T) {
	t.Parallel()
	const sure = "Pigs might fly"
	var examples []Example
	for range 20 {
		examples = append(examples, Example{Text: sure, Intent: IntentNotInterested}, Example{Text: "Tuesday suits me", Intent: IntentMeeting})
	}
	text := "Good morning Ana.\n" + sure + ".\nBest wishes to the team."
	a := argue(&input{NewText: text, Received: wednesday(0)}, text)
	v := a.judgeBy(readModel(Train(examples), nil, nil), a.decide())
	if v.Intent != IntentNotInterested || len(v.Evidence) == 0 {
		t.Fatalf("read as %s by %v", v.Intent, v.Evidence)
	}
	e := v.Evidence[len(v.Evidence)-1]
	if e.Rule != "model.not_interested" || !strings.Contains(e.Text, sure) {
		t.Errorf("evidence is %v", e)
	}
}

// A recurrent network tells texts of the same words by their order, machines too.
func TestOrder(t *testing.T) {
	t.Parallel()
	var examples []Example
	fillers := strings.Fields("apple brick cloud door eagle flint grass house inlet jumper kettle ladder")
	for n := range 7 * len(fillers) * len(fillers) {
		if a, b := fillers[n%len(fillers)], fillers[n/len(fillers)%len(fillers)]; a != b {
			examples = append(examples,
				Example{Text: a + " purple " + b + " gravel", Intent: IntentInterested},
				Example{Text: a + " gravel " + b + " purple", Intent: IntentNotInterested},
				Example{Text: "gravel " + a + " " + b + " purple", Intent: IntentAutoReply})
		}
	}
	first, second := TrainOrder(examples), TrainOrder(examples)
	if string(first) != string(second) {
		t.Error("the same examples gave other weights")
	}
	readers := readRecurrent(first)
	if len(readers) != orderNets {
		t.Fatal("weights can't be read")
	}
	for text, want := range map[string]Intent{
		"milk purple sugar gravel": IntentInterested,
		"milk gravel sugar purple": IntentNotInterested,
	} {
		a := argue(&input{NewText: text, Received: wednesday(0)}, text)
		for n := range readers {
			said := readers[n].chances(a.inOrder(true))
			p := opinion(said[:modelClasses])
			if yes, no := p.chance(IntentInterested), p.chance(IntentNotInterested); (yes > no) != (want == IntentInterested) {
				t.Errorf("network %d reads %q as interest by %.2f against %.2f", n, text, yes, no)
			}
		}
	}
	const machine = "gravel milk sugar purple"
	a := argue(&input{NewText: machine, Received: wednesday(0)}, machine)
	for n := range readers {
		if said := readers[n].chances(a.inOrder(true)); said[modelClasses] < 0.5 {
			t.Errorf("network %d takes %q for a machine's by %.2f", n, machine, said[modelClasses])
		}
	}
	if readRecurrent(first[:10]) != nil {
		t.Error("a cut file was taken for networks")
	}
}

// The models learn nothing from an answer that only our own question explains,
// since they don't see it.
func TestBriefAnswersTeachNothing(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{"no thanks": 0, "no thanks, we have a system already": 1} {
		examples := []Example{{Text: text, Quoted: "Shall I stop?", Intent: IntentNotInterested, Received: wednesday(0)}}
		if n, m := len(ordered(examples)), len(prepare(examples)); n != want || m != 2*want {
			t.Errorf("%q gives %d and %d samples", text, n, m)
		}
	}
}

// A few words that hang on our question are no demand to be left alone unless the
// model is sure: it doesn't see the question.
func TestBriefIsNoOptOut(t *testing.T) {
	t.Parallel()
	const asked, told = "Hello Kim,\n\nshall I send you the price list?\n\nDana", "Hello Kim,\n\nhere is the price list.\n\nDana"
	for _, tt := range []struct {
		text, ours string
		chance     float64
		want       bool
	}{
		{"Both please", asked, 0.6, false},
		{"Both please", asked, 0.9, true},
		{"Both please", told, 0.6, true},
		{"Both of them, and soon", asked, 0.6, true},
		{"Weg damit", asked, 0.6, true},
		{"Niet meer", asked, 0.6, true},
	} {
		a := argue(&input{NewText: tt.text, Context: Context{Sent: tt.ours}, Received: wednesday(0), Kind: KindReply}, tt.text)
		var o opinion
		o[slices.Index(modelIntents, IntentOptOut)], o[slices.Index(modelIntents, IntentInterested)] = tt.chance, 1-tt.chance
		v := a.conclude(trained(), verdict{Intent: IntentUnclear}, o)
		if got := v.Intent == IntentOptOut; got != tt.want {
			t.Errorf("%q to %q, by %.1f: read as %s", tt.text, tt.ours, tt.chance, v.Intent)
		}
	}
}

// tanh keeps within its bound where the networks were learned with it and are
// read by it.
func TestTanh(t *testing.T) {
	t.Parallel()
	for x := -8.0; x <= 8; x += 0.01 {
		if got := float64(tanh(float32(x))); math.Abs(got-math.Tanh(x)) > 2e-4 {
			t.Errorf("tanh %v is %v, want %v", x, got, math.Tanh(x))
		}
	}
}

// Whoever gives another person's address hands over, whatever dates they name.
func TestAddressIsNoLater(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"I'm only here until Friday and then it's Norwich for me. My post goes to Bartholomew Quist from 1 September, so you'd do better to have this conversation with him (bquist@mill.example).",
		"Bin ab Oktober weg, dann macht das Frau Kern, kern@mill.example.",
		"À partir du 1er juin c'est Inès Roy qui reprend, ines@mill.example, revenez vers elle à ce moment-là.",
	} {
		if v := reading(text, ""); v.Intent != IntentReferral || v.ReferredTo == nil {
			t.Errorf("%q read as %s of %v", text, v.Intent, v.ReferredTo)
		}
	}
}

// Who only asks about a date waits for none.
func TestAskedDateIsNoLater(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Ho ricevuto il preventivo del 12 febbraio? È valido fino al 30 aprile anche per le altre sedi?": false,
		"Is the price good until 30 April, or only until you change your mind?":                          false,
		"Could you come back to me in the first week of November?":                                       true,
		"Können Sie sich bitte im Mai noch mal melden?":                                                  true,
		"The audit hangs over us. Would you mind leaving it until May and writing again then?":           true,
		"Would you mind telling me whether the offer is valid until 30 April?":                           false,
	} {
		if v := reading(text, ""); (v.Intent == IntentLater) != want {
			t.Errorf("%q read as %s", text, v.Intent)
		}
	}
	const text = "Is it valid until 30 April?"
	a := argue(&input{NewText: text, Received: wednesday(0)}, text)
	v := verdict{Intent: IntentLater, at: &a.found[0]}
	if !a.asksAbout(v.at) {
		t.Errorf("%q asks for a mail", text)
	}
}

// What people write most plainly is read as it is meant, where nothing is known
// of what we wrote.
func TestPlainAnswers(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]Intent{
		"ja":                           {IntentUnclear},
		"Ja.":                          {IntentUnclear},
		"Oui":                          {IntentUnclear},
		"Hans Maier":                   {IntentUnclear},
		"Ja!\n\nHans Maier":            {IntentUnclear},
		"No, please do not close it.":  {IntentUnclear, IntentInterested},
		"Please don't close our file.": {IntentUnclear, IntentInterested},
		"Nein, bitte nicht schliessen": {IntentUnclear, IntentInterested},
		"Vielen Dank für Ihre Mail, wir sind sehr interessiert.":                               {IntentInterested, IntentUnclear},
		"My email changes to hans@neu.example from January, please update your list.":          {IntentReferral},
		"Bitte aktualisieren Sie Ihre Liste, ich habe eine neue Adresse: hans@neu.example":     {IntentReferral},
		"Kein Bedarf, danke. Aber meine Schwester sucht sowas: Eva Lang, eva@lang.example.":    {IntentReferral},
		"Not for us, sorry. Try Miller Ltd down the road, they were asking: tom@mill.example.": {IntentReferral},
		"Please delete my address hans@neu.example from your list.":                            {IntentOptOut},
		"Nehmen Sie info@neu.example und eva@neu.example aus dem Verteiler.":                   {IntentOptOut},
	} {
		if v := reading(text, ""); !slices.Contains(want, v.Intent) {
			t.Errorf("%q read as %s (%.2f) by %v, want %v", text, v.Intent, v.Confidence, v.Evidence, want)
		}
	}
}

// An invitation refused by a button is shown to the owner: it may be the time
// that doesn't suit.
func TestDeclinedInvitationIsHeld(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"Dana Voss has declined this invitation.", "Dana Voss ha rechazado esta invitación.", "Dana Voss hat diese Einladung abgelehnt.", ""} {
		a := argue(&input{NewText: text, Received: wednesday(0), Calendar: &calendar{Method: "REPLY", PartStat: "DECLINED"}}, text)
		if v := a.judge(a.decide()); v.Intent != IntentUnclear || !v.declined() {
			t.Errorf("%q read as %s by %v", text, v.Intent, v.Evidence)
		}
	}
}

// A no that may well be something else is held for a person's look; a sure one
// stops.
func TestUnsureNoIsHeld(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		intent     Intent
		confidence float64
		want       Action
	}{
		{IntentNotInterested, 0.44, ActionHold},
		{IntentWrongPerson, 0.59, ActionHold},
		{IntentNotInterested, 0.6, ActionStop},
		{IntentWrongPerson, 0.95, ActionStop},
		{IntentMeeting, 0.3, ActionEscalate},
	} {
		v := verdict{Intent: tt.intent, Confidence: tt.confidence}
		v.doubtNo()
		if got := decideAction(&Reading{Kind: KindReply, Intent: v.Intent, Others: v.Others}); got != tt.want {
			t.Errorf("%s at %.2f: %s, want %s", tt.intent, tt.confidence, got, tt.want)
		}
	}
}

// TestRingsRather tells who asks for a call in place of mail from who wants neither.
func TestRingsRather(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Sick cow? Ring, don't email.":                 true,
		"Nicht mailen, anrufen.":                       true,
		"Pas de mails, appelez.":                       true,
		"Don't call, don't email, don't write.":        false,
		"Please don't ring or email me again.":         false,
		"No more emails.":                              false,
		"Call off your dogs. No more emails, you lot.": false,
	} {
		if _, got := (Example{Text: text}).argue().ringsRather(); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
}

// TestDemandForOther holds a demand to stop that is made for somebody else.
func TestDemandForOther(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]Intent{
		"Please stop mailing my colleague Tom, he left.": IntentUnclear,
		"Stop emailing Priya, she retired in May.":       IntentUnclear,
		"Stop emailing me.":                              IntentOptOut,
		"Stop emailing me and Tom.":                      IntentOptOut,
		"Stop emailing us. Tom left.":                    IntentOptOut,
		"Please stop mailing this address.":              IntentOptOut,
		"Remove me. And stop emailing Tom.":              IntentOptOut,
		"Stop emailing Kestrel.":                         IntentOptOut,
	} {
		in := &input{NewText: text, Received: wednesday(0), Kind: KindReply}
		in.Header.From = []mail.Address{{Name: "Dana Voss", Address: "dana@kestrel.example"}}
		if v := argue(in, text).verdict(); v.Intent != want {
			t.Errorf("%q: %s (%v), want %s", text, v.Intent, v.Evidence, want)
		} else if want == IntentUnclear && v.Evidence[0].Rule != "unclear.for-another" {
			t.Errorf("%q is held for %v", text, v.Evidence)
		}
	}
}

// TestHeldDemandSuppressesNobody holds that what is held for doubt about a demand is shown
// to the owner and nothing more: not even beside the hold does it count as an opt-out.
func TestHeldDemandSuppressesNobody(t *testing.T) {
	t.Parallel()
	for text, rule := range map[string]string{
		"Please stop mailing my colleague Tom, he left.": "unclear.for-another",
		"Ring me, don't send mails.":                     "unclear.call-rather",
		"This mailbox was closed on 1 March. Please delete this address from your records and send no further messages to it.": "unclear.perhaps-machine",
		"Please delete my address and send me no further messages. I closed the shop on 1 March.":                              "",
		"Lütfen benimle bir daha iletişime geçmeyin.":                                                                          "",
	} {
		raw := "From: Dana Voss <dana@kestrel.example>\nTo: Ana Lima <ana@lima.example>\nSubject: Re: Calls\nDate: Tue, 3 Mar 2026 11:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n"
		r := Read([]byte(raw), Context{Own: []string{"ana@lima.example"}})
		want, action := IntentUnclear, ActionHold
		if rule == "" {
			want, action = IntentOptOut, ActionSuppress
		}
		if r.Intent != want || r.Action != action || rule != "" && r.Evidence[0].Rule != rule {
			t.Errorf("%q: %s, to %s (%v), want %s by %s", text, r.Intent, r.Action, r.Evidence, action, rule)
		}
	}
}

// TestGuessedDemandIsDearer suppresses nobody on a guess that would do where a rule found
// the demand.
func TestGuessedDemandIsDearer(t *testing.T) {
	t.Parallel()
	var o opinion
	o[slices.Index(modelIntents, IntentOptOut)], o[slices.Index(modelIntents, IntentInterested)] = 0.58, 0.42
	if got := o.best(IntentUnclear); got == IntentOptOut {
		t.Error("suppressed on a guess")
	}
	if got := o.best(IntentOptOut); got != IntentOptOut {
		t.Errorf("with a rule read as %s", got)
	}
}
