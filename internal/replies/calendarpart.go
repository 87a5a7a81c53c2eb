package replies

import (
	"strings"
	"time"
)

// readCalendar reads what an answer to a meeting needs from a text/calendar
// part (RFC 5545, RFC 5546): the first event's method, answer and start.
func readCalendar(text string, params map[string]string) *calendar {
	c := &calendar{Method: strings.ToUpper(params["method"])}
	inEvent := false
	for _, l := range unfoldCalendar(text) {
		name, param, value := calendarLine(l)
		switch name {
		case "METHOD":
			c.Method = strings.ToUpper(value)
		case "BEGIN":
			inEvent = inEvent || strings.EqualFold(value, "VEVENT")
		case "END":
			if strings.EqualFold(value, "VEVENT") {
				return c
			}
		}
		if inEvent {
			c.set(name, param, value)
		}
	}
	return c
}

// answers says whether a person answered an invitation by pressing a button:
// their calendar worded it, but it is their answer.
func (c *calendar) answers() bool {
	return c != nil && (c.Method == "REPLY" || c.Method == "COUNTER")
}

func (c *calendar) set(name, param, value string) {
	switch name {
	case "SUMMARY":
		c.Summary = unescapeCalendar(value)
	case "COMMENT":
		c.Comment = unescapeCalendar(value)
	case "UID":
		c.UID = value
	case "DTSTART":
		c.Zone = calendarParam(param, "TZID")
		c.Start, c.Zone = calendarTime(value, c.Zone)
	case "ATTENDEE":
		if c.Attendee == "" {
			c.Attendee = strings.TrimPrefix(strings.ToLower(value), "mailto:")
			c.PartStat = strings.ToUpper(calendarParam(param, "PARTSTAT"))
		}
	}
}

// unfoldCalendar joins folded lines (RFC 5545 3.1).
func unfoldCalendar(text string) []string {
	const most = 2000
	var lines []string
	for _, l := range strings.Split(text, "\n") {
		l = strings.TrimSuffix(l, "\r")
		if n := len(lines); n > 0 && (strings.HasPrefix(l, " ") || strings.HasPrefix(l, "\t")) {
			if len(lines[n-1]) < 8192 {
				lines[n-1] += l[1:]
			}
			continue
		}
		if len(lines) == most {
			break
		}
		lines = append(lines, l)
	}
	return lines
}

// calendarLine cuts NAME;PARAM=X:VALUE; quoted parameters may hold colons.
func calendarLine(l string) (name, param, value string) {
	quoted := false
	for i := 0; i < len(l); i++ {
		switch {
		case l[i] == '"':
			quoted = !quoted
		case l[i] == ':' && !quoted:
			name, param, _ = strings.Cut(l[:i], ";")
			return strings.ToUpper(strings.TrimSpace(name)), param, strings.TrimSpace(l[i+1:])
		}
	}
	return "", "", ""
}

func calendarParam(params, key string) string {
	for _, p := range strings.Split(params, ";") {
		if k, v, ok := strings.Cut(p, "="); ok && strings.EqualFold(k, key) {
			return strings.Trim(v, `"`)
		}
	}
	return ""
}

func calendarTime(value, zone string) (time.Time, string) {
	loc := time.UTC
	if strings.HasSuffix(value, "Z") {
		zone = "UTC"
	} else if got, err := time.LoadLocation(zone); err == nil && zone != "" {
		loc = got
	}
	for _, layout := range []string{"20060102T150405Z", "20060102T150405", "20060102"} {
		if t, err := time.ParseInLocation(layout, value, loc); err == nil {
			return t, zone
		}
	}
	return time.Time{}, zone
}

func unescapeCalendar(s string) string {
	return strings.NewReplacer(`\n`, "\n", `\N`, "\n", `\,`, ",", `\;`, ";", `\\`, `\`).Replace(s)
}
