-- One more of everything, beside what is looked at.
insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, business_key, started_at, open_incidents)
  values (:n, 7, 'order', 1, 'ACTIVE', 'UM-' || :n, now() - interval '3 hours', 1),
         (:n + 8, 10, 'order-fulfilment', 2, 'ACTIVE', null, now() - interval '3 hours', 0);
insert into history.element_instance (key, process_instance_key, process_definition_key, element_id, element_type, scope_key, state, started_at)
  values (:n + 1, :n, 7, 'review', 'USER_TASK', :n, 'ACTIVE', now() - interval '3 hours'), (:n + 2, :n, 7, 'pay', 'SERVICE_TASK', :n, 'ACTIVE', now());
insert into history.job (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key, element_id, type, state, retries,
                         custom_headers, created_at)
  values (:n + 3, :n, 7, 'order', :n + 1, 'review', 'io.camunda.zeebe:userTask', 'CREATED', 1, '{}', now() - interval '3 hours'),
         (:n + 4, :n, 7, 'order', :n + 2, 'pay', 'payments.take', 'FAILED', 0, '{}', now());
insert into history.incident (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key, element_id, job_key, error_type,
                              error_message, state, created_at)
  values (:n + 5, :n, 7, 'order', :n + 2, 'pay', :n + 4, 'JOB_NO_RETRIES', 'no such card', 'OPEN', now());
insert into history.variable values (900, 'a' || :n, 900, '1', now());
insert into history.job (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key, element_id, type, state, retries,
                         custom_headers, created_at)
  values (:n + 6, 900, 10, 'order-fulfilment', 907, 'show-order-paid', 'commerce.update-order', 'FAILED', 0, '{}', now());
insert into history.incident (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key, element_id, job_key, error_type,
                              error_message, state, created_at)
  values (:n + 7, 900, 10, 'order-fulfilment', 907, 'show-order-paid', :n + 6, 'JOB_NO_RETRIES', 'another trouble', 'OPEN', now());
insert into studio.task_comment (instance_key, task_key, element_id, person, written_at, text) values (100, 120, 'review', 'ines', now(), 'and again');
insert into studio.repair_batch (kind, asked, filter, actor, state, total, ordered_at, ended_at)
  values ('RETRY', '{}', 'state=incident', 'admin', 'DONE', 2, now(), now());
insert into studio.alert (rule_id, rule_name, kind, subject, minutes, count, worst, since, raised_at, event)
  select id, name, kind, 'order-' || :n, minutes, 1, 1, now(), now(), 'NONE' from studio.alert_rule;
