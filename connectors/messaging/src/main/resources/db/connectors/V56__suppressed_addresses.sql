-- Addresses that no letter goes to, by their digest.
create table connectors.suppressed_address (
    seq      bigint generated always as identity unique,
    digest   text primary key,
    shown    text        not null,
    cause    text        not null check (cause in ('REFUSED', 'BY_HAND')),
    reason   text        not null,
    added_at timestamptz not null,
    added_by text        not null
);

alter table connectors.letter drop constraint letter_state_check;
alter table connectors.letter add constraint letter_state_check
    check (state in ('SENDING', 'SENT', 'NOT_SENT', 'REFUSED', 'WITHHELD', 'UNKNOWN'));
