-- Pictures that merchants brought, as they are sent: made anew from what was brought, in a few widths. Variants name them; one that
-- no variant names any more stays, since orders show it.
create table picture (
    name     text primary key check (name ~ '^u-[0-9a-f]{24}$'),
    author   text        not null,
    added_at timestamptz not null
);

create table picture_file (
    picture text  not null references picture on delete cascade,
    width   int   not null,
    bytes   bytea not null,
    primary key (picture, width)
);

-- What somebody hears who does not see it.
create table picture_text (
    picture  text not null references picture on delete cascade,
    language text not null,
    alt      text not null,
    primary key (picture, language)
);
