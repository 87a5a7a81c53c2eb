-- Mails to the owner that are told together, drafts that take the place of
-- others, and limits of a domain that count every mailbox.

ALTER TABLE outbox ADD COLUMN replaces TEXT NOT NULL DEFAULT ''; -- of a draft: the hashes of those before it that may still lie there
DROP INDEX outbox_by_domain;
CREATE INDEX outbox_by_domain ON outbox (domain, settled_at, state);

ALTER TABLE owner_mails ADD COLUMN gather TEXT NOT NULL DEFAULT ''; -- answer, news: may be told with others of its mailbox; '': goes alone
ALTER TABLE owner_mails ADD COLUMN due_at INTEGER NOT NULL DEFAULT 0; -- when it was to go out first
ALTER TABLE owner_mails ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0; -- the mail that tells of it together with others; 0: it goes itself
CREATE INDEX owner_mails_gathered ON owner_mails (due_at) WHERE gather <> '' AND told_by = 0;
CREATE INDEX owner_mails_told_by ON owner_mails (told_by) WHERE told_by > 0;
DROP INDEX owner_mails_open;
CREATE INDEX owner_mails_open ON owner_mails (next_at) WHERE accepted_at = 0 AND told_by = 0;
