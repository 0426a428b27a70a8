create table connectors.job_count (
    job_type text   not null,
    what     text   not null check (what in ('ACTIVATED', 'COMPLETED', 'FAILED', 'THROWN')),
    jobs     bigint not null,
    primary key (job_type, what)
);

create table connectors.outward_stop (
    id         int primary key check (id = 1),
    reason     text        not null,
    stopped_by text        not null,
    stopped_at timestamptz not null
);

create table connectors.crash_drill (
    id          int primary key check (id = 1),
    deaths_left int              not null,
    together    int              not null,
    share       double precision not null
);

create table connectors.crash_victim (
    seq      bigint generated always as identity primary key,
    death    int         not null,
    job_type text        not null,
    effect   text        not null,
    at       timestamptz not null default now()
);
