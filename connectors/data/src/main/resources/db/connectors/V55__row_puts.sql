-- What putting a row came to, for repeats that did not hear it; row_key is the digest of the row's key.
create table row_put (
    effect     text not null,
    path       text not null,
    row_key    text not null,
    open_tries int not null default 0,
    began_at   timestamptz not null,
    ended_at   timestamptz,
    added      boolean,
    rows       int,
    checksum   text,
    primary key (effect, path, row_key)
);
create index row_put_of_row on row_put (path, row_key);
create index row_put_oldest on row_put (began_at);
