package replies

import (
	"encoding/json"
	"strings"
)

// cloudNotice is what Amazon SES sends through SNS instead of a report by
// RFC 3464: one JSON object as the mail's text.
type cloudNotice struct {
	Message string `json:"Message"` // the notice, where SNS sends it in its own envelope
	Type    string `json:"notificationType"`
	Event   string `json:"eventType"`
	Bounce  struct {
		Type       string `json:"bounceType"` // Permanent, Transient, Undetermined
		Recipients []struct {
			Address    string `json:"emailAddress"`
			Status     string `json:"status"`
			Diagnostic string `json:"diagnosticCode"`
		} `json:"bouncedRecipients"`
	} `json:"bounce"`
	Complaint struct {
		Recipients []struct {
			Address string `json:"emailAddress"`
		} `json:"complainedRecipients"`
	} `json:"complaint"`
	Mail struct {
		Headers []struct {
			Name  string `json:"name"`
			Value string `json:"value"`
		} `json:"headers"`
	} `json:"mail"`
}

// readNotice reads such a mail, false when it is none.
func (m *message) readNotice() (kindVerdict, bool) {
	text := strings.TrimSpace(m.written.full)
	if !strings.HasPrefix(text, "{") || !strings.Contains(text, "notificationType") && !strings.Contains(text, "eventType") {
		return kindVerdict{}, false
	}
	var n cloudNotice
	if err := json.NewDecoder(strings.NewReader(strings.ReplaceAll(text, "\n", " "))).Decode(&n); err != nil {
		return kindVerdict{}, false
	}
	if inner := n.Message; orElse(n.Type, n.Event) == "" && strings.HasPrefix(inner, "{") {
		n = cloudNotice{}
		if err := json.Unmarshal([]byte(inner), &n); err != nil {
			return kindVerdict{}, false
		}
	}
	for _, f := range n.Mail.Headers {
		if len(m.body.original) < maxFields {
			m.body.original = append(m.body.original, field{strings.ToLower(f.Name), f.Value})
		}
	}
	m.traceOriginal()
	switch orElse(n.Type, n.Event) {
	case "Bounce":
		k := kindVerdict{kind: KindBounce, confidence: 0.99, bounces: n.bounces()}
		return k.because("report.notice", "notificationType: Bounce"), true
	case "Complaint":
		for _, r := range n.Complaint.Recipients {
			m.header.Mentioned = append(m.header.Mentioned, findAddresses(r.Address, 1)...)
		}
		return kindVerdict{kind: KindComplaint, confidence: 0.99}.because("report.notice", "notificationType: Complaint"), true
	case "":
		return kindVerdict{}, false
	}
	return kindVerdict{kind: KindOther, confidence: 0.95}.because("report.notice", orElse(n.Type, n.Event)), true
}

func (n *cloudNotice) bounces() []Bounce {
	var list []Bounce
	for _, r := range n.Bounce.Recipients {
		if len(list) == maxBounces {
			break
		}
		words := diagnostic(r.Diagnostic)
		status := orElse(r.Status, findStatus(words))
		b := Bounce{Recipient: typedAddress(r.Address), Status: status, Text: clip(words, 500), Reason: reasonOf(words, status)}
		b.Permanent = n.Bounce.Type != "Transient" && permanentReason(b.Reason, failedClass(status, smtpCode(words)))
		list = append(list, b)
	}
	return list
}
