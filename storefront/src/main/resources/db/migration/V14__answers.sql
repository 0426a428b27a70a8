-- What the live version of a model and the one beside it say of orders that came after all they learned from: each product of the
-- order is hidden in turn and looked for among ten answers. Nothing of it was shown to anybody.
create table model_answer (
    model         text        not null,
    version       int         not null,
    -- as reporting_basket calls the order
    basket        text        not null,
    placed_at     timestamptz not null,
    items         int         not null check (items > 1),
    found         int         not null check (found between 0 and items),
    -- by simply naming what is bought most
    found_by_rule int         not null check (found_by_rule between 0 and items),
    primary key (model, version, basket)
);
create index model_answer_by_time on model_answer (model, version, placed_at);

-- A contract (docs/architecture.md).
create view reporting_answer as
    select model, version, basket, placed_at, items, found, found_by_rule from model_answer;

-- The newest of them are looked for again and again.
create index past_order_by_time on past_order (placed_at);
