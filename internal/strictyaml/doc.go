// Package strictyaml reads YAML files that people write by hand: unknown keys,
// wrong types and duplicate keys are errors, every problem is told at once, and
// each names its file, line and column. It never touches a disk.
package strictyaml
