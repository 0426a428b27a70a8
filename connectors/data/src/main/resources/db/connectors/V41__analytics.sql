-- Events that processes count, with the provider local: once for their effect key.
create table analytics_event (
    key        text primary key,
    name       text not null,
    subject    text not null,
    at         timestamptz not null,
    properties jsonb not null
);
create index analytics_event_by_name on analytics_event (name, at);
