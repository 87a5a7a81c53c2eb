package templates

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode"
)

func (l *linter) links() {
	text := blankComments(l.t.Body)
	count := strings.Count(text, "](") + strings.Count(text, "http://") + strings.Count(text, "https://") -
		strings.Count(text, "](http://") - strings.Count(text, "](https://")
	for _, u := range l.t.body.uses {
		if u.name == "value.link" && !strings.HasSuffix(strings.TrimRight(text[:u.offset], "{- "), "](") {
			count++
		}
	}
	if count > maxLinks {
		l.find("many-links", l.t.bodyStart, fmt.Sprintf("%d links pull the reader in as many directions, and filters count them", count), "keep the one that matters")
	}
	if links := ExampleLinks(text); l.ctx.Live && len(links) > 0 {
		l.find(ruleExample, l.t.bodyStart+strings.Index(text, links[0]), fmt.Sprintf("%q is an example address", links[0])+more(len(links)-1), "write your own")
	}
}

// more says that there are more of a kind in a file.
func more(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return ", and 1 more link here is"
	}
	return fmt.Sprintf(", and %d more links here are", n)
}

// ExampleLinks are the links in a text that are kept free for examples, in their
// order.
func ExampleLinks(text string) (links []string) {
	if !strings.Contains(text, "://") {
		return nil
	}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("()<>[]\"", r) }) {
		if word = strings.TrimRight(word, ".,;:!?'"); IsExample(word) {
			links = append(links, word)
		}
	}
	return links
}

// IsExample tells whether an address is one that is kept free for examples
// (RFC 2606).
func IsExample(link string) bool {
	u, err := url.Parse(link)
	if err != nil || u.Host == "" {
		return false
	}
	host := strings.ToLower(u.Hostname())
	for _, name := range []string{"example", "invalid", "test", "example.com", "example.org", "example.net"} {
		if host == name || strings.HasSuffix(host, "."+name) {
			return true
		}
	}
	return false
}

// longestTag is how far a tag is looked at, in bytes.
const longestTag = 16

// htmlTag is the beginning of an opening tag that people write in mails.
var htmlTag = regexp.MustCompile(`^<(?i:a |b>|i>|u>|p>|p |br ?/?>|strong>|em>|div|span|img|ul>|ol>|li>|html|body|table|font|style|script|h[1-6]>)`)

// markup finds what Markdown knows and a followupd mail doesn't.
func (l *linter) markup() {
	text := l.body.text
	if i := strings.Index(text, "!["); i >= 0 {
		l.find("picture", l.t.bodyStart+i, "pictures aren't sent: many programs hide them, and filters distrust them", "link to the page that shows it")
	}
	for at := 0; ; at++ {
		i := strings.IndexByte(text[at:], '<')
		if i < 0 {
			return
		}
		at += i
		if tag := htmlTag.FindString(text[at:min(at+longestTag, len(text))]); tag != "" {
			l.find("html", l.t.bodyStart+at, fmt.Sprintf("%q would stand in the mail as it is written here", tag), "use Markdown: **bold**, *emphasis*, [words](https://…)")
		}
	}
}
