-- What a page of the shop says in a language: every text that was ever kept, and which of them shoppers read.
create table page_text (
    page       text        not null check (page ~ '^[a-z0-9-]{1,60}$'),
    language   text        not null,
    version    int         not null check (version > 0),
    title      text        not null,
    body       text        not null,
    author     text        not null,
    written_at timestamptz not null,
    primary key (page, language, version)
);

create table page_shown (
    page     text        not null,
    language text        not null,
    version  int         not null,
    author   text        not null,
    shown_at timestamptz not null,
    primary key (page, language),
    foreign key (page, language, version) references page_text on delete cascade
);
