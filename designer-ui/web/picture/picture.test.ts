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

test('shows below its process what lies within a collapsed sub-process on a plane of its own', async () => {
  const inner = (plane: string) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="d" targetNamespace="t">
    <process id="p"><subProcess id="pack" name="Pack &amp; go"><task id="wrap" name="Wrap it"/></subProcess></process>
    <bpmndi:BPMNDiagram id="one"><bpmndi:BPMNPlane id="plane" bpmnElement="p"><bpmndi:BPMNShape id="s1" bpmnElement="pack" isExpanded="false"><dc:Bounds x="500" y="300" width="100" height="80"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
    ${plane}</definitions>`;
  const within = '<bpmndi:BPMNDiagram id="two"><bpmndi:BPMNPlane id="plane2" bpmnElement="pack"><bpmndi:BPMNShape id="s2" bpmnElement="wrap"><dc:Bounds x="900" y="40" width="240" height="80"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>';
  const alone = await picture(inner(''));
  const both = await picture(inner(within));
  assert.doesNotMatch(alone.svg, /data-element-id="wrap"/);
  assert.match(both.svg, /data-element-id="wrap"/);
  assert.match(both.svg, />Pack &amp; go<\/text>/);
  assert.doesNotMatch(both.svg, /display: ?none/);
  assert.equal(both.width, 240 + 24);
  assert.equal(both.height, alone.height + 28 + 80 + 24);
  assert.doesNotMatch(alone.svg, /translate\(-/);
});
