-- By its mark a store is known again, and from time to time each document is looked at.
create table export_store (
    dataset text not null,
    format  text not null,
    mark    text not null,
    seen_at timestamptz not null,
    primary key (dataset, format)
);

-- A day with very many rows lies in several documents.
alter table export_part add column piece int not null default 1;
alter table export_part drop constraint export_part_pkey;
alter table export_part add primary key (dataset, format, day, piece);
alter table export_part add column looked_at timestamptz;

alter table export_run add column notice text;
