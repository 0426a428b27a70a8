-- What shoppers ask about an order: a request is answered once, the conversation of an order is all its messages.
create table support_request (
    id         uuid primary key,
    order_id   uuid        not null references orders,
    state      text        not null check (state in ('REQUESTED', 'WITH_PERSON', 'ANSWERED', 'CLOSED')),
    topic      text        not null,
    urgent     boolean     not null,
    asked_at   timestamptz not null,
    updated_at timestamptz not null
);
create index support_request_by_order on support_request (order_id, asked_at);
create index support_request_by_time on support_request (asked_at desc, id desc);
create unique index support_request_open on support_request (order_id) where state in ('REQUESTED', 'WITH_PERSON');
create table support_message (
    seq        bigint generated always as identity primary key,
    id         uuid        not null unique,
    request_id uuid        not null references support_request,
    author     text        not null check (author in ('SHOPPER', 'RULE', 'PERSON')),
    name       text        not null,
    body       text        not null check (body <> '' and length(body) <= 4000),
    written_at timestamptz not null
);
create index support_message_by_request on support_message (request_id, seq);
