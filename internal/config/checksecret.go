package config

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
)

// credentialsDir is where systemd puts the credentials of a service.
const credentialsDir = "CREDENTIALS_DIRECTORY"

// largestSecret is more than any password: what is larger is another file.
const largestSecret = 64 << 10

// credentials checks that there is exactly one source of the secret, and that
// it can be used. It never says anything of the secret itself.
func (ck *checker) credentials(c Credentials, path string) {
	sources := c.sources()
	if len(sources) == 0 {
		ck.missingSecret(path)
		return
	}
	for _, other := range sources[1:] {
		ck.fail(path+"."+other, "stands beside "+sources[0], "keep one of the two")
	}
	at := path + "." + sources[0]
	switch sources[0] {
	case "password_file":
		ck.secretFile(at, c.PasswordFile, !ck.c.inCredentials(c.PasswordFile))
	case "credential":
		ck.credential(at, c.Credential)
	case "password_env":
		ck.secretVariable(at, c.PasswordEnv)
	case "token_command":
		ck.command(c.TokenCommand, at)
	}
}

func (ck *checker) missingSecret(path string) {
	for _, key := range secretKeys() {
		if ck.doc.Has(path + "." + key) {
			ck.missing(path+"."+key, "give it a value, or remove the key")
			return
		}
	}
	ck.fail(path, "doesn't say where the password is", "add password_file, credential, password_env or token_command")
}

func (ck *checker) credential(path, name string) {
	dir, ok := ck.c.env(credentialsDir)
	switch {
	case name != filepath.Base(name) || strings.HasPrefix(name, "."):
		ck.fail(path, "is not a credential's name", "give the name that stands in LoadCredential=, without a folder")
	case !ok || dir == "":
		ck.fail(path, "there are no systemd credentials here", "add LoadCredential="+name+":FILE to the service, or use password_file")
	default:
		if _, err := ck.c.disk.Stat(filepath.Join(dir, name)); errors.Is(err, fs.ErrNotExist) {
			ck.fail(path, fmt.Sprintf("there is no credential %q", name), "add LoadCredential="+name+":FILE to the service")
			return
		}
		ck.secretFile(path, filepath.Join(dir, name), false)
	}
}

// secretFile checks a file with a secret; private says that nobody but its
// owner may read it. What systemd hands over guards itself.
func (ck *checker) secretFile(path, name string, private bool) {
	info, err := ck.c.disk.Stat(name)
	what := "the password"
	if strings.Contains(path, "webhook") {
		what = "a secret of your choice, which your program knows as well,"
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		ck.fail(path, fmt.Sprintf("there is no file %q", name), "write "+what+" to it, and close it to others: chmod 600 "+name)
	case err != nil:
		ck.fail(path, fmt.Sprintf("%q can't be read: %v", name, cause(err)), "let the service user own it")
	case info.IsDir():
		ck.fail(path, fmt.Sprintf("%q is a folder", name), "name a file")
	case private && info.Mode().Perm()&0o077 != 0:
		ck.fail(path, fmt.Sprintf("%q is open to other users (%04o)", name, info.Mode().Perm()), "close it to them: chmod 600 "+name)
	case info.Size() > largestSecret:
		ck.fail(path, fmt.Sprintf("%q is too large for a password", name), "name a file with the password and nothing else")
	default:
		if _, err := readSecret(ck.c.disk, name); err != nil {
			ck.fail(path, err.Error(), "it must hold the password and nothing else, and its owner be the service user")
		}
	}
}

var variableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

func (ck *checker) secretVariable(path, name string) {
	if !variableName.MatchString(name) {
		// What stands here may be the password itself: nothing of it is shown.
		ck.quiet = true
		ck.fail(path, "is not the name of a variable", "the password itself never stands in this file")
		ck.hideExcerpts()
		return
	}
	if text, ok := ck.c.env(name); !ok || text == "" {
		ck.fail(path, fmt.Sprintf("the variable %s isn't set, or is empty", name), "set it for the service, or use password_file")
	}
}

func (ck *checker) hideExcerpts() {
	for i := range ck.problems {
		ck.problems[i].Excerpt = ""
	}
}

func (ck *checker) command(argv []string, path string) {
	if argv[0] == "" {
		ck.fail(path+"[0]", "is empty", "name a command")
		return
	}
	if _, err := ck.c.disk.LookPath(argv[0]); err != nil {
		hint := "give its full path, and make it executable"
		if strings.ContainsAny(argv[0], " \t") {
			hint = "each word is an item of its own: [" + strings.Join(strings.Fields(argv[0]), ", ") + "]"
		}
		ck.fail(path+"[0]", fmt.Sprintf("there is no command %q", argv[0]), hint)
	}
}

// inCredentials tells whether a file lies in the folder of systemd's credentials.
func (c *Config) inCredentials(name string) bool {
	dir, ok := c.env(credentialsDir)
	if !ok || dir == "" {
		return false
	}
	rel, err := filepath.Rel(dir, name)
	return err == nil && filepath.IsLocal(rel)
}
