-- How often a review was changed within a day, and since when that day is counted.
alter table review
    add column changes       int not null default 0,
    add column changes_since timestamptz;
