create index order_return_by_time on order_return (requested_at desc, id desc);
