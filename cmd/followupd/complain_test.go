package main

import (
	"bytes"
	"strings"
	"testing"
)

// A command to type at the end of a long complaint stands in one piece; what only
// begins with our name is no command.
func TestComplain(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("something is wrong with it and ", 4) + "so: "
	for _, tt := range []struct{ text, ends string }{
		{long + "followupd resume somebody@with-a-very-long-name.example --at-step second", "\n    followupd resume somebody@with-a-very-long-name.example --at-step second\n"},
		{long + "sudo systemctl stop followupd", "\n    sudo systemctl stop followupd\n"},
		{long + "followupd wrote to them already", "so: followupd wrote to them already\n"},
	} {
		var out bytes.Buffer
		a := &app{stderr: &out, stdout: &out, env: func(string) (string, bool) { return "", false }}
		a.complain("followupd: ", tt.text)
		if !strings.HasSuffix(out.String(), tt.ends) {
			t.Errorf("it doesn't end with %q:\n%s", tt.ends, out.String())
		}
	}
}
