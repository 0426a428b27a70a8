import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindsTaken, offered, withoutLoops } from './engine-limits';

const groups = () => [
  { id: 'general', entries: [{ id: 'name' }, { id: 'versionTag' }] },
  { id: 'assignmentDefinition', entries: [{ id: 'assignmentDefinitionAssignee' }, { id: 'priorityDefinitionPriority' }] },
  { id: 'jobPriorityDefinition', entries: [{ id: 'jobPriorityDefinitionPriority' }] },
  { id: 'businessId', entries: [{ id: 'businessIdInherit' }] },
  { id: 'ElementTemplates__Template', entries: [] },
  { id: 'headers', items: [] },
  { id: 'Zeebe__ExecutionListeners', items: [] },
  { id: 'Zeebe__TaskListeners', items: [] },
];

const element = (...values: object[]) => ({ businessObject: { extensionElements: { values } } });

const seen = (found: any[]) => found.flatMap((group) => [group.id, ...(group.entries ?? []).map((it: any) => it.id)]);

test('what a later engine can do is not offered', () => {
  assert.deepEqual(seen(offered(groups(), element())), ['general', 'name', 'assignmentDefinition', 'assignmentDefinitionAssignee', 'ElementTemplates__Template', 'headers']);
});

test('what the model has already can be seen and taken away', () => {
  const found = seen(offered(groups(), element(
    { $type: 'zeebe:ExecutionListeners' }, { $type: 'zeebe:JobPriorityDefinition' }, { $type: 'zeebe:CalledElement', businessId: '=order' }, { $type: 'zeebe:VersionTag' })));
  ['Zeebe__ExecutionListeners', 'jobPriorityDefinitionPriority', 'businessIdInherit', 'versionTag'].forEach((id) => assert.ok(found.includes(id), id));
  assert.ok(!found.includes('Zeebe__TaskListeners'));
});

test('a binding is shown where it is another than the usual one', () => {
  const binding = () => [{ id: 'calledDecision', entries: [{ id: 'decisionId' }, { id: 'bindingType' }] }];
  assert.deepEqual(seen(offered(binding(), element({ $type: 'zeebe:CalledDecision', bindingType: 'latest' }))), ['calledDecision', 'decisionId']);
  assert.ok(seen(offered(binding(), element({ $type: 'zeebe:CalledDecision', bindingType: 'deployment' }))).includes('bindingType'));
});

test('menus leave out kinds of elements that the engine does not run', () => {
  const ids = ['replace-with-conditional-flow', 'replace-with-conditional-boundary', 'replace-with-non-interrupting-conditional-boundary', 'append-complex-gateway',
    'create-expanded-ad-hoc-subprocess', 'create-ad-hoc-subprocess', 'replace-with-transaction', 'append-message-intermediate-catch', 'create-exclusive-gateway', 'replace-with-cancel-end'];
  assert.deepEqual(Object.keys(kindsTaken(Object.fromEntries(ids.map((id) => [id, {}])))),
    ['replace-with-conditional-flow', 'append-message-intermediate-catch', 'create-exclusive-gateway']);
});

test('menus leave them out within their categories, too, and a category that is empty then; a template is none of them', () => {
  const menu = {
    'create-gateways': { entries: { 'create-exclusive-gateway': {}, 'create-complex-gateway': {} } },
    'create-rare': { entries: { 'create-transaction': {} } },
    'create.template-book-transaction': {},
  };
  assert.deepEqual(kindsTaken(menu), { 'create-gateways': { entries: { 'create-exclusive-gateway': {} } }, 'create.template-book-transaction': {} });
});

test('a loop can be taken away but not drawn', () => {
  assert.deepEqual(Object.keys(withoutLoops({ 'toggle-loop': {}, 'toggle-parallel-mi': {} })), ['toggle-parallel-mi']);
  assert.deepEqual(Object.keys(withoutLoops({ 'toggle-loop': { active: true } })), ['toggle-loop']);
});

test('a business id that was emptied can still be taken away', () => {
  const group = [{ id: 'businessId', entries: [{ id: 'businessIdInherit' }] }];
  assert.equal(offered(group, element({ $type: 'zeebe:CalledElement', businessId: '' })).length, 1);
  assert.equal(offered(group, element({ $type: 'zeebe:CalledElement' })).length, 0);
});
