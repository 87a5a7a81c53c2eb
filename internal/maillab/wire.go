package maillab

import (
	"bytes"
	"crypto/tls"
	"net"
	"regexp"
	"sync"
	"time"
)

// wire is a connection that the lab can cut, freeze and slow down. For
// implicit TLS it stands above TLS, so that its bytes are the protocol's.
type wire struct {
	net.Conn
	lab      *Lab
	protocol string
	id       int

	once   sync.Once
	closed chan struct{}

	mu      sync.Mutex
	sent    int64
	allowed int64 // bytes after which the connection is cut; 0 is no limit
}

// wireListener hands out IMAP connections as wires.
type wireListener struct {
	net.Listener
	lab *Lab
}

func (ln *wireListener) Accept() (net.Conn, error) {
	c, err := ln.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return ln.lab.newWire("imap", c), nil
}

// newWire numbers a fresh connection and notes it.
func (l *Lab) newWire(protocol string, c net.Conn) *wire {
	if l.tls == TLSImplicit {
		c = tls.Server(c, l.cert.config())
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lastConn++
	w := &wire{Conn: c, lab: l, protocol: protocol, id: l.lastConn, closed: make(chan struct{})}
	if protocol == "imap" {
		w.allowed = l.imapFault.CutAfter
	}
	l.conns[w] = struct{}{}
	l.note(Entry{Protocol: protocol, Kind: Connected, Conn: w.id})
	if l.closed {
		go w.cut("lab closed")
	}
	return w
}

// wireOf finds the wire below whatever TLS a server has put on it.
func wireOf(c net.Conn) *wire {
	if t, ok := c.(*tls.Conn); ok {
		c = t.NetConn()
	}
	w, _ := c.(*wire)
	return w
}

func (w *wire) Read(p []byte) (int, error) {
	n, err := w.Conn.Read(p)
	if err == nil && w.protocol == "imap" {
		err = w.hold()
	}
	return n, err
}

func (w *wire) Write(p []byte) (int, error) {
	if w.protocol != "imap" {
		return w.Conn.Write(p)
	}
	if err := w.hold(); err != nil {
		return 0, err
	}
	out := p
	if w.lab.personality.NoIdle {
		out = withoutIdle(p)
	}
	out, cut := w.ration(out)
	n, err := w.Conn.Write(out)
	if err != nil {
		return n, err
	}
	if cut {
		w.cut("after its share of bytes")
		return n, net.ErrClosed
	}
	return len(p), nil
}

// hold waits as long as the lab is a black hole, and for its slowness.
func (w *wire) hold() error {
	for {
		fault, changed := w.lab.currentIMAPFault()
		if !fault.BlackHole {
			if fault.Delay == 0 {
				return nil
			}
			return w.sleep(fault.Delay)
		}
		select {
		case <-changed:
		case <-w.closed:
			return net.ErrClosed
		}
	}
}

// sleep waits on the real clock: sockets know no other.
func (w *wire) sleep(d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-w.closed:
		return net.ErrClosed
	}
}

// ration returns what may still be sent of p, and whether that was the last.
func (w *wire) ration(p []byte) ([]byte, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	left := w.allowed - w.sent
	w.sent += int64(len(p))
	if w.allowed == 0 || left > int64(len(p)) {
		return p, false
	}
	return p[:max(left, 0)], true
}

// cutSoon has the connection cut n bytes further on.
func (w *wire) cutSoon(n int64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.allowed = w.sent + n
}

// cut closes the connection at once, without the farewell of TLS, as a broken
// line does.
func (w *wire) cut(where string) {
	c := w.Conn
	if t, ok := c.(*tls.Conn); ok {
		c = t.NetConn()
	}
	// The peer learns of it or not, as with any broken line.
	_ = w.end(c, Entry{Kind: Dropped, Detail: where})
}

// Close is the ordinary end.
func (w *wire) Close() error { return w.end(w.Conn, Entry{Kind: Closed}) }

// ended says whether the lab has closed or cut the connection.
func (w *wire) ended() bool {
	select {
	case <-w.closed:
		return true
	default:
		return false
	}
}

func (w *wire) end(c net.Conn, e Entry) error {
	var err error
	w.once.Do(func() {
		close(w.closed)
		e.Protocol, e.Conn = w.protocol, w.id
		w.lab.mu.Lock()
		delete(w.lab.conns, w)
		w.lab.note(e)
		w.lab.mu.Unlock()
		err = c.Close()
	})
	return err
}

// dropAll cuts all connections of a protocol.
func (l *Lab) dropAll(protocol string) {
	l.mu.Lock()
	var list []*wire
	for w := range l.conns {
		if w.protocol == protocol {
			list = append(list, w)
		}
	}
	l.mu.Unlock()
	for _, w := range list {
		w.cut("by the lab")
	}
}

// capabilityLine matches the three forms in which a server tells what it can
// do: a greeting or answer with a code, and the answer to CAPABILITY.
var capabilityLine = regexp.MustCompile(`^\S+ (?:OK \[)?CAPABILITY [^\r\n]*`)

// withoutIdle takes IDLE out of a line of capabilities; the server library
// always lists it, and sends each line in one write.
func withoutIdle(p []byte) []byte {
	line := capabilityLine.Find(p)
	if line == nil {
		return p
	}
	return append(bytes.Replace(line, []byte(" IDLE"), nil, 1), p[len(line):]...)
}
