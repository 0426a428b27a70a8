-- Buying costs money, and the suppliers of a shop that has just begun are the sandbox's: it decides and says what it would have ordered.
insert into connectors.automation (process_id, state, reason, changed_at, changed_by)
values ('replenishment', 'DRY_RUN', 'Ships like this, since it spends money: switch it on when its table names your suppliers.', now(), 'Tillflow')
on conflict do nothing;
insert into connectors.automation_trigger (process_id, message)
values ('replenishment', 'stock-low'), ('replenishment', 'stock-check-due')
on conflict do nothing;

-- Every morning a look at what is low still.
insert into connectors.schedule (id, cron, zone, misfire, message, data, paused, next_due, changed_at, changed_by)
values ('replenishment', '0 0 5 * * *', 'UTC', 'once', 'stock-check-due', '{}', false,
        (date_trunc('day', now() at time zone 'UTC') + interval '1 day 5 hours') at time zone 'UTC', now(), 'Tillflow')
on conflict do nothing;
