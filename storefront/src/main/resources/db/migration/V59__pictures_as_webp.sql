-- The same picture for browsers that read WebP. Nothing until it was made, empty where the JPEG is smaller.
alter table picture_file add column webp bytea;
create index picture_file_without_webp on picture_file (picture, width) where webp is null;
