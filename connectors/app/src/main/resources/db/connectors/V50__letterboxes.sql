-- Folders of mailboxes whose letters begin processes; each password is a secret (LETTERBOX_…).
create table connectors.letterbox (
    id            text primary key,
    host          text        not null,
    port          int         not null check (port between 1 and 65535),
    security      text        not null check (security in ('tls', 'starttls', 'none')),
    login         text        not null,
    folder        text        not null,
    message       text        not null,
    takes         jsonb       not null, -- which parts of a letter the process sees
    most_text     int         not null check (most_text >= 0),
    automatic     boolean     not null, -- whether letters that no person wrote are told, too
    every_seconds int         not null check (every_seconds > 0),
    paused        boolean     not null,
    validity      bigint,               -- what its numbers mean; null before the first look
    next_uid      bigint      not null default 1,
    moved_at      timestamptz,          -- when its numbers began to mean other letters
    not_before    timestamptz,          -- older letters are passed over until one has caught up after that
    next_look     timestamptz,          -- null while paused
    looked_at     timestamptz,          -- when it was looked into with success
    trouble       text,                 -- why it cannot be looked into
    failures      int         not null default 0, -- looks in vain since then
    changed_at    timestamptz not null,
    changed_by    text        not null
);
create index letterbox_by_look on connectors.letterbox (next_look) where next_look is not null;

-- The last letters of each; kept for a week.
create table connectors.letterbox_letter (
    seq         bigint generated always as identity primary key,
    letterbox   text        not null references connectors.letterbox on delete cascade,
    validity    bigint      not null,
    uid         bigint      not null,
    at          timestamptz not null,
    outcome     text        not null,
    explanation text        not null,
    event_id    text,
    sender      text        not null,
    subject     text        not null,
    bytes       bigint      not null,
    unique (letterbox, validity, uid)
);
create index letterbox_letter_by_box on connectors.letterbox_letter (letterbox, seq);
create index letterbox_letter_by_time on connectors.letterbox_letter (at);
