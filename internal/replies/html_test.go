package replies

import (
	"net/mail"
	"testing"
)

// TestHTML holds that the marks of the clients' HTML lead to the same new text.
func TestHTML(t *testing.T) {
	t.Parallel()
	const answer = "Thursday at three would suit me."
	tests := []struct{ name, html, want string }{
		{"gmail", `<div dir="ltr">Thursday at three would suit me.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Ann-Marie kirjutas kuupäeval:<br></div><blockquote class="gmail_quote" style="margin:0"><div>Hi Dana,<br>who answers? Reply STOP.</div></blockquote></div>`, answer},
		{"gmail inline", `<div dir="ltr">See below.<br><br><div class="gmail_quote"><div class="gmail_attr">On Tue, 3 Mar 2026 at 10:00, Ana &lt;ana@lima.example&gt; wrote:<br></div><blockquote class="gmail_quote">How many?</blockquote><div>Five.</div><blockquote class="gmail_quote">When?</blockquote><div>In May.</div></div></div>`, "See below.\n\nFive.\n\nIn May."},
		{"gmail signature", `<div>Thursday at three would suit me.</div><div>-- <br><div class="gmail_signature">Dana Voss<br>Kestrel Paper</div></div>`, answer},
		{"outlook desktop", `<html><head><style>p{}</style></head><body><div class="WordSection1"><p class="MsoNormal">Thursday at three would suit me.<o:p></o:p></p><p class="MsoNormal">&nbsp;</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>From:</b> Ana Lima &lt;ana@lima.example&gt;<br><b>Sent:</b> Tuesday, March 3, 2026 10:00 AM<br><b>To:</b> Dana Voss<br><b>Subject:</b> Calls</p></div></div><p class="MsoNormal">Hi Dana, reply STOP.</p></div></body></html>`, answer},
		{"outlook desktop in a language without labels here", `<p class="MsoNormal">Thursday at three would suit me.</p><div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p><b>Xyz:</b> Ana Lima</p><p><b>Abc:</b> 3/3/2026</p></div><p>Hi Dana, reply STOP.</p>`, answer},
		{"outlook web", `<div>Thursday at three would suit me.</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> Ana<br><b>Sent:</b> Tuesday<br></div><div>Hi Dana, reply STOP.</div>`, answer},
		{"outlook mobile", `<div>Thursday at three would suit me.</div><div id="ms-outlook-mobile-signature">Get <a href="https://aka.ms/o0ukef">Outlook for iOS</a></div><hr><div id="divRplyFwdMsg"><strong>From:</strong> Ana</div><div>Hi Dana</div>`, answer},
		{"apple", `<html><body>Thursday at three would suit me.<br><div><br><blockquote type="cite"><div>On 3 Mar 2026, at 10:00, Ana Lima &lt;ana@lima.example&gt; wrote:</div><br><div>Hi Dana, reply STOP.</div></blockquote></div></body></html>`, answer},
		{"thunderbird", `<p>Thursday at three would suit me.</p><div class="moz-cite-prefix">Ana rašė:<br></div><blockquote type="cite" cite="mid:1@lima.example"><p>Hi Dana, reply STOP.</p></blockquote>`, answer},
		{"yahoo", `<div class="ydp1">Thursday at three would suit me.</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>On Tuesday, March 3, 2026 at 10:00:00 AM GMT+1, Ana Lima &lt;ana@lima.example&gt; wrote:</div><div>Hi Dana, reply STOP.</div></div>`, answer},
		{"gmx", `<div>Thursday at three would suit me.</div><div name="quote" style="margin:10px 5px 5px 10px;border-left:2px solid #C3D9E5;"><div><b>Gesendet:</b> Dienstag<br><b>Von:</b> Ana</div><div name="quoted-content">Hi Dana, reply STOP.</div></div>`, answer},
		{"proton", `<div style="font-family: Arial">Thursday at three would suit me.</div><div class="protonmail_signature_block">Sent with Proton Mail secure email.</div><div class="protonmail_quote">On Tuesday, March 3rd, 2026 at 10:00, Ana Lima &lt;ana@lima.example&gt; wrote:<br><blockquote class="protonmail_quote" type="cite">Hi Dana, reply STOP.</blockquote></div>`, answer},
		{"text within the signature", `<div></div><div class="gmail_signature">Thursday at three would suit me.</div>`, answer},
		{"paragraphs", `<p>Hi Ana,</p><p>Thursday at three<br>would suit me.</p><ul><li>tea</li><li>cake</li></ul>`, "Hi Ana,\n\nThursday at three\nwould suit me.\n\n- tea\n- cake"},
		{"hidden text", `<div style="display: none">preview</div><div>Thursday at three would suit me.</div><span style="mso-hide:all">x</span>`, answer},
		{"entities and spaces", `<div>Thursday&nbsp;at  three
 would suit&#32;me.</div>`, answer},
		{"script and style", `<style>.a{}</style><script>alert("<b>")</script>Thursday at three would suit me.`, answer},
		{"unclosed", `<div><blockquote><p>old</blockquote><p>Thursday at three would suit me.`, answer},
		{"x_ classes", `<div>Thursday at three would suit me.</div><div class="x_gmail_quote"><div class="x_gmail_attr">Ana kirjutas:</div><blockquote>Hi Dana</blockquote></div>`, answer},
	}
	w := newWriter([]mail.Address{{Name: "Dana Voss", Address: "dana@kestrel-paper.example"}})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := takeApart(htmlLines(tt.html), w, "", nil).fresh; got != tt.want {
				t.Errorf("new text %q, want %q", got, tt.want)
			}
		})
	}
}
