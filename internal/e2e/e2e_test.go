package e2e_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"followupd/internal/maillab"
)

const (
	population = 210
	killings   = 24
	// seedVariable holds the seed of a run that is to be repeated.
	seedVariable = "FOLLOWUPD_E2E_SEED"
	// keepVariable names a folder, empty and with a short path, in which the
	// program's files stay after the run.
	keepVariable = "FOLLOWUPD_E2E_KEEP"
)

// TestEndToEnd has the program write to more than 200 prospects in three steps
// while they answer, the mail server breaks off and the daemon is killed, and
// then judges it. The seed decides who does what and when; the machine's own
// timing stays out of its hands.
func TestEndToEnd(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute and a half")
	}
	seed := uint64(time.Now().UnixNano())
	if text := os.Getenv(seedVariable); text != "" {
		var err error
		if seed, err = strconv.ParseUint(text, 10, 64); err != nil {
			t.Fatalf("%s=%q is not a seed", seedVariable, text)
		}
	}
	replay := fmt.Sprintf("%s=%d go test ./internal/e2e/ -run TestEndToEnd -count=1 -v", seedVariable, seed)
	t.Log("again:", replay)
	r := rand.New(rand.NewPCG(seed, 1))
	people := cast(r, population)
	w := newWorld(t)
	p := newProgram(t, w)
	c := newChaos(rand.New(rand.NewPCG(seed, 2)), p, people)
	s := &stage{world: w, program: p, chaos: c, people: people, r: rand.New(rand.NewPCG(seed, 3)), copies: rand.New(rand.NewPCG(seed, 4))}
	s.open()
	s.perform()
	s.close()
	j := newJudge(s)
	j.judge()
	t.Logf("%d mails to prospects, %d to the owner, %d kills, connections dropped: %v", j.toProspects, j.toOwner, p.kills, c.drops)
	if t.Failed() {
		t.Log("again:", replay)
	}
}

// stage is where prospects, servers and the daemon meet.
type stage struct {
	world   *world
	program *program
	chaos   *chaos
	people  []*prospect
	r       *rand.Rand

	mu      sync.Mutex
	copies  *rand.Rand
	pending atomic.Int64 // answers and copies on their way
}

// open sets the prospects' past and reactions, and imports the first of them.
func (s *stage) open() {
	t := s.world.t
	for _, p := range s.people {
		if p.way == known {
			at := time.Now().AddDate(0, 0, -30)
			if _, err := s.world.put("INBOX", maillab.Fresh(p.address, mailboxAddress, "Our talk in spring", "Good to meet you.")(at), at); err != nil {
				t.Fatal(err)
			}
		}
		s.world.smtp.AddPerson(maillab.Person{Address: p.address, React: func(m maillab.Received) []maillab.Reaction {
			s.react(p, m)
			return nil
		}})
	}
	s.world.smtp.SetSMTPFault(s.chaos.decide)
	s.enrol(0)
}

// batches is in how many pieces the prospects are imported.
const batches = 3

func (s *stage) enrol(batch int) {
	t := s.world.t
	t.Helper()
	n := len(s.people) / batches
	name := fmt.Sprintf("people-%d.csv", batch)
	s.world.writeFile(name, writePeople(s.people[batch*n:(batch+1)*n]))
	if _, err := s.program.run("import", s.world.path(name), "--sequence", "intro"); err != nil {
		t.Fatal(err)
	}
}

// react is what a mail to a prospect sets off. The server saves most of what
// it takes in Sent, as some do, but not all of it, so that some mails in doubt
// stay so.
func (s *stage) react(p *prospect, m maillab.Received) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.copies.IntN(10) > 0 {
		s.later(time.Duration(s.copies.Int64N(int64(time.Second))), func() {
			if _, err := s.world.put("Sent", m.Raw, time.Time{}); err != nil {
				s.world.t.Errorf("copy in Sent: %v", err)
			}
		})
	}
	if p.way != silent && p.way != known && stepOf(bodyOf(m.Raw)) == p.step {
		p.step = "" // one answer
		s.later(p.after, func() { s.deliver(p, m) })
	}
}

func (s *stage) later(d time.Duration, f func()) {
	s.pending.Add(1)
	time.AfterFunc(d, func() {
		defer s.pending.Add(-1)
		f()
	})
}

// deliver brings a prospect's answer into the mailbox.
func (s *stage) deliver(p *prospect, m maillab.Received) {
	letter, from := p.answer(m)
	raw := letter(time.Now())
	var at time.Time
	var err error
	if p.folder == "" {
		at, err = s.world.dovecot.Deliver("ana", from, raw)
	} else {
		at, err = s.world.put(p.folder, raw, time.Time{})
	}
	if err != nil {
		s.world.t.Errorf("the answer of %s can't be delivered: %v", p, err)
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.answered = at
}

// perform runs the daemon and kills it, again and again: at any moment, or at
// a given point of a mail.
func (s *stage) perform() {
	points := []maillab.Stage{maillab.StageRcpt, maillab.StageData, maillab.StageBody, maillab.StageDot, maillab.StageDot}
	for round := range killings {
		s.program.start()
		if batch := round / 6; round%6 == 0 && batch > 0 && batch < batches && s.program.awaitReady() {
			s.enrol(batch)
		}
		for round == 0 && !s.program.awaitReady() {
			return
		}
		life := 300*time.Millisecond + time.Duration(s.r.Int64N(int64(2700*time.Millisecond)))
		if s.r.IntN(2) == 0 {
			s.chaos.arm(points[s.r.IntN(len(points))], s.r.IntN(2) == 0)
			life = 4 * time.Second
		}
		select {
		case <-s.chaos.struck:
		case <-time.After(life):
		}
		s.chaos.disarm()
		s.program.kill()
	}
	s.chaos.end()
	s.program.start()
	s.program.awaitReady()
}
