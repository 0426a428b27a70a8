import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Kept, pick } from './kept';

const entry = (key: string, person: string, model: string, at: number): Kept => ({ key, person, model, base: 3, source: '<a/>', at });

test('offers the newest of this person and model, and nobody else\'s', () => {
  const newer = entry('2', 'mara', 'returns', 20);
  const all = [entry('1', 'mara', 'returns', 10), newer, entry('3', 'jonas', 'returns', 30), entry('4', 'mara', 'orders', 30)];
  assert.equal(pick(all, 'mara', 'returns', 'own'), newer);
  assert.equal(pick(all, 'ana', 'returns', 'own'), undefined);
});

test('does not offer what the editor keeps itself', () => {
  assert.equal(pick([entry('own', 'mara', 'returns', 10)], 'mara', 'returns', 'own'), undefined);
});
