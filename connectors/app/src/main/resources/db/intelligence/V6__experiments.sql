-- Experiments as they are drawn into processes; each begins with the first unit that comes to its step.
create table experiment (
    name        text        not null,
    version     int         not null,
    state       text        not null check (state in ('RUNNING', 'STOPPED', 'TAKEN')),
    -- what everybody gets since a person decided
    taken       text,
    arms        text[]      not null,
    -- as drawn; together with the hold-out they make the salt's cuts
    hold_out    double precision not null,
    usual       text        not null,
    goal        text        not null check (goal in ('ordered', 'revenue', 'reached')),
    elements    text[]      not null,
    within      interval    not null,
    worthwhile  double precision not null,
    layer       text        not null,
    layer_from  double precision not null,
    layer_to    double precision not null,
    process_id  text        not null,
    element_id  text        not null,
    begun_at    timestamptz not null,
    -- shares shift by themselves, but none below this; none: they do not
    floor_share double precision,
    primary key (name, version)
);

-- The shares of the arms, in their order, and every change of them.
create table experiment_shares (
    name    text        not null,
    version int         not null,
    epoch   int         not null,
    shares  double precision[] not null,
    actor   text        not null,
    reason  text        not null,
    at      timestamptz not null,
    primary key (name, version, epoch),
    foreign key (name, version) references experiment
);

-- What people did about it.
create table experiment_act (
    id      bigint generated always as identity primary key,
    name    text        not null,
    version int         not null,
    kind    text        not null check (kind in ('BEGUN', 'STOPPED', 'STARTED', 'TAKEN', 'SHIFTING', 'STEADY')),
    actor   text        not null,
    detail  text,
    at      timestamptz not null,
    foreign key (name, version) references experiment
);
create index experiment_act_of on experiment_act (name, version, id);

-- A unit that came to the step while the experiment ran, once, with what it got; its outcome once its time is over.
create table exposure (
    name        text        not null,
    version     int         not null,
    unit        text        not null,
    arm         text        not null,
    epoch       int         not null,
    instance    bigint      not null,
    at          timestamptz not null,
    due_at      timestamptz not null,
    outcome     double precision,
    primary key (name, version, unit),
    foreign key (name, version) references experiment
);
create index exposure_due on exposure (name, version, due_at) where outcome is null;
create index exposure_settled on exposure (name, version, due_at, arm) include (outcome);
