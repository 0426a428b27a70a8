-- Who said that they want no letters but those that their orders and accounts need, whether they have an account or not. Known
-- again by the digest of their address, which stays when the address is forgotten: otherwise nobody could keep to what they said.
create table letter_stop (
    digest text primary key,
    at     timestamptz not null
);

-- Whoever took their consent to letters back said so already.
insert into letter_stop (digest, at)
select distinct on (a.email) encode(sha256(convert_to(lower(a.email), 'UTF8')), 'hex'), c.at
from account a
         join account_consent c on c.account_id = a.id and c.kind = 'marketing' and not c.given
where not a.marketing
order by a.email, c.at desc
on conflict do nothing;
