-- What it takes to go on with an act that the connectors were away for, and when that is tried next.
alter table staff_act
    add column carrier text,
    add column service text,
    add column reason  text,
    add column at_once boolean     not null default true,
    add column next_at timestamptz not null default now();
create index staff_act_waiting on staff_act (next_at) where way = 'WAITING';
