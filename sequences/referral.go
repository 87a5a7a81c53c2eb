package sequences

import "strings"

// Referrer is who sent us to a person: their field referral or referred_by,
// else the reason of the enrolment where it is "referred by …"; "" where nobody
// is known.
func (p *Person) Referrer(e *Enrolment) string {
	for _, field := range []string{"referral", "referred_by"} {
		if name := strings.TrimSpace(p.Fields[field]); name != "" {
			return name
		}
	}
	const by = "referred by "
	if e != nil && len(e.Reason) > len(by) && strings.EqualFold(e.Reason[:len(by)], by) {
		return strings.TrimSpace(e.Reason[len(by):])
	}
	return ""
}

// knows says whether a fact is known of a person in an enrolment, whose reason
// may name the one who sent us.
func (p *Person) knows(e *Enrolment, fact string) bool {
	return p.Has(fact) || fact == "referral" && p.Referrer(e) != ""
}

// TemplateOf is the template of a step for somebody: that of the opening is
// another one where the sequence has one for people whom somebody sent us to,
// and it is known who.
func (s Sequence) TemplateOf(p *Person, e *Enrolment, step Step) string {
	if s.ReferralOpening != "" && step.ID == s.Opening() && p.Referrer(e) != "" {
		return s.ReferralOpening
	}
	return step.Template
}

// Opening is the id of the first mail; "" where there is none.
func (s Sequence) Opening() string {
	for _, step := range s.Steps {
		if step.Task == "" {
			return step.ID
		}
	}
	return ""
}
