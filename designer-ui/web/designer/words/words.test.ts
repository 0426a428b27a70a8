import assert from 'node:assert/strict';
import { test } from 'node:test';
import { speaking, wordsOf, wordsOfTables } from './index';

const places = (text: string) => (text.match(/{ ?\w+ ?}/g) ?? []).sort();

test('a German phrase has the same places for values as the English one, and the same room at its ends', async () => {
  const steps = Object.entries(await wordsOf('de-AT'));
  const tables = Object.entries(await wordsOfTables('de-AT'));
  assert.ok(steps.length > 400);
  assert.ok(tables.length > 180);
  [...steps, ...tables].forEach(([english, german]) => {
    assert.deepEqual(places(german), places(english), english);
    assert.equal(german.endsWith(' '), english.endsWith(' '), english);
  });
});

test('what nobody translated is said as the library says it', () => {
  const [, say] = speaking({ Name: 'Name', '{label} must not be empty.': '{label} darf nicht leer sein.' }).translate as [string, (text: string, values?: object) => string];
  assert.equal(say('{label} must not be empty.', { label: 'Preis' }), 'Preis darf nicht leer sein.');
  assert.equal(say('Brand new {thing}', { thing: 'panel' }), 'Brand new panel');
});

test('places are filled however the library writes them', () => {
  const [, say] = speaking({ 'e.g. { sample }': 'z. B. { sample }' }).translate as [string, (text: string, values?: object) => string];
  assert.equal(say('e.g. { sample }', { sample: '2000-01-01' }), 'z. B. 2000-01-01');
});

test('other languages read English', async () => {
  assert.deepEqual(await wordsOf('den'), {});
  assert.deepEqual(await wordsOf('en'), {});
  assert.deepEqual(await wordsOfTables('en'), {});
});
