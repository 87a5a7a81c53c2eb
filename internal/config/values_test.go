package config_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"

	"followupd/internal/config"
)

func TestValuesAreReadAndWritten(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		into       interface {
			encoding.TextUnmarshaler
			encoding.TextMarshaler
			fmt.Stringer
		}
		want string // as it is written again; "" for a fault
	}{
		{"seconds", "90s", new(config.Duration), "1m30s"},
		{"days", "3d", new(config.Duration), "3d"},
		{"weeks", "2w", new(config.Duration), "2w"},
		{"days of more than a week", "10d", new(config.Duration), "10d"},
		{"mixed", "1h30m", new(config.Duration), "1h30m"},
		{"zero", "0s", new(config.Duration), "0s"},
		{"no unit", "0", new(config.Duration), ""},
		{"fraction", "1.5h", new(config.Duration), ""},
		{"negative", "-3s", new(config.Duration), ""},
		{"milliseconds", "500ms", new(config.Duration), ""},
		{"overflow", "99999999999999999999d", new(config.Duration), ""},
		{"sum too long", "520w520w", new(config.Duration), ""},
		{"business days", "2bd", new(config.Span), "2bd"},
		{"no business days", "0bd", new(config.Span), "0s"},
		{"plain span", "36h", new(config.Span), "1d12h"},
		{"too many business days", "1001bd", new(config.Span), ""},
		{"gap", "90s-240s", new(config.Gap), "1m30s-4m"},
		{"gap with spaces", "1m - 2m", new(config.Gap), "1m-2m"},
		{"fixed gap", "0s", new(config.Gap), "0s"},
		{"three times", "1s-2s-3s", new(config.Gap), ""},
		{"clock", "23:59", new(config.Clock), "23:59"},
		{"midnight", "00:00", new(config.Clock), "00:00"},
		{"past midnight", "24:00", new(config.Clock), ""},
		{"one digit", "7:30", new(config.Clock), ""},
		{"weekday", "sunday", new(config.Weekday), "sunday"},
		{"weekday in capitals", "SUNDAY", new(config.Weekday), ""},
		{"range", "2026-12-20..2027-01-06", new(config.DateRange), "2026-12-20..2027-01-06"},
		{"one day", "2026-12-20", new(config.DateRange), "2026-12-20"},
		{"no such day", "2026-02-29", new(config.DateRange), ""},
		{"longer than a year", "2026-01-01..2027-02-01", new(config.DateRange), ""},
		{"zone", "America/Argentina/Buenos_Aires", new(config.Zone), "America/Argentina/Buenos_Aires"},
		{"the machine's zone", "Local", new(config.Zone), ""},
		{"no zone", "", new(config.Zone), ""},
		{"path as a zone", "../../etc/passwd", new(config.Zone), ""},
		{"address", "ana@lima.example", new(config.Address), "ana@lima.example"},
		{"named address", "Ana Lima <ana@lima.example>", new(config.Address), `"Ana Lima" <ana@lima.example>`},
		{"local host", "ana@localhost", new(config.Address), "ana@localhost"},
		{"address with a line break", "ana@lima.example\r\nBcc: x@y.example", new(config.Address), ""},
		{"name with a line break", "Ana\nBcc: x <ana@lima.example>", new(config.Address), ""},
		{"bad domain", "ana@-lima", new(config.Address), ""},
		{"long local part", strings.Repeat("a", 65) + "@lima.example", new(config.Address), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			err := tt.into.UnmarshalText([]byte(tt.text))
			if tt.want == "" {
				if err == nil {
					t.Fatalf("%q is read as %s", tt.text, tt.into)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got := tt.into.String(); got != tt.want {
				t.Errorf("%q is %q, want %q", tt.text, got, tt.want)
			}
			// What was written is read as the same.
			written, err := tt.into.MarshalText()
			if err != nil || string(written) != tt.want {
				t.Errorf("%q is written as %q, %v", tt.text, written, err)
			}
			if err := tt.into.UnmarshalText(written); err != nil || tt.into.String() != tt.want {
				t.Errorf("%q is read again as %s, %v", tt.want, tt.into, err)
			}
		})
	}
}

func TestDurationHints(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, hint string }{
		{"misspelt", "3 dayz", "try 3d"},
		{"capital", "2H", "try 2h"},
		{"minutes", "5 min", "try 5m"},
		{"months", "2 months", "write it as"},
		{"milliseconds", "500ms", "write it as"},
		{"number", "90", "90s"},
	}
	for _, tt := range tests {
		var d config.Duration
		if err := d.UnmarshalText([]byte(tt.text)); err == nil || !strings.Contains(err.Error(), tt.hint) {
			t.Errorf("%s: %v, want %q in it", tt.name, err, tt.hint)
		}
	}
}

func TestDateRangeSpan(t *testing.T) {
	t.Parallel()
	var away config.DateRange
	if from, until := away.Span(time.UTC); !from.IsZero() || !until.IsZero() {
		t.Error("no days are a span")
	}
	if err := away.UnmarshalText([]byte("2026-12-20..2027-01-06")); err != nil {
		t.Fatal(err)
	}
	tokyo, err := time.LoadLocation("Asia/Tokyo")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		at   time.Time
		loc  *time.Location
		want bool
	}{
		{"the day before", time.Date(2026, 12, 19, 23, 59, 59, 0, time.UTC), time.UTC, false},
		{"already there in Tokyo", time.Date(2026, 12, 19, 15, 0, 0, 0, time.UTC), tokyo, true},
		{"first", time.Date(2026, 12, 20, 0, 0, 0, 0, time.UTC), time.UTC, true},
		{"last", time.Date(2027, 1, 6, 23, 59, 59, 0, time.UTC), time.UTC, true},
		{"the day after in Tokyo", time.Date(2027, 1, 6, 15, 0, 0, 0, time.UTC), tokyo, false},
	}
	for _, tt := range tests {
		from, until := away.Span(tt.loc)
		if got := !tt.at.Before(from) && tt.at.Before(until); got != tt.want {
			t.Errorf("%s: %t", tt.name, got)
		}
	}
}

func TestStandardForms(t *testing.T) {
	t.Parallel()
	var day config.Weekday
	var zone config.Zone
	if err := day.UnmarshalText([]byte("friday")); err != nil || day.Std() != time.Friday {
		t.Errorf("friday is %v, %v", day.Std(), err)
	}
	if zone.Location() != time.UTC {
		t.Error("no zone isn't UTC")
	}
	if err := zone.UnmarshalText([]byte("Europe/Madrid")); err != nil || zone.Location().String() != "Europe/Madrid" {
		t.Errorf("Europe/Madrid is %v, %v", zone.Location(), err)
	}
	levels := map[config.LogLevel]slog.Level{config.LogDebug: slog.LevelDebug, config.LogInfo: slog.LevelInfo, config.LogWarn: slog.LevelWarn, config.LogError: slog.LevelError}
	for level, want := range levels {
		if level.Slog() != want {
			t.Errorf("%s is %v", level, level.Slog())
		}
	}
}

func TestAddressDomain(t *testing.T) {
	t.Parallel()
	if got := (config.Address{Email: "ana@Lima.Example"}).Domain(); got != "lima.example" {
		t.Errorf("the domain is %q", got)
	}
}

func TestSecretShowsNowhere(t *testing.T) {
	t.Parallel()
	secret := config.NewSecret("hunter2")
	holder := struct{ Password config.Secret }{secret}
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "a", secret, "b", holder)
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "a", secret, "b", holder)
	asJSON, err := json.Marshal(map[string]any{"a": secret, "b": holder, "c": &secret})
	if err != nil {
		t.Fatal(err)
	}
	asYAML, err := yaml.Marshal(map[string]any{"a": secret, "b": holder})
	if err != nil {
		t.Fatal(err)
	}
	asText, err := secret.MarshalText()
	if err != nil {
		t.Fatal(err)
	}
	bare, err := secret.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	shown := []string{string(bare), log.String(), string(asJSON), string(asYAML), string(asText), secret.String(), secret.GoString()}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d", "%10.3s"} {
		shown = append(shown, fmt.Sprintf(verb, secret), fmt.Sprintf(verb, &secret), fmt.Sprintf(verb, holder), fmt.Sprintf(verb, []config.Secret{secret}))
	}
	shown = append(shown, fmt.Errorf("sign in: %v", secret).Error())
	for _, text := range shown {
		if strings.Contains(text, "hunter2") || strings.Contains(text, fmt.Sprintf("%x", "hunter2")) {
			t.Errorf("the secret shows: %s", text)
		}
		if !strings.Contains(text, "redacted") {
			t.Errorf("nothing says that a secret was there: %s", text)
		}
	}
	if secret.Reveal() != "hunter2" || secret.Empty() || !(config.Secret{}).Empty() {
		t.Error("the secret is lost")
	}
}
