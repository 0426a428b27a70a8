-- Staff may change an order before it is locked for shipping, and send what is wanted instead of a return.
alter table staff_act drop constraint staff_act_kind_check;
alter table staff_act add constraint staff_act_kind_check
    check (kind in ('SHIP', 'CAPTURE', 'CANCEL', 'REFUND', 'RECEIVE', 'RESTOCK', 'CHANGE', 'EXCHANGE'));
