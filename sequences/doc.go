// Package sequences is the core: the language that sequences are written in,
// and the decisions about one person at a time.
//
// Decide and Gate are pure functions of state, event and time; each returns
// its reason. They must never let a mail go out after a person answered, opted
// out, bounced or was written to by the owner, never send a step twice, and
// never panic. Nothing here reads a clock, a disk, a network or chance.
package sequences

// RulesVersion names the rules of Decide, Apply and Gate. It changes whenever
// the same state, event and time may be decided differently.
const RulesVersion = "rules-7"
