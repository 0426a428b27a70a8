-- By which a letter is known again when it comes back: its Message-ID, and the digest of the address it went to; for a while only.
alter table connectors.letter add column message_id text;
alter table connectors.letter add column receiver text;
alter table connectors.letter add column begun_at timestamptz not null default now();
create index letter_by_message on connectors.letter (message_id) where message_id is not null;
create index letter_by_receiver on connectors.letter (begun_at) where receiver is not null;
