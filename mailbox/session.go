package mailbox

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
	"github.com/emersion/go-sasl"
)

// capGmail is how Gmail makes itself known.
const capGmail imap.Cap = "X-GM-EXT-1"

// session is one IMAP connection that is logged in. It belongs to one
// goroutine at a time.
type session struct {
	client *imapclient.Client
	wire   *wire
	caps   imap.CapSet
	timers Timers
	// exists gets a token when the server tells of a changed number of mails.
	exists chan struct{}
}

// connect opens a connection and logs in. A refused token is asked for once
// more, fresh, on a connection of its own.
func connect(ctx context.Context, s Server, timers Timers) (*session, error) {
	ses, err := open(ctx, s, timers)
	if err != nil {
		return nil, err
	}
	err = ses.login(ctx, s, false)
	if errors.Is(err, ErrLogin) && s.Auth.Kind() == AuthToken {
		ses.close()
		if ses, err = open(ctx, s, timers); err != nil {
			return nil, err
		}
		err = ses.login(ctx, s, true)
	}
	if err != nil {
		ses.close()
		return nil, fmt.Errorf("log in to %s: %w", s.Addr(), err)
	}
	return ses, nil
}

// open connects, encrypts and reads the greeting and the capabilities.
func open(ctx context.Context, s Server, timers Timers) (*session, error) {
	ctx, cancel := context.WithTimeout(ctx, timers.Connect)
	defer cancel()
	w, err := dial(ctx, s)
	if err != nil {
		return nil, err
	}
	ses := &session{wire: w, timers: timers, exists: make(chan struct{}, 1)}
	if err := ses.greet(ctx, s); err != nil {
		ses.close()
		return nil, fmt.Errorf("connect to %s: %w", s.Addr(), err)
	}
	return ses, nil
}

func (ses *session) greet(ctx context.Context, s Server) error {
	client, err := ask(ctx, ses, "greeting", func() (*imapclient.Client, error) { return ses.begin(ctx, s) })
	if err != nil {
		return err
	}
	ses.client = client
	return ses.readCaps(ctx)
}

// begin encrypts the connection as configured and reads the greeting.
func (ses *session) begin(ctx context.Context, s Server) (*imapclient.Client, error) {
	options := &imapclient.Options{
		TLSConfig:             s.tlsConfig(),
		UnilateralDataHandler: &imapclient.UnilateralDataHandler{Mailbox: ses.noteExists},
	}
	var client *imapclient.Client
	switch s.TLS {
	case TLSImplicit:
		conn := tlsClient(ses.wire, s)
		if err := conn.HandshakeContext(ctx); err != nil {
			return nil, err
		}
		client = imapclient.New(conn, options)
	case TLSStart:
		var err error
		if client, err = imapclient.NewStartTLS(ses.wire, options); err != nil {
			var refused *imap.Error
			if errors.As(err, &refused) {
				return nil, fmt.Errorf("%w: STARTTLS: %s", ErrNoEncryption, refused.Text)
			}
			return nil, err
		}
	case TLSNone:
		client = imapclient.New(ses.wire, options)
	default:
		return nil, fmt.Errorf("%w: unknown tls %q", ErrNoEncryption, s.TLS)
	}
	if err := client.WaitGreeting(); err != nil {
		_ = client.Close()
		return nil, err
	}
	return client, nil
}

// noteExists runs on the reader's goroutine and must not block.
func (ses *session) noteExists(data *imapclient.UnilateralDataMailbox) {
	if data.NumMessages == nil {
		return
	}
	select {
	case ses.exists <- struct{}{}:
	default:
	}
}

func (ses *session) readCaps(ctx context.Context) error {
	caps, err := ask(ctx, ses, "capabilities", func() (imap.CapSet, error) {
		if caps := ses.client.Caps(); caps != nil {
			return caps, nil
		}
		return nil, errors.New("the server does not tell what it can do")
	})
	ses.caps = caps
	return err
}

func (ses *session) login(ctx context.Context, s Server, fresh bool) error {
	if s.Auth == nil {
		return fmt.Errorf("%w: no username is configured", ErrLogin)
	}
	var attempt func() error
	if s.Auth.Kind() == AuthToken {
		token, err := s.Auth.Token(ctx, fresh)
		if err != nil {
			return fmt.Errorf("get a token: %w", err)
		}
		attempt = func() error { return ses.client.Authenticate(ses.tokenMechanism(s, token)) }
	} else {
		password, err := s.Auth.Password(ctx)
		if err != nil {
			return fmt.Errorf("get the password: %w", err)
		}
		attempt = func() error { return ses.passwordLogin(s.Auth.Username(), password) }
	}
	err := ses.do(ctx, "login", attempt)
	if err != nil {
		return loginFault(err)
	}
	return ses.readCaps(ctx)
}

func (ses *session) tokenMechanism(s Server, token string) sasl.Client {
	if ses.caps.Has(imap.AuthCap(sasl.OAuthBearer)) {
		return newOAuthBearer(s, s.Auth.Username(), token)
	}
	return xoauth2{username: s.Auth.Username(), token: token}
}

func (ses *session) passwordLogin(username, password string) error {
	if ses.caps.Has(imap.AuthCap(sasl.Plain)) {
		return ses.client.Authenticate(sasl.NewPlainClient("", username, password))
	}
	if ses.caps.Has(imap.CapLoginDisabled) {
		return fmt.Errorf("%w: it takes no passwords on this connection", ErrLogin)
	}
	return ses.client.Login(username, password).Wait()
}

// loginFault tells a refusal from a server that cannot check just now
// (RFC 5530 3).
func loginFault(err error) error {
	var answered *imap.Error
	if !errors.As(err, &answered) {
		return err
	}
	switch answered.Code {
	case imap.ResponseCodeUnavailable, imap.ResponseCodeInUse, imap.ResponseCodeLimit, imap.ResponseCodeServerBug:
		return err
	}
	return fmt.Errorf("%w: %s", ErrLogin, answered.Text)
}

// stuckPatience is how long the library gets to notice that its connection was
// cut. It has been seen to wait for ever in rare cases; the goroutine is then
// left behind rather than the mailbox unwatched.
const stuckPatience = 2 * time.Second

// ask runs commands under the timers and ctx and gives their result. An error
// that is not the server's own answer means that the connection is gone; it then
// says why. Results come through a channel, so that commands that are left behind
// share nothing with the caller.
func ask[T any](ctx context.Context, ses *session, what string, commands func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	var r result
	if err := ctx.Err(); err != nil {
		return r.value, err
	}
	ses.wire.arm(ses.timers.Command, ses.timers.Transfer)
	stop := context.AfterFunc(ctx, func() { ses.wire.cut(context.Cause(ctx)) })
	done := make(chan result, 1)
	go func() {
		value, err := commands()
		done <- result{value, err}
	}()
	select {
	case r = <-done:
	case <-ses.wire.gone:
		patience := time.NewTimer(stuckPatience)
		defer patience.Stop()
		select {
		case r = <-done:
		case <-patience.C:
			r.err = ErrLost
		}
	}
	stop()
	ses.wire.disarm()
	err := r.err
	if err == nil || answered(err) || errors.Is(err, ErrLogin) || errors.Is(err, ErrNoEncryption) || certificateFault(err) {
		return r.value, err
	}
	return r.value, fmt.Errorf("%s: %w", what, lost(ses.wire.reason(err)))
}

// do is ask for commands without a result.
func (ses *session) do(ctx context.Context, what string, commands func() error) error {
	_, err := ask(ctx, ses, what, func() (struct{}, error) { return struct{}{}, commands() })
	return err
}

// answered reports whether err is a NO or BAD of the server: the connection
// lives on.
func answered(err error) bool {
	var e *imap.Error
	return errors.As(err, &e) && e.Type != imap.StatusResponseTypeBye
}

// logoutPatience is how long a goodbye may take. It is said for politeness
// alone.
const logoutPatience = time.Second

// leave says LOGOUT where there is time for it and closes the connection.
func (ses *session) leave() {
	ses.timers.Command, ses.timers.Transfer = logoutPatience, logoutPatience
	_ = ses.do(context.Background(), "logout", func() error { return ses.client.Logout().Wait() })
	ses.close()
}

func (ses *session) close() {
	ses.wire.cut(net.ErrClosed)
	if ses.client == nil {
		return
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = ses.client.Close()
	}()
	patience := time.NewTimer(stuckPatience)
	defer patience.Stop()
	select {
	case <-done:
	case <-patience.C:
	}
}

// alive reports whether the reader still runs; a dead peer may look alive.
func (ses *session) alive() bool {
	select {
	case <-ses.client.Closed():
		return false
	default:
		return true
	}
}

func (ses *session) noop(ctx context.Context) error {
	return ses.do(ctx, "sign of life", func() error { return ses.client.Noop().Wait() })
}

// examined is what EXAMINE tells of a folder.
type examined struct {
	validity uint32
	next     uint32 // 0 where the server does not tell
	count    uint32
}

// examine opens a folder read-only, so that no flag of any mail can change.
func (ses *session) examine(ctx context.Context, folder string) (examined, error) {
	return ask(ctx, ses, "open "+folder, func() (examined, error) {
		data, err := ses.client.Select(folder, &imap.SelectOptions{ReadOnly: true}).Wait()
		if err != nil {
			return examined{}, err
		}
		return examined{validity: data.UIDValidity, next: uint32(data.UIDNext), count: data.NumMessages}, nil
	})
}

// statusItems is all that is ever asked of STATUS.
func statusItems() *imap.StatusOptions {
	return &imap.StatusOptions{UIDNext: true, UIDValidity: true}
}

// status asks for UIDNEXT and UIDVALIDITY; a zero means that the server did
// not tell.
func (ses *session) status(ctx context.Context, folder string) (examined, error) {
	return ask(ctx, ses, "status of "+folder, func() (examined, error) {
		data, err := ses.client.Status(folder, statusItems()).Wait()
		if err != nil {
			return examined{}, err
		}
		return examined{validity: data.UIDValidity, next: uint32(data.UIDNext)}, nil
	})
}
