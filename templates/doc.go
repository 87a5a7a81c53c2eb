// Package templates is the language that mails are written in: Markdown files
// with a front matter and fields, and the catalogue of things of value that
// mails can give.
//
// It parses, lints and renders. It must never let a mail with a hole in it
// count as usable, never read a prospect's data as a template, as Markdown or
// as HTML, and never invent what isn't in the data. Nothing here reads a clock,
// a disk, a network or chance: the same input gives the same mail.
package templates
