-- What each version said a shopper's question is about; none of its words.
create table support_answer (
    request_id  text             not null,
    version     int              not null,
    topic       text             not null,
    probability double precision not null check (probability between 0 and 1),
    at          timestamptz      not null,
    primary key (request_id, version)
);
