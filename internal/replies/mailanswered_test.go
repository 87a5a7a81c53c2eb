package replies

import "testing"

func TestMailAnswered(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"Gmail, with an older mail below ours", `Yes please

On Mon, Nov 2, 2026 at 9:00 AM Ben Rowe <ben@rowe.example> wrote:

> Hi Ann,
>
> shall I send you the price list?
>
> Ben
>
> On Thu, Oct 29, 2026 at 9:00 AM Ben Rowe <ben@rowe.example> wrote:
>
>> Hi Ann,
>>
>> how do you wrap your pallets today?
>>
>> Ben
`, "Hi Ann,\n\nshall I send you the price list?\n\nBen"},
		{"Outlook, with an older mail below ours", `Nein.

Von: Jonas Feld <feld@takt.example>
Gesendet: Montag, 2. November 2026 09:00
An: Uta Kern <kern@kern.example>
Betreff: AW: Schichten

Hallo Frau Kern,

darf ich am Donnerstag anrufen?

Von: Jonas Feld <feld@takt.example>
Gesendet: Montag, 26. Oktober 2026 09:00
An: Uta Kern <kern@kern.example>
Betreff: Schichten

Hallo Frau Kern, wer plant bei Ihnen?
`, "Hallo Frau Kern,\n\ndarf ich am Donnerstag anrufen?"},
		{"a separator without a header block", `No

-----Original Message-----
From: Ben Rowe <ben@rowe.example>
To: Ann Hale <ann@hale.example>

Hi Ann, are you covered for the winter?
`, "Hi Ann, are you covered for the winter?"},
		{"answers between our lines", `> Do you have someone?
No.
> Shall I call?
Yes, do.
`, "Do you have someone?\nShall I call?"},
		{"nothing quoted", "Yes please\n", ""},
	} {
		f := cutQuotes(plainLines(tt.text, nil), writer{})
		if got := mailAnswered(f.quoted); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
