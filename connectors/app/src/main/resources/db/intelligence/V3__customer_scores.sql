-- What the live version of customer-value says of each customer; a customer is called by the number of their first order.
create table customer_score (
    customer        text primary key,
    -- orders after the first
    repeats         int              not null,
    p_alive         double precision not null,
    -- in the weeks ahead that score_run names
    expected_orders double precision not null,
    -- minor units
    expected_amount bigint           not null,
    value           bigint           not null,
    -- none where the customer has probably left
    next_order      date
);
create index customer_score_by_value on customer_score (value desc, customer);

-- Which version scored, as of which day.
create table score_run (
    model     text primary key,
    version   int         not null,
    as_of     date        not null,
    weeks     int         not null,
    currency  text        not null,
    customers int         not null,
    scored_at timestamptz not null
);
