import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOf, rowMarks } from './rows';

(globalThis as any).CSS ??= { escape: (text: string) => text };

const node = (id: string, inside: Record<string, any[]> = {}) => ({
  id,
  $descriptor: { properties: Object.keys(inside).map((name) => ({ name })) },
  get: (name: string) => inside[name],
  ...inside,
});
const rules = [node('r1', { inputEntry: [node('c1')] }), node('r2', { inputEntry: [node('c2')] })];
const decision = { id: 'risk', decisionLogic: node('table', { rule: rules, input: [node('i1')] }) };

test('a rule and its cells are known by the number that the table shows', () => {
  assert.deepEqual(placeOf(decision, 'r2'), { row: 2 });
  assert.deepEqual(placeOf(decision, 'c1'), { row: 1 });
  assert.deepEqual(placeOf(decision, 'table'), {});
  assert.equal(placeOf(decision, 'elsewhere'), undefined);
  assert.equal(placeOf({ id: 'drawn' }, 'r1'), undefined);
});

test('each rule with a problem is marked in the tone of the worst', () => {
  const problem = (severity: 'error' | 'warning') => ({ elementId: '', rule: 'x', severity, message: 'y' });
  const css = rowMarks(new Map([['r1', problem('error')], ['r2', problem('warning')]]));
  assert.match(css, /data-row-id="r1"[^}]*incident/);
  assert.match(css, /data-row-id="r2"[^}]*draft/);
});
