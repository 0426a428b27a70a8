-- People who can sign in. An account begins when a letter to its address was answered, so every address here is a proven one.
create table account (
    id              uuid primary key,
    email           text        not null unique check (email = lower(email)),
    name            text        not null default '',
    password        text        not null,
    personalisation boolean     not null default false,
    marketing       boolean     not null default false,
    totp_secret     text,
    totp_used       bigint      not null default 0,
    created_at      timestamptz not null
);

-- Known by the digest of what the browser holds; whoever reads this table cannot be anybody.
create table account_session (
    digest     text primary key,
    account_id uuid        not null references account on delete cascade,
    pending    boolean     not null default false,
    created_at timestamptz not null,
    seen_at    timestamptz not null,
    expires_at timestamptz not null
);
create index account_session_by_account on account_session (account_id);
create index account_session_by_end on account_session (expires_at);

-- Letters about accounts; the key in a letter's link is made of its id and is kept nowhere.
create table account_letter (
    id         uuid primary key,
    kind       text        not null,
    email      text        not null,
    account_id uuid references account on delete cascade,
    asked_at   timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index account_letter_by_email on account_letter (email);
create index account_letter_by_account on account_letter (account_id);

create table account_address (
    id         uuid primary key,
    account_id uuid        not null references account on delete cascade,
    position   bigint generated always as identity,
    phone      text        not null,
    address    jsonb       not null,
    favourite  boolean     not null default false
);
create unique index account_address_favourite on account_address (account_id) where favourite;
create index account_address_by_account on account_address (account_id, position);

-- What somebody agreed to and when; never changed afterwards.
create table account_consent (
    id         bigint generated always as identity primary key,
    account_id uuid        not null references account on delete cascade,
    kind       text        not null check (kind in ('personalisation', 'marketing')),
    given      boolean     not null,
    at         timestamptz not null
);
create index account_consent_by_account on account_consent (account_id, id);

-- How often something was tried since when; keys are digests.
create table throttle (
    key        text primary key,
    tries      int         not null,
    started_at timestamptz not null
);
create index throttle_by_time on throttle (started_at);

alter table cart add column account_id uuid unique references account on delete cascade;

alter table orders add column account_id uuid references account on delete set null;
alter table orders add column erase_asked_at timestamptz;
create index orders_by_account on orders (account_id) where account_id is not null;
create index orders_to_erase on orders (erase_asked_at) where erase_asked_at is not null;

-- Codes for whoever lost the device of the second factor; each works once.
create table account_code (
    account_id uuid not null references account on delete cascade,
    digest     text not null,
    primary key (account_id, digest)
);
