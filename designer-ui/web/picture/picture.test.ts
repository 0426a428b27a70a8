import assert from 'node:assert/strict';
import { test } from 'node:test';
import { picture } from './picture';

test('draws what has no diagram yet, and keeps markup in names a text', async () => {
  const drawn = await picture(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p">
    <startEvent id="s" name="&lt;b&gt; &amp; co"/><task id="t" name="A task with quite a long name"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/></process></definitions>`);
  for (const id of ['s', 't', 'f']) assert.match(drawn.svg, new RegExp(`data-element-id="${id}"`));
  assert.match(drawn.svg, /&lt;b&gt; &amp; co/);
  assert.ok(drawn.width > 100 && drawn.height > 50);
});
