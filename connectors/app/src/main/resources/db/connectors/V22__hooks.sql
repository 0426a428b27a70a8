-- Webhooks that begin or wake processes, each with its own address and secret (HOOK_… among the secrets).
create table connectors.hook (
    id         text primary key,
    message    text        not null,
    signing    text        not null check (signing in ('tillflow', 'sha256-hex', 'sha256-base64', 'token')),
    header     text        not null,
    id_from    text, -- where the payload names the event; null: the payload itself does
    subject_from text, -- where it names what it is about; null: the event itself
    variables  jsonb       not null, -- name to place in the payload
    per_minute int         not null check (per_minute > 0),
    changed_at timestamptz not null,
    changed_by text        not null
);

-- The last calls of each, also those that were refused; kept for a week.
create table connectors.hook_delivery (
    seq         bigint generated always as identity primary key,
    hook        text        not null references connectors.hook on delete cascade,
    at          timestamptz not null,
    outcome     text        not null,
    explanation text        not null,
    event_id    text,
    by_hand     boolean     not null,
    headers     jsonb       not null, -- secrets taken out
    payload     text        not null  -- secrets taken out, cut when long
);
create index hook_delivery_by_hook on connectors.hook_delivery (hook, seq);
create index hook_delivery_by_time on connectors.hook_delivery (at);
