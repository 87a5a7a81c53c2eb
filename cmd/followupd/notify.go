package main

import (
	"fmt"
	"net"
	"strconv"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

// notifier tells systemd how the daemon does (sd_notify(3)). Without systemd it
// says nothing.
type notifier struct {
	socket string
	every  time.Duration // between two signs of life; 0: none are wanted

	mu   sync.Mutex
	last time.Duration // on the monotonic clock
}

func newNotifier(env func(string) (string, bool)) *notifier {
	n := &notifier{}
	n.socket, _ = env("NOTIFY_SOCKET")
	if text, _ := env("WATCHDOG_USEC"); text != "" {
		if micros, err := strconv.ParseInt(text, 10, 64); err == nil {
			n.every = time.Duration(micros) * time.Microsecond / 3
		}
	}
	return n
}

func (n *notifier) say(state string) error {
	if n.socket == "" {
		return nil
	}
	conn, err := net.DialUnix("unixgram", nil, &net.UnixAddr{Name: n.socket, Net: "unixgram"})
	if err != nil {
		return fmt.Errorf("notify systemd: %w", err)
	}
	defer func() { _ = conn.Close() }()
	_, err = conn.Write([]byte(state))
	return err
}

// alive feeds the watchdog, a third of its time apart.
func (n *notifier) alive() {
	n.mu.Lock()
	defer n.mu.Unlock()
	now := monotonic()
	if n.every == 0 || n.last != 0 && now-n.last < n.every {
		return
	}
	n.last = now
	_ = n.say("WATCHDOG=1") // a sign that doesn't arrive is told by the next one
}

// moreTime has systemd wait, before the start is done too, and says what for.
func (n *notifier) moreTime(status string) {
	_ = n.say("WATCHDOG=1\nEXTEND_TIMEOUT_USEC=" + strconv.FormatInt((4*alarmPause).Microseconds(), 10) + "\nSTATUS=" + status)
}

// monotonic is the clock that systemd reckons with.
func monotonic() time.Duration {
	var ts unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_MONOTONIC, &ts); err != nil {
		return 0
	}
	return time.Duration(ts.Nano())
}

func monotonicMicros() string { return strconv.FormatInt(monotonic().Microseconds(), 10) }
