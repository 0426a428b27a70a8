-- What was foretold for the four weeks after a day, to be held against what came.
create table demand_foretold (
    sku   text not null,
    as_of date not null,
    units real not null,
    primary key (sku, as_of)
);
