-- What people say a question is about, and the language of the words it began with; what the table of words read stays beside it.
alter table support_request
    add column sorted          text,
    add column sorted_by       text,
    add column sorted_language text,
    add column sorted_at       timestamptz,
    add constraint sorted_at_some_time check ((sorted is null) = (sorted_at is null) and (sorted is null) = (sorted_language is null));

-- A contract (docs/architecture.md): questions that people sorted, with the words they began with, for the model that reads them.
create view reporting_question as
    select 'own ' || r.id as id, r.id as request_id, r.sorted_at as placed_at, first.body as text, r.sorted_language as language,
           r.sorted as topic, r.topic as by_words
      from support_request r
      join lateral (select m.body from support_message m where m.request_id = r.id and m.author = 'SHOPPER'
                     order by m.seq limit 1) as first on first.body not in ('', '(erased)')
     where r.sorted is not null;
