package main_test

import (
	"strings"
	"testing"
)

func TestFoldersAreMade(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write("sequences/intro.yaml", introYAML+"  - {id: second, wait: 3bd, template: second, objective: learn more, value: other}\n")
	w.write("templates/second.md", "---\n---\nHi {{ .first_name }},\n\nHere is {{ .value.title }}. What has changed for your quotes since then?\n")
	w.write("templates/values.yaml", "values:\n  - {id: list, title: a short list, good_for: \"finding where a quote waits\"}\n  - {id: other, title: a longer list, good_for: \"the same\"}\n")
	w.expect([]string{"init", ".", "--folders"}, 0, "made Follow-up/intro", "Copy a mail that you sent")
	w.expect([]string{"init", ".", "--folders"}, 0, "every sequence has its folder already")
	w.write("sequences/short.yaml", strings.Replace(introYAML, "name: intro", "name: short", 1))
	w.expect([]string{"init", ".", "--folders"}, 0, "There is none for short:")
}
