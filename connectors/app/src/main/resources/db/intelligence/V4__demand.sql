-- Which share of what came the version's own 90 % intervals held when it was tried; none for models that state no intervals.
alter table model_version add column coverage double precision;

-- Runs of every model that says something of all cases at once.
alter table score_run rename column customers to scored;
alter table score_run alter column currency drop not null;

-- What the live version of demand says of each variant, in weeks from the day after score_run's; all arrays are in the order of time.
create table demand_forecast (
    sku        text primary key,
    -- the way of forecasting that suits it; none where nothing is said
    method     text not null,
    -- what is missing, or what is odd about it
    note       text not null,
    -- units sold in the weeks before, and on how many of their days it could not be had
    past       real[] not null,
    sold_out   real[] not null,
    mean       real[] not null,
    low        real[] not null,
    high       real[] not null,
    -- of all weeks up to that one together
    sum        real[] not null,
    sum_low    real[] not null,
    sum_high   real[] not null
);
