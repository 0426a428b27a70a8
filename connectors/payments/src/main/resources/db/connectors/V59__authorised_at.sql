-- Since when a payment holds money, so that two of one order can be told from one that takes the other's place.
alter table connectors.sandbox_payment add column authorised_at timestamptz;
