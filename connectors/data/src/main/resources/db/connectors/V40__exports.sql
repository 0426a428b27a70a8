-- Exports of the shop's reporting views: a document a day.
create table export_run (
    id             text primary key,
    dataset        text not null,
    format         text not null,
    asked_by       text not null,
    from_day       date,
    state          text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    days           int not null default 0,
    written        int not null default 0,
    rows           bigint not null default 0,
    bytes          bigint not null default 0,
    late           int not null default 0,
    schema_version int not null default 0,
    watermark      timestamptz,
    began_at       timestamptz not null,
    touched_at     timestamptz not null,
    ended_at       timestamptz,
    problem        text
);
create index export_run_newest on export_run (began_at desc, id);
create unique index export_run_one_at_a_time on export_run (dataset, format) where state = 'RUNNING';

create table export_part (
    dataset        text not null,
    format         text not null,
    day            date not null,
    path           text not null,
    schema_version int not null,
    rows           int not null,
    bytes          int not null,
    checksum       text not null,
    open           boolean not null,
    revision       int not null,
    late           int not null,
    written_at     timestamptz not null,
    primary key (dataset, format, day)
);

create table export_schema (
    dataset    text not null,
    version    int not null,
    columns    text not null,
    first_seen timestamptz not null,
    primary key (dataset, version),
    unique (dataset, columns)
);
