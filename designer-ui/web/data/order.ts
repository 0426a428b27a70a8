// Which steps come before which, whatever way a token takes.
import { eventDefinition, flowNodes, flows, is, scopesOf } from './moddle';

export interface Order {
  /** Whether b only ever comes after a. */
  before(a: any, b: any): boolean;
  /** Whether a token can come back to it. */
  again(a: any): boolean;
}

export function orderOf(process: any): Order {
  const next = edges(process);
  const reached = new Map<string, Set<string>>();
  const reach = (from: string): Set<string> => {
    const known = reached.get(from);
    if (known) return known;
    const seen = new Set<string>();
    const open = [from];
    while (open.length) {
      for (const to of next.get(open.pop()!) ?? []) if (!seen.has(to)) { seen.add(to); open.push(to); }
    }
    reached.set(from, seen);
    return seen;
  };
  return { before: (a, b) => reach(a.id).has(b.id) && !reach(b.id).has(a.id), again: (a) => reach(a.id).has(a.id) };
}

const exit = (scope: any) => `${scope.id}/exit`;
const isEventSubProcess = (element: any) => is(element, 'SubProcess') && element.triggeredByEvent;

function edges(process: any): Map<string, string[]> {
  const next = new Map<string, string[]>();
  const edge = (from: string, to: string) => { const known = next.get(from); if (known) known.push(to); else next.set(from, [to]); };
  const nodes = flowNodes(process);
  flows(process).forEach((flow) => { if (flow.sourceRef && flow.targetRef) edge(flow.sourceRef.id, flow.targetRef.id); });
  for (const node of nodes) {
    if (node.attachedToRef) edge(node.attachedToRef.id, node.id);
    if (is(node, 'SubProcess')) subProcess(node, edge);
    const around = [...scopesOf(node), process];
    if (!node.outgoing?.length && around.length > 1) edge(node.id, exit(around[0]));
    around.forEach((scope) => interruptions(scope, nodes, node, edge));
  }
  links(nodes, edge);
  compensations(process, edge);
  return next;
}

/** A token enters at its beginnings and goes on where the sub-process does. */
function subProcess(scope: any, edge: (from: string, to: string) => void) {
  const inside = (scope.flowElements ?? []).filter((it: any) => is(it, 'FlowNode'));
  if (!isEventSubProcess(scope)) {
    inside.filter((it: any) => !it.incoming?.length && !it.attachedToRef && !isEventSubProcess(it)).forEach((it: any) => edge(scope.id, it.id));
  }
  (scope.outgoing ?? []).forEach((flow: any) => { if (flow.targetRef) edge(exit(scope), flow.targetRef.id); });
  if (isEventSubProcess(scope) && is(scope.$parent, 'SubProcess')) edge(exit(scope), exit(scope.$parent));
}

/** From anywhere in a scope a token can go to what interrupts it. */
function interruptions(scope: any, nodes: any[], node: any, edge: (from: string, to: string) => void) {
  nodes.filter((it) => it.attachedToRef === scope).forEach((it) => edge(node.id, it.id));
  (scope.flowElements ?? []).filter((it: any) => isEventSubProcess(it) && it !== node && !scopesOf(node).includes(it))
    .flatMap((it: any) => (it.flowElements ?? []).filter((inner: any) => is(inner, 'StartEvent')))
    .forEach((start: any) => edge(node.id, start.id));
}

function links(nodes: any[], edge: (from: string, to: string) => void) {
  const linked = nodes.filter((node) => eventDefinition(node, 'Link'));
  linked.filter((node) => is(node, 'ThrowEvent')).forEach((thrown) => linked
    .filter((node) => is(node, 'CatchEvent') && eventDefinition(node, 'Link').name === eventDefinition(thrown, 'Link').name)
    .forEach((caught) => edge(thrown.id, caught.id)));
}

function compensations(scope: any, edge: (from: string, to: string) => void) {
  (scope.artifacts ?? []).filter((it: any) => it.$type === 'bpmn:Association' && it.sourceRef && it.targetRef)
    .forEach((it: any) => edge(it.sourceRef.id, it.targetRef.id));
  (scope.flowElements ?? []).filter((it: any) => is(it, 'SubProcess')).forEach((it: any) => compensations(it, edge));
}
