import assert from 'node:assert/strict';
import { test } from 'node:test';
import { along, arrange, around, type Box, type Label, overlap } from './labels';

const task = (x: number, y = 0): Box => ({ x, y, width: 100, height: 80 });
const label = (id: string, weight: number, shape: Box, width = 60, height = 18): Label => ({ id, weight, places: around(shape, width, height) });

function apart(places: Map<string, Box>) {
  const boxes = [...places.values()];
  boxes.forEach((one, i) => boxes.slice(i + 1).forEach((other) => assert.ok(!overlap(one, other), JSON.stringify([one, other]))));
}

test('labels of tasks that stand close together do not cover each other', () => {
  const tasks = [task(0), task(110), task(220), task(110, 90)];
  const places = arrange(tasks.map((it, i) => label(`t${i}`, i, it)), tasks);
  assert.equal(places.size, 4);
  apart(places);
});

test('where there is no room the greater figure is shown', () => {
  // a long flat model on a phone: labels are many times as wide as the tasks
  const tasks = Array.from({ length: 12 }, (_, i) => task(i * 120));
  const places = arrange(tasks.map((it, i) => label(`t${i}`, i, it, 400, 160)), tasks);
  apart(places);
  assert.ok(places.has('t11'));
  assert.ok(places.size < 12);
});

test('a label goes beside what is drawn if it can', () => {
  const event: Box = { x: 0, y: 100, width: 36, height: 36 };
  const words: Box = { x: -20, y: 60, width: 90, height: 38 };
  const place = arrange([label('e', 1, event)], [words]).get('e')!;
  assert.ok(!overlap(place, words), JSON.stringify(place));
});

test('shares of branches stay on their flows and off each other', () => {
  const up = along([{ x: 50, y: 0 }, { x: 50, y: -80 }, { x: 200, y: -80 }], 34, 18);
  const on = along([{ x: 75, y: 25 }, { x: 200, y: 25 }], 34, 18);
  const places = arrange([{ id: 'up', weight: 0, places: up }, { id: 'on', weight: 0, places: on }], []);
  assert.equal(places.size, 2);
  apart(places);
  assert.deepEqual({ ...places.get('on')! }, { x: 75 + 28 - 17, y: 16, width: 34, height: 18 });
});
