-- Every night the shop's figures among the documents; paused, until somebody wants them there.
insert into connectors.schedule (id, cron, zone, misfire, message, data, paused, next_due, changed_at, changed_by)
values ('nightly-export', '0 30 3 * * *', 'UTC', 'once', 'export-due', '{}', true, null, now(), 'Tillflow')
on conflict do nothing;
