alter table connectors.sandbox_shipment drop constraint sandbox_shipment_status_check;
alter table connectors.sandbox_shipment add constraint sandbox_shipment_status_check
    check (status in ('IN_TRANSIT', 'DELIVERED', 'LOST', 'CANCELLED'));
