package sequences

import (
	"sync"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/at"
	"github.com/rickar/cal/v2/au"
	"github.com/rickar/cal/v2/be"
	"github.com/rickar/cal/v2/bg"
	"github.com/rickar/cal/v2/br"
	"github.com/rickar/cal/v2/ca"
	"github.com/rickar/cal/v2/ch"
	"github.com/rickar/cal/v2/cz"
	"github.com/rickar/cal/v2/de"
	"github.com/rickar/cal/v2/dk"
	"github.com/rickar/cal/v2/es"
	"github.com/rickar/cal/v2/fr"
	"github.com/rickar/cal/v2/gb"
	"github.com/rickar/cal/v2/gr"
	"github.com/rickar/cal/v2/hr"
	"github.com/rickar/cal/v2/ie"
	"github.com/rickar/cal/v2/it"
	"github.com/rickar/cal/v2/jp"
	"github.com/rickar/cal/v2/lt"
	"github.com/rickar/cal/v2/lv"
	"github.com/rickar/cal/v2/mw"
	"github.com/rickar/cal/v2/nc"
	"github.com/rickar/cal/v2/nl"
	"github.com/rickar/cal/v2/no"
	"github.com/rickar/cal/v2/nz"
	"github.com/rickar/cal/v2/pl"
	"github.com/rickar/cal/v2/ro"
	"github.com/rickar/cal/v2/se"
	"github.com/rickar/cal/v2/si"
	"github.com/rickar/cal/v2/sk"
	"github.com/rickar/cal/v2/us"
	"github.com/rickar/cal/v2/za"
)

// Holidays are known for these years; outside them only weekends are off.
const (
	holidaysFrom = 2015
	holidaysTo   = 2060
)

// Knowledge is how far the public holidays of a country are known.
type Knowledge int

// How far a country's holidays are known.
const (
	HolidaysUnknown Knowledge = iota // 1 January and 25 December are taken to be off
	HolidaysInPart                   // but for those that follow the moon, such as Eid, Diwali or Passover
	HolidaysKnown
)

// HolidaysOf says how far the public holidays of a country (ISO 3166-1 alpha-2)
// are known. Only those of the whole country count, for Australia those that all
// its states have. Left out are holidays of single regions, half days, days that
// a government gives or moves by decree for one year, and, but for the library's
// countries, all whose date hangs on another calendar than ours and the Easters.
func HolidaysOf(country string) Knowledge {
	switch kept := holidayTable()[country]; {
	case kept == nil:
		return HolidaysUnknown
	case kept.moon:
		return HolidaysInPart
	}
	return HolidaysKnown
}

// nowhere stands for the country of somebody of whom none is known.
const nowhere = "ZZ"

func holiday(d date, country string) bool {
	if country == "" {
		return false
	}
	kept := holidayTable()[country]
	if kept == nil {
		_, m, day := d.utc().Date()
		return m == time.January && day == 1 || m == time.December && day == 25
	}
	y, i := d.yearAndDay()
	return y >= holidaysFrom && y <= holidaysTo && kept.years[y-holidaysFrom].has(i)
}

// holidays are those of one country.
type holidays struct {
	years []daysOfYear // from holidaysFrom on
	moon  bool         // there are others, by a calendar that follows the moon
}

// daysOfYear has one bit for each day of a year, 1 January being bit 0.
type daysOfYear [6]uint64

func (d *daysOfYear) set(i int)     { d[i/64] |= 1 << (i % 64) }
func (d daysOfYear) has(i int) bool { return d[i/64]&(1<<(i%64)) != 0 }

func (d daysOfYear) and(o daysOfYear) daysOfYear {
	for i := range d {
		d[i] &= o[i]
	}
	return d
}

// yearAndDay is the year of a date and the day in it, from 0.
func (d date) yearAndDay() (year, day int) {
	t := d.utc()
	return t.Year(), t.YearDay() - 1
}

// holidayTable is computed at its first use and never changes: working a
// holiday out anew costs a hundred times what looking at a bit does.
var holidayTable = sync.OnceValue(func() map[string]*holidays {
	// The library computes in the machine's own zone, where midnight may not
	// exist; dates have no zone, and must be the same on every machine.
	cal.DefaultLoc = time.UTC
	library := make(map[string][]daysOfYear)
	for country, days := range national() {
		library[country] = years(days)
	}
	australia := years(au.HolidaysNSW)
	for _, state := range [][]*cal.Holiday{
		au.HolidaysACT, au.HolidaysNT, au.HolidaysQLD, au.HolidaysSA,
		au.HolidaysTAS, au.HolidaysVIC, au.HolidaysWA,
	} {
		for i, days := range years(state) {
			australia[i] = australia[i].and(days)
		}
	}
	library["AU"] = australia
	table := make(map[string]*holidays)
	for country, years := range library {
		table[country] = &holidays{years: years}
	}
	for _, l := range holidayLines() {
		table[l.country] = l.holidays(library)
	}
	return table
})

func national() map[string][]*cal.Holiday {
	return map[string][]*cal.Holiday{
		"AT": at.Holidays, "BE": be.Holidays, "BG": bg.Holidays,
		"BR": br.Holidays, "CA": ca.Holidays, "CH": ch.Holidays, "CZ": cz.Holidays,
		"DE": de.Holidays, "DK": dk.Holidays, "ES": es.Holidays, "FR": fr.Holidays,
		"GB": gb.Holidays, "GR": gr.Holidays, "HR": hr.Holidays, "IE": ie.Holidays,
		"IT": it.Holidays, "JP": jp.Holidays, "LT": lt.Holidays, "LV": lv.Holidays,
		"MW": mw.Holidays, "NC": nc.Holidays, "NL": nl.Holidays, "NO": no.Holidays,
		"NZ": nz.Holidays, "PL": pl.Holidays, "RO": ro.Holidays,
		"SE": se.Holidays, "SI": si.Holidays, "SK": sk.Holidays,
		"US": us.Holidays, "ZA": za.Holidays,
	}
}

func years(holidays []*cal.Holiday) []daysOfYear {
	table := make([]daysOfYear, holidaysTo-holidaysFrom+1)
	mark := func(t time.Time) {
		if i := t.Year() - holidaysFrom; !t.IsZero() && i >= 0 && i < len(table) {
			table[i].set(t.YearDay() - 1)
		}
	}
	for _, h := range holidays {
		// New Year's Day may be observed in the year before.
		for year := holidaysFrom; year <= holidaysTo+1; year++ {
			actual, observed := h.Calc(year)
			mark(observed)
			// A holiday moved off a weekend is still one on its own date; one
			// that is moved within the week is worked.
			if day := actual.Weekday(); day == time.Saturday || day == time.Sunday {
				mark(actual)
			}
		}
	}
	return table
}
