package config

import (
	"fmt"
	"net/mail"
	"strings"

	"followupd/internal/strictyaml"
)

// Email is a mail address without a name. Its zero value is no address.
type Email string

// UnmarshalText reads ana@lima.example.
func (e *Email) UnmarshalText(b []byte) error {
	a, err := parseAddress(string(b))
	if err != nil {
		return err
	}
	if a.Name != "" || strings.Contains(string(b), "<") {
		return strictyaml.Fault(fmt.Sprintf("%q must be an address without a name", b), "write "+a.Email)
	}
	*e = Email(a.Email)
	return nil
}

// Address is what mails are sent from: an address, and the name before it.
type Address struct{ Name, Email string }

// UnmarshalText reads Ana Lima <ana@lima.example>, or the address alone.
func (a *Address) UnmarshalText(b []byte) error {
	v, err := parseAddress(string(b))
	if err != nil {
		return err
	}
	*a = v
	return nil
}

// MarshalText writes the address so that UnmarshalText reads it.
func (a Address) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// String is the address as in a From line, its name in RFC 2047 encoding where
// it isn't ASCII.
func (a Address) String() string {
	if a.Name == "" {
		return a.Email
	}
	return (&mail.Address{Name: a.Name, Address: a.Email}).String()
}

// Domain is the part after the @, in lower case.
func (a Address) Domain() string {
	return strings.ToLower(a.Email[strings.LastIndex(a.Email, "@")+1:])
}

// longestAddress is what RFC 5321 4.5.3.1.3 leaves of a path of 256 octets
// without its angle brackets.
const longestAddress = 254

func parseAddress(text string) (Address, error) {
	parsed, err := mail.ParseAddress(text)
	if err != nil {
		return Address{}, strictyaml.Fault(fmt.Sprintf("%q is not a mail address", text), addressHint(text))
	}
	local, domain, _ := strings.Cut(parsed.Address, "@")
	if len(parsed.Address) > longestAddress || len(local) > 64 || !isHost(domain) {
		return Address{}, strictyaml.Fault(fmt.Sprintf("%q is not a mail address", text), "write it as ana@lima.example")
	}
	return Address{Name: parsed.Name, Email: parsed.Address}, nil
}

func addressHint(text string) string {
	switch {
	case !strings.Contains(text, "@"):
		return "it has no @"
	case strings.ContainsAny(text, ",;"):
		return "give one address; put a name that holds a comma in quotes"
	}
	return "write it as ana@lima.example"
}
