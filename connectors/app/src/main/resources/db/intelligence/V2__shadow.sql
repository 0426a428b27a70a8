-- A version that answers beside the live one, and whose answers nobody sees; at most one a model, whatever the gate said of it.
alter table model_version add column shadowed_at timestamptz;
create unique index one_shadow on model_version (model) where shadowed_at is not null;

alter table version_change drop constraint version_change_kind_check;
alter table version_change add constraint version_change_kind_check
    check (kind in ('PROMOTED', 'RETIRED', 'REFUSED', 'ROLLED_BACK', 'SHADOWED', 'SHADOW_ENDED'));

-- What the shop loads beside the live model (docs/architecture.md).
create view shadow_model as
    select model, version, artefact, digest, rows, window_to, shadowed_at from model_version where shadowed_at is not null;
