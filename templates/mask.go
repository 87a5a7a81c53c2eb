package templates

// The bytes that stand in the place of actions in a masked text: a printed
// value, and what only steers.
const (
	maskValue = '\x01'
	maskSteer = '\x02'
)

// maskActions puts one byte for each byte of an action, so that what is left
// are the template's own words, each in its place.
func maskActions(text string) string {
	b := []byte(text)
	for _, a := range scanActions(text) {
		mask := byte(maskValue)
		if !a.prints() {
			mask = maskSteer
		}
		for i := a.start; i < a.end; i++ {
			b[i] = mask
		}
	}
	return string(b)
}
