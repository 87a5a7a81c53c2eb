package owner

import (
	"slices"
	"strings"
)

// authResults is one Authentication-Results field (RFC 8601 2.2).
type authResults struct {
	server string // authserv-id, lower-cased
	dmarc  []dmarcResult
}

// dmarcResult is what a server found of the domain of a From line (RFC 8601
// 2.7 and RFC 7489 11.1).
type dmarcResult struct{ value, from string }

// readAuthResults reads a field's value; ok is false where it isn't exactly of
// the standard's form. Comments and quoted strings are taken as the standard
// has them: a sender's own words stand in them, and could else pass for a result.
func readAuthResults(value string) (r authResults, ok bool) {
	parts, ok := authParts(value)
	if !ok || len(parts) == 0 {
		return r, false
	}
	head := strings.Fields(parts[0])
	if len(head) == 0 || len(head) > 2 || len(head) == 2 && head[1] != "1" {
		return r, false
	}
	r.server = strings.ToLower(head[0])
	for _, part := range parts[1:] {
		fields := strings.Fields(part)
		if len(fields) == 0 {
			continue
		}
		method, result, ok := strings.Cut(strings.ToLower(fields[0]), "=")
		method, _, _ = strings.Cut(method, "/")
		if !ok || method != "dmarc" {
			continue
		}
		d := dmarcResult{value: result}
		for _, property := range fields[1:] {
			name, v, _ := strings.Cut(strings.ToLower(property), "=")
			if name != "header.from" {
				continue
			}
			if d.from != "" {
				return r, false
			}
			d.from = v
		}
		r.dmarc = append(r.dmarc, d)
	}
	return r, true
}

// quotedByte stands for what was quoted: no name or result that counts holds it.
const quotedByte = '\x01'

// authParts cuts a value at its semicolons, without comments (RFC 5322 3.2.2)
// and with every quoted byte made one that no result has.
func authParts(value string) ([]string, bool) {
	var parts []string
	var b strings.Builder
	depth, quoted := 0, false
	for i := 0; i < len(value); i++ {
		c := value[i]
		switch {
		case c == '\\' && (quoted || depth > 0):
			i++
			if quoted {
				b.WriteByte(quotedByte)
			}
		case quoted:
			if c == '"' {
				quoted = false
			}
			b.WriteByte(quotedByte)
		case c == '(':
			depth++
			b.WriteByte(' ')
		case c == ')' && depth == 0:
			return nil, false
		case c == ')':
			depth--
		case depth > 0:
		case c == '"':
			quoted = true
			b.WriteByte(quotedByte)
		case c == ';':
			parts = append(parts, spaced(b.String()))
			b.Reset()
		case c < ' ' && c != '\t' && c != '\r' && c != '\n', c > '~':
			return nil, false
		default:
			b.WriteByte(c)
		}
	}
	return append(parts, spaced(b.String())), depth == 0 && !quoted
}

// spaced takes out the space that may stand around "=" and "/".
func spaced(s string) string {
	fields := strings.Fields(s)
	var b strings.Builder
	for i, f := range fields {
		if i > 0 && !glued(fields[i-1], f) {
			b.WriteByte(' ')
		}
		b.WriteString(f)
	}
	return b.String()
}

func glued(before, after string) bool {
	return slices.Contains([]byte("=/"), before[len(before)-1]) || slices.Contains([]byte("=/"), after[0])
}
