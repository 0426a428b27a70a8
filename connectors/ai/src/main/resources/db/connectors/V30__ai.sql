create table connectors.ai_prompt (
    name       text        not null,
    version    int         not null check (version > 0),
    text       text        not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    primary key (name, version)
);

create table connectors.ai_day (
    day      date   not null,
    provider text   not null,
    tokens   bigint not null default 0,
    micros   bigint not null default 0,
    primary key (day, provider)
);

create table connectors.ai_reply (
    digest  text primary key,
    reply   jsonb       not null,
    kept_at timestamptz not null,
    hits    bigint      not null default 0
);
create index ai_reply_age on connectors.ai_reply (kept_at);

create table connectors.ai_call (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    caller      text        not null,
    skill       text        not null,
    provider    text        not null,
    model       text        not null,
    prompt      text        not null,
    how         text        not null,
    note        text,
    passed_over int         not null,
    tokens_in   bigint      not null,
    tokens_out  bigint      not null,
    micros      bigint      not null,
    millis      bigint      not null,
    redacted    jsonb       not null
);
create index ai_call_at on connectors.ai_call (at);
