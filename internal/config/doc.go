// Package config reads config.yaml: strictly, with every problem told at once
// and each at its file, line and column. Scalar keys may be overridden by the
// environment and by flags. It checks that the files, folders and secrets that
// the configuration names are there and safe, and hands out passwords and
// access tokens when they are needed.
//
// A secret never stands in the configuration, in a log, in an error or in any
// form that could be written down by accident: Secret shows as <redacted>.
package config
