package mailbox

import (
	"context"
	"crypto/tls"
	"fmt"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// TCP keepalive finds a dead peer even where no command is under way: the
// first probe after 60 s of silence, then every 20 s, three in all.
const (
	keepAliveIdle     = 60 * time.Second
	keepAliveInterval = 20 * time.Second
	keepAliveCount    = 3
)

// wire is a TCP connection that closes itself when nothing is heard for too
// long while an answer is awaited, and that knows whether all that was written
// to it was taken by the kernel. TLS runs on top of it.
type wire struct {
	net.Conn

	// heard gets a token whenever bytes arrive; it never blocks the reader.
	heard chan struct{}
	// gone is closed once the connection was closed from this side.
	gone chan struct{}
	once sync.Once
	// short is set once a write could not be completed: its last byte then
	// certainly did not leave this machine.
	short atomic.Bool

	mu    sync.Mutex
	quiet time.Duration // how long silence is borne while armed
	timer *time.Timer   // runs while armed, put back by every byte heard
	limit *time.Timer   // runs while armed, never put back
	cause error         // why the connection was cut from this side
}

func newWire(conn net.Conn) *wire {
	return &wire{Conn: conn, heard: make(chan struct{}, 1), gone: make(chan struct{})}
}

// arm starts the timers: the connection is cut after quiet without a byte from
// the peer, and after limit in any case. A zero duration sets no timer.
func (w *wire) arm(quiet, limit time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.stopTimers()
	w.quiet = quiet
	if quiet > 0 {
		w.timer = time.AfterFunc(quiet, func() { w.cut(fmt.Errorf("%w (%v)", ErrSilent, quiet)) })
	}
	if limit > 0 {
		w.limit = time.AfterFunc(limit, func() { w.cut(fmt.Errorf("%w (%v in all)", ErrSilent, limit)) })
	}
}

func (w *wire) disarm() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.stopTimers()
}

func (w *wire) stopTimers() {
	if w.timer != nil {
		w.timer.Stop()
		w.timer = nil
	}
	if w.limit != nil {
		w.limit.Stop()
		w.limit = nil
	}
}

// cut closes the connection and keeps the first reason given.
func (w *wire) cut(cause error) {
	w.mu.Lock()
	if w.cause == nil {
		w.cause = cause
	}
	w.mu.Unlock()
	_ = w.Close()
}

// reason is why the connection was cut from this side, else err.
func (w *wire) reason(err error) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.cause != nil {
		return w.cause
	}
	return err
}

func (w *wire) Read(p []byte) (int, error) {
	n, err := w.Conn.Read(p)
	if n > 0 {
		w.mu.Lock()
		if w.timer != nil {
			w.timer.Reset(w.quiet)
		}
		w.mu.Unlock()
		select {
		case w.heard <- struct{}{}:
		default:
		}
	}
	return n, err
}

func (w *wire) Write(p []byte) (int, error) {
	n, err := w.Conn.Write(p)
	if n < len(p) {
		w.short.Store(true)
	}
	return n, err
}

// Close stops the timers too, so that nothing of a closed connection lives on.
// The IMAP library calls it when it gives a connection up.
func (w *wire) Close() error {
	w.disarm()
	w.once.Do(func() { close(w.gone) })
	return w.Conn.Close()
}

// dial opens a TCP connection to s, without TLS.
func dial(ctx context.Context, s Server) (*wire, error) {
	if s.TLS == TLSNone && !loopback(s.Host) {
		return nil, fmt.Errorf("connect to %s: %w: tls: %s is for this machine alone", s.Addr(), ErrNoEncryption, TLSNone)
	}
	d := net.Dialer{KeepAliveConfig: net.KeepAliveConfig{
		Enable: true, Idle: keepAliveIdle, Interval: keepAliveInterval, Count: keepAliveCount,
	}}
	conn, err := d.DialContext(ctx, "tcp", s.Addr())
	if err != nil {
		return nil, &unreachable{host: s.Host, addr: s.Addr(), err: err}
	}
	return newWire(conn), nil
}

func tlsClient(w *wire, s Server) *tls.Conn { return tls.Client(w, s.tlsConfig()) }

// tlsConfig verifies the server's certificate against its host name.
func (s Server) tlsConfig() *tls.Config {
	return &tls.Config{ServerName: s.Host, RootCAs: s.RootCAs, MinVersion: tls.VersionTLS12}
}
