package replies

import "strings"

// inContext reads answers that only our own mail gives a meaning to: a digit
// from a list that we offered, a bare yes or no to what we asked.
func (a *argument) inContext() (verdict, bool) {
	ours := a.in.QuotedText
	if ours == "" {
		ours = a.in.Context.Sent
	}
	if n, ok := a.digit(); ok {
		option := optionText(ours, n)
		if option == "" {
			return verdict{Intent: IntentUnclear, Confidence: 0.6, Evidence: []Evidence{{Rule: "unclear.number", Text: n}}}, true
		}
		return a.option(option), true
	}
	return verdict{}, false
}

// digit is the one number or letter that is the whole answer.
func (a *argument) digit() (string, bool) {
	t := a.prose.tokens
	if len(t) == 0 || len(t) > 3 {
		return "", false
	}
	for _, tok := range t {
		if tok.kind == numberToken && len(tok.word) == 1 {
			return tok.word, true
		}
		switch tok.word {
		case "number", "option", "nr", "no", "nummer", "numero", "opcion", "opzione", "opcao", "optie", "please", "bitte", "die", "la", "le", "the":
		default:
			if len(t) == 1 && len(tok.word) == 1 && tok.kind == wordToken && strings.Contains("abcdef", tok.word) {
				return tok.word, true
			}
			return "", false
		}
	}
	return "", false
}

// optionText is the line of our mail that an answer's number stands for.
func optionText(ours, n string) string {
	for line := range strings.SplitSeq(ours, "\n") {
		line = strings.ToLower(strings.TrimLeft(line, "> \t*-([#"))
		rest, ok := strings.CutPrefix(line, n)
		if !ok || rest == "" || strings.IndexByte(" .):-–=]\t", rest[0]) < 0 {
			continue
		}
		return strings.TrimLeft(rest, " .):-–=]\t")
	}
	return ""
}

// option reads the words of the option that was picked as if they were the writer's.
func (a *argument) option(text string) verdict {
	in := *a.in
	in.NewText, in.QuotedText, in.Context.Sent, in.Signature = text, "", "", ""
	b := argue(&in, text)
	v := b.decide()
	v.Evidence = append(v.Evidence, Evidence{Rule: "context.option", Text: clip(text, 200)})
	if v.Intent == IntentLater {
		v.Confidence = min(v.Confidence, 0.8)
	}
	return v
}
