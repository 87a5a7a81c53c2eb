package maillab

import (
	"crypto/subtle"
	"errors"
	"fmt"
	"maps"
	"strings"
	"time"
)

// Inbox is the name of the folder that new mail comes into.
const Inbox = "INBOX"

// Account is one mailbox.
type Account struct {
	User string
	// Password for PLAIN and LOGIN; an empty one lets nobody in.
	Password string
	// Address is where mail for this account goes: a mail submitted to it is
	// delivered to its INBOX. May be empty.
	Address string
	// Tokens for XOAUTH2 and OAUTHBEARER, and when each expires on the lab's
	// clock; a zero time is never.
	Tokens map[string]time.Time
	// Folders beside INBOX; nil stands for StandardFolders.
	Folders []Folder
}

// Folder is one folder of an account.
type Folder struct {
	Name string // levels are parted by "/"
	// Use is the SPECIAL-USE attribute (RFC 6154 2), such as \Sent; or empty.
	Use string
	// UIDValidity is 1 when 0.
	UIDValidity uint32
}

// StandardFolders are Sent, Junk, Drafts, Trash and Archive.
func StandardFolders() []Folder {
	return []Folder{
		{Name: "Sent", Use: `\Sent`},
		{Name: "Junk", Use: `\Junk`},
		{Name: "Drafts", Use: `\Drafts`},
		{Name: "Trash", Use: `\Trash`},
		{Name: "Archive", Use: `\Archive`},
	}
}

type account struct {
	Account
	tokens  map[string]time.Time
	folders map[string]*folder
}

func (l *Lab) addAccounts(list []Account) error {
	if len(list) == 0 {
		return errors.New("no account given")
	}
	l.first = list[0].User
	for _, a := range list {
		if a.User == "" {
			return errors.New("an account has no user name")
		}
		if _, ok := l.accounts[a.User]; ok {
			return fmt.Errorf("account %q is given twice", a.User)
		}
		acc := &account{Account: a, tokens: maps.Clone(a.Tokens), folders: map[string]*folder{}}
		if acc.tokens == nil {
			acc.tokens = map[string]time.Time{}
		}
		folders := a.Folders
		if folders == nil {
			folders = StandardFolders()
		}
		acc.folders[Inbox] = newFolder(Folder{Name: Inbox})
		for _, f := range folders {
			f.Name = canonicalFolder(f.Name)
			acc.folders[f.Name] = newFolder(f)
		}
		l.accounts[a.User] = acc
	}
	return nil
}

// SetToken makes a token valid for an account until expires on the lab's
// clock; a zero time is for ever, a past one revokes it.
func (l *Lab) SetToken(user, token string, expires time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	acc, ok := l.accounts[user]
	if !ok {
		return unknownAccount(user)
	}
	acc.tokens[token] = expires
	return nil
}

// checkPassword says whether that user has that password.
func (l *Lab) checkPassword(user, password string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	acc, ok := l.accounts[user]
	return ok && acc.Password != "" && subtle.ConstantTimeCompare([]byte(acc.Password), []byte(password)) == 1
}

// checkToken returns whose token it is. An empty user is any: OAUTHBEARER may
// leave the name out (RFC 7628 3.1).
func (l *Lab) checkToken(user, token string) (string, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for name, acc := range l.accounts {
		expires, ok := acc.tokens[token]
		if ok && (user == "" || user == name) && (expires.IsZero() || l.now().Before(expires)) {
			return name, true
		}
	}
	return "", false
}

// mechanisms are the SASL mechanisms that could let anyone in.
func (l *Lab) mechanisms() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	var passwords, tokens []string
	for _, acc := range l.accounts {
		if acc.Password != "" {
			passwords = []string{"PLAIN", "LOGIN"}
		}
		if len(acc.tokens) > 0 {
			tokens = []string{"XOAUTH2", "OAUTHBEARER"}
		}
	}
	return append(passwords, tokens...)
}

// byAddress finds the account that mail for an address belongs to. The lab
// must be locked.
func (l *Lab) byAddress(address string) *account {
	for _, acc := range l.accounts {
		if acc.Address != "" && strings.EqualFold(acc.Address, address) {
			return acc
		}
	}
	return nil
}

func unknownAccount(user string) error { return fmt.Errorf("mail lab has no account %q", user) }
