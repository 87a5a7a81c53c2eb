package main_test

import (
	"encoding/json"
	"net/mail"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestPreviewSendsToTheOwnerAlone(t *testing.T) {
	t.Parallel()
	w := quietWorld(t)
	before := w.must("why", "bo@berg.example", "--json").stdout + w.must("plan", "--json", "--days", "30").stdout[:1]
	for _, address := range []string{"bo@berg.example", "stranger@elsewhere.example", "Ana <ana@lima.example>"} {
		w.expect([]string{"preview", "bo@berg.example", "--send-to", address}, 1, "a preview goes to yourself alone: ana@lima.example; nothing was sent")
	}
	if got := w.lab.Accepted(); len(got) != 0 {
		t.Fatalf("%d mails were sent", len(got))
	}
	w.expect([]string{"preview", "bo@berg.example", "--send-to", "ANA@lima.example"}, 0, "sent to ANA@lima.example: the mail of step opening for bo@berg.example", "the mail of step last")
	got := w.lab.Accepted()
	if len(got) != 2 {
		t.Fatalf("%d mails were sent", len(got))
	}
	m, err := mail.ReadMessage(strings.NewReader(string(got[0].Raw)))
	if err != nil {
		t.Fatal(err)
	}
	if s := m.Header.Get("Subject"); s != "[Preview for bo@berg.example, step opening] Quotes at Berg" || !strings.EqualFold(got[0].Recipient, "ana@lima.example") {
		t.Errorf("subject %q to %s", s, got[0].Recipient)
	}
	for key := range m.Header {
		if !slices.Contains([]string{"From", "To", "Date", "Subject", "Message-Id", "Mime-Version", "Content-Type", "Content-Transfer-Encoding", "Auto-Submitted"}, key) {
			t.Errorf("the preview has %s: %s", key, m.Header.Get(key))
		}
	}
	if strings.Contains(string(got[0].Raw), "To: Bo") || !strings.Contains(string(got[0].Raw), "Which part of a quote") {
		t.Errorf("the preview is\n%s", got[0].Raw)
	}
	if after := w.must("why", "bo@berg.example", "--json").stdout + w.must("plan", "--json", "--days", "30").stdout[:1]; after != before {
		t.Errorf("the journal was\n%s\nand is\n%s", before, after)
	}
	// The step is to come still, and goes out once, to the person.
	w.write("sequences/intro.yaml", strings.Replace(planYAML, "wait: 2d, ", "", 1))
	w.write("config.yaml", strings.Replace(read(t, w.path("config.yaml")), "live: false", "live: true", 1))
	w.must("stop", "bo@berg.example")
	w.write("people.csv", "email,first_name,company,timezone\nkim@oh.example,Kim,Oh,UTC\n")
	w.must("import", "people.csv", "--sequence", "intro", "--reason", "asked us", "--source", "their card")
	w.expect([]string{"preview", "kim@oh.example", "--send-to", "ana@lima.example"}, 0, "sent to ana@lima.example")
	d := w.start().ready()
	awaitMail(t, w, "kim@oh.example")
	d.signal(os.Interrupt)
	d.end()

	// An own address that is a prospect's too gets nothing.
	w.write("more.csv", "email,first_name,company\nben@lima.example,Ben,Lima\n")
	w.must("import", "more.csv", "--sequence", "intro", "--reason", "asked us", "--source", "their card")
	w.write("config.yaml", strings.Replace(read(t, w.path("config.yaml")), "email: ana@lima.example", "email: ben@lima.example", 1))
	w.expect([]string{"preview", "kim@oh.example", "--send-to", "ben@lima.example"}, 1, "ben@lima.example is also the address of somebody in your sequences")
}

func TestPreviewOfASample(t *testing.T) {
	t.Parallel()
	w := quietWorld(t)
	w.write("sequences/more.yaml", strings.Replace(planYAML, "name: intro", "name: more", 1))
	w.write("more.csv", "email,first_name,company\nx@hole.example,,\nlea@roth.example,Lea,Roth\n")
	w.must("import", "more.csv", "--sequence", "more", "--reason", "asked us", "--source", "their card")
	w.expect([]string{"preview"}, 64, "give an ADDRESS, or --sample N")
	w.expect([]string{"preview", "bo@berg.example", "--sample", "3"}, 64, "give an ADDRESS, or --sample N")
	w.expect([]string{"preview", "--sample", "0"}, 64, "--sample takes 1 to 100")
	w.expect([]string{"preview", "--sample", "2", "--step", "last"}, 64, "--step goes with an ADDRESS")

	var sequences []string
	for line := range strings.Lines(w.must("preview", "--sample", "2", "--json").stdout) {
		var p struct {
			Sequence string
			Mails    []struct{ Step, State string }
		}
		if err := json.Unmarshal([]byte(line), &p); err != nil {
			t.Fatal(err)
		}
		if len(p.Mails) != 1 || p.Mails[0].Step != "opening" {
			t.Errorf("%+v", p)
		}
		sequences = append(sequences, p.Sequence)
	}
	if !slices.Equal(sequences, []string{"intro", "more"}) {
		t.Errorf("the sample is of %q", sequences)
	}
	dir := w.path("mails")
	w.expect([]string{"preview", "--sample", "9", "--eml", dir}, 0, "HOLE: ", "Bo <bo@berg.example>", "Lea <lea@roth.example>", "!Is a plain no")
	files, err := filepath.Glob(filepath.Join(dir, "*.eml"))
	if err != nil || len(files) != 4 {
		t.Fatal(files, err)
	}
	holes := 0
	for _, file := range files {
		text := read(t, file)
		if _, err := mail.ReadMessage(strings.NewReader(text)); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		if strings.Contains(text, "never goes out like this") {
			holes++
		}
	}
	if holes != 1 {
		t.Errorf("%d of %q have holes", holes, files)
	}
}

// A step without a day that can be read is named where it would have come, with
// the reason, like one for want of a field.
func TestPreviewNamesStepsWithoutADay(t *testing.T) {
	t.Parallel()
	w := quietWorld(t)
	w.write("templates/values.yaml", read(t, w.path("templates/values.yaml"))+"  - {id: hall, title: a plan of the hall, good_for: the way to us}\n  - {id: thanks, title: our thanks, good_for: a start}\n")
	w.write("sequences/intro.yaml", planYAML+
		"  - {id: fair, on: fair_date + 1d, template: last, objective: meet at the fair, value: hall}\n"+
		"  - {id: thanks, on: fair_date + 9d, template: last, objective: say thanks, value: thanks}\n")
	w.must("set", "zoe@xu.example", "fair_date=soon")
	w.takenUp()
	w.expect([]string{"preview", "zoe@xu.example"}, 0, "3. fair, passed over", "4. thanks, passed over", `fair_date is "soon": that is no date`, "ADDRESS fair_date=")
	w.expect([]string{"preview", "bo@berg.example"}, 0, "3. fair, passed over", "fair_date is not known")

	// What is passed over already no field brings back.
	w.write("sequences/dated.yaml", strings.Replace(strings.Replace(planYAML, "name: intro", "name: dated", 1), "wait: 2d", "on: fair_date - 1d", 1))
	w.write("people.csv", "email,first_name,company\ncy@cole.example,Cy,Cole\n")
	w.must("import", "people.csv", "--sequence", "dated", "--reason", "asked us", "--source", "their card")
	w.takenUp()
	w.expect([]string{"preview", "cy@cole.example"}, 0, "1. opening, passed over", "fair_date is not known", "!to make it known")
}
