-- A colour may have a name in another language while its size has none.
alter table variant_text alter column colour_name drop not null;
alter table variant_text alter column size drop not null;
