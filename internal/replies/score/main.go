// Command score measures how well package replies reads a labelled set of
// replies: whole mails are written from the labels' bodies and read like any
// other. It prints a table, or JSON, and exits 1 when a reading was unsafe:
// when the sequence would have gone on by itself though a person must look or
// it must stop. It never changes the set it measures.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// usage is the exit code for a call that can't be understood (sysexits.h).
const usage = 64

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, out, errs io.Writer) int {
	f := flag.NewFlagSet("score", flag.ContinueOnError)
	f.SetOutput(errs)
	asJSON := f.Bool("json", false, "print JSON instead of a table")
	each := f.Bool("errors", false, "list every mail that was read wrongly")
	train := f.Bool("train", false, "train the small model from the files (default: the training part of the project's set)")
	days := f.Bool("train-dates", false, "train only which of the days in a text is meant")
	told := f.Bool("train-below", false, "train only which lines below a name are told to any reader")
	f.Usage = func() {
		fmt.Fprintln(errs, "usage: score [--json] [--errors] [--train] [--train-dates] [--train-below] [FILE.jsonl…]\nWithout files the held-out part of the project's own set is scored.")
		f.PrintDefaults()
	}
	if err := f.Parse(args); err != nil {
		return usage
	}
	if *told {
		if err := trainTold(); err != nil {
			fmt.Fprintf(errs, "score: %v\n", err)
			return 1
		}
		return 0
	}
	pattern := "internal/replies/testdata/heldout-*.jsonl"
	if *train || *days {
		pattern = "internal/replies/testdata/train-*.jsonl"
	}
	files := f.Args()
	if len(files) == 0 {
		files, _ = filepath.Glob(pattern) // the pattern is well formed
	}
	if len(files) == 0 {
		fmt.Fprintf(errs, "score: no file matches %s; name one, or run it from the project's root\n", pattern)
		return usage
	}
	set, err := load(files)
	if err != nil {
		fmt.Fprintf(errs, "score: %v\n", err)
		return 1
	}
	if *train || *days {
		err := trainDates(set)
		if err == nil && *train {
			err = trainModel(set, "internal/replies/model.bin")
		}
		if err == nil && *train {
			err = trainTold()
		}
		if err != nil {
			fmt.Fprintf(errs, "score: %v\n", err)
			return 1
		}
		return 0
	}
	t := tally(set)
	if *asJSON {
		e := json.NewEncoder(out)
		e.SetIndent("", "  ")
		if err := e.Encode(t.summary()); err != nil {
			fmt.Fprintf(errs, "score: %v\n", err)
			return 1
		}
	} else {
		t.print(out)
	}
	if *each {
		t.printErrors(out)
	}
	if len(t.Unsafe) > 0 {
		fmt.Fprintf(errs, "score: in %d of the replies the sequence would have gone on where it must not\n", len(t.Unsafe))
		return 1
	}
	return 0
}
