// The palette in the shop's words: each block is a step that is set up already.
import { el, icon } from '../editor-kit/model-editor';

export interface Block {
  group: string;
  label: string;
  icon: string;
  kind: 'message-start' | 'job' | 'decision' | 'person' | 'timer' | 'message' | 'exclusive' | 'parallel' | 'event-gateway' | 'end' | 'sub-process' | 'call';
  value?: string;
}

export function palette(modeler: any, blocks: Block[], texts: Record<string, string>): HTMLElement {
  const aside = el('aside', 'pal');
  aside.setAttribute('aria-label', texts.blocks);
  const find = el('label', 'inp');
  const input = el('input');
  input.type = 'search';
  input.placeholder = texts.search;
  input.setAttribute('aria-label', texts.search);
  find.append(icon('search'), input);
  const list = el('div', 'pal-list');
  aside.append(find, list);
  const show = () => {
    const wanted = input.value.trim().toLowerCase();
    list.replaceChildren(...groups(blocks.filter((block) => block.label.toLowerCase().includes(wanted)), modeler));
    if (!list.firstChild) list.append(el('p', 'meta', texts.none));
  };
  input.addEventListener('input', show);
  show();
  return aside;
}

function groups(blocks: Block[], modeler: any): HTMLElement[] {
  const names = [...new Set(blocks.map((block) => block.group))];
  return names.flatMap((name) => [
    el('h3', 'pg', name),
    ...blocks.filter((block) => block.group === name).map((block) => entry(block, modeler)),
  ]);
}

function entry(block: Block, modeler: any): HTMLElement {
  const button = el('button', 'pi');
  button.type = 'button';
  button.draggable = true;
  button.append(icon(block.icon), el('span', 'cut', block.label));
  const start = (event: Event) => {
    event.preventDefault();
    modeler.get('create').start(event, shape(block, modeler));
  };
  button.addEventListener('dragstart', start);
  button.addEventListener('click', start);
  return button;
}

/** A shape that says what it does and is wired to who does it. */
function shape(block: Block, modeler: any) {
  const factory = modeler.get('elementFactory');
  const bpmn = modeler.get('bpmnFactory');
  const make = (type: string, extra: object = {}) => {
    const created = factory.createShape({ type, ...extra });
    if (!type.endsWith('Gateway')) created.businessObject.name = block.label;
    return created;
  };
  const extend = (created: any, ...values: any[]) => {
    created.businessObject.extensionElements = bpmn.create('bpmn:ExtensionElements', { values });
    values.forEach((value) => { value.$parent = created.businessObject.extensionElements; });
    return created;
  };
  switch (block.kind) {
    case 'message-start': return message(make('bpmn:StartEvent', { eventDefinitionType: 'bpmn:MessageEventDefinition' }), block, modeler);
    case 'message': return make('bpmn:IntermediateCatchEvent', { eventDefinitionType: 'bpmn:MessageEventDefinition' });
    case 'timer': return make('bpmn:IntermediateCatchEvent', { eventDefinitionType: 'bpmn:TimerEventDefinition' });
    case 'job': return extend(make('bpmn:ServiceTask'), bpmn.create('zeebe:TaskDefinition', { type: block.value }));
    case 'decision': return extend(make('bpmn:BusinessRuleTask'), bpmn.create('zeebe:CalledDecision', { decisionId: block.value, resultVariable: camel(block.value ?? 'result') }));
    case 'person': return make('bpmn:UserTask');
    case 'exclusive': return make('bpmn:ExclusiveGateway');
    case 'parallel': return make('bpmn:ParallelGateway');
    case 'event-gateway': return make('bpmn:EventBasedGateway');
    case 'sub-process': return make('bpmn:SubProcess', { isExpanded: true });
    case 'call': return make('bpmn:CallActivity');
    case 'end': return make('bpmn:EndEvent');
  }
}

function message(created: any, block: Block, modeler: any) {
  const definitions = modeler.getDefinitions();
  let found = definitions.rootElements.find((root: any) => root.$type === 'bpmn:Message' && root.name === block.value);
  if (!found) {
    found = modeler.get('bpmnFactory').create('bpmn:Message', { name: block.value });
    found.$parent = definitions;
    definitions.rootElements.push(found);
  }
  created.businessObject.eventDefinitions[0].messageRef = found;
  return created;
}

const camel = (id: string) => id.replace(/[-.]+(\w)/g, (_, letter) => letter.toUpperCase());
