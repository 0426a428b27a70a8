-- A copy of the shop that is older than this column still begins checkouts while the others are renewed.
alter table checkout alter terms set default 0;
