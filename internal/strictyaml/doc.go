// Package strictyaml reads YAML files that people write by hand: unknown keys,
// wrong types and duplicate keys are errors, every problem is told at once, and
// each names its file, line and column. It never touches a disk, never guesses
// what was meant, and gives up in bounded time and memory on hostile input.
//
// It reads YAML 1.2 with anchors, aliases and merge keys, but without tags,
// directives and several documents in one file.
package strictyaml
