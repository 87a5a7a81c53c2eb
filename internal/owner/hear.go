package owner

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"slices"
	"strings"

	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset" // reads texts in any charset

	"followupd/internal/engine"
	"followupd/internal/replies"
	"followupd/internal/report"
)

// Limits of a mail with commands in it. A person's answer is far below them.
const (
	mostParts = 50
	mostDepth = 8
	mostText  = 64 << 10 // bytes of its plain text
)

// Hear implements engine.Clerk: whether a mail is proven to be the owner's, and
// what its own words ask for. Only plain text counts, since HTML can hold what
// its reader never saw.
func (h *Herald) Hear(w engine.Word) (out engine.Hearing) {
	doubt := prove(w, strings.ToLower(h.o.Email))
	out = engine.Hearing{Doubt: doubt, Machine: errors.Is(doubt, errMachine)}
	if doubt != nil {
		return out
	}
	// What looks automatic by its words alone is a machine's if it asks for
	// nothing: "resume 1" could stand in an absence note.
	defer func() {
		looks := w.Kind != replies.KindReply && w.Kind != replies.KindOther
		out.Machine = looks && !slices.ContainsFunc(out.Commands, func(c engine.Command) bool { return c.Problem == "" })
	}()
	if w.Cut {
		out.Problem = "it is too long to be read in full; answer with a short mail"
		return out
	}
	text, params, err := plainText(w.Raw)
	if err != nil {
		out.Problem = err.Error()
		return out
	}
	words := newWords(w.Raw, text, params, string(w.Answers.Bytes))
	out.Commands = Commands(words, w.Now.In(h.o.Zone))
	quoted := linesOf(w.Answers.Bytes)
	for i, c := range out.Commands {
		if c.Problem == "" && slices.Contains(quoted, strings.ToLower(c.Line)) {
			out.Commands[i] = engine.Command{Line: c.Line, Problem: "the very same line stands in the mail that you answered, so it may be no more than a quote"}
		}
	}
	return out
}

// newWords is what is new in a text: quotes, signatures and what stands in our
// own mail are left out.
func newWords(raw []byte, text string, params map[string]string, ours string) string {
	var b bytes.Buffer
	for _, f := range headerFields(raw) {
		if f.name == "from" {
			fmt.Fprintf(&b, "From: %s\r\n", f.value)
		}
	}
	typed := map[string]string{"charset": "utf-8"}
	for _, name := range []string{"format", "delsp"} { // RFC 3676
		if v := params[name]; v != "" {
			typed[name] = v
		}
	}
	fmt.Fprintf(&b, "MIME-Version: 1.0\r\nContent-Type: %s\r\nContent-Transfer-Encoding: 8bit\r\n\r\n%s", mime.FormatMediaType("text/plain", typed), text)
	sent, _, err := plainText([]byte(ours))
	if err != nil {
		sent = ""
	}
	return replies.Read(b.Bytes(), replies.Context{Sent: sent}).NewText
}

// linesOf are the lines of a mail of ours as they would stand in a quote whose
// marks got lost.
func linesOf(raw []byte) []string {
	text, _, err := plainText(raw)
	if err != nil {
		return nil
	}
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		out = append(out, strings.ToLower(plainLine(strings.TrimLeft(strings.TrimSpace(line), "> |"))))
	}
	return out
}

// plainText is the first plain text of a mail that is shown, not attached.
func plainText(raw []byte) (text string, params map[string]string, err error) {
	e, err := message.Read(bytes.NewReader(raw))
	if err != nil || e == nil {
		return "", nil, errors.New("it can't be read")
	}
	parts := 0
	text, params, found, err := findPlain(e, 0, &parts)
	switch {
	case err != nil:
		return "", nil, err
	case !found:
		return "", nil, errors.New("it has no plain text; write it as plain text, or as text and HTML, as most mail programs do")
	}
	return text, params, nil
}

func findPlain(e *message.Entity, depth int, parts *int) (text string, params map[string]string, found bool, err error) {
	if *parts++; *parts > mostParts || depth > mostDepth {
		return "", nil, false, errors.New("it has too many parts")
	}
	media, params, err := e.Header.ContentType()
	if err != nil {
		return "", nil, false, errors.New("it can't be read")
	}
	disposition, _, err := e.Header.ContentDisposition()
	if err == nil && disposition != "" && !strings.EqualFold(disposition, "inline") || e.Header.Get("Content-Disposition") != "" && err != nil {
		return "", nil, false, nil
	}
	if media == "text/plain" || media == "" {
		b, err := io.ReadAll(io.LimitReader(e.Body, mostText+1))
		switch {
		case err != nil:
			return "", nil, false, errors.New("it can't be read")
		case len(b) > mostText:
			return "", nil, false, errors.New("it is too long; answer with a short mail")
		}
		return strings.ReplaceAll(string(b), "\r\n", "\n"), params, len(bytes.TrimSpace(b)) > 0, nil
	}
	mr := e.MultipartReader()
	if mr == nil {
		return "", nil, false, nil
	}
	for {
		p, err := mr.NextPart()
		if errors.Is(err, io.EOF) {
			return "", nil, false, nil
		}
		if err != nil || p == nil {
			return "", nil, false, errors.New("it can't be read")
		}
		if text, params, found, err = findPlain(p, depth+1, parts); found || err != nil {
			return text, params, found, err
		}
	}
}

// shown is a line of the owner's as it is told back.
func shown(line string) string { return report.OneLine(line, 120) }
