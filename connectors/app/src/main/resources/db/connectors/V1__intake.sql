create table connectors.inbox (
    seq             bigint generated always as identity primary key,
    source          text        not null,
    id              text        not null,
    type            text        not null,
    subject         text        not null,
    occurred_at     timestamptz not null,
    data            jsonb       not null,
    state           text        not null default 'RECEIVED'
                    check (state in ('RECEIVED', 'PUBLISHING', 'PUBLISHED', 'DONE', 'UNHEARD', 'REFUSED')),
    received_at     timestamptz not null,
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null,
    begun_at        timestamptz, -- when the first attempt began whose outcome may count
    fence_key       bigint,      -- once history knows this message, it knows all that came before it
    published_at    timestamptz,
    message_key     bigint,      -- null when the broker only said that it has the message already
    expires_at      timestamptz, -- until when the broker keeps the message for somebody to listen
    ended_at        timestamptz,
    process_instance_key bigint, -- the instance that heard it first
    problem         text,
    unique (source, id)
);
create index inbox_open_by_subject on connectors.inbox (subject, seq) where state in ('RECEIVED', 'PUBLISHING');
create index inbox_open_by_time on connectors.inbox (next_attempt_at) where state in ('RECEIVED', 'PUBLISHING');
create index inbox_published on connectors.inbox (published_at) where state = 'PUBLISHED';
create index inbox_by_subject on connectors.inbox (subject, seq);
create index inbox_unheard on connectors.inbox (seq) where state in ('UNHEARD', 'REFUSED');

create table connectors.shipped_model (
    process_id  text primary key,
    reason      text        not null, -- DEPLOYED, or FOUND when the broker had one already
    recorded_at timestamptz not null default now()
);
