-- An order with a past, an incident and a task, one in review that nobody has taken, and a repair of many.
insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, checksum, state, deployed_at) values
  (9, 'order-fulfilment', 1, 'order-fulfilment.bpmn', :order, 'a', 'ACTIVE', now() - interval '3 days'),
  (10, 'order-fulfilment', 2, 'order-fulfilment.bpmn', :order, 'a', 'ACTIVE', now() - interval '2 days');
insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, business_key, started_at, ended_at, open_incidents) values
  (900, 10, 'order-fulfilment', 2, 'ACTIVE', 'UM-9', now() - interval '2 hours', null, 1),
  (500, 10, 'order-fulfilment', 2, 'COMPLETED', 'UM-5', now() - interval '5 hours', now() - interval '3 hours', 0),
  (600, 9, 'order-fulfilment', 1, 'CANCELLED', 'UM-6', now() - interval '6 hours', now() - interval '4 hours', 0),
  (700, 11, 'support-request', 1, 'ACTIVE', 'UM-1', now() - interval '1 hour', null, 0);
insert into history.element_instance (key, process_instance_key, process_definition_key, element_id, element_type, scope_key, state, started_at, ended_at) values
  (900, 900, 10, 'order-fulfilment', 'PROCESS', null, 'ACTIVE', now() - interval '120 minutes', null),
  (901, 900, 10, 'order-placed', 'START_EVENT', 900, 'COMPLETED', now() - interval '120 minutes', now() - interval '120 minutes'),
  (902, 900, 10, 'prepare-order', 'SUB_PROCESS', 900, 'ACTIVE', now() - interval '120 minutes', null),
  (903, 900, 10, 'preparation-started', 'START_EVENT', 902, 'COMPLETED', now() - interval '120 minutes', now() - interval '120 minutes'),
  (904, 900, 10, 'decide-timing', 'BUSINESS_RULE_TASK', 902, 'COMPLETED', now() - interval '120 minutes', now() - interval '119 minutes'),
  (905, 900, 10, 'decide-risk', 'BUSINESS_RULE_TASK', 902, 'COMPLETED', now() - interval '119 minutes', now() - interval '118 minutes'),
  (906, 900, 10, 'review-order', 'USER_TASK', 902, 'COMPLETED', now() - interval '118 minutes', now() - interval '90 minutes'),
  (907, 900, 10, 'show-order-paid', 'SERVICE_TASK', 902, 'ACTIVE', now() - interval '90 minutes', null),
  (501, 500, 10, 'order-placed', 'START_EVENT', 500, 'COMPLETED', now() - interval '5 hours', now() - interval '5 hours'),
  (502, 500, 10, 'decide-risk', 'BUSINESS_RULE_TASK', 500, 'COMPLETED', now() - interval '5 hours', now() - interval '3 hours');
insert into history.sequence_flow values
  (900, 1, 'order-placed--prepare-order', now() - interval '120 minutes'), (500, 2, 'order-placed--prepare-order', now() - interval '5 hours');
insert into history.variable values
  (700, 'request', 700, '{"id": "5d0f7c9e-0d6b-4a39-8a52-1b1f6f6a0001"}', now()),
  (900, 'businessKey', 900, '"UM-9"', now()), (900, 'payment', 900, '{"id": "p1", "status": "AUTHORISED"}', now()),
  (900, 'order', 900, '{"id": "5d0f7c9e-0d6b-4a39-8a52-1b1f6f6a0002", "number": "UM-9", "total": 12990, "currency": "EUR", "country": "AT", "items": 2}', now());
insert into history.job (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key, element_id, type, state, retries, worker,
                         error_message, custom_headers, created_at, ended_at) values
  (911, 900, 10, 'order-fulfilment', 906, 'review-order', 'io.camunda.zeebe:userTask', 'COMPLETED', 1, null, null, '{}', now() - interval '118 minutes',
   now() - interval '90 minutes'),
  (912, 900, 10, 'order-fulfilment', 907, 'show-order-paid', 'commerce.update-order', 'FAILED', 0, 'connectors', 'expected the shop to answer, but it did not
  at io.tillflow.Shop.put(Shop.java:12)', '{}', now() - interval '90 minutes', null);
insert into history.incident (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key, element_id, job_key, error_type,
                              error_message, state, created_at) values
  (930, 900, 10, 'order-fulfilment', 907, 'show-order-paid', 912, 'JOB_NO_RETRIES', 'expected the shop to answer, but it did not', 'OPEN',
   now() - interval '85 minutes');
insert into history.decision_evaluation (key, process_instance_key, process_definition_key, element_instance_key, element_id, decision_key, decision_id,
                                         decision_name, decision_version, output, evaluated, evaluated_at) values
  (940, 900, 10, 905, 'decide-risk', 70, 'order-risk', 'Order risk', 1, '"review"',
   '[{"decisionId": "order-risk", "decisionName": "Order risk", "decisionType": "DECISION_TABLE", "decisionOutput": "\"review\"",
      "evaluatedInputs": [{"inputId": "i1", "inputName": "Total", "inputValue": "12990"}],
      "matchedRules": [{"ruleId": "r1", "ruleIndex": 1, "evaluatedOutputs": [{"outputId": "o1", "outputName": "risk", "outputValue": "\"review\""}]}]}]',
   now() - interval '118 minutes');
insert into history.message_subscription (key, kind, process_instance_key, element_instance_key, bpmn_process_id, element_id, name, correlation_key, state,
                                          created_at) values
  (950, 'START', null, null, 'return-request', 'return-requested', 'return-requested', null, 'OPEN', now() - interval '2 days'),
  (951, 'CATCH', 900, 902, 'order-fulfilment', 'cancelled-by-shopper', 'order-cancel-requested', 'o9', 'OPEN', now() - interval '2 hours');
insert into history.timer (key, process_instance_key, process_definition_key, element_instance_key, element_id, due_at, repetitions, state, created_at) values
  (960, 900, 10, 902, 'review-overdue', now() + interval '2 days', 1, 'CREATED', now() - interval '118 minutes');
insert into studio.repair_batch (kind, asked, filter, actor, state, total, ordered_at, ended_at)
  values ('RETRY', '{}', 'state=incident', 'admin', 'DONE', 2, now() - interval '1 hour', now() - interval '59 minutes');
insert into studio.repair_batch_item (batch_id, instance_key, state, detail, done_at)
  select (select max(id) from studio.repair_batch), item.key, item.state, item.detail, now()
    from (values (200, 'DONE', null), (900, 'REFUSED', 'no incident is open')) as item (key, state, detail);
insert into studio.task_comment (instance_key, task_key, element_id, person, written_at, text)
  values (100, 120, 'review', 'ines', now(), 'She called, see https://claims.example/7');
insert into studio.alert_rule (name, kind, subject, threshold, minutes, email, is_on, changed_by, changed_at)
  values ('Orders fail', 'INCIDENTS', 'order-fulfilment', 1, 240, 'ops@example.com', true, 'admin', now()) on conflict (name) do nothing;
insert into studio.alert (rule_id, rule_name, kind, subject, minutes, count, worst, since, raised_at, acknowledged_by, acknowledged_at, closed_at, event)
  select id, name, kind, subject, minutes, 1, 1, now() - interval '85 minutes', now() - interval '80 minutes', null, null, null, 'NONE'
    from studio.alert_rule where name = 'Orders fail'
  union all select id, name, kind, subject, minutes, 3, 9, now() - interval '2 days', now() - interval '2 days', 'ines', now() - interval '47 hours',
                   now() - interval '1 day', 'SENT' from studio.alert_rule where name = 'Orders fail';
insert into studio.alert_told (alert_id, channel, state)
  select id, 'EMAIL', 'SENT' from studio.alert where rule_name = 'Orders fail' and closed_at is null;
insert into studio.audit (at, actor, action, subject, before, after)
  values (now(), 'mara', 'schedule.saved', 'schedule/weekly-report', null, '{}'), (now(), 'mara', 'pattern.saved', 'pattern/few-orders', null, '{}'), (now(), 'mara', 'webhook.saved', 'webhook/contact-form', null, '{}'),
  (now(), 'mara', 'letterbox.saved', 'letterbox/service', null, '{}');
