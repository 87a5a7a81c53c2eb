package mailbox

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"syscall"
	"testing"
)

// Of what stood in the way no more is said than is known.
func TestPlainWords(t *testing.T) {
	t.Parallel()
	const silent, own = "nobody answers at mail.example:993", ""
	refused := func(errno syscall.Errno) error {
		return &net.OpError{Op: "dial", Net: "tcp", Err: os.NewSyscallError("connect", errno)}
	}
	looked := func(e net.DNSError) error {
		e.Name = "mail.example"
		return &net.OpError{Op: "dial", Net: "tcp", Err: &e}
	}
	for _, tt := range []struct {
		err  error
		want string // own: the error's words
	}{
		{refused(syscall.ECONNREFUSED), silent},
		{refused(syscall.EHOSTUNREACH), silent},
		{refused(syscall.ETIMEDOUT), silent},
		{&net.OpError{Op: "dial", Net: "tcp", Err: os.ErrDeadlineExceeded}, silent},
		{context.DeadlineExceeded, silent},
		{refused(syscall.ENETUNREACH), "this computer has no network connection to mail.example:993"},
		{refused(syscall.EMFILE), own},
		{refused(syscall.EACCES), own},
		{context.Canceled, own},
		{looked(net.DNSError{Err: "no such host", IsNotFound: true}), `no computer named "mail.example" can be found`},
		{looked(net.DNSError{Err: "server misbehaving", IsTemporary: true}), own},
		{looked(net.DNSError{Err: "i/o timeout", IsTimeout: true, IsTemporary: true}), own},
		{looked(net.DNSError{Err: "dial udp 192.0.2.1:53: connect: network is unreachable"}), "this computer has no network connection to mail.example:993"},
	} {
		err := fmt.Errorf("look: %w", &unreachable{host: "mail.example", addr: "mail.example:993", err: tt.err})
		want := tt.want
		if want == own {
			want = err.Error()
		}
		if got := Plain(err); got != want {
			t.Errorf("%v is put as %q, want %q", tt.err, got, want)
		}
	}
	// A timer of a connection that stood is none of this.
	if err := errors.Join(ErrSilent, os.ErrDeadlineExceeded); Plain(err) != err.Error() {
		t.Errorf("%v is put as %q", err, Plain(err))
	}
}
