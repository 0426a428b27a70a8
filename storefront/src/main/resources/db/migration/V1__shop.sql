create table category (
    id       text primary key,
    name     text not null,
    title    text not null,
    intro    text not null,
    picture  text not null,
    position int  not null
);

create table product (
    slug       text primary key,
    name       text        not null,
    line       text        not null,
    about      text        not null,
    care       text        not null,
    category   text        not null references category,
    kind       text        not null,
    place      text        not null check (place in ('inside', 'outside', 'both')),
    attributes jsonb       not null,
    popularity int         not null,
    added_at   timestamptz not null
);
create index product_by_category on product (category);

create table variant (
    sku          text primary key,
    product      text   not null references product,
    position     int    not null,
    colour       text   not null,
    colour_name  text   not null,
    size         text   not null default '',
    price        bigint not null check (price > 0),
    weight_grams int    not null check (weight_grams > 0),
    pictures     text[] not null,
    unique (product, colour, size)
);

-- What can be sold is on_hand - held - reserved - allocated; a count correction may take it below zero.
create table stock (
    sku       text primary key references variant,
    on_hand   int not null default 0 check (on_hand >= 0),
    held      int not null default 0 check (held >= 0),
    reserved  int not null default 0 check (reserved >= 0),
    allocated int not null default 0 check (allocated >= 0)
);

-- Every change of stock, in the order it happened; replaying it gives the table above.
create table stock_movement (
    id          bigint generated always as identity primary key,
    kind        text        not null,
    sku         text        not null references stock,
    quantity    int         not null,
    order_id    uuid,
    checkout_id uuid,
    reason      text,
    at          timestamptz not null
);
create index stock_movement_by_sku on stock_movement (sku, id);
create index stock_movement_by_order on stock_movement (order_id, id) where order_id is not null;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'stock_movement is append only';
end $$;
create trigger stock_movement_append_only before update or delete on stock_movement
    for each row execute function refuse_change();

create table cart (
    id         uuid primary key,
    created_at timestamptz not null,
    touched_at timestamptz not null
);

create table cart_line (
    cart_id     uuid        not null references cart on delete cascade,
    sku         text        not null references variant,
    quantity    int         not null check (quantity between 1 and 20),
    added_price bigint      not null,
    added_at    timestamptz not null,
    primary key (cart_id, sku)
);

create table checkout (
    id         uuid primary key,
    cart_id    uuid        not null,
    order_id   uuid        not null unique,
    order_token text       not null,
    state      text        not null check (state in ('OPEN', 'PLACING', 'PLACED', 'EXPIRED')),
    channel    text        not null check (channel in ('web', 'demo')),
    details    jsonb,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create unique index checkout_open_per_cart on checkout (cart_id) where state in ('OPEN', 'PLACING');
create index checkout_due on checkout (expires_at) where state in ('OPEN', 'PLACING');

create table checkout_line (
    checkout_id uuid   not null references checkout on delete cascade,
    sku         text   not null references variant,
    quantity    int    not null check (quantity > 0),
    unit_price  bigint not null,
    primary key (checkout_id, sku)
);

create table customer (
    id         uuid primary key,
    email      text        not null unique,
    created_at timestamptz not null
);

create sequence order_number start 20418;

create table orders (
    id                  uuid primary key,
    number              text        not null unique,
    checkout_id         uuid        not null unique references checkout,
    customer_id         uuid        not null references customer,
    token               text        not null,
    channel             text        not null,
    state               text        not null,
    reason              text,
    currency            text        not null,
    items_total         bigint      not null,
    delivery_price      bigint      not null,
    tax                 bigint      not null,
    tax_percent         int         not null,
    total               bigint      not null,
    items               int         not null,
    weight_grams        int         not null,
    express             boolean     not null,
    first_order         boolean     not null,
    address_mismatch    boolean     not null,
    past_declines       int         not null,
    email               text        not null,
    phone               text        not null,
    shipping            jsonb       not null,
    billing             jsonb       not null,
    delivery            text        not null,
    promised_on         date        not null,
    payment_id          text,
    payment_url         text,
    payment_attempts    int         not null,
    carrier             text,
    tracking_number     text,
    tracking_url        text,
    stock_state         text        not null check (stock_state in ('RESERVED', 'WAITING', 'ALLOCATED', 'RELEASED', 'SHIPPED')),
    cancel_requested_at timestamptz,
    shipping_locked_at  timestamptz,
    placed_at           timestamptz not null,
    updated_at          timestamptz not null
);
create index orders_by_customer on orders (customer_id);
create index orders_by_time on orders (placed_at desc, id);

create table order_line (
    order_id     uuid   not null references orders,
    position     int    not null,
    sku          text   not null references variant,
    product      text   not null,
    name         text   not null,
    variant      text   not null,
    picture      text   not null,
    quantity     int    not null,
    unit_price   bigint not null,
    weight_grams int    not null,
    primary key (order_id, position)
);

create table order_event (
    id       bigint generated always as identity primary key,
    order_id uuid        not null references orders,
    state    text        not null,
    reason   text,
    at       timestamptz not null
);
create index order_event_by_order on order_event (order_id, id);

-- Orders waiting for a restock, first come first served.
create table stock_line (
    order_id uuid primary key references orders,
    position bigint generated always as identity unique,
    since    timestamptz not null
);

create table outbox (
    seq          bigint generated always as identity primary key,
    id           uuid        not null unique,
    type         text        not null,
    subject      text        not null,
    time         timestamptz not null,
    data         jsonb       not null,
    attempts     int         not null default 0,
    next_at      timestamptz not null,
    last_error   text,
    delivered_at timestamptz
);
create index outbox_undelivered on outbox (seq) where delivered_at is null;

-- Answers already given to a repeated request with the same Idempotency-Key.
create table answered (
    scope  text        not null,
    key    text        not null,
    body   jsonb       not null,
    at     timestamptz not null,
    primary key (scope, key)
);
