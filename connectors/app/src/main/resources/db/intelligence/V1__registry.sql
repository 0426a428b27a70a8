-- Each asking for a model to be trained anew, whatever came of it.
create table training (
    id         text primary key,
    model      text        not null,
    asked_by   text        not null,
    asked_at   timestamptz not null,
    state      text        not null check (state in ('ASKED', 'RUNNING', 'TRAINED', 'TOO_LITTLE', 'FAILED')),
    -- what is missing, or why it failed, for people
    reason     text,
    begun_at   timestamptz,
    ended_at   timestamptz
);
create index training_by_model on training (model, asked_at desc);

create table model_version (
    model           text        not null,
    version         int         not null,
    training        text        not null unique references training,
    state           text        not null check (state in ('CANDIDATE', 'LIVE', 'RETIRED', 'REFUSED')),
    -- the gate's word for it
    reason          text,
    window_from     timestamptz not null,
    window_to       timestamptz not null,
    rows            int         not null,
    features        text        not null,
    metric          text        not null,
    split           text        not null,
    cases           int         not null,
    figure          double precision not null,
    baseline_name   text        not null,
    baseline        double precision not null,
    gain            double precision not null,
    gain_at_worst   double precision not null,
    gain_at_best    double precision not null,
    predecessor     int,
    predecessor_cases  int,
    predecessor_figure double precision,
    gain_over_live  double precision,
    seconds         double precision not null,
    artefact        bytea       not null,
    digest          text        not null,
    trained_at      timestamptz not null,
    promoted_at     timestamptz,
    promoted_by     text,
    primary key (model, version)
);
create unique index one_live_version on model_version (model) where state = 'LIVE';

-- Every change of what is in use, in the order it happened.
create table version_change (
    id      bigint generated always as identity primary key,
    model   text        not null,
    version int,
    kind    text        not null check (kind in ('PROMOTED', 'RETIRED', 'REFUSED', 'ROLLED_BACK')),
    actor   text        not null,
    reason  text,
    at      timestamptz not null
);

-- What the shop loads (docs/architecture.md): the version in use and the model itself.
create view live_model as
    select model, version, artefact, digest, rows, window_to, promoted_at from model_version where state = 'LIVE';

-- How far what is bought has moved from what the version in use learned from, looked at now and then.
create table drift (
    model   text        not null,
    version int         not null,
    at      timestamptz not null,
    -- population stability index over the twenty products bought most and all others
    psi     double precision not null,
    -- orders since the version's window
    orders  int         not null,
    primary key (model, version, at)
);
