package prospects_test

import (
	"fmt"
	"strings"
	"testing"

	"followupd/internal/prospects"
)

func TestRead(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, src string
		rows      []string // line address first_name company reason source
		problems  []string // substrings, in order
	}{
		{"usual fields, however their words are parted", "email,first-name,COMPANY,Reason\na@b.example,Ann,B,asked us\nc@d.example,Cy,D,\n", []string{"2 a@b.example Ann B asked us where", "3 c@d.example Cy D why where"}, nil},
		{"a usual field in one word", "email,FirstName,company,Time Zone\na@b.example,Ann,B,Europe/Madird\nc@d.example,Cy,D,Europe/Madrid\n", []string{"3 c@d.example Cy D why where"}, []string{"f.csv:2:19: timezone: there is no time zone"}},
		{"commas", "email,First Name,company\nDana@Acme.example,Dana,Acme\n", []string{"2 dana@acme.example Dana Acme why where"}, nil},
		{"semicolons and a byte order mark", "\ufeffE-Mail;first_name;company\na@b.example;Ann;\"B; and C\"\n", []string{"2 a@b.example Ann B; and C why where"}, nil},
		{"tabs", "email\tfirst_name\tcompany\na@b.example\tAnn\tB\n", []string{"2 a@b.example Ann B why where"}, nil},
		{"windows-1252", "email,first_name,company\na@b.example,Zo\xeb,B\xe4cker\n", []string{"2 a@b.example Zoë Bäcker why where"}, nil},
		{"a quoted newline counts as lines", "email,first_name,company\na@b.example,Ann,\"B\nand C\"\nc@d.example,Cy,D\n",
			[]string{"2 a@b.example Ann B\nand C why where", "4 c@d.example Cy D why where"}, nil},
		{"columns for reason and source win", "email,first_name,company,reason,source\na@b.example,Ann,B,asked us,fair\n", []string{"2 a@b.example Ann B asked us fair"}, nil},
		{"windows line ends and blank lines", "email,first_name,company\r\n\r\na@b.example,Ann,B\r\n,,\r\n", []string{"3 a@b.example Ann B why where"}, nil},
		{"an address with a name and a foreign domain", "email,first_name,company\nAnn <Ann@Bücher.example>,Ann,B\n", []string{"2 ann@xn--bcher-kva.example Ann B why where"}, nil},
		{"all problems at once", "email,first_name,company\nnobody,Ann,B\na@b.example,Ann,B\nA@B.example,Ann,B\n,Ann,B\nc@d.example,An\x01n,B\n" +
			"e@f.example,Ann,B,more\ng@localhost,Ann,B\n",
			[]string{"3 a@b.example Ann B why where"},
			[]string{"f.csv:2:1: \"nobody\" is not an address", "f.csv:4:1: a@b.example stands in line 3", "f.csv:5:1: has no address", "f.csv:6:13: first_name: holds control",
				"f.csv:7:19: has 4 values", "f.csv:8:1: \"g@localhost\" has no domain"}},
		{"no address column", "name,company\nAnn,B\n", nil, []string{"f.csv:1: no column is called email"}},
		{"two columns of a name", "email,First Name,first_name\na@b.example,A,B\n", nil, []string{"f.csv:1:18: column 3: there are two columns \"first_name\""}},
		{"a column that templates keep for themselves", "email,note\na@b.example,A\n", nil, []string{"f.csv:1:7: column 2: \"note\" is a word of the templates"}},
		{"a header alone", "email,first_name\n\n", nil, []string{"f.csv:1: the file has no rows"}},
		{"time zones", "email,first_name,company,timezone\na@b.example,Ann,B,Europe/Madird\nc@d.example,Cy,D,europe/madrid\ne@f.example,Eve,F,UTC+02:00\n",
			[]string{"3 c@d.example Cy D why where", "4 e@f.example Eve F why where"}, []string{"f.csv:2:19: timezone: there is no time zone \"Europe/Madird\"; write it as in Europe/Madrid"}},
		{"countries", "email,first_name,company,country\na@b.example,Ann,B,Grmany\nc@d.example,Cy,D,Germany\ne@f.example,Eve,F,pt\n",
			[]string{"3 c@d.example Cy D why where", "4 e@f.example Eve F why where"}, []string{"f.csv:2:19: country: there is no country \"Grmany\""}},
		{"empty", "", nil, []string{"f.csv:1: the file is empty"}},
		{"a stray quote", "email,first_name,company\na@b.example,An\"n,B\nc@d.example,Cy,D\n", []string{"3 c@d.example Cy D why where"}, []string{"f.csv:2:15: "}},
		{"a quote that isn't closed", "email,first_name,company\na@b.example,\"Ann,B\nc@d.example,Cy,D\n", nil, []string{"f.csv:2:13: a quote opens here"}},
		{"a quote that the next line seems to close", "email,first_name,company\na@b.example,\"Ann,B\nc@d.example,\"Cy\",D\n", nil, []string{"f.csv:2:13: a quote opens here"}},
		{"a workbook of Excel", "PK\x03\x04\x14\x00\x06\x00[Content_Types].xml xl/workbook.xml", nil, []string{"f.csv: this is an Excel file, and no CSV file: open it there, save it as CSV"}},
		{"an older one", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", nil, []string{"f.csv: this is an Excel file"}},
		{"one of LibreOffice", "PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", nil, []string{"f.csv: this is a LibreOffice file"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			rows, problems := prospects.Read("f.csv", []byte(tt.src), prospects.Defaults{Reason: "why", Source: "where"})
			var got []string
			for _, r := range rows {
				got = append(got, fmt.Sprint(r.Line, " ", r.Address, " ", r.Fields["first_name"], " ", r.Fields["company"], " ", r.Reason, " ", r.Source))
			}
			if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", tt.rows) {
				t.Errorf("rows\n got %q\nwant %q", got, tt.rows)
			}
			if len(problems) != len(tt.problems) {
				t.Fatalf("problems %v, want %q", problems, tt.problems)
			}
			for i, p := range problems {
				if !strings.HasPrefix(p.String(), tt.problems[i]) {
					t.Errorf("problem %d is %q, want %q…", i, p, tt.problems[i])
				}
			}
		})
	}
}

func TestReadWantsReasonAndSource(t *testing.T) {
	t.Parallel()
	rows, problems := prospects.Read("f.csv", []byte("email\na@b.example\n"), prospects.Defaults{})
	if len(rows) != 0 || len(problems) != 2 {
		t.Fatalf("rows %v, problems %v; want no row, and both reason and source asked for", rows, problems)
	}
}

func TestField(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, value, field, trimmed, why string }{
		{"First Name", " Dana ", "first_name", "Dana", ""},
		{"city", "", "city", "", ""},
		{"…", "x", "", "", "can't be a field's name"},
		{"note", "x", "", "", "is a word of the templates"},
		{"E-Mail", "x@y.example", "", "", "stays"},
		{"reason", "x", "", "", "stays"},
		{"timezone", "Mars", "", "", "timezone: there is no time zone \"Mars\""},
		{"city", "a\x00b", "", "", "control characters"},
	} {
		field, trimmed, why := prospects.Field(tt.name, tt.value)
		if field != tt.field || trimmed != tt.trimmed || (why == "") != (tt.why == "") || !strings.Contains(why, tt.why) {
			t.Errorf("%s=%s: %q, %q, %q", tt.name, tt.value, field, trimmed, why)
		}
	}
}

// Spreadsheets save "Unicode text" as UTF-16 with a byte order mark.
func TestUTF16(t *testing.T) {
	t.Parallel()
	for name, src := range map[string]string{
		"little": "\xff\xfee\x00m\x00a\x00i\x00l\x00\n\x00a\x00@\x00b\x00.\x00d\x00e\x00\n\x00",
		"big":    "\xfe\xff\x00e\x00m\x00a\x00i\x00l\x00\n\x00a\x00@\x00b\x00.\x00d\x00e\x00\n",
	} {
		rows, problems := prospects.Read("a.csv", []byte(src), prospects.Defaults{Reason: "r", Source: "s"})
		if len(problems) > 0 || len(rows) != 1 || rows[0].Address != "a@b.de" {
			t.Errorf("%s: %v, %v", name, rows, problems)
		}
	}
}

// A bad row is no reason to leave out a good one of the same address.
func TestBadRowHidesNoGoodOne(t *testing.T) {
	t.Parallel()
	rows, problems := prospects.Read("a.csv", []byte("email,timezone\na@b.de,Europe/Nowhere\na@b.de,Europe/Berlin\na@b.de,Europe/Berlin\n"), prospects.Defaults{Reason: "r", Source: "s"})
	if len(rows) != 1 || rows[0].Line != 3 || len(problems) != 2 {
		t.Errorf("rows %v, problems %v", rows, problems)
	}
}

// What a list in another language calls a usual field becomes a field of its
// own, and is told of.
func TestSlipsInOtherLanguages(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ src, want string }{
		{"E-Mail;Vorname;Nachname;Firma;Zeitzone;Land;Straße", "vorname>first_name nachname>last_name firma>company zeitzone>timezone land>country straße>street"},
		{"email,Prénom,NOM,Société,Fuseau horaire,Pays", "prénom>first_name nom>last_name société>company fuseau_horaire>timezone pays>country"},
		{"email,prenom,societe", "prenom>first_name societe>company"},
		{"email,Nombre,Apellidos,Empresa,Zona horaria,País", "nombre>first_name apellidos>last_name empresa>company zona_horaria>timezone país>country"},
		{"email,Nome,Cognome,Azienda,Fuso orario,Paese", "nome>first_name cognome>last_name azienda>company fuso_orario>timezone paese>country"},
		{"email,nome,sobrenome,empresa,fuso horário", "nome>first_name sobrenome>last_name empresa>company fuso_horário>timezone"},
		{"email,Voornaam,Achternaam,Bedrijf,Tijdzone", "voornaam>first_name achternaam>last_name bedrijf>company tijdzone>timezone"},
		{"email,surname,given name", "surname>last_name given_name>first_name"},
		{"e_mail,courriel,first_name,vorname", ""},
		{"email,anrede,machine_type,ditta", ""},
	} {
		var got []string
		for _, p := range prospects.Slips("f.csv", []byte(tt.src+"\n"), append(prospects.UsualFields(), "ditta")) {
			_, text, _ := strings.Cut(p.Text, "of its own, ")
			got = append(got, strings.TrimSuffix(strings.Replace(text, "; did you mean ", ">", 1), "?"))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.src, strings.Join(got, " "), tt.want)
		}
	}
}
