package sequences

import (
	"strings"
	"testing"
)

// A line that can't be read would leave holidays out in silence.
func TestEachLineOfHolidaysIsRead(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for text := range strings.Lines(holidayList) {
		words := strings.Fields(text)
		if len(words) == 0 || strings.HasPrefix(text, "#") {
			continue
		}
		l, err := readHolidayLine(words)
		if err != nil {
			t.Error(err)
		}
		if MainZone(l.country) == "" || seen[l.country] {
			t.Errorf("%s is no country, or stands here twice", l.country)
		}
		seen[l.country] = true
		if len(l.days) == 0 && l.as == "" && !l.moon {
			t.Errorf("%s has no holidays", l.country)
		}
		if l.as != "" && national()[l.as] == nil && l.as != "AU" {
			t.Errorf("%s leans on the holidays of %s, which the library doesn't have", l.country, l.as)
		}
	}
	for _, wrong := range []string{"ZZ 13-01", "ZZ E+", "ZZ day>=01-01", "ZZ 01-01:some", "ZZ 01-01@x", "ZZ 01-01@2020..x"} {
		if _, err := readHolidayLine(strings.Fields(wrong)); err == nil {
			t.Errorf("%q is read", wrong)
		}
	}
}
