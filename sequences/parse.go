package sequences

import (
	"slices"
	"strings"
	"time"

	"followupd/internal/strictyaml"
)

// defaultWindow holds where a sequence says nothing: working hours, where the
// prospect is.
var defaultWindow = Window{From: 9 * 60, To: 17 * 60, Zone: ZoneProspect, Holidays: HolidaysProspect}

// Parse reads one file of the sequences folder and checks all that can be told
// from the file alone; ParseSet checks the rest. file is the name that problems
// are told with. The sequence is complete only if the problems have no errors.
func Parse(file string, src []byte) (Sequence, *strictyaml.Document, strictyaml.Problems) {
	var f sequenceFile
	doc, problems := strictyaml.Decode(file, src, &f)
	if !doc.Has("") {
		if len(problems) == 0 {
			problems = strictyaml.Problems{doc.Problem("", "the file is empty", "a sequence begins with name: and has steps:")}
		}
		return Sequence{File: file}, doc, problems
	}
	if slices.ContainsFunc(problems, func(p strictyaml.Problem) bool { return p.Path == "" }) {
		return Sequence{File: file}, doc, problems // it is no group of keys, so all would seem to be missing
	}
	s := f.sequence(file)
	c := check{doc: doc, problems: problems}
	c.sequence(s)
	c.problems.Sort()
	return s, doc, c.problems
}

// sequenceFile is the shape of a file; Schema describes it to editors.
type sequenceFile struct {
	Name            nameWord                 `yaml:"name" jsonschema:"required,example=intro" jsonschema_description:"What the sequence is called in commands and reports: lower case letters, digits and hyphens."`
	Goal            string                   `yaml:"goal" jsonschema:"example=a first 20-minute conversation about their quoting process" jsonschema_description:"What the whole sequence is for, in your own words."`
	Mailbox         filledText               `yaml:"mailbox" jsonschema:"required,example=ana" jsonschema_description:"The mailbox that it is sent from, by its name in the configuration."`
	Window          windowFile               `yaml:"window" jsonschema_description:"When mails may go out. Without one: Monday to Friday, 09:00-17:00, where the prospect is, not on public holidays."`
	Steps           []stepFile               `yaml:"steps" jsonschema:"required,minItems=1" jsonschema_description:"The mails, in their order."`
	Replies         map[intentKey]actionWord `yaml:"replies" jsonschema_description:"What each kind of answer does. What isn't named here keeps its default."`
	ReferralOpening filledText               `yaml:"referral_opening" jsonschema:"example=referral" jsonschema_description:"The template of the first mail to people whom somebody sent you to (their field referral or referred_by, or a reason that is referred by …). Where it is not known who, the step's own template is sent."`
	Company         companyFile              `yaml:"company" jsonschema_description:"What an answer of a colleague does to the others at that company."`
	GiveUp          *int                     `yaml:"give_up" jsonschema:"minimum=1,maximum=20,default=3" jsonschema_description:"The sequence ends when this many things of value were given without an answer."`
	Away            spanText                 `yaml:"away" jsonschema:"default=7d" jsonschema_description:"How long to wait after an absence note that names no date."`
	Approval        approvalWord             `yaml:"approval" jsonschema_description:"What has to happen before a mail goes out. none: nothing; ask: you are asked by mail and say yes; draft: it is put into your Drafts, and you send it. Without one: as the mailbox says."`
	OnSnoozeEnd     filledText               `yaml:"on_snooze_end" jsonschema:"example=what-has-changed" jsonschema_description:"The template that is sent when somebody's \"write to me later\" is over, to ask what has changed. Without one the next step is sent."`
}

type stepFile struct {
	ID        nameWord     `yaml:"id" jsonschema:"required,example=opening" jsonschema_description:"The step's own name. People who are on their way through the sequence are found again by it after an edit."`
	Wait      waitText     `yaml:"wait" jsonschema_description:"How long after the mail before it; for the first step, after the person was added. Business days are those of the prospect's country."`
	On        *onText      `yaml:"on" jsonschema_description:"The day of the step, instead of a wait: a date, or a field of the prospect (or note.NAME) that has one, and how much before or after it. It is the prospect's day, within the window. Where there is no such day, or it is past, the step is skipped."`
	Late      *waitText    `yaml:"late" jsonschema:"example=3bd" jsonschema_description:"How long after its day (on:) the step may still come. Without it 3bd."`
	Template  filledText   `yaml:"template" jsonschema:"example=opening" jsonschema_description:"The template, by the name of its file without .md."`
	Objective filledText   `yaml:"objective" jsonschema:"required,example=learn whether late quotes cost them orders" jsonschema_description:"What this one mail is to achieve."`
	Value     filledText   `yaml:"value" jsonschema:"example=quoting-checklist" jsonschema_description:"What this mail gives to the reader, by its id in the value catalogue. Each is given once."`
	Needs     []needText   `yaml:"needs" jsonschema_description:"Facts that the mail leans on: fields of the prospect, or note.NAME. Where one is missing the step is skipped."`
	When      *whenFile    `yaml:"when" jsonschema_description:"For whom this step is. All of it must hold when its time comes; for everybody else the step is skipped."`
	Task      taskText     `yaml:"task" jsonschema:"example=call and ask which part of the proposal they would begin with" jsonschema_description:"Something for you to do by hand, instead of a mail. You get it by mail; the sequence waits until you say that it is done: followupd done ADDRESS."`
	SkipAfter skipText     `yaml:"skip_after" jsonschema:"example=10bd" jsonschema_description:"How long a task waits for you; then it is skipped. Without it, it waits for as long as it takes."`
	Window    *windowFile  `yaml:"window" jsonschema_description:"When this mail may go out, or this task comes to you. What isn't said here is as in the sequence's window."`
	Subject   filledText   `yaml:"subject" jsonschema:"example=A checklist for late quotes" jsonschema_description:"Begins a new thread with this subject. Without one, the mail answers the thread of the first mail."`
	Approval  approvalWord `yaml:"approval" jsonschema_description:"What has to happen before this mail goes out: none, ask or draft. Without one: as the sequence says."`
}

// windowFile is the word "always" or a group of keys.
type windowFile struct {
	always   bool
	Days     []dayWord    `yaml:"days" jsonschema:"minItems=1" jsonschema_description:"The days of the week. Without any: Monday to Friday."`
	Hours    hoursText    `yaml:"hours" jsonschema_description:"From and to, by the clock of the zone. 24:00 is midnight."`
	Zone     zoneText     `yaml:"zone" jsonschema_description:"Whose clock counts: prospect, mailbox, or a zone's name."`
	Holidays holidaysText `yaml:"holidays" jsonschema_description:"Whose public holidays are kept free: prospect, none, or a country's code."`
}

func (w *windowFile) UnmarshalText(text []byte) error {
	if string(text) != "always" {
		return strictyaml.Fault("must be a group of keys, or the word always", `try {days: [tue, wed, thu], hours: "09:00-11:30"}`)
	}
	w.always = true
	return nil
}

// companyFile is a rule for a colleague's answer, or a group of keys.
type companyFile struct {
	word   companyWord
	Answer companyWord `yaml:"answer" jsonschema_description:"What an answer of a colleague does to the others at that company."`
	AtOnce *int        `yaml:"at_once" jsonschema:"minimum=1,maximum=100,example=2" jsonschema_description:"How many people of one company are written to at once. The others wait until one of them is through; who was added first comes first."`
}

func (c *companyFile) UnmarshalText(text []byte) error { return c.word.UnmarshalText(text) }

func (c companyFile) rule() companyWord {
	if c.word != "" {
		return c.word
	}
	return c.Answer
}

func (f sequenceFile) sequence(file string) Sequence {
	s := Sequence{
		Name: string(f.Name), Goal: f.Goal, Mailbox: string(f.Mailbox),
		Window:  f.Window.over(defaultWindow),
		Company: CompanyRule(f.Company.rule()), Away: time.Duration(f.Away),
		OnSnoozeEnd: string(f.OnSnoozeEnd), ReferralOpening: string(f.ReferralOpening), Approval: Approval(f.Approval), File: file,
	}
	if f.GiveUp != nil {
		s.GiveUp = *f.GiveUp
	}
	if f.Company.AtOnce != nil {
		s.AtOnce = *f.Company.AtOnce
	}
	for _, step := range f.Steps {
		s.Steps = append(s.Steps, step.step(s.Window))
	}
	for intent, action := range f.Replies {
		if s.Replies == nil {
			s.Replies = make(map[string]Action, len(f.Replies))
		}
		s.Replies[string(intent)] = Action(action)
	}
	return s
}

func (f stepFile) step(sequence Window) Step {
	s := Step{
		ID: string(f.ID), Wait: Wait(f.Wait), Template: string(f.Template),
		Objective: strings.TrimSpace(string(f.Objective)), Value: string(f.Value), Subject: strings.TrimSpace(string(f.Subject)),
		Approval: Approval(f.Approval), Task: strings.TrimSpace(string(f.Task)), SkipAfter: Wait(f.SkipAfter),
	}
	for _, need := range f.Needs {
		s.Needs = append(s.Needs, string(need))
	}
	s.On = (*On)(f.On)
	s.Late = (*Wait)(f.Late)
	if f.When != nil {
		s.When = f.When.when()
	}
	if f.Window != nil {
		window := f.Window.over(sequence)
		s.Window = &window
	}
	return s
}

// over is what the file says, and for the rest what holds anyway.
func (f windowFile) over(base Window) Window {
	if f.always {
		return Window{Always: true}
	}
	w := base
	if base.Always {
		w = defaultWindow
	}
	if len(f.Days) > 0 {
		w.Days = nil
		for _, day := range f.Days {
			w.Days = append(w.Days, time.Weekday(day))
		}
		slices.Sort(w.Days)
		w.Days = slices.Compact(w.Days)
	}
	if f.Hours != (hoursText{}) {
		w.From, w.To = f.Hours.from, f.Hours.to
	}
	if f.Zone != "" {
		w.Zone = string(f.Zone)
	}
	if f.Holidays != "" {
		w.Holidays = string(f.Holidays)
	}
	return w
}
