-- Acts that had waited for more than a day when the shop began to go on with them by itself are left to people.
update staff_act set next_at = 'infinity' where way = 'WAITING' and asked_at < now() - interval '1 day';

-- When an automation asked for a letter that nobody wanted any more: it does not watch the cart after that.
alter table cart_reminder add column outdated_at timestamptz;
