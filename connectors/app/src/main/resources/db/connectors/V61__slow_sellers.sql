-- A mark-down gives money away: it decides and says what it would have done, until somebody has read its table.
insert into connectors.automation (process_id, state, reason, changed_at, changed_by)
values ('slow-seller-markdown', 'DRY_RUN', 'Ships like this, since it changes prices: switch it on when its table suits your shop.', now(), 'Tillflow')
on conflict do nothing;
insert into connectors.automation_trigger (process_id, message)
values ('slow-seller-markdown', 'slow-seller-found'), ('slow-seller-markdown', 'slow-seller-check-due')
on conflict do nothing;

-- Every Monday morning a look at what sells slowly.
insert into connectors.schedule (id, cron, zone, misfire, message, data, paused, next_due, changed_at, changed_by)
values ('slow-seller-markdown', '0 0 6 * * MON', 'UTC', 'once', 'slow-seller-check-due', '{}', false,
        (date_trunc('week', now() at time zone 'UTC') + interval '7 days 6 hours') at time zone 'UTC', now(), 'Tillflow')
on conflict do nothing;
