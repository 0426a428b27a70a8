-- What the catalogue says in other languages than its own; what is not translated is shown as it is.
create table category_text (
    category text not null references category (id) on delete cascade,
    language text not null,
    name text not null,
    title text not null,
    intro text not null,
    primary key (category, language)
);

create table product_text (
    product text not null references product (slug) on delete cascade,
    language text not null,
    name text not null,
    line text not null,
    about text not null,
    care text not null,
    kind text not null,
    attributes jsonb not null,
    primary key (product, language)
);

create table variant_text (
    sku text not null references variant (sku) on delete cascade,
    language text not null,
    colour_name text not null,
    size text not null,
    primary key (sku, language)
);

-- The language somebody ordered in or asked for a letter in: what the shop writes to them is written in it.
alter table orders add column language text not null default 'en';
alter table account_letter add column language text not null default 'en';
