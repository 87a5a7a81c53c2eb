package main_test

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "followupd"

// corePackages decide and have no way to reach the world.
func corePackages() []string {
	return []string{"sequences", "templates", "internal/replies", "internal/report", "internal/strictyaml", "internal/prospects"}
}

// inCore says whether a package is of the core. The command that scores and
// trains the reader lies beside it, and is no part of it.
func inCore(pkg string) bool { return below(pkg, corePackages()) && !below(pkg, measuring()) }

// measuring are the commands that measure the product; they may ask the clock.
func measuring() []string { return []string{"internal/bench", "internal/replies/score"} }

// mayImport says which of the project's packages each layer may import beside
// itself. What isn't named here has no place in the design yet.
func mayImport() map[string][]string {
	core := corePackages()
	layers := map[string][]string{
		"mailbox":          core,
		"internal/ledger":  core,
		"internal/config":  append([]string{"mailbox"}, core...),
		"internal/maillab": append([]string{"mailbox"}, core...),
		"internal/hook":    nil,
	}
	for _, pkg := range core {
		layers[pkg] = core
	}
	shell := append([]string{"mailbox", "internal/ledger", "internal/config"}, core...)
	layers["internal/engine"] = append([]string{"internal/owner"}, shell...)
	layers["internal/owner"] = append([]string{"internal/engine"}, shell...)
	layers["internal/bench"] = append([]string{"internal/maillab"}, core...)
	layers["cmd"] = append([]string{"internal/engine", "internal/hook", "internal/owner", "internal/maillab"}, shell...)
	return layers
}

// coreBans are the imports that would give the core a disk, a network, a
// database, chance, or a log.
func coreBans() []string {
	return []string{
		"os", "net", "database", "log", "syscall", "plugin", "runtime", "testing", "unsafe",
		"io/ioutil", "path/filepath", "math/rand", "crypto/rand", "time/tzdata",
		"modernc.org", "golang.org/x/sys", "golang.org/x/net", "golang.org/x/oauth2", "golang.org/x/term",
		"github.com/emersion/go-imap", "github.com/emersion/go-smtp", "github.com/emersion/go-sasl", "github.com/wneessen/go-mail",
		"github.com/spf13", "github.com/fsnotify",
	}
}

// coreParsers are below net by their path alone: they read text.
func coreParsers() []string {
	return []string{"net/mail", "net/textproto", "net/url", "golang.org/x/net/html", "golang.org/x/net/idna"}
}

// source is one file that isn't a test, nor of a package for tests.
type source struct {
	pkg  string // its folder, from the top of the tree
	name string
	file *ast.File
	set  *token.FileSet
}

func (s source) at(n ast.Node) string {
	p := s.set.Position(n.Pos())
	return s.name + ":" + strconv.Itoa(p.Line)
}

func (s source) imports() []string {
	var paths []string
	for _, i := range s.file.Imports {
		if p, err := strconv.Unquote(i.Path.Value); err == nil {
			paths = append(paths, p)
		}
	}
	return paths
}

// importName is what a file calls a package by, or "" where it doesn't import it.
func (s source) importName(of string) string {
	for _, i := range s.file.Imports {
		if i.Path.Value != strconv.Quote(of) {
			continue
		}
		if i.Name != nil {
			return i.Name.Name
		}
		return path.Base(of)
	}
	return ""
}

func sources(t *testing.T) []source {
	t.Helper()
	top := filepath.Join("..", "..")
	var list []source
	err := filepath.WalkDir(top, func(name string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // a file of an editor's that is gone again
		}
		if err != nil {
			return err
		}
		base := entry.Name()
		if entry.IsDir() {
			if name != top && (strings.HasPrefix(base, ".") || base == "testdata") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(base, ".go") || strings.HasSuffix(base, "_test.go") {
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(top, name)
		if err != nil {
			return err
		}
		s := source{pkg: path.Dir(filepath.ToSlash(rel)), name: filepath.ToSlash(rel), file: file, set: set}
		if !slices.Contains(s.imports(), "testing") {
			list = append(list, s)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// below says whether a package is one of a tree, or inside it.
func below(pkg string, trees []string) bool {
	return slices.ContainsFunc(trees, func(tree string) bool {
		return pkg == tree || strings.HasPrefix(pkg, tree+"/")
	})
}

func TestImportsPointOneWay(t *testing.T) {
	t.Parallel()
	layers := mayImport()
	seen := map[string]bool{}
	for _, s := range sources(t) {
		layer := ""
		for tree := range layers {
			if below(s.pkg, []string{tree}) {
				layer = tree
			}
		}
		if layer == "" {
			t.Errorf("%s: the package %s has no place among the layers", s.name, s.pkg)
			continue
		}
		seen[layer] = true
		for _, imported := range s.imports() {
			pkg, ours := strings.CutPrefix(imported, module+"/")
			if ours && !below(pkg, []string{layer}) && !below(pkg, layers[layer]) {
				t.Errorf("%s: %s must not import %s", s.name, layer, pkg)
			}
		}
	}
	for _, pkg := range []string{"sequences", "templates", "mailbox", "internal/replies", "internal/ledger", "internal/engine"} {
		if !seen[pkg] {
			t.Errorf("no source of %s was looked at", pkg)
		}
	}
}

func TestCoreReachesNothing(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		if !inCore(s.pkg) {
			continue
		}
		for _, imported := range s.imports() {
			if below(imported, coreBans()) && !below(imported, coreParsers()) {
				t.Errorf("%s: the core must not import %s", s.name, imported)
			}
		}
	}
}

// The clock is read in cmd; everything else but the measuring is told the time.
// The core doesn't wait either, nor ask which zone the machine is in.
func TestClockIsReadInCmdAlone(t *testing.T) {
	t.Parallel()
	clock := []string{"Now", "Since", "Until"}
	core := []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker", "Local"}
	for _, s := range sources(t) {
		banned := clock
		switch {
		case below(s.pkg, append([]string{"cmd"}, measuring()...)):
			continue
		case inCore(s.pkg):
			banned = core
		}
		name := s.importName("time")
		if name == "" {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			selector, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if x, ok := selector.X.(*ast.Ident); ok && x.Name == name && slices.Contains(banned, selector.Sel.Name) {
				t.Errorf("%s: time.%s has no place here", s.at(n), selector.Sel.Name)
			}
			return true
		})
	}
}

func TestNothingRunsByItself(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s: func init", s.at(f))
			}
		}
	}
}
