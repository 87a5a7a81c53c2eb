-- Mails of followupd's own, found in a mailbox, that this ledger knows nothing of:
-- they went out before it was put back, or from a copy of it elsewhere. A row stays
-- until it is known which step the mail was, or the owner says at which one to go on.
CREATE TABLE strays (
    address     TEXT    NOT NULL,            -- it went to, lower-cased
    message_id  TEXT    NOT NULL,            -- as it lies there; our token where it has none
    mailbox     TEXT    NOT NULL,
    folder      TEXT    NOT NULL,
    mail_id     INTEGER NOT NULL DEFAULT 0,  -- of mails; 0: only its header was read
    at          INTEGER NOT NULL,
    subject     TEXT    NOT NULL DEFAULT '',
    body_sha256 TEXT    NOT NULL DEFAULT '', -- of its text; '' where that was not read
    PRIMARY KEY (address, message_id)
) STRICT;
