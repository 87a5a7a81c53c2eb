package dovecot

import (
	"fmt"
	"os"
	"os/user"
	"strings"
	"text/template"
)

// settings fill the template of dovecot.conf.
type settings struct {
	Dir                       string
	IMAPPort, IMAPSPort, LMTP int
	UID, GID                  int
	LoginUser, InternalUser   string
	Root                      bool
}

// users picks who Dovecot's processes run as. Root must not own mail, so as
// root the mail belongs to the nobody of the system, whose numbers need no
// account; Debian's package has made dovenull and dovecot for the rest. Anyone
// else runs everything as himself, where Dovecot can't chroot either.
func users() (settings, error) {
	if os.Getuid() == 0 {
		return settings{UID: 65534, GID: 65534, LoginUser: "dovenull", InternalUser: "dovecot", Root: true}, nil
	}
	me, err := user.Current()
	if err != nil {
		return settings{}, fmt.Errorf("find own user: %w", err)
	}
	return settings{UID: os.Getuid(), GID: os.Getgid(), LoginUser: me.Username, InternalUser: me.Username}, nil
}

func (s settings) render() (string, error) {
	var b strings.Builder
	if err := configuration.Execute(&b, s); err != nil {
		return "", fmt.Errorf("write dovecot.conf: %w", err)
	}
	return b.String(), nil
}

// configuration is Dovecot 2.3's. The limits allow for hundreds of idling
// clients at once.
var configuration = template.Must(template.New("dovecot.conf").Parse(`
base_dir = {{.Dir}}/run
state_dir = {{.Dir}}/state
instance_name = maillab
log_path = {{.Dir}}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <{{.Dir}}/cert.pem
ssl_key = <{{.Dir}}/key.pem
disable_plaintext_auth = yes
auth_mechanisms = plain login
first_valid_uid = 1
first_valid_gid = 1
default_login_user = {{.LoginUser}}
default_internal_user = {{.InternalUser}}
{{- if not .Root}}
default_internal_group =
{{- end}}
default_process_limit = 1000
default_client_limit = 4000
mail_location = maildir:{{.Dir}}/mail/%u/Maildir
mail_uid = {{.UID}}
mail_gid = {{.GID}}
mail_max_userip_connections = 1000
passdb {
  driver = passwd-file
  args = scheme=PLAIN {{.Dir}}/users
}
userdb {
  driver = static
  args = uid={{.UID}} gid={{.GID}} home={{.Dir}}/mail/%u
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    auto = subscribe
    special_use = \Sent
  }
  mailbox Junk {
    auto = subscribe
    special_use = \Junk
  }
  mailbox Drafts {
    auto = subscribe
    special_use = \Drafts
  }
  mailbox Trash {
    auto = subscribe
    special_use = \Trash
  }
}
service imap-login {
  process_min_avail = 1
{{- if not .Root}}
  chroot =
{{- end}}
  inet_listener imap {
    address = 127.0.0.1
    port = {{.IMAPPort}}
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = {{.IMAPSPort}}
    ssl = yes
  }
}
service lmtp {
  process_min_avail = 1
  inet_listener lmtp {
    address = 127.0.0.1
    port = {{.LMTP}}
  }
}
{{- if not .Root}}
service anvil {
  chroot =
}
{{- end}}
service stats {
{{- if not .Root}}
  chroot =
{{- end}}
  inet_listener http {
    port = 0
  }
}
protocol imap {
  imap_idle_notify_interval = 2 mins
}
`))
