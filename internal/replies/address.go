package replies

import "strings"

// findAddresses finds what looks like an address in running text, at most n,
// lower-cased, each once, in order.
func findAddresses(s string, n int) []string {
	var out []string
	for at := 0; len(out) < n; {
		i := strings.IndexByte(s[at:], '@')
		if i < 0 {
			break
		}
		i += at
		at = i + 1
		start := i
		for start > 0 && i-start < 64 && isLocalByte(s[start-1]) {
			start--
		}
		end := i + 1
		for end < len(s) && end-i < 255 && isDomainByte(s[end]) {
			end++
		}
		if quoted := quotedLocal(s[:i]); quoted != "" {
			start = i - len(quoted)
		}
		local := strings.ToLower(strings.TrimLeft(s[start:i], ".'-=/+"))
		if key, value, ok := strings.Cut(local, "="); ok && oneOf(addressKeys, key) {
			local = value
		}
		domain := strings.TrimRight(s[i+1:end], ".-_")
		if local == "" || len(domain) < 3 || !strings.Contains(domain, ".") || strings.HasPrefix(domain, ".") {
			continue
		}
		if a := local + "@" + strings.ToLower(domain); !contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// addressKeys stand before an address and a "=": X.400 writes "dda:smtp=…", logs
// "rcpt=…".
const addressKeys = "smtp|rcpt|recipient|to|orig_to|from|sender|email|address"

// quotedLocal gives the quoted string with which s ends (RFC 5321 4.1.2), where
// it is one that a local part needs: `"Dana Voss"`, not `"dana"`.
func quotedLocal(s string) string {
	const longest = 64
	if !strings.HasSuffix(s, "\"") {
		return ""
	}
	s = s[max(0, len(s)-longest):]
	open := strings.LastIndexByte(s[:len(s)-1], '"')
	if open < 0 {
		return ""
	}
	inner := s[open+1 : len(s)-1]
	if inner == "" || strings.ContainsAny(inner, "\r\n@") || strings.IndexFunc(inner, notLocalRune) < 0 {
		return ""
	}
	return s[open:]
}

func notLocalRune(r rune) bool { return r >= 0x80 || !isLocalByte(byte(r)) }

func isLocalByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("!#$%&'*+/=?^_`{|}~.-", c) >= 0
}

func isDomainByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_'
}

func contains(list []string, s string) bool {
	for _, have := range list {
		if have == s {
			return true
		}
	}
	return false
}
