package mailbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/textproto"
	"strings"
	"time"

	mail "github.com/wneessen/go-mail"
	"github.com/wneessen/go-mail/smtp"
)

// Submission is one mail with its envelope.
type Submission struct {
	// From and To are bare addresses (RFC 5321 4.1.2), without angle brackets.
	From string
	To   []string
	// Data is the mail as it is to arrive, every line ending in CRLF.
	Data []byte
}

// SubmitTimers are the limits on waiting. Zero fields get the defaults, which
// are those of RFC 5321 4.5.3.2.
type SubmitTimers struct {
	// Connect bounds everything up to and with the login (60 s).
	Connect time.Duration
	// Command bounds each command, and the transfer of the mail (5 min).
	Command time.Duration
	// Dot bounds the wait for the answer to the final dot (10 min).
	Dot time.Duration
	// Idle is how long a connection is kept for the next mail (30 s).
	Idle time.Duration
}

// SubmitterOptions are what a Submitter needs beside the server.
type SubmitterOptions struct {
	// LocalName is said in EHLO; "localhost" if empty.
	LocalName string
	// Log may be nil. It never gets mails or secrets.
	Log    *slog.Logger
	Timers SubmitTimers
}

// Submitter hands mails to one SMTP server, one at a time. A connection that
// delivered is kept for the next mail.
type Submitter struct {
	server Server
	o      SubmitterOptions

	// turn holds one token: whoever has it owns link.
	turn chan struct{}
	link *link
}

// NewSubmitter makes a Submitter; it connects when it first submits.
func NewSubmitter(s Server, o SubmitterOptions) *Submitter {
	if o.LocalName == "" {
		o.LocalName = "localhost"
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	set := func(d *time.Duration, v time.Duration) {
		if *d <= 0 {
			*d = v
		}
	}
	set(&o.Timers.Connect, time.Minute)
	set(&o.Timers.Command, 5*time.Minute)
	set(&o.Timers.Dot, 10*time.Minute)
	set(&o.Timers.Idle, 30*time.Second)
	sub := &Submitter{server: s, o: o, turn: make(chan struct{}, 1)}
	sub.turn <- struct{}{}
	return sub
}

// Close ends a kept connection, once a submission under way is over. The
// Submitter can be used again afterwards.
func (s *Submitter) Close() error {
	<-s.turn
	defer func() { s.turn <- struct{}{} }()
	if s.link != nil {
		s.link.leave()
		s.link = nil
	}
	return nil
}

// Submit sends one mail. beforeData is called once every recipient was accepted,
// right before DATA: if it returns an error, nothing is sent. From then on ctx is
// no longer heeded, since a mail that was begun is better finished; until then
// the end of ctx ends the submission as not sent.
func (s *Submitter) Submit(ctx context.Context, m Submission, beforeData func(context.Context) error) Outcome {
	if err := m.check(); err != nil {
		return notSent(StageCheck, err)
	}
	select {
	case <-s.turn:
	case <-ctx.Done():
		return notSent(StageConnect, context.Cause(ctx))
	}
	defer func() { s.turn <- struct{}{} }()
	for {
		l, kept, o := s.ready(ctx)
		if l == nil {
			return o
		}
		o, dead := l.transact(ctx, m, beforeData, s.o.Timers)
		if o.State == Sent {
			s.keep(l)
			return o
		}
		if o.Code == 0 && o.State != Vetoed {
			_ = l.wire.Close() // nobody is listening
		} else {
			l.leave()
		}
		if dead && kept && ctx.Err() == nil {
			continue // the kept connection had died; nothing was said on it
		}
		s.o.Log.Info("mail not submitted", "server", s.server.Addr(), "state", o.State, "stage", o.Stage, "code", o.Code)
		return o
	}
}

// ready gives a kept connection or a new one.
func (s *Submitter) ready(ctx context.Context) (l *link, kept bool, o Outcome) {
	if l := s.link; l != nil {
		s.link = nil
		if l.take() {
			return l, true, Outcome{}
		}
	}
	l, o = s.dial(ctx)
	return l, false, o
}

func (s *Submitter) keep(l *link) {
	l.idle = time.AfterFunc(s.o.Timers.Idle, func() { l.wire.cut(errIdle) })
	s.link = l
}

var errIdle = errors.New("the connection was not needed for a while")

// dial connects and logs in. A refused token is asked for once more, fresh.
func (s *Submitter) dial(ctx context.Context) (*link, Outcome) {
	l, o := s.dialOnce(ctx, false)
	if l == nil && errors.Is(o.Err, ErrLogin) && s.server.Auth.Kind() == AuthToken {
		return s.dialOnce(ctx, true)
	}
	return l, o
}

func (s *Submitter) dialOnce(ctx context.Context, fresh bool) (*link, Outcome) {
	var auth *smtpAuth
	if s.server.Auth != nil {
		var err error
		if auth, err = s.credentials(ctx, fresh); err != nil {
			return nil, notSent(StageLogin, err)
		}
	}
	l := &link{}
	client, err := s.client(ctx, l, auth)
	if err != nil {
		return nil, notSent(StageConnect, err)
	}
	l.client, err = client.DialToSMTPClientWithContext(ctx)
	if err == nil {
		l.release()
		return l, Outcome{}
	}
	if l.wire != nil {
		l.release()
		err = l.wire.reason(err)
		_ = l.wire.Close()
	}
	return nil, dialFault(s.server, auth, err)
}

// credentials asks for the secret of the moment.
func (s *Submitter) credentials(ctx context.Context, fresh bool) (*smtpAuth, error) {
	a := &smtpAuth{server: s.server, username: s.server.Auth.Username(), kind: s.server.Auth.Kind()}
	var err error
	if a.kind == AuthToken {
		if a.secret, err = s.server.Auth.Token(ctx, fresh); err != nil {
			return nil, fmt.Errorf("get a token: %w", err)
		}
		return a, nil
	}
	if a.secret, err = s.server.Auth.Password(ctx); err != nil {
		return nil, fmt.Errorf("get the password: %w", err)
	}
	return a, nil
}

// client builds the go-mail client that dials l. It dials through l, so that a
// half-open connection can be closed, which go-mail leaves open, and so that
// the end of ctx ends the whole greeting and not the connecting alone.
func (s *Submitter) client(ctx context.Context, l *link, auth *smtpAuth) (*mail.Client, error) {
	options := []mail.Option{
		mail.WithPort(s.server.Port),
		mail.WithHELO(s.o.LocalName),
		mail.WithTimeout(s.o.Timers.Connect),
		mail.WithTLSConfig(s.server.tlsConfig()),
		mail.WithoutSMTPUTF8(),
		mail.WithDialContextFunc(func(bounded context.Context, _, _ string) (net.Conn, error) {
			return l.dial(ctx, bounded, s.server)
		}),
	}
	switch s.server.TLS {
	case TLSImplicit:
		options = append(options, mail.WithSSL())
	case TLSStart:
		options = append(options, mail.WithTLSPolicy(mail.TLSMandatory))
	case TLSNone:
		options = append(options, mail.WithTLSPolicy(mail.NoTLS))
	default:
		return nil, fmt.Errorf("%w: unknown tls %q", ErrNoEncryption, s.server.TLS)
	}
	if auth != nil {
		options = append(options, mail.WithSMTPAuthCustom(auth))
	}
	client, err := mail.NewClient(s.server.Host, options...)
	if err != nil {
		return nil, fmt.Errorf("prepare connection to %s: %w", s.server.Addr(), err)
	}
	return client, nil
}

// dialFault tells a refused login from everything else that can go wrong before
// a mail is spoken of. None of it concerns the mail.
func dialFault(s Server, auth *smtpAuth, err error) Outcome {
	o := notSent(StageConnect, err)
	var reply *textproto.Error
	answered := errors.As(err, &reply)
	if answered {
		o = outcomeOf(StageConnect, reply.Code, reply.Msg)
		o.State = NotSent
		o.Sender = concernsSender(StageConnect, o.Code, o.Enhanced, o.Text)
	}
	switch {
	case auth != nil && auth.begun && answered:
		o.Stage = StageLogin
		if reply.Code >= 500 {
			err = fmt.Errorf("%w: %w", ErrLogin, err)
		}
	case errors.Is(err, ErrLogin):
		o.Stage = StageLogin
	case s.TLS == TLSStart && !answered && strings.Contains(err.Error(), "does not support STARTTLS"):
		err = fmt.Errorf("%w: it does not offer STARTTLS", ErrNoEncryption)
	}
	o.Err = fmt.Errorf("reach %s: %w", s.Addr(), err)
	return o
}

// link is one SMTP connection that is logged in.
type link struct {
	client *smtp.Client
	wire   *wire
	// unwatch ends the watching of the dialling context.
	unwatch func() bool
	// idle ends a kept connection.
	idle *time.Timer
}

// dial opens the connection within bounded; the end of ctx cuts it until
// release.
func (l *link) dial(ctx, bounded context.Context, s Server) (net.Conn, error) {
	w, err := dial(bounded, s)
	if err != nil {
		return nil, err
	}
	l.wire = w
	l.unwatch = context.AfterFunc(ctx, func() { w.cut(context.Cause(ctx)) })
	if s.TLS != TLSImplicit {
		return w, nil
	}
	conn := tlsClient(w, s)
	if err := conn.HandshakeContext(bounded); err != nil {
		return nil, err
	}
	return conn, nil
}

func (l *link) release() {
	if l.unwatch != nil {
		l.unwatch()
	}
}

// take claims a kept connection; false if it was ended meanwhile.
func (l *link) take() bool { return l.idle.Stop() }

// goodbye is how long QUIT may take. It is said for politeness alone.
const goodbye = time.Second

func (l *link) leave() {
	if l.idle != nil {
		l.idle.Stop()
	}
	if l.client.UpdateDeadline(goodbye) == nil {
		_ = l.client.Quit()
	}
	_ = l.wire.Close()
}

// transact takes one mail from MAIL to the answer to its final dot. dead tells
// that the connection was gone before the server heard of the mail.
func (l *link) transact(ctx context.Context, m Submission, beforeData func(context.Context) error, t SubmitTimers) (o Outcome, dead bool) {
	stop := context.AfterFunc(ctx, func() { l.wire.cut(context.Cause(ctx)) })
	defer stop()
	l.client.SkipSMTPUTF8(m.ascii())
	if err := l.command(t.Command, func() error { return l.client.Mail("<" + m.From + ">") }); err != nil {
		o := answer(StageMail, err)
		return o, o.Code == 0 || o.Code == 421
	}
	for _, to := range m.To {
		if err := l.command(t.Command, func() error { return l.client.Rcpt("<" + to + ">") }); err != nil {
			return answer(StageRcpt, err), false
		}
	}
	if err := beforeData(ctx); err != nil {
		return Outcome{State: Vetoed, Stage: StageVeto, Err: err}, false
	}
	if !stop() {
		return notSent(StageVeto, context.Cause(ctx)), false
	}
	return l.data(m.Data, t), false
}

// command renews the deadline and runs one command.
func (l *link) command(limit time.Duration, run func() error) error {
	if err := l.client.UpdateDeadline(limit); err != nil {
		return l.wire.reason(err)
	}
	if err := run(); err != nil {
		var reply *textproto.Error
		if errors.As(err, &reply) {
			return err
		}
		return l.wire.reason(err)
	}
	return nil
}

// data sends the mail itself. The final dot is only written if everything
// before it was: an unfinished mail is one that the server drops.
func (l *link) data(data []byte, t SubmitTimers) Outcome {
	var body io.WriteCloser
	err := l.command(t.Command, func() error {
		var err error
		body, err = l.client.Data()
		return err
	})
	if err != nil {
		return answer(StageData, err)
	}
	err = l.command(t.Command, func() error {
		_, err := body.Write(data)
		return err
	})
	if err != nil {
		// Closing the body would write the dot; cut the line instead.
		l.wire.cut(err)
		return notSent(StageData, lost(err))
	}
	err = l.command(t.Dot, body.Close)
	return l.dot(body, err)
}

// dot reads the answer to the final dot.
func (l *link) dot(body io.WriteCloser, err error) Outcome {
	if err == nil {
		text := ""
		if closer, ok := body.(*smtp.DataCloser); ok {
			text = closer.ServerResponse()
		}
		o := outcomeOf(StageDot, 250, text)
		o.State = Sent
		return o
	}
	var reply *textproto.Error
	switch {
	case errors.As(err, &reply) && reply.Code >= 400 && reply.Code <= 599:
		return answer(StageDot, err)
	case errors.As(err, &reply) && reply.Code >= 200 && reply.Code <= 299:
		o := outcomeOf(StageDot, reply.Code, reply.Msg)
		o.State = Sent
		return o
	case l.wire.short.Load():
		// The last bytes never left, so there was no final dot.
		return notSent(StageDot, lost(err))
	}
	return Outcome{State: Uncertain, Stage: StageDot, Err: lost(err)}
}

// check refuses what cannot arrive as it is: an envelope that would break the
// protocol, and line ends that servers read in different ways.
func (m Submission) check() error {
	if len(m.To) == 0 {
		return fmt.Errorf("%w: it has no recipient", ErrBadMail)
	}
	for _, address := range append([]string{m.From}, m.To...) {
		if strings.ContainsAny(address, "<>\r\n\x00 \t") || address == "" && address != m.From {
			return fmt.Errorf("%w: %q is not an address", ErrBadMail, address)
		}
	}
	if !bytes.HasSuffix(m.Data, []byte("\r\n")) {
		return fmt.Errorf("%w: its last line does not end in CRLF", ErrBadMail)
	}
	pairs := bytes.Count(m.Data, []byte("\r\n"))
	if bytes.Count(m.Data, []byte("\r")) != pairs || bytes.Count(m.Data, []byte("\n")) != pairs {
		return fmt.Errorf("%w: it has a line that does not end in CRLF", ErrBadMail)
	}
	return nil
}

// ascii reports whether the envelope needs no SMTPUTF8 (RFC 6531).
func (m Submission) ascii() bool {
	for _, address := range append([]string{m.From}, m.To...) {
		for i := range len(address) {
			if address[i] >= 0x80 {
				return false
			}
		}
	}
	return true
}
