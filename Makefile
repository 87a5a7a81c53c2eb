# followupd: the commands of the project. Go is all that has to be there.

GO      ?= go
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
# The race detector wants a C compiler; without one the tests run without it. It watches
# everything but SQLite, which is translated C: that alone took three quarters of the time.
RACE    := $(shell command -v gcc >/dev/null 2>&1 && echo -race -gcflags=modernc.org/...=-race=false)
CHROMIUM := $(shell command -v chromium 2>/dev/null || command -v chromium-browser 2>/dev/null || command -v google-chrome 2>/dev/null)
DOVECOT := $(shell command -v dovecot 2>/dev/null || ls /usr/sbin/dovecot 2>/dev/null)

.PHONY: demo build test quick bench score train lint fmt dovecot chromium clean

demo: ## see it work
	$(GO) run ./cmd/followupd demo

build: ## one static binary, in dist/
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags "-s -w -X main.version=$(VERSION)" -o dist/followupd ./cmd/followupd

test: dovecot chromium ## every test; installs Dovecot and Chromium where they are missing
	FOLLOWUPD_REQUIRE_DOVECOT=1 FOLLOWUPD_REQUIRE_CHROMIUM=1 $(GO) test $(RACE) -shuffle=on -timeout 30m ./...

quick: ## the tests that need nothing but Go
	$(GO) test -shuffle=on ./...

bench: dovecot ## the figures: speed, memory, start-up, size
	$(GO) run ./internal/bench

score: ## how well replies are read, on the labelled set
	$(GO) run ./internal/replies/score

train: ## train the small model anew from the labelled set
	$(GO) run ./internal/replies/score -train

lint: ## gofmt, vet and staticcheck
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo "gofmt would change these; run: make fmt"; exit 1; }
	$(GO) vet ./...
	$(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...

fmt:
	gofmt -w .

dovecot:
ifeq ($(DOVECOT),)
	@echo "Installing Dovecot, a mail server that the tests run against."
	@if command -v apt-get >/dev/null 2>&1; then \
		sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
		$$sudo apt-get update -q && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -q --no-install-recommends dovecot-imapd dovecot-lmtpd; \
	else \
		echo "No apt-get here: install Dovecot (IMAP and LMTP) with your package manager, then run make test again."; exit 1; \
	fi
endif

chromium:
ifeq ($(CHROMIUM),)
	@echo "Installing Chromium, in which the tests look at the status mail."
	@if command -v apt-get >/dev/null 2>&1; then \
		sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
		$$sudo apt-get update -q && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -q --no-install-recommends chromium fonts-liberation; \
	else \
		echo "No apt-get here: install Chromium with your package manager, then run make test again."; exit 1; \
	fi
endif

clean:
	rm -rf dist
