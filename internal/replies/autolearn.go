package replies

import (
	"slices"
	"strings"
)

// TrainNotices learns to tell the words of answering machines from people's
// and returns the weights as the embedded file holds them. The same examples in
// the same order give the same bytes on the same kind of processor.
func TrainNotices(examples []Example) []byte {
	var set []sample
	for _, e := range slices.Concat(examples, composeNotices(examples)) {
		class := slices.Index(noticeIntents, e.Intent)
		if class < 0 {
			continue
		}
		text := strings.Join(strings.Fields(fold(e.Text)), " ")
		f := e.argue().noticeFeatures(text, readMachineWords(" "+text+" "))
		slices.Sort(f) // the order of a sum changes its last bits
		set = append(set, sample{sight{whole: f}, class})
	}
	return fit(noticeShape, noticePace, set, 1).bytes()
}

// noticePace is how the model of notices learns.
var noticePace = pace{epochs: 8, rate: 0.15, decay: 2e-5}

// composeNotices makes long notices of short ones of the same language, as many
// as there are of those: machines that say more than one thing.
func composeNotices(examples []Example) []Example {
	const (
		short = 400 // bytes
		most  = 4   // of the short ones in a long one
	)
	byLang := map[string][]Example{}
	var langs []string
	for _, e := range examples {
		if e.Intent != IntentAutoReply || len(e.Text) >= short {
			continue
		}
		if byLang[e.Lang] == nil {
			langs = append(langs, e.Lang)
		}
		byLang[e.Lang] = append(byLang[e.Lang], e)
	}
	luck := chance(1)
	var out []Example
	for _, lang := range langs {
		list := byLang[lang]
		for _, e := range list {
			e.Text = ""
			for range 2 + luck.next()%(most-1) {
				e.Text += list[luck.next()%uint64(len(list))].Text + " "
			}
			out = append(out, e)
		}
	}
	return out
}
