-- Each shipped file is remembered by itself, so that a newer Tillflow brings its new models and only those.
alter table connectors.shipped_model rename column process_id to file;
insert into connectors.shipped_model (file, reason)
select name, (select reason from connectors.shipped_model where file = 'order-fulfilment')
  from (values ('order-fulfilment.bpmn'), ('order-timing.dmn'), ('order-risk.dmn'), ('carrier-choice.dmn'), ('review-order.form'),
               ('collect-payment.form'), ('resolve-delivery.form')) as shipped (name)
 where exists (select from connectors.shipped_model where file = 'order-fulfilment');
delete from connectors.shipped_model where file = 'order-fulfilment';
