package config

// Config is the whole of config.yaml with its defaults filled in. Paths are
// absolute, or relative to the working directory where the file's own path is.
type Config struct {
	StateDir    string      `yaml:"state_dir" jsonschema:"default=/var/lib/followupd" jsonschema_description:"Where followupd keeps its ledger. Made on the first start, readable by nobody else. A relative path counts from this file's folder."`
	Sequences   string      `yaml:"sequences" jsonschema:"default=sequences" jsonschema_description:"The folder of sequences. A relative path counts from this file's folder."`
	Templates   string      `yaml:"templates" jsonschema:"default=templates" jsonschema_description:"The folder of templates. A relative path counts from this file's folder."`
	FreshInbox  Duration    `yaml:"fresh_inbox" jsonschema:"default=60s" jsonschema_description:"No mail goes out unless the mailbox was read within this time before it (1s to 15m)."`
	AwayDefault Duration    `yaml:"away_default" jsonschema:"default=7d" jsonschema_description:"How long someone counts as away whose automatic answer names no date."`
	Owner       Owner       `yaml:"owner" jsonschema:"required" jsonschema_description:"Who is told of answers and gets the status mail."`
	StatusMail  StatusMail  `yaml:"status_mail" jsonschema_description:"The weekly status mail to the owner."`
	DailyBrief  *DailyBrief `yaml:"daily_brief" jsonschema_description:"A short mail each day, only when something new needs the owner or has waited for three days. Without this block there is none."`
	Log         Log         `yaml:"log" jsonschema_description:"What the daemon writes to its log."`
	Retention   Retention   `yaml:"retention" jsonschema_description:"How long what is known of people is kept."`
	Mailboxes   []Mailbox   `yaml:"mailboxes" jsonschema:"required,minItems=1" jsonschema_description:"The mailboxes that are watched and written from."`

	file string
	dir  string
	env  func(string) (string, bool)
	disk Files
}

// Owner is the person whom followupd works for.
type Owner struct {
	Name     string    `yaml:"name" jsonschema:"example=Ana Lima" jsonschema_description:"The owner's name. Default: the part of the address before the @."`
	Email    Email     `yaml:"email" jsonschema:"required" jsonschema_description:"Where hand-overs and status mails go."`
	Timezone Zone      `yaml:"timezone" jsonschema_description:"The zone in which the owner's times are shown. Default: the first mailbox's."`
	Away     DateRange `yaml:"away" jsonschema_description:"First and last day of an absence: no first mails, follow-ups and tasks wait, hand-overs go to the deputy."`
	Deputy   Email     `yaml:"deputy" jsonschema_description:"Who gets the hand-overs while the owner is away."`
	Fallback *Fallback `yaml:"fallback" jsonschema_description:"A second way to reach the owner, used when the first has failed for 10 minutes, or at once where the ledger can't be used. Give smtp or command."`
	Webhook  *Webhook  `yaml:"webhook" jsonschema_description:"A program of yours that gets each hand-over as JSON, signed. Default: none."`
}

// Webhook is where hand-overs are posted, and where the secret is kept that
// they are signed with: one of secret_file, credential and secret_env.
type Webhook struct {
	URL        string `yaml:"url" jsonschema:"required,example=https://hooks.lima.example/followupd" jsonschema_description:"An https address; http only on this machine."`
	SecretFile string `yaml:"secret_file" jsonschema:"example=/etc/followupd/webhook.secret" jsonschema_description:"A file with the secret and nothing else, readable by its owner alone. A relative path counts from this file's folder."`
	Credential string `yaml:"credential" jsonschema:"example=webhook.secret" jsonschema_description:"The name of a systemd credential (LoadCredential=) with the secret."`
	SecretEnv  string `yaml:"secret_env" jsonschema:"example=WEBHOOK_SECRET" jsonschema_description:"The name of an environment variable with the secret."`
}

// Credentials is where the secret is kept.
func (w Webhook) Credentials() Credentials {
	return Credentials{PasswordFile: w.SecretFile, Credential: w.Credential, PasswordEnv: w.SecretEnv}
}

// Fallback is the second route to the owner: exactly one of the two.
type Fallback struct {
	SMTP    *Server  `yaml:"smtp" jsonschema_description:"Another SMTP server. Without a username it is used without signing in."`
	Command []string `yaml:"command" jsonschema:"minItems=1" jsonschema_description:"A command that gets the text on its standard input, one item a word. No shell."`
}

// StatusMail says when the weekly status mail goes out, in the owner's zone.
type StatusMail struct {
	Enabled bool    `yaml:"enabled" jsonschema:"default=true" jsonschema_description:"Whether there is a status mail at all."`
	Every   Weekday `yaml:"every" jsonschema:"default=monday" jsonschema_description:"The day of the week."`
	At      Clock   `yaml:"at" jsonschema:"default=07:30" jsonschema_description:"The time of day in the owner's zone."`
}

// Retention says how long what is known of people is kept. Zero is for ever.
type Retention struct {
	Texts  Duration `yaml:"texts" jsonschema:"default=400d" jsonschema_description:"How long the texts of mails are kept in the ledger; your mailbox itself is never touched. At least 30d; 0s keeps them for ever."`
	People Duration `yaml:"people" jsonschema:"default=1095d" jsonschema_description:"How long somebody is kept of whom nothing was heard and who is in no sequence. Who opted out stays known by a hash. At least 180d; 0s keeps everybody for ever."`
}

// DailyBrief says when the daily brief goes out, in the owner's zone.
type DailyBrief struct {
	At Clock `yaml:"at" jsonschema:"required,example=08:00" jsonschema_description:"The time of day in the owner's zone."`
}

// Log says what the daemon logs and how.
type Log struct {
	Level  LogLevel  `yaml:"level" jsonschema:"default=info" jsonschema_description:"The least important line to log."`
	Format LogFormat `yaml:"format" jsonschema:"default=text" jsonschema_description:"Lines for people (text) or for machines (json)."`
}

// Mailbox is one mailbox: how to reach it, and how much may go out from it.
type Mailbox struct {
	Name            string            `yaml:"name" jsonschema:"required,pattern=^[a-z0-9][a-z0-9_-]*$,maxLength=64,example=ana" jsonschema_description:"The name that sequences use for it: lower-case letters, digits, - and _. Keep it, whatever the address is: people under way are tied to it."`
	Live            bool              `yaml:"live" jsonschema:"default=false" jsonschema_description:"Nothing is sent until this is true; all else works."`
	Address         Address           `yaml:"address" jsonschema:"required" jsonschema_description:"What mails are sent from: Name <address>, or the address alone."`
	Timezone        Zone              `yaml:"timezone" jsonschema_description:"The zone of people of whom no other is known. Default: the owner's."`
	IMAP            Server            `yaml:"imap" jsonschema:"required" jsonschema_description:"Where the mailbox is read."`
	SMTP            Server            `yaml:"smtp" jsonschema:"required" jsonschema_description:"Where mails are handed in. Username and password are those of imap unless given here."`
	Limits          Limits            `yaml:"limits" jsonschema_description:"How much may go out."`
	ListUnsubscribe bool              `yaml:"list_unsubscribe" jsonschema:"default=true" jsonschema_description:"Offer an opt-out to the prospect's mail program (List-Unsubscribe): a mail to this mailbox, which is acted on by itself."`
	PostalAddress   string            `yaml:"postal_address" jsonschema:"maxLength=500,example=Lima GmbH; Hauptstr. 1; 10115 Berlin" jsonschema_description:"Stands below the first mail to each person, where the law asks for it. Default: none."`
	WayOut          map[string]string `yaml:"way_out" jsonschema_description:"A sentence on how to be left alone, by language; stands below the first mail to each person. Default: none."`
	Folders         Folders           `yaml:"folders" jsonschema_description:"Folders to leave out, and names of those that the server doesn't mark."`
	History         History           `yaml:"history" jsonschema_description:"How far to look back on the first start."`
	AuthServer      string            `yaml:"auth_server" jsonschema:"example=mx.lima.example" jsonschema_description:"The name by which your server signs its Authentication-Results lines; answers by mail from another address of yours are checked by it."`
	Approval        Approval          `yaml:"approval" jsonschema:"default=none" jsonschema_description:"What has to happen before a mail goes out. none: nothing; ask: you are asked by mail and say yes; draft: it is put into your Drafts, and you send it. Sequences and steps can say otherwise."`
	Handover        Handover          `yaml:"handover" jsonschema_description:"What happens to an answer that needs the owner. By default it is left untouched."`
}

// Server is an IMAP or SMTP server and how to sign in to it.
type Server struct {
	Host        string  `yaml:"host" jsonschema:"required,example=mail.lima.example" jsonschema_description:"The server's name, without a port."`
	Port        int     `yaml:"port" jsonschema:"minimum=1,maximum=65535" jsonschema_description:"The port. Default: 993 (imap, implicit), 143 (imap, starttls), 465 (smtp, implicit), 587 (smtp, starttls)."`
	TLS         TLSMode `yaml:"tls" jsonschema_description:"Default: implicit for imap, starttls for smtp. insecure-none is for servers on this machine alone."`
	Credentials `yaml:",inline"`
}

// Credentials say who signs in and where the secret is kept: at most one of
// password_file, credential, password_env and token_command.
type Credentials struct {
	Username     string   `yaml:"username" jsonschema_description:"Default: the mailbox's address."`
	PasswordFile string   `yaml:"password_file" jsonschema:"example=/etc/followupd/ana.password" jsonschema_description:"A file with the password and nothing else, readable by its owner alone. A relative path counts from this file's folder."`
	Credential   string   `yaml:"credential" jsonschema:"example=ana.password" jsonschema_description:"The name of a systemd credential (LoadCredential=) with the password."`
	PasswordEnv  string   `yaml:"password_env" jsonschema:"example=ANA_PASSWORD" jsonschema_description:"The name of an environment variable with the password."`
	TokenCommand []string `yaml:"token_command" jsonschema:"minItems=1" jsonschema_description:"A command that prints an OAuth2 access token, one item a word. No shell."`
}

// Limits bound what goes out from one mailbox.
type Limits struct {
	PerHour   int  `yaml:"per_hour" jsonschema:"default=12,minimum=1,maximum=100000" jsonschema_description:"Mails within any hour."`
	PerDay    int  `yaml:"per_day" jsonschema:"default=40,minimum=1,maximum=100000" jsonschema_description:"Mails within a day."`
	Gap       Gap  `yaml:"gap" jsonschema:"default=90s-240s" jsonschema_description:"The pause between two mails: a random time between these two."`
	PerPerson Span `yaml:"per_person" jsonschema:"default=2bd" jsonschema_description:"The least time between two mails to one person: business days (2bd) or any duration."`
	// What is absent doesn't bind.
	PerDomain   *DomainLimit `yaml:"per_domain" jsonschema_description:"What goes to one company's domain, such as acme.example; what your other mailboxes sent there counts too. Default: no limit."`
	PerProvider *DomainLimit `yaml:"per_provider" jsonschema_description:"What goes to one domain where anybody can have an address, such as gmail.com; what your other mailboxes sent there counts too. Default: no limit."`
	Ramp        *Ramp        `yaml:"ramp" jsonschema_description:"For a new mailbox: few mails a day at first, and more with each day on which it sends, up to per_day. Default: none."`
}

// DomainLimit bounds what goes to one domain.
type DomainLimit struct {
	PerDay int      `yaml:"per_day" jsonschema:"minimum=1,maximum=100000,example=5" jsonschema_description:"Mails to the domain within a day. Default: no limit."`
	Gap    Duration `yaml:"gap" jsonschema:"example=10m" jsonschema_description:"The least pause between two mails to the domain. Default: none."`
}

// Ramp is how a new mailbox begins: with few mails a day.
type Ramp struct {
	Start int `yaml:"start" jsonschema:"required,minimum=1,maximum=100000,example=5" jsonschema_description:"Mails on the day of the mailbox's first one."`
	Add   int `yaml:"add" jsonschema:"required,minimum=1,maximum=100000,example=3" jsonschema_description:"How many more on each day after that."`
}

// Folders names folders of the mailbox.
type Folders struct {
	Exclude []string `yaml:"exclude" jsonschema_description:"Folders that are never looked into."`
	Sent    string   `yaml:"sent" jsonschema:"example=Sent" jsonschema_description:"The folder of sent mail. Default: the one that the server marks."`
	Junk    string   `yaml:"junk" jsonschema:"example=Junk" jsonschema_description:"The folder of junk mail. Default: the one that the server marks."`
	Drafts  string   `yaml:"drafts" jsonschema:"example=Drafts" jsonschema_description:"The folder of drafts. Default: the one that the server marks."`
	Trash   string   `yaml:"trash" jsonschema:"example=Trash" jsonschema_description:"The folder of deleted mail. Default: the one that the server marks."`
}

// History says how far back the first look into the mailbox goes.
type History struct {
	Days int `yaml:"days" jsonschema:"default=180,minimum=0,maximum=3650" jsonschema_description:"Days of mail that count as the past with a person; 0 looks at nothing."`
}

// Handover says what is done about an answer beside telling the owner.
type Handover struct {
	Flag   string `yaml:"flag" jsonschema:"example=\\Flagged" jsonschema_description:"A flag or keyword to set on the answer. Default: none."`
	CopyTo string `yaml:"copy_to" jsonschema:"example=Answers" jsonschema_description:"A folder to copy the answer to. Default: none."`
	Draft  bool   `yaml:"draft" jsonschema:"default=false" jsonschema_description:"Put an answer that is ready to send into Drafts, in the person's thread, where one helps."`
	// AskAfter zero: never.
	AskAfter    Span     `yaml:"ask_after" jsonschema:"default=10bd" jsonschema_description:"For how long somebody to whom you wrote by hand may be silent until you are asked whether the sequence goes on; 0s: never."`
	RemindAfter Duration `yaml:"remind_after" jsonschema:"default=24h" jsonschema_description:"How long after you were told of an answer you are reminded of it, once, if you neither wrote to the person nor said anything about them. From 1h; 0s: never."`
	Group       Duration `yaml:"group" jsonschema:"default=5m" jsonschema_description:"The first thing that you are told of comes at once; what follows within this time comes together in one mail at its end; mails that wait for your yes come together in one of their own. At most 1h; 0s: each comes at once, in a mail of its own."`
}

// MailboxByName returns the mailbox of that name.
func (c *Config) MailboxByName(name string) (*Mailbox, bool) {
	for i := range c.Mailboxes {
		if c.Mailboxes[i].Name == name {
			return &c.Mailboxes[i], true
		}
	}
	return nil, false
}

// File is the path that the configuration was read from.
func (c *Config) File() string { return c.file }
