package replies

import (
	"bytes"
	"encoding/base64"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/cention-sany/utf7"
	"github.com/emersion/go-message/charset"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"
)

// decodeTransfer undoes the transfer encoding of a part (RFC 2045 6) up to
// limit bytes. The decoders of libraries stop at the first bad byte; a broken
// mail has one, so these two skip it.
func decodeTransfer(b []byte, encoding string, limit int) []byte {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return decodeBase64(b, limit)
	case "quoted-printable":
		return decodeQuoted(b, limit)
	}
	return b[:min(len(b), limit)]
}

func decodeBase64(b []byte, limit int) []byte {
	clean := make([]byte, 0, min(len(b), limit/3*4+4))
	for _, c := range b {
		if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' {
			if len(clean) == cap(clean) {
				break
			}
			clean = append(clean, c)
		}
	}
	if len(clean)%4 == 1 {
		clean = clean[:len(clean)-1]
	}
	out := make([]byte, base64.RawStdEncoding.DecodedLen(len(clean)))
	n, _ := base64.RawStdEncoding.Decode(out, clean) // what could be decoded counts
	return out[:min(n, limit)]
}

func decodeQuoted(b []byte, limit int) []byte {
	out := make([]byte, 0, min(len(b), limit))
	for i := 0; i < len(b) && len(out) < limit; i++ {
		if b[i] != '=' {
			out = append(out, b[i])
			continue
		}
		rest := b[i+1:]
		soft := bytes.TrimLeft(rest[:min(len(rest), 100)], " \t")
		switch {
		case len(rest) >= 2 && hexDigit(rest[0]) >= 0 && hexDigit(rest[1]) >= 0:
			out = append(out, byte(hexDigit(rest[0])<<4|hexDigit(rest[1])))
			i += 2
		case bytes.HasPrefix(soft, []byte("\n")), bytes.HasPrefix(soft, []byte("\r\n")):
			i += 1 + bytes.IndexByte(rest, '\n')
		default:
			out = append(out, '=')
		}
	}
	return out
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

// decodeCharset turns text of the named charset into UTF-8. A wrong or missing
// name is made good from the bytes: UTF-8 where they are valid, ISO-2022-JP
// where they switch to it, else Windows-1252, which has a letter for each byte.
func decodeCharset(b []byte, name string) string {
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	switch name = strings.ToLower(strings.Trim(strings.TrimSpace(name), `"'`)); name {
	case "", "utf-8", "utf8", "us-ascii", "ascii", "unknown", "unknown-8bit", "x-unknown", "default", "8bit", "iso-8859-1", "latin1":
		// Latin-1 is claimed by much that is UTF-8, and where it isn't,
		// Windows-1252 is meant. Pure ASCII is all of them.
		if utf8.Valid(b) && !bytes.Contains(b, []byte("\x1b$")) {
			return string(b)
		}
		if !bytes.Contains(b, []byte("\x1b$")) {
			return windows1252(b)
		}
		name = "iso-2022-jp"
	case "utf-7", "unicode-1-1-utf-7", "utf7":
		if out, _, err := transform.Bytes(utf7.UTF7.NewDecoder(), b); err == nil {
			return string(out)
		}
		return windows1252(b)
	case "cp932", "x-sjis", "windows-932", "ms932":
		name = "shift_jis"
	case "iso-8859-8-i", "iso-8859-8-e":
		name = "iso-8859-8"
	case "ks_c_5601-1987", "cp949", "x-windows-949":
		name = "euc-kr"
	}
	r, err := charset.Reader(name, bytes.NewReader(b))
	if err != nil {
		if utf8.Valid(b) {
			return string(b)
		}
		return windows1252(b)
	}
	out, _ := io.ReadAll(io.LimitReader(r, 2*maxText)) // what could be decoded counts
	return string(bytes.ToValidUTF8(out, []byte("\uFFFD")))
}

func windows1252(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	// A text cut in the middle of a character, or with one bad byte, is still UTF-8.
	if clean := bytes.ToValidUTF8(b, nil); len(b)-len(clean) <= len(b)/200+3 && mostlyMultibyte(clean) {
		return string(bytes.ToValidUTF8(b, []byte("\uFFFD")))
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return string(bytes.ToValidUTF8(b, []byte("\uFFFD")))
	}
	return string(out)
}

// mostlyMultibyte says whether the text holds real UTF-8 sequences, not ASCII alone.
func mostlyMultibyte(b []byte) bool {
	n := 0
	for _, c := range b {
		if c >= 0xc2 {
			n++
		}
	}
	return n > 3
}
