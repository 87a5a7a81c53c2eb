package replies

// What one mail may cost. A mail that asks for more is read as far as it goes
// and called damaged, which makes it a case for a person.
const (
	maxMail    = 4 << 20   // bytes of raw mail looked at
	maxHeader  = 256 << 10 // bytes of one header block
	maxText    = 256 << 10 // bytes of decoded text, over all parts
	maxDepth   = 20        // parts within parts
	maxParts   = 100
	maxFields  = 2000     // header fields of one block
	maxValue   = 32 << 10 // bytes of one field's continuation lines
	maxIDs     = 200      // message ids kept of one header
	maxAddress = 200      // addresses kept of one header
	maxQuote   = 200      // bytes of words given as evidence
)
