import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { test } from 'node:test';
import table from '../../../src/main/resources/io/tillflow/studio/lint/findings.de.json';
import { wordsOfExplanations } from './explanations';
import { findingWords } from './findings';
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

test('a German finding has a place for nothing that the English one has not', () => {
  assert.ok(table.says.length > 140);
  table.says.forEach(([english, german]) => {
    const places = english!.split('{}').length - 1;
    (german!.match(/{(\d)}/g) ?? []).forEach((it) => assert.ok(Number(it[1]) <= places, english));
  });
});

test('what the lint finds is said in the language of the page, with the names of what it is about', async () => {
  const german = await findingWords('de-DE');
  assert.equal(german('A <Service Task> must have a <Task definition type>'), '„Automatischer Schritt“ braucht „Art der Arbeit“');
  assert.equal(german('needs "order.weight", which neither the trigger ("Order placed") nor a step before brings; "order" has id, total.'),
    'braucht „order.weight“, was weder der Auslöser ("Order placed") noch ein Schritt davor mitbringt; „order“ hat id, total.');
  assert.equal(german('There is no form "<b>", neither here nor saved nor deployed.'), 'Ein Formular „<b>“ gibt es nicht: weder hier noch gespeichert noch aktiv.');
  assert.equal(german('Something new'), 'Something new');
  const english = await findingWords('en');
  assert.equal(english('Gateway forks and joins'), 'Gateway forks and joins');
  assert.equal(english('A <Service Task> must have a <Task definition type>'), 'A “Service Task” must have a “Task definition type”');
});

test('every label and explanation of the shipped templates is said in German', async () => {
  const folder = '../../processes/src/main/resources/element-templates';
  const templates = fs.readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => JSON.parse(fs.readFileSync(`${folder}/${file}`, 'utf8')));
  const labels = await wordsOf('de');
  const explanations = await wordsOfExplanations('de', templates);
  assert.ok(Object.keys(explanations).length > 200);
  assert.deepEqual(Object.entries(explanations).filter(([english, german]) => english === german), []);
  assert.match(explanations['How often passing trouble is outlasted. Catch AI_UNABLE, AI_BUDGET with an error boundary event.']!, /AI_UNABLE, AI_BUDGET fängt/);
  const said = templates.flatMap((it) => it.properties).map((it: any) => it.label).filter(Boolean);
  assert.deepEqual([...new Set(said)].filter((label) => !(label in labels)), []);
  assert.deepEqual(await wordsOfExplanations('en', templates), {});
});
