create table connectors.secret (
    name       text primary key,
    key_id     text        not null, -- which key sealed it; the keys themselves are elsewhere
    sealed     text        not null, -- nonce and AES-GCM ciphertext in Base64, bound to the name
    changed_at timestamptz not null,
    changed_by text        not null
);

create table connectors.secret_use (
    name    text        not null,
    used_by text        not null,
    used_at timestamptz not null,
    primary key (name, used_by)
);
