package e2e_test

import (
	"math/rand/v2"
	"slices"
	"sync"

	"followupd/internal/maillab"
)

// mishap is what goes wrong with one mail to one prospect.
type mishap struct {
	stage maillab.Stage
	fault maillab.Fault
	skip  int // mails to them that go well before
}

// chaos breaks connections, and kills the daemon at given points of a mail's
// submission. Everything it does to one mail, it does to its first attempt.
type chaos struct {
	program *program

	mu      sync.Mutex
	r       *rand.Rand
	mishaps map[string]*mishap // by recipient
	armed   maillab.Stage      // kill there, once
	keep    bool               // at the dot: the server has the mail all the same
	struck  chan struct{}      // the armed kill has happened
	over    bool
	drops   map[maillab.Stage]int
}

func newChaos(r *rand.Rand, p *program, people []*prospect) *chaos {
	c := &chaos{program: p, r: r, mishaps: map[string]*mishap{}, struck: make(chan struct{}, 1), drops: map[maillab.Stage]int{}}
	for _, who := range people {
		if r.IntN(8) != 0 {
			continue
		}
		stage := []maillab.Stage{maillab.StageRcpt, maillab.StageData, maillab.StageBody, maillab.StageDot, maillab.StageDot}[r.IntN(5)]
		m := &mishap{stage: stage, fault: maillab.Fault{Drop: true}, skip: r.IntN(3)}
		switch stage {
		case maillab.StageBody:
			m.fault.After = r.IntN(200)
		case maillab.StageDot:
			m.fault.Keep = r.IntN(2) == 0
		}
		c.mishaps[who.address] = m
	}
	return c
}

// arm has the next mail that comes to a stage meet the daemon's death there.
func (c *chaos) arm(stage maillab.Stage, keep bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.armed, c.keep = stage, keep
}

func (c *chaos) disarm() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.armed = ""
	select {
	case <-c.struck:
	default:
	}
}

// end has everything go well from now on.
func (c *chaos) end() {
	c.disarm()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.over = true
}

// decide is asked by the server at every stage of every mail.
func (c *chaos) decide(t maillab.Transaction) maillab.Fault {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.over {
		return maillab.Fault{}
	}
	if c.armed != "" && t.Stage == c.armed {
		c.armed = ""
		c.program.kill()
		c.struck <- struct{}{}
		return maillab.Fault{Drop: true, Keep: t.Stage == maillab.StageDot && c.keep}
	}
	if slices.Contains(t.To, ownerAddress) {
		// To the owner it is at least once, so an answer lost costs a repeat.
		if t.Stage == maillab.StageDot && c.r.IntN(20) == 0 {
			c.drops["dot, to the owner"]++
			return maillab.Fault{Drop: true, Keep: true}
		}
		return maillab.Fault{}
	}
	return c.meet(t)
}

func (c *chaos) meet(t maillab.Transaction) maillab.Fault {
	to := t.Recipient
	if len(t.To) > 0 {
		to = t.To[0]
	}
	m := c.mishaps[to]
	switch {
	case m == nil || m.stage != t.Stage:
		return maillab.Fault{}
	case m.skip > 0:
		m.skip--
		return maillab.Fault{}
	}
	delete(c.mishaps, to)
	c.drops[t.Stage]++
	return m.fault
}
