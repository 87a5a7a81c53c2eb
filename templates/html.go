package templates

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	gold "github.com/yuin/goldmark/renderer"
	goldhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// html is the plain HTML alternative: the same words as the text, without
// style, pictures, or anything that the reader's program would have to fetch.
func (r *renderer) html(body string, root ast.Node) string {
	writer := gold.NewRenderer(gold.WithNodeRenderers(
		util.Prioritized(linkWriter{r}, 100),
		util.Prioritized(goldhtml.NewRenderer(goldhtml.WithHardWraps()), 1000),
	))
	var b bytes.Buffer
	if err := writer.Render(&b, []byte(body), root); err != nil {
		r.hole("html", r.t.bodyStart, "can't be written: "+err.Error())
		return ""
	}
	return "<!DOCTYPE html>\n<html lang=\"" + r.t.Language + "\">\n<head><meta charset=\"utf-8\"></head>\n<body>\n" +
		r.expand(b.String(), htmlValue) + "</body>\n</html>\n"
}

// htmlValue writes a value into HTML: as text, or as a link where the whole of
// it is an address.
func htmlValue(s string) string {
	text := htmlText(s)
	if strings.HasPrefix(s, "http") && !strings.ContainsAny(s, " \n\t") && safeLink(s) {
		return `<a href="` + html.EscapeString(s) + `">` + text + "</a>"
	}
	return text
}

func htmlText(s string) string { return strings.ReplaceAll(html.EscapeString(s), "\n", "<br>\n") }

// linkWriter writes the nodes whose address may come from a value, in the place
// of goldmark's own: a link that leads nowhere safe becomes its words, and a
// picture its description.
type linkWriter struct{ *renderer }

// RegisterFuncs names the nodes to goldmark.
func (l linkWriter) RegisterFuncs(reg gold.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindLink, l.link)
	reg.Register(ast.KindAutoLink, l.autoLink)
	reg.Register(ast.KindImage, func(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
		return ast.WalkContinue, nil
	})
}

func (l linkWriter) link(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	address := l.expand(literal(n.(*ast.Link).Destination), verbatim)
	words := htmlText(l.expand(textWriter{l.renderer, source}.inline(n), verbatim))
	if !entering {
		return ast.WalkContinue, nil
	}
	if !safeLink(address) {
		_, err := w.WriteString(words)
		return ast.WalkSkipChildren, err
	}
	_, err := w.WriteString(`<a href="` + html.EscapeString(address) + `">` + words + "</a>")
	return ast.WalkSkipChildren, err
}

func (l linkWriter) autoLink(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	link := n.(*ast.AutoLink)
	address := string(link.URL(source))
	if link.AutoLinkType == ast.AutoLinkEmail {
		address = "mailto:" + address
	}
	_, err := w.WriteString(`<a href="` + html.EscapeString(address) + `">` + html.EscapeString(string(link.Label(source))) + "</a>")
	return ast.WalkSkipChildren, err
}
