-- Which carrier takes an order's parcel: whoever hands it over first, automation or person, decides for both.
create table connectors.chosen_carrier (
    effect_key text primary key,
    carrier    text not null,
    service    text not null
);

-- Tries of staff to take money that the bank refused: the next one asks the bank anew.
create table connectors.hand_refusal (
    order_id text        not null,
    attempt  int         not null check (attempt > 0),
    at       timestamptz not null,
    primary key (order_id, attempt)
);
