-- What came instead of something can come back, too: the line then says by which exchange it came, what it is and what one counted.
alter table order_return_line drop constraint order_return_line_pkey;
alter table order_return_line
    add column came_by    uuid references order_return,
    add column came_label text,
    add column came_price bigint,
    add constraint came_is_whole check ((came_by is null) = (came_label is null) and (came_by is null) = (came_price is null)),
    add constraint came_for_money check (came_by is null or instead is null),
    add constraint order_return_line_once unique nulls not distinct (return_id, position, came_by, sku);
