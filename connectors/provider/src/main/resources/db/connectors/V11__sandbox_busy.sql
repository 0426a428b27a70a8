alter table connectors.sandbox_fault add column busy_rate double precision not null default 0;
