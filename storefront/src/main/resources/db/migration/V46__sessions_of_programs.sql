-- A session whose token a program sends in a header; a browser's cookie is none of those, and the reverse.
alter table account_session add program boolean not null default false;
