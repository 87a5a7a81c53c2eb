package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"strconv"
	"time"

	"followupd/internal/config"
	"followupd/mailbox"
)

// tlsTry is how long a port may take to answer in TLS.
const tlsTry = 5 * time.Second

// tellsTLS looks at a port that failed with starttls: where it speaks TLS from
// the start, that is what to change. Such a server waits for TLS, and its
// silence says nothing.
func tellsTLS(ctx context.Context, found []mailbox.Finding, section string, s config.Server) {
	if s.TLS != config.TLSStart {
		return
	}
	for i, f := range found {
		if f.OK || f.Check != section+" encryption" || !speaksTLS(ctx, s) {
			continue
		}
		found[i].Said = fmt.Sprintf("port %d speaks TLS from the start, and starttls waits for it in vain", s.Port)
		found[i].Do = fmt.Sprintf("This port seems to want tls: implicit; set %s.tls to implicit.", section)
	}
}

// speaksTLS says whether a port answers in TLS, whatever its certificate is.
func speaksTLS(ctx context.Context, s config.Server) bool {
	ctx, cancel := context.WithTimeout(ctx, tlsTry)
	defer cancel()
	d := tls.Dialer{Config: &tls.Config{ServerName: s.Host, MinVersion: tls.VersionTLS12}}
	conn, err := d.DialContext(ctx, "tcp", net.JoinHostPort(s.Host, strconv.Itoa(s.Port)))
	if err == nil {
		return conn.Close() == nil
	}
	var bad *tls.CertificateVerificationError
	var host x509.HostnameError
	return errors.As(err, &bad) || errors.As(err, &host)
}
