create table connectors.letter (
    seq        bigint generated always as identity unique,
    effect_key text primary key,
    order_id   text        not null,
    template   text        not null,
    state      text        not null check (state in ('SENDING', 'SENT', 'NOT_SENT', 'REFUSED', 'UNKNOWN')),
    reason     text,
    attempts   int         not null,
    changed_at timestamptz not null
);
create index letter_in_doubt on connectors.letter (seq) where state = 'UNKNOWN';

create table connectors.mailbox (
    seq         bigint generated always as identity primary key,
    message_id  text        not null,
    sender      text        not null,
    recipient   text        not null,
    subject     text        not null,
    text        text,
    html        text,
    received_at timestamptz not null
);
create index mailbox_message on connectors.mailbox (message_id);
create index mailbox_recipient on connectors.mailbox (recipient);
