package main

import (
	"cmp"
	"math"
	"runtime"
	"slices"
	"strings"
	"time"

	"followupd/internal/replies"
)

// intents are the labels in the order of the guide.
var intents = []string{"auto_reply", "opt_out", "meeting", "interested", "question", "later", "referral", "wrong_person", "not_interested", "unclear"}

// result counts how a set was read.
type result struct {
	N, Right            int
	HardN, HardRight    int
	Confusion           map[string]map[string]int // label -> reading
	Languages           map[string][2]int         // right, of
	OptOuts             int
	OptOutMissed        []string
	OptOutToMail        []string // an opt-out after which a sequence might go on
	OptOutInvented      []string
	MissedInterest      []string // interest closed as a no
	FalseAlarms         []string
	Unsafe              []string
	Untils, UntilsRight int
	UntilWrong          []string
	UntilInvented       []string
	TextRight           int
	TextWrong           []string
	Referrals, Referred int
	SignalTP, SignalFP  int
	SignalFN            int
	sure                []bool // right, by confidence
	confidence          []float64
	wrong               []string
	Took                time.Duration
	took                []time.Duration // each mail's
}

// tally reads every mail of a set and compares.
func tally(set []labelled) *result {
	t := &result{Confusion: map[string]map[string]int{}, Languages: map[string][2]int{}}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // speed is told of one core
	mails, known := make([][]byte, len(set)), make([]replies.Context, len(set))
	for n, r := range set {
		if r.Body == "" {
			// Corrections and phrases have only what was written new; of our mail
			// the program knows what the journal tells it.
			r.Body, known[n].Sent = cmp.Or(r.NewText, r.Text), r.Sent
		}
		mails[n] = write(r, n)
		known[n].Received, _ = time.Parse(time.RFC3339, r.Received) // zero leaves it to the Date header
		t.add(r, replies.Read(mails[n], known[n]))
	}
	const rounds = 3 // the fastest counts: the machine may have had other things to do
	for range rounds {
		t.time(mails, known)
	}
	return t
}

// time reads all mails again and keeps how long it took, if that was less.
func (t *result) time(mails [][]byte, known []replies.Context) {
	var sum time.Duration
	each := make([]time.Duration, len(mails))
	for n, raw := range mails {
		began := time.Now()
		replies.Read(raw, known[n])
		each[n] = time.Since(began)
		sum += each[n]
	}
	if t.Took == 0 || sum < t.Took {
		t.Took, t.took = sum, each
	}
}

func oneOf(s string, list ...string) bool { return slices.Contains(list, s) }

func (t *result) add(r labelled, got replies.Reading) {
	label, read := r.Intent, string(got.Intent)
	t.N++
	right := label == read
	if t.Confusion[label] == nil {
		t.Confusion[label] = map[string]int{}
	}
	t.Confusion[label][read]++
	lang, _, _ := strings.Cut(r.Lang, "-")
	l := t.Languages[lang]
	l[1]++
	if right {
		t.Right++
		l[0]++
	} else {
		t.wrong = append(t.wrong, r.ID+" | "+label+" | "+read+" | "+fold(r.words()))
	}
	t.Languages[lang] = l
	if r.Hard {
		t.HardN++
		if right {
			t.HardRight++
		}
	}
	t.sure, t.confidence = append(t.sure, right), append(t.confidence, got.Confidence)
	note := func(list *[]string, when bool) {
		if when {
			*list = append(*list, r.ID)
		}
	}
	goesOn := oneOf(read, "auto_reply", "later")
	if label == "opt_out" {
		t.OptOuts++
	}
	note(&t.Unsafe, goesOn && !oneOf(label, "auto_reply", "later"))
	note(&t.OptOutMissed, label == "opt_out" && read != "opt_out")
	note(&t.OptOutToMail, label == "opt_out" && (goesOn || oneOf(read, "meeting", "interested")))
	note(&t.OptOutInvented, label != "opt_out" && read == "opt_out")
	note(&t.MissedInterest, oneOf(label, "meeting", "interested") && oneOf(read, "opt_out", "not_interested", "wrong_person"))
	note(&t.FalseAlarms, oneOf(label, "opt_out", "not_interested", "wrong_person", "auto_reply") && oneOf(read, "meeting", "interested"))
	t.addDate(r, got, goesOn)
	if fold(got.NewText) == fold(r.NewText) {
		t.TextRight++
	} else {
		t.TextWrong = append(t.TextWrong, r.ID)
	}
	if r.Referred != nil && r.Referred.Email != "" {
		t.Referrals++
		if got.ReferredTo != nil && strings.EqualFold(got.ReferredTo.Email, r.Referred.Email) {
			t.Referred++
		}
	}
	for _, s := range got.Signals {
		if slices.Contains(r.Signals, string(s)) {
			t.SignalTP++
		} else {
			t.SignalFP++
		}
	}
	for _, s := range r.Signals {
		if !slices.Contains(got.Signals, replies.Signal(s)) {
			t.SignalFN++
		}
	}
}

func (t *result) addDate(r labelled, got replies.Reading, goesOn bool) {
	if r.Until == "" {
		if got.Until != nil && goesOn {
			t.UntilInvented = append(t.UntilInvented, r.ID)
		}
		return
	}
	t.Untils++
	want, err := time.Parse(time.DateOnly, r.Until)
	if err == nil && got.Until != nil {
		days := got.Until.In(time.UTC).Sub(want).Hours() / 24
		if math.Abs(days) <= float64(r.Tolerance) {
			t.UntilsRight++
			return
		}
	}
	t.UntilWrong = append(t.UntilWrong, r.ID)
}

// fold makes runs of white space one space.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// wilson is the 95 % interval of k right of n.
func wilson(k, n int) [2]float64 {
	if n == 0 {
		return [2]float64{0, 1}
	}
	const z = 1.96
	p, m := float64(k)/float64(n), float64(n)
	d := 1 + z*z/m
	c := p + z*z/(2*m)
	h := z * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return [2]float64{round((c - h) / d), round((c + h) / d)}
}

func round(x float64) float64 { return math.Round(x*1000) / 1000 }

func share(k, n int) float64 {
	if n == 0 {
		return 0
	}
	return round(float64(k) / float64(n))
}

// macroF1 is the mean of the F1 of every label that occurs.
func (t *result) macroF1() float64 {
	sum, n := 0.0, 0
	for _, label := range intents {
		row := t.Confusion[label]
		if len(row) == 0 {
			continue
		}
		tp, fn, fp := row[label], -row[label], -row[label]
		for _, k := range row {
			fn += k
		}
		for _, other := range t.Confusion {
			fp += other[label]
		}
		n++
		sum += 2 * float64(tp) / math.Max(1, float64(2*tp+fp+fn))
	}
	if n == 0 {
		return 0
	}
	return round(sum / float64(n))
}

// bin is one tenth of the scale of confidence.
type bin struct {
	From       float64 `json:"from"`
	N          int     `json:"n"`
	Confidence float64 `json:"confidence"`
	Right      float64 `json:"right"`
}

// calibration tells, by tenths of confidence, how often a reading was right, and
// the expected calibration error over them.
func (t *result) calibration() ([]bin, float64) {
	var n [10]int
	var sum, right [10]float64
	for i, c := range t.confidence {
		b := min(9, int(c*10))
		n[b]++
		sum[b] += c
		if t.sure[i] {
			right[b]++
		}
	}
	var bins []bin
	ece := 0.0
	for b := range 10 {
		if n[b] == 0 {
			continue
		}
		m := float64(n[b])
		bins = append(bins, bin{From: float64(b) / 10, N: n[b], Confidence: round(sum[b] / m), Right: round(right[b] / m)})
		ece += math.Abs(sum[b] - right[b])
	}
	return bins, round(ece / math.Max(1, float64(t.N)))
}
