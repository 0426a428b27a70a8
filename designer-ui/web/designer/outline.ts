// The diagram in words, for whoever does not see it: every step, what it is, and where it leads.
import { el, icon } from '../editor-kit/model-editor';

const ICONS: Record<string, string> = {
  ServiceTask: 'gear', UserTask: 'user', BusinessRuleTask: 'table', SendTask: 'mail', ReceiveTask: 'mail', SubProcess: 'flow',
  CallActivity: 'ext', StartEvent: 'play', EndEvent: 'check', IntermediateCatchEvent: 'clock', IntermediateThrowEvent: 'mail',
  BoundaryEvent: 'alert',
};

export function outline(modeler: any, texts: Record<string, string>, go: (id: string) => void): HTMLElement {
  const list = el('ol', 'outline');
  list.setAttribute('aria-label', texts.outline);
  const nodes = modeler.get('elementRegistry')
    .filter((element: any) => element.businessObject?.$instanceOf?.('bpmn:FlowNode') && !element.labelTarget && element.parent);
  nodes.sort((a: any, b: any) => a.x - b.x || a.y - b.y);
  list.append(...nodes.map((node: any) => item(node.businessObject, texts, go)));
  return list;
}

function item(node: any, texts: Record<string, string>, go: (id: string) => void): HTMLElement {
  const type = node.$type.replace('bpmn:', '');
  const line = el('li');
  const button = el('button', 'pi');
  button.type = 'button';
  const words = type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  button.append(icon(ICONS[type] ?? 'tree'), el('b', '', node.name || node.id), el('span', 'meta', words));
  const next = (node.outgoing ?? [])
    .map((flow: any) => [flow.name, flow.targetRef?.name || flow.targetRef?.id].filter(Boolean).join(': '));
  if (next.length) button.append(el('span', 'meta grow cut', `${texts.then} ${next.join(', ')}`));
  if (node.attachedToRef) button.append(el('span', 'meta', `${texts.on} ${node.attachedToRef.name || node.attachedToRef.id}`));
  button.addEventListener('click', () => go(node.id));
  line.append(button);
  return line;
}
