// The palette in the shop's words: each block is a step that is set up already.
import { el, icon } from '../editor-kit/model-editor';

export interface Block {
  group: string;
  label: string;
  icon: string;
  kind: 'template' | 'decision' | 'person' | 'timer' | 'message' | 'exclusive' | 'parallel' | 'event-gateway' | 'end' | 'sub-process' | 'call';
  value?: string;
}

/** Blocks to drag onto the drawing; from the keyboard one is added where the keyboard is. */
export function palette(modeler: any, blocks: Block[], texts: Record<string, string>, add: (block: Block) => boolean): HTMLElement {
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
    list.replaceChildren(...groups(blocks.filter((block) => `${block.label} ${block.value ?? ''}`.toLowerCase().includes(wanted)), modeler, add));
    if (!list.firstChild) list.append(el('p', 'meta', texts.none));
  };
  input.addEventListener('input', show);
  show();
  return aside;
}

function groups(blocks: Block[], modeler: any, add: (block: Block) => boolean): HTMLElement[] {
  const names = [...new Set(blocks.map((block) => block.group))];
  return names.flatMap((name) => [
    el('h2', 'pg', name),
    ...blocks.filter((block) => block.group === name).map((block) => entry(block, modeler, add)),
  ]);
}

function entry(block: Block, modeler: any, add: (block: Block) => boolean): HTMLElement {
  const button = el('button', 'pi');
  button.type = 'button';
  button.draggable = true;
  button.append(icon(block.icon), el('span', 'cut', block.label));
  const start = (event: MouseEvent) => {
    event.preventDefault();
    // a click by the keyboard has no place on the canvas
    if (event.type === 'click' && event.detail === 0 && add(block)) return;
    modeler.get('create').start(event, shape(block, modeler));
  };
  button.addEventListener('dragstart', start);
  button.addEventListener('click', start);
  return button;
}

/** A shape that says what it does and is wired to who does it. */
export function shape(block: Block, modeler: any) {
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
    case 'template': return named(modeler.get('elementTemplates').createElement(modeler.get('elementTemplates').getLatest(block.value)[0]), block);
    case 'message': return make('bpmn:IntermediateCatchEvent', { eventDefinitionType: 'bpmn:MessageEventDefinition' });
    case 'timer': return make('bpmn:IntermediateCatchEvent', { eventDefinitionType: 'bpmn:TimerEventDefinition' });
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

function named(created: any, block: Block) {
  created.businessObject.name = block.label;
  return created;
}

const camel = (id: string) => id.replace(/[-.]+(\w)/g, (_, letter) => letter.toUpperCase());
