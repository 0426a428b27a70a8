-- What people decided about each process that a message begins; one without a row is on.
create table connectors.automation (
    process_id       text primary key,
    state            text not null default 'ON' check (state in ('ON', 'DRY_RUN', 'PAUSED', 'OFF')),
    reason           text,
    changed_at       timestamptz,
    changed_by       text, -- "limit" when a limit was reached
    messages_per_day int check (messages_per_day > 0),
    spend_per_day    bigint check (spend_per_day > 0), -- minor units
    spend_currency   text,
    check ((spend_per_day is null) = (spend_currency is null))
);

-- Which messages begin which processes, read from history again and again, so that it is known while history is away.
create table connectors.automation_trigger (
    process_id text not null references connectors.automation,
    message    text not null,
    primary key (process_id, message)
);

-- One message may begin several processes, and it can only be published as a whole: the strictest of them decides.
create view connectors.trigger_state as
select t.message,
       max(case a.state when 'ON' then 0 when 'DRY_RUN' then 1 when 'PAUSED' then 2 else 3 end) as strictness
  from connectors.automation_trigger t
  join connectors.automation a using (process_id)
 group by t.message;

-- What counts towards limits, each effect once however often it is tried.
create table connectors.automation_use (
    process_id text        not null,
    effect     text        not null,
    kind       text        not null check (kind in ('MESSAGE', 'SPEND')),
    day        date        not null,
    amount     bigint      not null, -- of a message 1, of money minor units
    currency   text        not null default '',
    used_at    timestamptz not null,
    primary key (process_id, effect, kind)
);
create index automation_use_by_day on connectors.automation_use (process_id, day, kind);

-- What instances in a dry run would have done.
create table connectors.dry_effect (
    seq                  bigint generated always as identity primary key,
    process_id           text        not null,
    process_instance_key bigint      not null,
    element_id           text        not null,
    job_key              bigint      not null unique,
    job_type             text        not null,
    action               text        not null,
    inputs               jsonb       not null,
    at                   timestamptz not null
);
create index dry_effect_by_process on connectors.dry_effect (process_id, seq);

alter table connectors.inbox add column dry boolean not null default false;
alter table connectors.inbox drop constraint inbox_state_check;
alter table connectors.inbox add constraint inbox_state_check
    check (state in ('RECEIVED', 'HELD', 'PUBLISHING', 'PUBLISHED', 'DONE', 'UNHEARD', 'UNWANTED', 'REFUSED'));

create index inbox_ahead_by_subject on connectors.inbox (subject, seq) where state in ('RECEIVED', 'HELD', 'PUBLISHING');
drop index connectors.inbox_open_by_subject;
create index inbox_aside on connectors.inbox (type, seq) where state in ('HELD', 'UNWANTED');
create index inbox_by_type on connectors.inbox (type, seq);
