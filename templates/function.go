package templates

import (
	"strings"

	"followupd/internal/strictyaml"
)

// printFunction puts a value into the mail. It is added to every action that
// prints; a template can't name it, as it isn't among the functions of the parser.
const printFunction = "_print"

// functionNames are the functions that a template may use. None of them makes
// text longer, loops, or reaches anything but its arguments.
func functionNames() []string {
	return []string{"and", "eq", "fallback", "lower", "ne", "not", "or", "upper"}
}

// functions are those of them that Go's templates don't have.
func functions() map[string]any {
	return map[string]any{
		"fallback": fallback,
		"lower":    strings.ToLower,
		"upper":    strings.ToUpper,
	}
}

// fallback is its first argument, or the second where the first is empty.
func fallback(value, instead string) string {
	if value == "" {
		return instead
	}
	return value
}

// parserFunctions tells the parser which names are functions.
func parserFunctions() map[string]any {
	known := map[string]any{}
	for _, name := range functionNames() {
		known[name] = true
	}
	return known
}

func nearFunction(name string) string { return strictyaml.DidYouMean(name, functionNames()) }
