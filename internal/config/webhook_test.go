package config_test

import (
	"strings"
	"testing"
)

func TestWebhook(t *testing.T) {
	t.Parallel()
	const secret = "    secret_file: ana.password\n"
	tests := []struct{ name, block, want string }{
		{"https", "    url: https://hooks.lima.example/x\n" + secret, ""},
		{"http on this machine", "    url: http://127.0.0.1:8080/x\n" + secret, ""},
		{"http elsewhere", "    url: http://hooks.lima.example/x\n" + secret, "others could read"},
		{"no address", secret, "owner.webhook.url"},
		{"another scheme", "    url: ftp://hooks.lima.example\n" + secret, "not an address to post to"},
		{"a password in it", "    url: https://ana:pw@hooks.lima.example\n" + secret, "a secret never stands"},
		{"no secret", "    url: https://hooks.lima.example/x\n", "where its secret is"},
		{"two secrets", "    url: https://hooks.lima.example/x\n    secret_env: HOME\n" + secret, "stands beside"},
		{"no such file", "    url: https://hooks.lima.example/x\n    secret_file: gone\n", "there is no file"},
	}
	src := string(read(t, "testdata/good/least.yaml"))
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, problems := load(t, newMachine(), []byte(strings.Replace(src, "owner: {email: ana@lima.example, timezone: Europe/Madrid}", "owner:\n  email: ana@lima.example\n  timezone: Europe/Madrid\n  webhook:\n"+tt.block, 1)))
			if tt.want == "" && problems != "" || !strings.Contains(problems, tt.want) {
				t.Errorf("problems %q, want %q", problems, tt.want)
			}
		})
	}
}
