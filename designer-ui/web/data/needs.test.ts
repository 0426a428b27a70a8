import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moddle } from '../source/reopen';
import { makes, reads } from './feel';
import { needs } from './needs';

const KNOWN = {
  messages: { 'order-placed': { name: 'Order placed', brings: { order: { id: '7f3', total: 100 } } } },
  jobs: { pay: { name: 'Pay', gives: ['receipt'] } }, forms: { check: ['outcome'] }, decisions: {}, errors: ['DECLINED'],
};

const task = (id: string, type: string, mapping = '') =>
  `<serviceTask id="${id}"><extensionElements><zeebe:taskDefinition type="${type}"/><zeebe:ioMapping>${mapping}</zeebe:ioMapping></extensionElements></serviceTask>`;
const flow = (from: string, to: string, condition = '') =>
  `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${condition && `<conditionExpression>${condition}</conditionExpression>`}</sequenceFlow>`;
const triggered = '<startEvent id="start"><messageEventDefinition messageRef="placed"/></startEvent>';

async function found(inside: string) {
  const { rootElement } = await moddle().fromXML(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
    targetNamespace="t"><message id="placed" name="order-placed"/><process id="p" isExecutable="true">${inside}</process></definitions>`);
  return needs(rootElement, KNOWN).map((need) => `${need.elementId} ${need.path}`);
}

test('what the trigger brings can be read, what it does not is needed', async () => {
  assert.deepEqual(await found(triggered + task('t', 'pay', '<zeebe:input source="=order.total" target="a"/>') + flow('start', 't')), []);
  assert.deepEqual(await found(triggered + task('t', 'pay', '<zeebe:input source="=order.email" target="a"/><zeebe:input source="=shop" target="b"/>')
    + flow('start', 't')), ['t order.email', 't shop']);
});

test('a step reads what came before it and not what comes after', async () => {
  const steps = triggered + task('first', 'pay') + task('second', 'pay', '<zeebe:input source="=receipt" target="a"/>');
  assert.deepEqual(await found(steps + flow('start', 'first') + flow('first', 'second')), []);
  assert.deepEqual(await found(steps + flow('start', 'second') + flow('second', 'first')), ['second receipt']);
  assert.deepEqual(await found(steps + flow('start', 'second') + flow('second', 'first') + flow('first', 'second')), []);
});

test('nothing is said where anything may come', async () => {
  const asks = task('t', 'pay', '<zeebe:input source="=anything" target="a"/>');
  assert.deepEqual(await found('<startEvent id="start"/>' + asks + flow('start', 't')), []);
  assert.deepEqual(await found(triggered + task('unknown', 'theirs') + asks + flow('start', 'unknown') + flow('unknown', 't')), []);
  assert.deepEqual(await found(triggered + task('unknown', 'theirs', '<zeebe:output source="=b" target="c"/>') + asks + flow('start', 'unknown') + flow('unknown', 't')), ['t anything']);
});

test('conditions read at the gateway, mappings in their own scope', async () => {
  const gateway = '<exclusiveGateway id="g"/>' + task('a', 'pay') + task('b', 'pay');
  assert.deepEqual(await found(triggered + gateway + flow('start', 'g') + flow('g', 'a', '=order.total > weight') + flow('g', 'b', '=order.id = null')), ['g-a weight']);
  assert.deepEqual(await found(triggered + task('t', 'pay', '<zeebe:input source="=order.id" target="mine"/><zeebe:output source="=mine + receipt" target="done"/>')
    + task('u', 'pay', '<zeebe:input source="=done" target="x"/><zeebe:input source="=mine" target="y"/>') + flow('start', 't') + flow('t', 'u')), ['u mine']);
});

test('reads what an expression needs, and not what it asks about', () => {
  assert.deepEqual(reads('=order.total + tax'), [['order', 'total'], ['tax']]);
  assert.deepEqual(reads('=if tax = null then 0 else tax'), []);
  assert.deepEqual(reads('=get or else(tax, 1)'), []);
  assert.deepEqual(reads('=for line in lines return line.price'), [['lines']]);
  assert.deepEqual(Object.keys(makes('={a: 1, "b": order.id}', () => undefined).entries ?? {}), ['a', 'b']);
});
