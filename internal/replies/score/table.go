package main

import (
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
)

// summary is what --json prints.
func (t *result) summary() map[string]any {
	bins, ece := t.calibration()
	languages := map[string]any{}
	for lang, l := range t.Languages {
		languages[lang] = map[string]any{"n": l[1], "accuracy": share(l[0], l[1]), "interval": wilson(l[0], l[1])}
	}
	return map[string]any{
		"n": t.N, "accuracy": share(t.Right, t.N), "interval": wilson(t.Right, t.N), "macro_f1": t.macroF1(),
		"hard_n": t.HardN, "hard_accuracy": share(t.HardRight, t.HardN), "confusion": t.Confusion, "languages": languages,
		"unsafe": t.Unsafe, "opt_outs": t.OptOuts, "opt_out_missed": t.OptOutMissed, "opt_out_to_mail": t.OptOutToMail,
		"opt_out_invented": t.OptOutInvented, "missed_interest": t.MissedInterest, "false_alarms": t.FalseAlarms,
		"until_n": t.Untils, "until_right": t.UntilsRight, "until_wrong": t.UntilWrong, "until_invented": t.UntilInvented,
		"new_text": share(t.TextRight, t.N), "new_text_wrong": t.TextWrong, "referred_n": t.Referrals, "referred_right": t.Referred,
		"signals_f1": t.signalsF1(), "calibration": bins, "ece": ece, "mails_per_second": t.speed(), "p99_ms": t.slowest99(),
	}
}

func (t *result) signalsF1() float64 {
	return share(2*t.SignalTP, 2*t.SignalTP+t.SignalFP+t.SignalFN)
}

// speed is how many mails were read in a second, one after the other.
func (t *result) speed() int {
	if t.Took <= 0 {
		return 0
	}
	return int(float64(t.N) / t.Took.Seconds())
}

// slowest99 is the time that 99 of 100 mails took at most, in milliseconds.
func (t *result) slowest99() float64 {
	if len(t.took) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(t.took))
	return round(float64(sorted[(len(sorted)*99+99)/100-1].Microseconds()) / 1000)
}

// print writes the table for people.
func (t *result) print(w io.Writer) {
	interval := wilson(t.Right, t.N)
	fmt.Fprintf(w, "%d replies, %d read right: %.1f %% (95 %% interval %.1f to %.1f), macro-F1 %.3f\n",
		t.N, t.Right, 100*share(t.Right, t.N), 100*interval[0], 100*interval[1], t.macroF1())
	if t.HardN > 0 {
		fmt.Fprintf(w, "of the %d hard ones %d: %.1f %%\n", t.HardN, t.HardRight, 100*share(t.HardRight, t.HardN))
	}
	fmt.Fprintln(w)
	rows := []struct {
		name  string
		value string
	}{
		{"unsafe (the sequence would have gone on)", count(t.Unsafe)},
		{"opt-outs missed", fmt.Sprintf("%s of %d", count(t.OptOutMissed), t.OptOuts)},
		{"  of these, read as something that leads to mail", count(t.OptOutToMail)},
		{"opt-outs invented", count(t.OptOutInvented)},
		{"interest closed as a no", count(t.MissedInterest)},
		{"a no or a machine taken for interest", count(t.FalseAlarms)},
		{"dates right, within their tolerance", fmt.Sprintf("%d of %d", t.UntilsRight, t.Untils)},
		{"dates invented", count(t.UntilInvented)},
		{"new text exact", fmt.Sprintf("%.1f %%", 100*share(t.TextRight, t.N))},
		{"other contacts found", fmt.Sprintf("%d of %d", t.Referred, t.Referrals)},
		{"signals, F1", fmt.Sprintf("%.3f", t.signalsF1())},
		{"mails a second, one core", fmt.Sprint(t.speed())},
		{"99 of 100 mails were read within", fmt.Sprintf("%.1f ms", t.slowest99())},
	}
	for _, r := range rows {
		fmt.Fprintf(w, "%-50s %s\n", r.name, r.value)
	}
	t.printLanguages(w)
	t.printConfusion(w)
	t.printCalibration(w)
}

// count is a number with the ids that it counts, as far as they fit.
func count(ids []string) string {
	if len(ids) == 0 {
		return "0"
	}
	shown := ids
	if len(shown) > 8 {
		shown = shown[:8]
	}
	return fmt.Sprintf("%d (%s)", len(ids), strings.Join(shown, " "))
}

func (t *result) printLanguages(w io.Writer) {
	langs := make([]string, 0, len(t.Languages))
	for lang := range t.Languages {
		langs = append(langs, lang)
	}
	sort.Slice(langs, func(i, j int) bool {
		a, b := t.Languages[langs[i]][1], t.Languages[langs[j]][1]
		return a > b || a == b && langs[i] < langs[j]
	})
	fmt.Fprintln(w)
	for _, lang := range langs {
		l := t.Languages[lang]
		i := wilson(l[0], l[1])
		fmt.Fprintf(w, "%-4s %4d of %-4d %5.1f %%  (%.1f to %.1f)\n", lang, l[0], l[1], 100*share(l[0], l[1]), 100*i[0], 100*i[1])
	}
}

// printConfusion prints what was read (across) for each label (down).
func (t *result) printConfusion(w io.Writer) {
	fmt.Fprintf(w, "\n%-16s", "label \\ read")
	columns := append([]string{}, intents...)
	for _, row := range t.Confusion {
		for read := range row {
			if !oneOf(read, columns...) {
				columns = append(columns, read)
			}
		}
	}
	sort.Strings(columns[len(intents):])
	for _, c := range columns {
		name := c
		if name == "" {
			name = "none"
		}
		fmt.Fprintf(w, " %5.5s", name)
	}
	fmt.Fprintln(w)
	for _, label := range intents {
		if len(t.Confusion[label]) == 0 {
			continue
		}
		fmt.Fprintf(w, "%-16s", label)
		for _, c := range columns {
			cell := "."
			if n := t.Confusion[label][c]; n > 0 {
				cell = fmt.Sprint(n)
			}
			fmt.Fprintf(w, " %5s", cell)
		}
		fmt.Fprintln(w)
	}
}

func (t *result) printCalibration(w io.Writer) {
	bins, ece := t.calibration()
	fmt.Fprintf(w, "\nconfidence   mails   said   right   (expected calibration error %.3f)\n", ece)
	for _, b := range bins {
		fmt.Fprintf(w, "from %.1f     %5d  %5.2f   %5.2f\n", b.From, b.N, b.Confidence, b.Right)
	}
}

// printErrors lists what was read wrongly.
func (t *result) printErrors(w io.Writer) {
	fmt.Fprintln(w)
	for _, line := range t.wrong {
		fmt.Fprintln(w, line)
	}
	fmt.Fprintln(w, "dates:", strings.Join(t.UntilWrong, " "))
	fmt.Fprintln(w, "new text:", strings.Join(t.TextWrong, " "))
}
