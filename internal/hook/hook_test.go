package hook_test

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"followupd/internal/hook"
)

const secret = "a secret of the webhook"

func poster(address string) *hook.Poster {
	return hook.New(address, func(context.Context) (string, error) { return secret, nil },
		func() time.Time { return time.Date(2026, 9, 1, 6, 0, 0, 0, time.UTC) })
}

// A receiver that knows nothing of this package can verify what it gets.
func TestPostIsSigned(t *testing.T) {
	t.Parallel()
	body := `{"id":"1"}`
	s := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		got, _ := io.ReadAll(r.Body)
		mac := hmac.New(sha256.New, []byte(secret))
		mac.Write([]byte(r.Header.Get("X-Followupd-Timestamp") + "." + string(got)))
		if want := "sha256=" + hex.EncodeToString(mac.Sum(nil)); string(got) != body || r.Header.Get("X-Followupd-Signature") != want {
			t.Errorf("got %s with %v, want the signature %s", got, r.Header, want)
		}
		if r.Method != http.MethodPost || r.Header.Get("Content-Type") != "application/json" || r.Header.Get("X-Followupd-Timestamp") != "1788242400" {
			t.Errorf("%s with %v", r.Method, r.Header)
		}
	}))
	defer s.Close()
	if err := poster(s.URL).Post(t.Context(), []byte(body)); err != nil {
		t.Error(err)
	}
}

func TestPostFails(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		status int
		want   string
	}{
		{"refused", 403, "answered 403"},
		{"out of order", 500, "answered 500"},
		{"moved", 307, "answered 307"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			asked := 0
			s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				asked++
				w.Header().Set("Location", "/elsewhere")
				w.WriteHeader(tt.status)
				_, _ = io.WriteString(w, "words of the server")
			}))
			defer s.Close()
			err := poster(s.URL+"/hidden-path").Post(t.Context(), []byte("{}"))
			if err == nil || !strings.Contains(err.Error(), tt.want) || asked != 1 {
				t.Errorf("%v after %d requests, want %q after one", err, asked, tt.want)
			}
			if err != nil && (strings.Contains(err.Error(), "words of the server") || strings.Contains(err.Error(), "hidden-path") || strings.Contains(err.Error(), secret)) {
				t.Errorf("%v tells too much", err)
			}
		})
	}
}

func TestUnreachableTellsNoAddress(t *testing.T) {
	t.Parallel()
	s := httptest.NewServer(nil)
	address := s.URL
	s.Close()
	if err := poster(address+"/hidden-path").Post(t.Context(), nil); err == nil || strings.Contains(err.Error(), "hidden-path") {
		t.Errorf("%v", err)
	}
}
