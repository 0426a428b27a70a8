-- What came instead of something may be exchanged as well, not only go back for its money.
alter table order_return_line drop constraint came_for_money;
