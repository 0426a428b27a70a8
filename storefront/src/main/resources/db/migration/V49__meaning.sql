-- What a product means to the search, read from its English text by a language model: kept so that a start reads only what is new.
create table product_meaning (
    product text primary key,
    model text not null,
    digest text not null,
    meaning bytea not null
);
