package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"followupd/internal/config"
)

type initOptions struct {
	starter        config.Starter
	service, force bool
	folders        bool
}

func (a *app) initCommand() *cobra.Command {
	var o initOptions
	c := &cobra.Command{
		Use:   "init DIR",
		Short: "Write a configuration to begin with",
		Long: `Writes a configuration to begin with into a folder: config.yaml, starter sequences
and templates, and the schemas by which editors complete and check them. In a
terminal it asks for what no flag gives; elsewhere it never asks.

For ` + serviceDir + ` the configuration is made for the systemd service: what
followupd remembers is kept in ` + serviceState + `, and the password is a systemd
credential. --service does the same for another folder.

Once the configuration can sign in, --folders makes the folders Follow-up/SEQUENCE in
each mailbox: copy a mail that you sent into one of them, and its recipients are
enrolled. It writes no files. (followupd doctor --fix does the same.)`,
		Example: "  followupd init ./followupd\n  sudo followupd init " + serviceDir + ` --name "Ana Lima" \
      --email ana@lima.example --host mail.lima.example --timezone Europe/Madrid`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if whole, err := filepath.Abs(args[0]); err == nil && whole == serviceDir && !c.Flags().Changed("service") {
				o.service = true
			}
			if o.folders {
				return a.initFolders(c.Context(), args[0])
			}
			return a.initialize(args[0], o)
		},
	}
	c.Flags().StringVar(&o.starter.Name, "name", "", "your name, as prospects see it")
	c.Flags().StringVar(&o.starter.Email, "email", "", "your mail address, from which followupd writes")
	c.Flags().StringVar(&o.starter.Host, "host", "", "your mail server, for IMAP and SMTP")
	c.Flags().StringVar(&o.starter.Timezone, "timezone", "", "your time zone, such as Europe/Madrid (default this machine's)")
	c.Flags().BoolVar(&o.service, "service", false, "make it for the systemd service")
	c.Flags().BoolVar(&o.folders, "folders", false, "make the folders of the sequences in each mailbox, and nothing else")
	c.Flags().BoolVar(&o.force, "force", false, "overwrite files that are there already")
	return c
}

// initialize writes the files of a new configuration.
func (a *app) initialize(dir string, o initOptions) error {
	if err := o.free(dir); err != nil { // before anything is asked
		return err
	}
	zone := a.machineZone()
	taken := o.starter.Timezone == "" && !a.asks()
	if err := a.interview(&o.starter, zone); err != nil {
		return err
	}
	if o.starter.Timezone == "" {
		o.starter.Timezone = zone
	}
	files, mailbox, err := starterFiles(o.starter, o.service)
	if err != nil {
		return err
	}
	names := slices.Sorted(maps.Keys(files))
	w, err := newWriter(dir)
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := w.file(name, files[name]); err != nil {
			return err
		}
	}
	if !o.service {
		if err := w.private("state"); err != nil {
			return err
		}
	}
	fmt.Fprintf(a.stdout, "Wrote %s to %s.\n", count(len(names), "file"), dir)
	if taken {
		fmt.Fprintf(a.stdout, "Your time zone is taken to be that of this machine, %s; --timezone says another.\n", zone)
	}
	fmt.Fprintf(a.stdout, "\nWhat to do next:\n\n")
	path := filepath.Join(dir, "config.yaml")
	first := step{"Look through the configuration; put your own words into the templates, and your own links into values.yaml:", path}
	if o.starter.Email == "" {
		first.text = "Put your own name, address and mail server into the configuration, in the place of the examples:"
	}
	steps := steps(path, mailbox)
	if o.service {
		steps = serviceSteps(path, mailbox)
	}
	for i, s := range append([]step{first}, steps...) {
		fmt.Fprintf(a.stdout, "%d. %s\n     %s\n", i+1, s.text, s.command)
	}
	return nil
}

// free says why nothing can be written into a folder: files are there already.
func (o initOptions) free(dir string) error {
	files, _, err := starterFiles(config.Starter{}, o.service) // of the same names for everybody
	if err != nil || o.force {
		return err
	}
	there := existing(dir, slices.Sorted(maps.Keys(files)))
	if len(there) == 0 {
		return nil
	}
	more := ""
	if len(there) > 1 {
		more = fmt.Sprintf(" (and %s)", count(len(there)-1, "more file"))
	}
	return fmt.Errorf("nothing was written, as %s is there already%s; choose another folder, or overwrite what is there with --force", there[0], more)
}

// question is one thing that init wants to know.
type question struct {
	text string
	into *string
	says string // what an empty answer stands for
}

// interview asks for what no flag gave, where a person can answer.
func (a *app) interview(s *config.Starter, zone string) error {
	for _, q := range []question{
		{text: "Your name", into: &s.Name},
		{text: "Your mail address", into: &s.Email},
		{text: "Your mail server", into: &s.Host},
		{text: "Your time zone", into: &s.Timezone, says: zone},
	} {
		if *q.into != "" || !a.asks() {
			continue
		}
		if q.into == &s.Host {
			q.says = "mail." + s.Email[strings.LastIndexByte(s.Email, '@')+1:]
		}
		if err := a.askOne(q, s); err != nil {
			return err
		}
	}
	return starterFault(*s)
}

// asks says whether there is a person to be asked.
func (a *app) asks() bool {
	f, ok := a.stdin.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// askOne asks a question until its answer is good.
func (a *app) askOne(q question, s *config.Starter) error {
	for {
		fmt.Fprint(a.stdout, q.text)
		if q.says != "" {
			fmt.Fprintf(a.stdout, " [%s]", q.says)
		}
		fmt.Fprint(a.stdout, ": ")
		line, err := readLine(a.stdin)
		if err != nil {
			return fmt.Errorf("nothing was written: %w", err)
		}
		if *q.into = line; line == "" {
			*q.into = q.says
		}
		if *q.into == "" {
			continue
		}
		fault := starterFault(*s)
		if fault == nil {
			return nil
		}
		fmt.Fprintf(a.stdout, "  %s\n", fault)
	}
}

// readLine reads one line and not a byte more: the next one is of the next
// question.
func readLine(r io.Reader) (string, error) {
	var line []byte
	for b := make([]byte, 1); ; {
		n, err := r.Read(b)
		switch {
		case n == 1 && b[0] == '\n':
			return strings.TrimSpace(string(line)), nil
		case n == 1:
			line = append(line, b[0])
		case errors.Is(err, io.EOF):
			return "", errors.New("the answer is missing")
		case err != nil:
			return "", err
		}
	}
}

// machineZone is the time zone of this machine, as far as it can be told.
func (a *app) machineZone() string {
	if zone, _ := a.env("TZ"); zone != "" && !strings.HasPrefix(zone, ":") && starterFault(config.Starter{Timezone: zone}) == nil {
		return zone
	}
	target, err := os.Readlink("/etc/localtime")
	_, zone, found := strings.Cut(target, "zoneinfo/")
	if err != nil || !found || strings.HasSuffix(zone, "UTC") || starterFault(config.Starter{Timezone: zone}) != nil {
		return "UTC"
	}
	return zone
}

// existing are those of the names that a folder has already.
func existing(dir string, names []string) []string {
	var there []string
	for _, name := range names {
		path := filepath.Join(dir, name)
		if _, err := os.Lstat(path); err == nil {
			there = append(there, path)
		}
	}
	return there
}

// The files of a configuration hold no secrets, and the service's user reads
// them by its group; what holds secrets is its owner's alone.
const (
	openFolder   fs.FileMode = 0o750
	openFile     fs.FileMode = 0o640
	secretFolder fs.FileMode = 0o700
)

// writer writes the files of a configuration so that they belong to whom the
// folder belongs to.
type writer struct {
	dir      string
	uid, gid int
	setgid   fs.FileMode // folders pass their group on where the first one does
}

func newWriter(dir string) (*writer, error) {
	w := &writer{dir: dir, uid: -1, gid: -1}
	if err := w.folder("", openFolder); err != nil {
		return nil, err
	}
	info, err := os.Stat(dir)
	if err != nil {
		return nil, err
	}
	w.setgid = info.Mode() & fs.ModeSetgid
	if st, ok := info.Sys().(*syscall.Stat_t); ok && os.Geteuid() == 0 {
		w.uid, w.gid = int(st.Uid), int(st.Gid)
	}
	return w, nil
}

// folder makes a folder with its mode; one that is there stays as it is.
func (w *writer) folder(name string, mode fs.FileMode) error {
	path := filepath.Join(w.dir, name)
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil
	}
	if err := os.MkdirAll(path, mode); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	return w.settle(path, mode|w.setgid)
}

// settle sets what the umask of this program takes away, and the owner.
func (w *writer) settle(path string, mode fs.FileMode) error {
	// The owner first: changing it takes the set-group bit away.
	if err := os.Lchown(path, w.uid, w.gid); err != nil {
		return err
	}
	return os.Chmod(path, mode)
}

func (w *writer) private(name string) error { return w.folder(name, secretFolder) }

func (w *writer) file(name string, text []byte) error {
	if err := w.folder(filepath.Dir(name), openFolder); err != nil {
		return err
	}
	path := filepath.Join(w.dir, name)
	if err := os.WriteFile(path, text, openFile); err != nil {
		return err
	}
	return w.settle(path, openFile)
}

// step is one thing to do after init.
type step struct{ text, command string }

const importExample = `import people.csv --sequence intro --reason "met at the fair" --source "their card"`

// steps are what a person does next who starts followupd by hand.
func steps(path, mailbox string) []step {
	run := func(command string) string { return "followupd " + command + " --config " + path }
	return []step{
		{"Put the password of your mailbox into a file that only you can read (type it, Enter, Ctrl-D):",
			"(umask 077; cat > " + filepath.Join(filepath.Dir(path), mailbox+".password") + ")"},
		{"Try everything out. You get a test mail; nobody else gets any:", run("doctor")},
		{"Enrol the people of a file:", run(importExample)},
		{"See what would go to whom, and when:", run("plan")},
		{"Start it. It watches your mailbox and sends nothing yet:", run("run")},
		{"When you like what you see, set live: true for the mailbox and start it again:", path},
	}
}

// serviceSteps are what a person does next who has systemd start followupd.
func serviceSteps(path, mailbox string) []step {
	run := func(command string) string {
		if path != defaultConfig {
			command += " --config " + path
		}
		return "sudo -u followupd followupd " + command
	}
	return []step{
		{"Put the password of your mailbox into a file that only root can read (type it, Enter, Ctrl-D):",
			"sudo sh -c 'umask 077; cat > " + credentialFile(mailbox) + "'"},
		{"Start the service. It watches your mailbox and sends nothing yet:", "sudo systemctl enable --now followupd"},
		{"Try everything out. You get a test mail; nobody else gets any:", run("doctor")},
		{"Enrol the people of a file:", run(strings.Replace(importExample, "people.csv", "-", 1)) + " < people.csv"},
		{"See what would go to whom, and when:", run("plan")},
		{"When you like what you see, set live: true for the mailbox and restart the service:", "sudo systemctl restart followupd"},
	}
}
