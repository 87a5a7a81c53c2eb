package config

import (
	"fmt"
	"log/slog"
	"slices"
	"strings"

	"followupd/internal/strictyaml"
)

// TLSMode says how a connection is protected. Certificates are always verified.
type TLSMode string

// The TLS modes.
const (
	TLSImplicit TLSMode = "implicit"      // TLS from the first byte
	TLSStart    TLSMode = "starttls"      // upgraded before anything else is said
	TLSNone     TLSMode = "insecure-none" // none at all: loopback only
)

// LogLevel is the least important line that is logged.
type LogLevel string

// The log levels.
const (
	LogDebug LogLevel = "debug"
	LogInfo  LogLevel = "info"
	LogWarn  LogLevel = "warn"
	LogError LogLevel = "error"
)

// Slog is the level as package slog has it.
func (l LogLevel) Slog() slog.Level {
	switch l {
	case LogDebug:
		return slog.LevelDebug
	case LogWarn:
		return slog.LevelWarn
	case LogError:
		return slog.LevelError
	}
	return slog.LevelInfo
}

// LogFormat is how lines are logged.
type LogFormat string

// The log formats.
const (
	LogText LogFormat = "text"
	LogJSON LogFormat = "json"
)

// Approval says what has to happen before a mail goes out.
type Approval string

// The approvals.
const (
	ApprovalNone  Approval = "none"  // nothing
	ApprovalAsk   Approval = "ask"   // the owner says yes
	ApprovalDraft Approval = "draft" // it is put into Drafts, and the owner sends it
)

func approvals() []string {
	return []string{string(ApprovalNone), string(ApprovalAsk), string(ApprovalDraft)}
}
func tlsModes() []string { return []string{string(TLSImplicit), string(TLSStart), string(TLSNone)} }
func logLevels() []string {
	return []string{string(LogDebug), string(LogInfo), string(LogWarn), string(LogError)}
}
func logFormats() []string { return []string{string(LogText), string(LogJSON)} }

// UnmarshalText reads implicit, starttls or insecure-none.
func (m *TLSMode) UnmarshalText(b []byte) error { return word(m, string(b), tlsModes()) }

// UnmarshalText reads debug, info, warn or error.
func (l *LogLevel) UnmarshalText(b []byte) error { return word(l, string(b), logLevels()) }

// UnmarshalText reads text or json.
func (f *LogFormat) UnmarshalText(b []byte) error { return word(f, string(b), logFormats()) }

// UnmarshalText reads none, ask or draft.
func (a *Approval) UnmarshalText(b []byte) error { return word(a, string(b), approvals()) }

// word sets one of a closed set of words.
func word[T ~string](v *T, text string, known []string) error {
	if slices.Contains(known, text) {
		*v = T(text)
		return nil
	}
	hint := "write " + strings.Join(known[:len(known)-1], ", ") + " or " + known[len(known)-1]
	if near := strictyaml.DidYouMean(text, known); near != "" {
		hint = "did you mean " + near + "?"
	}
	return strictyaml.Fault(fmt.Sprintf("%q is not known here", text), hint)
}
