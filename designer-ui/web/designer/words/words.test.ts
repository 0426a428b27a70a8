import assert from 'node:assert/strict';
import { test } from 'node:test';
import { speaking, wordsOf } from './index';

const places = (text: string) => (text.match(/{\w+}/g) ?? []).sort();

test('a German phrase has the same places for values as the English one, and the same room at its ends', async () => {
  const words = Object.entries(await wordsOf('de-AT'));
  assert.ok(words.length > 400);
  words.forEach(([english, german]) => {
    assert.deepEqual(places(german), places(english), english);
    assert.equal(german.endsWith(' '), english.endsWith(' '), english);
  });
});

test('what nobody translated is said as the library says it', () => {
  const [, say] = speaking({ Name: 'Name', '{label} must not be empty.': '{label} darf nicht leer sein.' }).translate as [string, (text: string, values?: object) => string];
  assert.equal(say('{label} must not be empty.', { label: 'Preis' }), 'Preis darf nicht leer sein.');
  assert.equal(say('Brand new {thing}', { thing: 'panel' }), 'Brand new panel');
});

test('other languages read English', async () => {
  assert.deepEqual(await wordsOf('den'), {});
  assert.deepEqual(await wordsOf('en'), {});
});
