-- Reporting views are read by whoever asks in SQL and have nobody's words; this one has, so it is none of them, and begins without their grants.
drop view reporting_question;

-- A contract (docs/architecture.md): questions that people sorted, with the words they began with, for the model that reads them.
create view sorted_question as
    select 'own ' || r.id as id, r.id as request_id, r.sorted_at as placed_at, first.body as text, r.sorted_language as language,
           r.sorted as topic, r.topic as by_words
      from support_request r
      join lateral (select m.body from support_message m where m.request_id = r.id and m.author = 'SHOPPER'
                     order by m.seq limit 1) as first on first.body not in ('', '(erased)')
     where r.sorted is not null;
