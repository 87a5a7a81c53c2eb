-- All times are nanoseconds since 1970 UTC; 0 stands for none.
-- Events are named by the ids of requests, mails and the outbox: none is ever
-- given twice (AUTOINCREMENT), whatever was deleted meanwhile.

CREATE TABLE people (
    id         INTEGER PRIMARY KEY,
    state      TEXT    NOT NULL,           -- sequences.Person as JSON: the fold of its facts
    name       TEXT    NOT NULL DEFAULT '',
    company    TEXT    NOT NULL DEFAULT '',
    changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE addresses (
    address   TEXT    PRIMARY KEY,         -- lower-cased
    domain    TEXT    NOT NULL,
    person_id INTEGER NOT NULL REFERENCES people (id)
) STRICT;
CREATE INDEX addresses_by_domain ON addresses (domain);
CREATE INDEX addresses_by_person ON addresses (person_id);

-- A copy of each person's enrolments in columns, for queries. Written with the
-- state that it is taken from, in the same transaction.
CREATE TABLE enrolments (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    sequence  TEXT    NOT NULL,
    mailbox   TEXT    NOT NULL,
    state     TEXT    NOT NULL,
    live      INTEGER NOT NULL,            -- 1 where it is the person's one live enrolment
    step      TEXT    NOT NULL,
    due       INTEGER NOT NULL,
    checked   INTEGER NOT NULL,
    first     INTEGER NOT NULL,            -- 1 where nothing of it went out yet
    since     INTEGER NOT NULL,
    began     INTEGER NOT NULL,
    thread    TEXT    NOT NULL DEFAULT ''  -- the Message-ID of the owner's mail that it goes on from
) STRICT;
CREATE UNIQUE INDEX one_live_enrolment ON enrolments (person_id) WHERE live = 1;
CREATE INDEX enrolments_by_thread ON enrolments (thread) WHERE thread <> '';
CREATE INDEX enrolments_by_person ON enrolments (person_id);
CREATE INDEX enrolments_due ON enrolments (due) WHERE due > 0 AND live = 1;
CREATE INDEX enrolments_by_state ON enrolments (state, mailbox);
CREATE INDEX enrolments_unchecked ON enrolments (mailbox) WHERE checked = 0 AND live = 1;

-- Append-only: what happened, what it changed, and why.
CREATE TABLE journal (
    seq       INTEGER PRIMARY KEY AUTOINCREMENT,
    at        INTEGER NOT NULL,            -- when it was decided
    person_id INTEGER NOT NULL,
    event_id  TEXT    NOT NULL UNIQUE,
    kind      TEXT    NOT NULL,
    code      TEXT    NOT NULL,
    event     TEXT    NOT NULL,
    facts     TEXT    NOT NULL,
    effects   TEXT    NOT NULL,
    reason    TEXT    NOT NULL,
    plan      TEXT    NOT NULL,            -- hash of the plan it was decided by
    rules     TEXT    NOT NULL
) STRICT;
CREATE INDEX journal_by_person ON journal (person_id, seq);
CREATE INDEX journal_by_time ON journal (at);
CREATE TRIGGER journal_is_append_only BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- Every version of sequences and templates that decided anything. A plan names
-- its templates' texts by their hashes.
CREATE TABLE plans (
    hash TEXT    PRIMARY KEY,
    body TEXT    NOT NULL,
    at   INTEGER NOT NULL                  -- in force for the first time
) STRICT;

CREATE TABLE texts (
    hash TEXT PRIMARY KEY,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE outbox (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id    INTEGER NOT NULL,
    enrolment_id INTEGER NOT NULL,
    step         TEXT    NOT NULL,
    mailbox      TEXT    NOT NULL,
    sequence     TEXT    NOT NULL,
    recipient    TEXT    NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('queued','sending','marked','sent','failed','uncertain','cancelled','drafting','drafted','withdrawing')),
    value        TEXT    NOT NULL DEFAULT '',
    message_id   TEXT    NOT NULL,
    token        TEXT    NOT NULL,            -- one more id of ours, in References, which rewriters leave alone
    public_id    TEXT    NOT NULL DEFAULT '', -- the id that the prospect got, where a server rewrote ours
    subject      TEXT    NOT NULL DEFAULT '',
    bytes        BLOB,
    sha256       TEXT    NOT NULL DEFAULT '',
    body_sha256  TEXT    NOT NULL DEFAULT '',
    attempts     INTEGER NOT NULL DEFAULT 0,
    queued_at    INTEGER NOT NULL,
    not_before   INTEGER NOT NULL DEFAULT 0,
    marked_at    INTEGER NOT NULL DEFAULT 0, -- just before DATA: from here on it may have gone out
    settled_at   INTEGER NOT NULL DEFAULT 0,
    seen_at      INTEGER NOT NULL DEFAULT 0, -- first seen in the Sent folder
    answer       TEXT    NOT NULL DEFAULT '', -- the server's words
    gone_at      INTEGER NOT NULL DEFAULT 0, -- of a draft: when it was first missed in Drafts
    sent_ref     INTEGER NOT NULL DEFAULT 0, -- of a draft: the owner's mail that it may have become
    first        INTEGER NOT NULL DEFAULT 0,  -- 1 where nothing of the enrolment went out before
    bounced_at   INTEGER NOT NULL DEFAULT 0,  -- of a first mail: when the address proved unreachable
    domain       TEXT    NOT NULL DEFAULT '', -- the recipient's
    unsubscribe  TEXT    NOT NULL DEFAULT '', -- what its List-Unsubscribe has an opt-out say
    UNIQUE (enrolment_id, step)
) STRICT;
CREATE UNIQUE INDEX outbox_by_message_id ON outbox (message_id);
CREATE UNIQUE INDEX outbox_by_token ON outbox (token);
CREATE INDEX outbox_by_public_id ON outbox (public_id) WHERE public_id <> '';
CREATE INDEX outbox_by_state ON outbox (mailbox, state, first, queued_at);
CREATE INDEX outbox_settled ON outbox (mailbox, settled_at, state);
CREATE INDEX outbox_unseen ON outbox (mailbox, settled_at) WHERE state = 'sent' AND seen_at = 0;
CREATE INDEX outbox_first ON outbox (mailbox, settled_at, bounced_at, state) WHERE first = 1;
CREATE INDEX outbox_by_domain ON outbox (mailbox, domain, settled_at, state);
CREATE INDEX outbox_by_unsubscribe ON outbox (unsubscribe) WHERE unsubscribe <> '';
CREATE INDEX outbox_by_person ON outbox (person_id) WHERE person_id > 0;
CREATE INDEX outbox_by_recipient ON outbox (recipient, settled_at);

-- Mails to the owner: tried until accepted, the same Message-ID each time.
CREATE TABLE owner_mails (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    key         TEXT    NOT NULL UNIQUE,   -- one mail for one cause
    person_id   INTEGER NOT NULL DEFAULT 0,
    notice      TEXT    NOT NULL,
    mailbox     TEXT    NOT NULL,
    recipient   TEXT    NOT NULL,
    message_id  TEXT    NOT NULL,
    subject     TEXT    NOT NULL,
    bytes       BLOB    NOT NULL,
    created_at  INTEGER NOT NULL,
    next_at     INTEGER NOT NULL,
    attempts    INTEGER NOT NULL DEFAULT 0,
    failed_at   INTEGER NOT NULL DEFAULT 0, -- first failure in a row
    accepted_at INTEGER NOT NULL DEFAULT 0,
    route       TEXT    NOT NULL DEFAULT '',
    problem     TEXT    NOT NULL DEFAULT '',
    people      TEXT    NOT NULL DEFAULT '[]', -- JSON: the ids of the people that it lists; the first is number 1
    public_id   TEXT    NOT NULL DEFAULT '', -- the id that it arrived with, where a server rewrote ours
    event       TEXT    NOT NULL DEFAULT '', -- the event that it tells of
    remind_after INTEGER NOT NULL DEFAULT 0, -- nanoseconds after accepted_at; 0: no reminder, or no more
    blank       INTEGER NOT NULL DEFAULT 0,  -- 1 where it names somebody forgotten: its text goes once it is accepted
    asks        TEXT    NOT NULL DEFAULT ''  -- which mail to the prospect it asks for a yes to
) STRICT;
CREATE INDEX owner_mails_by_person ON owner_mails (person_id) WHERE person_id > 0;
CREATE INDEX owner_mails_to_remind ON owner_mails (accepted_at) WHERE remind_after > 0;
CREATE INDEX owner_mails_by_message_id ON owner_mails (message_id);
CREATE INDEX owner_mails_by_public_id ON owner_mails (public_id) WHERE public_id <> '';
CREATE INDEX owner_mails_open ON owner_mails (next_at) WHERE accepted_at = 0;

-- Hand-overs for the owner's own program: posted until it takes them, or for
-- three days; the same bytes, with the same id in them, each time.
CREATE TABLE hooks (
    id         INTEGER PRIMARY KEY,
    key        TEXT    NOT NULL UNIQUE,    -- one for one cause
    person_id  INTEGER NOT NULL,
    body       BLOB,
    created_at INTEGER NOT NULL,
    next_at    INTEGER NOT NULL,
    attempts   INTEGER NOT NULL DEFAULT 0,
    done_at    INTEGER NOT NULL DEFAULT 0, -- taken, or given up
    problem    TEXT    NOT NULL DEFAULT '' -- of the last try; empty once it is taken
) STRICT;
CREATE INDEX hooks_open ON hooks (next_at) WHERE done_at = 0;
CREATE INDEX hooks_by_person ON hooks (person_id);

-- What the owner answered to our mails, each Message-ID once.
CREATE TABLE owner_words (
    id          INTEGER PRIMARY KEY,
    message_id  TEXT    NOT NULL UNIQUE,
    mailbox     TEXT    NOT NULL,
    mail_id     INTEGER NOT NULL,          -- of owner_mails
    subject     TEXT    NOT NULL DEFAULT '',
    refs        TEXT    NOT NULL DEFAULT '',
    at          INTEGER NOT NULL,
    lines       TEXT    NOT NULL DEFAULT '', -- JSON; emptied once it is answered
    answered_at INTEGER NOT NULL DEFAULT 0,
    told        INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX owner_words_open ON owner_words (id) WHERE answered_at = 0;
CREATE INDEX owner_words_told ON owner_words (answered_at) WHERE told = 1;

-- Answers to our mails to the owner that nothing proves to be the owner's.
CREATE TABLE unproven_words (
    identity   TEXT    PRIMARY KEY,
    message_id TEXT    NOT NULL,
    mailbox    TEXT    NOT NULL,
    sender     TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    why        TEXT    NOT NULL
) STRICT;
CREATE INDEX unproven_words_by_time ON unproven_words (at);
CREATE INDEX unproven_words_by_message_id ON unproven_words (message_id);

-- What is to be done in a mailbox for its owner, such as a flag to set.
CREATE TABLE chores (
    id          INTEGER PRIMARY KEY,
    key         TEXT    NOT NULL UNIQUE,   -- one chore for one cause
    mailbox     TEXT    NOT NULL,
    person_id   INTEGER NOT NULL,
    kind        TEXT    NOT NULL CHECK (kind IN ('flag','copy','draft')),
    folder      TEXT    NOT NULL,
    uidvalidity INTEGER NOT NULL,
    uid         INTEGER NOT NULL,
    target      TEXT    NOT NULL,
    bytes       BLOB,
    attempts    INTEGER NOT NULL DEFAULT 0,
    next_at     INTEGER NOT NULL,
    done_at     INTEGER NOT NULL DEFAULT 0,
    problem     TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX chores_open ON chores (mailbox, next_at) WHERE done_at = 0;

CREATE TABLE cursors (
    mailbox     TEXT    NOT NULL,
    folder      TEXT    NOT NULL,
    role        TEXT    NOT NULL DEFAULT '',
    uidvalidity INTEGER NOT NULL,
    next        INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    PRIMARY KEY (mailbox, folder)
) STRICT;

-- Every mail read, once, wherever copies of it lie. No bodies but the new text
-- of mails that concern a person.
CREATE TABLE mails (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    identity    TEXT    NOT NULL UNIQUE,
    mailbox     TEXT    NOT NULL,
    folder      TEXT    NOT NULL,
    uidvalidity INTEGER NOT NULL,
    uid         INTEGER NOT NULL,
    role        TEXT    NOT NULL,
    message_id  TEXT    NOT NULL DEFAULT '',
    received_at INTEGER NOT NULL,
    read_at     INTEGER NOT NULL,
    sender      TEXT    NOT NULL DEFAULT '',
    subject     TEXT    NOT NULL DEFAULT '',
    route       TEXT    NOT NULL DEFAULT '',  -- '' : concerns nobody known
    person_id   INTEGER NOT NULL DEFAULT 0,
    kind        TEXT    NOT NULL DEFAULT '',
    intent      TEXT    NOT NULL DEFAULT '',
    new_text    TEXT    NOT NULL DEFAULT '',
    reading     TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX mails_by_person ON mails (person_id, received_at) WHERE person_id > 0;
CREATE INDEX mails_by_sender ON mails (lower(sender));
CREATE INDEX mails_by_kind ON mails (kind, read_at);
CREATE INDEX mails_complaints ON mails (mailbox, read_at) WHERE kind = 'complaint';
CREATE INDEX mails_by_folder ON mails (mailbox, folder, read_at) WHERE person_id > 0;

-- Mails in the folders of sequences by which people were enrolled.
CREATE TABLE folder_mails (
    mailbox     TEXT    NOT NULL,
    folder      TEXT    NOT NULL,
    uidvalidity INTEGER NOT NULL,
    uid         INTEGER NOT NULL,
    person_id   INTEGER NOT NULL,
    sequence    TEXT    NOT NULL,
    PRIMARY KEY (mailbox, folder, uidvalidity, uid, person_id)
) STRICT;

CREATE TABLE quarantine (
    mailbox     TEXT    NOT NULL,
    folder      TEXT    NOT NULL,
    uidvalidity INTEGER NOT NULL,
    uid         INTEGER NOT NULL,
    problem     TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    PRIMARY KEY (mailbox, folder, uidvalidity, uid)
) STRICT;

-- What a mailbox knew before followupd: addresses, dates, directions. No bodies.
CREATE TABLE history (
    mailbox  TEXT    NOT NULL,
    address  TEXT    NOT NULL,
    kind     TEXT    NOT NULL CHECK (kind IN ('received','written','bounced','opted_out','automatic')),
    first_at INTEGER NOT NULL,
    last_at  INTEGER NOT NULL,
    count    INTEGER NOT NULL,
    evidence TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (address, mailbox, kind)
) STRICT;

-- When a mailbox could not be read, once it can be again.
CREATE TABLE outages (
    mailbox TEXT    NOT NULL,
    from_at INTEGER NOT NULL,
    to_at   INTEGER NOT NULL,
    problem TEXT    NOT NULL,
    PRIMARY KEY (mailbox, from_at)
) STRICT;

CREATE TABLE suppressions (
    kind  TEXT    NOT NULL CHECK (kind IN ('address','domain','forgotten')),
    value TEXT    NOT NULL,                -- lower-cased; of somebody forgotten a salted hash
    why   TEXT    NOT NULL,
    by    TEXT    NOT NULL,
    at    INTEGER NOT NULL,
    PRIMARY KEY (kind, value)
) STRICT;

-- What a command asks of the one writer.
CREATE TABLE requests (
    id          INTEGER PRIMARY KEY AUTOINCREMENT, -- events are named by it: never given twice
    at          INTEGER NOT NULL,
    by          TEXT    NOT NULL,
    verb        TEXT    NOT NULL,
    args        TEXT    NOT NULL,
    answered_at INTEGER NOT NULL DEFAULT 0,
    answer      TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX requests_open ON requests (id) WHERE answered_at = 0;

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE ids (
    name TEXT    PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;
INSERT INTO ids (name, last) VALUES ('person', 0), ('enrolment', 0);
