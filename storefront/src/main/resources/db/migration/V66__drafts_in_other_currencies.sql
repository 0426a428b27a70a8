-- What a draft is priced and paid in; those there were, in the shop's own.
alter table draft_order add column currency text not null default 'EUR';
alter table draft_order alter column currency drop default;
