package mailbox

import (
	"context"
	"errors"
	"fmt"
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
	options := &imapclient.Options{
		TLSConfig:             s.tlsConfig(),
		UnilateralDataHandler: &imapclient.UnilateralDataHandler{Mailbox: ses.noteExists},
	}
	return ses.do(ctx, "greeting", func() error {
		switch s.TLS {
		case TLSImplicit:
			conn := tlsClient(ses.wire, s)
			if err := conn.HandshakeContext(ctx); err != nil {
				return err
			}
			ses.client = imapclient.New(conn, options)
		case TLSStart:
			client, err := imapclient.NewStartTLS(ses.wire, options)
			if err != nil {
				var refused *imap.Error
				if errors.As(err, &refused) {
					return fmt.Errorf("%w: STARTTLS: %s", ErrNoEncryption, refused.Text)
				}
				return err
			}
			ses.client = client
		case TLSNone:
			ses.client = imapclient.New(ses.wire, options)
		default:
			return fmt.Errorf("%w: unknown tls %q", ErrNoEncryption, s.TLS)
		}
		if err := ses.client.WaitGreeting(); err != nil {
			return err
		}
		return ses.readCaps()
	})
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

func (ses *session) readCaps() error {
	caps := ses.client.Caps()
	if caps == nil {
		return errors.New("the server does not tell what it can do")
	}
	ses.caps = caps
	return nil
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
	return ses.do(ctx, "capabilities", ses.readCaps)
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

// do runs commands under the timers and ctx. An error that is not the server's
// own answer means that the connection is gone; it then says why.
func (ses *session) do(ctx context.Context, what string, commands func() error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	ses.wire.arm(ses.timers.Command, ses.timers.Transfer)
	stop := context.AfterFunc(ctx, func() { ses.wire.cut(context.Cause(ctx)) })
	err := commands()
	stop()
	ses.wire.disarm()
	if err == nil || answered(err) || errors.Is(err, ErrLogin) || errors.Is(err, ErrNoEncryption) || certificateFault(err) {
		return err
	}
	return fmt.Errorf("%s: %w", what, lost(ses.wire.reason(err)))
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
	ses.wire.arm(logoutPatience, logoutPatience)
	_ = ses.client.Logout().Wait()
	ses.close()
}

func (ses *session) close() {
	_ = ses.wire.Close()
	if ses.client != nil {
		_ = ses.client.Close()
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
	var ex examined
	err := ses.do(ctx, "open "+folder, func() error {
		data, err := ses.client.Select(folder, &imap.SelectOptions{ReadOnly: true}).Wait()
		if err != nil {
			return err
		}
		ex = examined{validity: data.UIDValidity, next: uint32(data.UIDNext), count: data.NumMessages}
		return nil
	})
	return ex, err
}

// statusItems is all that is ever asked of STATUS.
var statusItems = imap.StatusOptions{UIDNext: true, UIDValidity: true}

// status asks for UIDNEXT and UIDVALIDITY; a zero means that the server did
// not tell.
func (ses *session) status(ctx context.Context, folder string) (examined, error) {
	var st examined
	err := ses.do(ctx, "status of "+folder, func() error {
		options := statusItems
		data, err := ses.client.Status(folder, &options).Wait()
		if err != nil {
			return err
		}
		st = examined{validity: data.UIDValidity, next: uint32(data.UIDNext)}
		return nil
	})
	return st, err
}
