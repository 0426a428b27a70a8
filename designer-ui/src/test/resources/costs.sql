-- Four parcels that left and one that stands: calls that were answered or not, tasks with and without somebody who took them, a process
-- that was called and called another worker twice.
truncate history.user_task;
insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, checksum, state, deployed_at)
  values (4701, 'ship-parcel', 1, 'ship-parcel.bpmn', :bpmn, 'a', 'ACTIVE', now());
insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, started_at, ended_at,
                                      parent_process_instance_key, parent_element_instance_key) values
  (4710, 4701, 'ship-parcel', 1, 'COMPLETED', '2026-03-01T12:00Z', '2026-03-01T13:00Z', null, null),
  (4720, 4701, 'ship-parcel', 1, 'COMPLETED', '2026-03-01T12:00Z', '2026-03-01T13:00Z', null, null),
  (4730, 4701, 'ship-parcel', 1, 'CANCELLED', '2026-03-01T12:00Z', '2026-03-01T13:00Z', null, null),
  (4740, 4701, 'ship-parcel', 1, 'COMPLETED', '2026-03-01T12:00Z', '2026-03-01T13:00Z', null, null),
  (4750, 4702, 'send-parcel', 1, 'COMPLETED', '2026-03-01T12:00Z', '2026-03-01T13:00Z', 4740, 4741),
  (4760, 4701, 'ship-parcel', 1, 'ACTIVE', '2026-03-01T12:00Z', null, null, null);
insert into history.element_instance (key, process_instance_key, process_definition_key, element_id, element_type, scope_key, state, started_at, ended_at) values
  (4711, 4710, 4701, 'show-order-paid', 'SERVICE_TASK', 4710, 'COMPLETED', '2026-03-01T12:00Z', '2026-03-01T12:00:02Z'),
  (4741, 4740, 4701, 'pack-and-send', 'CALL_ACTIVITY', 4740, 'COMPLETED', '2026-03-01T12:00Z', '2026-03-01T13:00Z');
insert into history.job (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key, element_id, type, state, retries,
                         custom_headers, created_at, ended_at) values
  (4712, 4710, 4701, 'ship-parcel', 4711, 'show-order-paid', 'payments.capture', 'COMPLETED', 1, '{}', '2026-03-01T12:00Z', '2026-03-01T12:00:02Z'),
  (4713, 4710, 4701, 'ship-parcel', 4714, 'review-order', 'io.camunda.zeebe:userTask', 'COMPLETED', 1,
   '{"io.camunda.zeebe:candidateGroups": "[\"risk\"]"}', '2026-03-01T12:00Z', '2026-03-01T13:00Z'),
  (4722, 4720, 4701, 'ship-parcel', 4721, 'show-order-paid', 'payments.capture', 'ERROR_THROWN', 1, '{}', '2026-03-01T12:00Z', '2026-03-01T12:00:02Z'),
  (4723, 4720, 4701, 'ship-parcel', 4724, 'review-order', 'io.camunda.zeebe:userTask', 'COMPLETED', 1,
   '{"io.camunda.zeebe:candidateGroups": "[\"risk\"]"}', '2026-03-01T12:00Z', '2026-03-01T13:00Z'),
  (4732, 4730, 4701, 'ship-parcel', 4731, 'show-order-paid', 'payments.capture', 'CANCELLED', 1, '{}', '2026-03-01T12:00Z', '2026-03-01T13:00Z'),
  (4752, 4750, 4702, 'send-parcel', 4751, 'book', 'shipping.book', 'COMPLETED', 1, '{}', '2026-03-01T12:00Z', '2026-03-01T12:30Z'),
  (4753, 4750, 4702, 'send-parcel', 4754, 'book', 'shipping.book', 'COMPLETED', 1, '{}', '2026-03-01T12:30Z', '2026-03-01T13:00Z'),
  (4762, 4760, 4701, 'ship-parcel', 4761, 'show-order-paid', 'payments.capture', 'COMPLETED', 1, '{}', '2026-03-01T12:00Z', '2026-03-01T12:00:02Z');
insert into history.user_task (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key, element_id, state,
                               candidate_groups, candidate_users, custom_headers, created_at, ended_at)
  values (4733, 4730, 4701, 'ship-parcel', 4734, 'approve', 'COMPLETED', '["office"]', '[]', '{}', '2026-03-01T12:00Z', '2026-03-01T12:30Z');
insert into studio.audit (at, actor, action, subject) values
  ('2026-03-01T12:00Z', 'ines', 'task.claimed', 'task/4713'), ('2026-03-01T12:15Z', 'ines', 'task.given-back', 'task/4713'),
  ('2026-03-01T12:30Z', 'mara', 'task.claimed', 'task/4713'), ('2026-03-01T13:00Z', 'mara', 'task.completed', 'task/4713'),
  ('2026-03-01T12:00Z', 'ines', 'task.assigned', 'task/4733')
