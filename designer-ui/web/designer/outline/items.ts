// The diagram as a tree: pools, scopes, steps in the order a token takes them, what is attached to them and where they lead.
export interface Item {
  id: string;
  element: any;
  /** What it is in plain words, for instance "service task". */
  kind: string;
  name: string;
  children: Item[];
}

const is = (element: any, type: string): boolean => element.businessObject?.$instanceOf?.(`bpmn:${type}`) ?? false;
const across = (a: any, b: any) => a.x - b.x || a.y - b.y;

export function items(root: any, texts: Record<string, string>): Item[] {
  return is(root, 'Collaboration') ? [...inside(root, texts), ...connections(root, texts)] : [container(root, texts)];
}

function container(element: any, texts: Record<string, string>): Item {
  return { ...item(element, texts), children: inside(element, texts) };
}

function inside(scope: any, texts: Record<string, string>): Item[] {
  const shapes = (scope.children ?? []).filter((it: any) => it.businessObject && !it.labelTarget && !it.waypoints && !it.host && !is(it, 'Lane'));
  const nodes = inOrder(shapes.filter((it: any) => is(it, 'FlowNode')));
  const others = shapes.filter((it: any) => !is(it, 'FlowNode')).sort(across);
  return [...others.filter((it: any) => is(it, 'Participant')), ...nodes, ...others.filter((it: any) => !is(it, 'Participant'))]
    .map((it) => ({ ...item(it, texts), children: [...inside(it, texts), ...attached(it, texts), ...leads(it, texts)] }));
}

const attached = (host: any, texts: Record<string, string>): Item[] => [...host.attachers ?? []].sort(across)
  .map((it) => ({ ...item(it, texts), children: leads(it, texts) }));

const leads = (source: any, texts: Record<string, string>): Item[] => (source.outgoing ?? []).map((flow: any) => item(flow, texts));

/** Message flows between pools that have no step to hang them on. */
const connections = (root: any, texts: Record<string, string>): Item[] => (root.children ?? [])
  .filter((it: any) => it.waypoints && is(it.source, 'Participant') && is(it.target, 'Participant')).map((it: any) => item(it, texts));

/** Steps as tokens reach them: from each beginning along its flows. */
function inOrder(nodes: any[]): any[] {
  const left = new Set([...nodes].sort(across));
  const ordered: any[] = [];
  const visit = (node: any) => {
    if (!left.delete(node)) return;
    ordered.push(node);
    const ways = [node, ...node.attachers ?? []].flatMap((it: any) => it.outgoing ?? []).map((flow: any) => flow.target).filter(Boolean);
    ways.sort((a: any, b: any) => a.y - b.y).forEach(visit);
  };
  [...left].filter((node) => !node.incoming?.length).forEach(visit);
  [...left].forEach(visit);
  return ordered;
}

function item(element: any, texts: Record<string, string>): Item {
  const object = element.businessObject;
  const name = element.waypoints
    ? [object.name ?? '', nameOf(element.target, texts)].filter(Boolean).join(': ')
    : nameOf(element, texts);
  return { id: element.id, element, kind: element.waypoints ? texts.leadsTo : kindOf(object, texts), name, children: [] };
}

export function nameOf(element: any, texts: Record<string, string>): string {
  const object = element?.businessObject;
  if (element?.waypoints) return texts.flowOf.replace('{0}', nameOf(element.source, texts)).replace('{1}', nameOf(element.target, texts));
  return object?.name || object?.text || `${texts.unnamed} ${kindOf(object, texts)}`.trim();
}

/** "bpmn:IntermediateCatchEvent" with a timer as "timer intermediate catch event", in the words of whoever reads it. */
export function kindOf(object: any, texts: Record<string, string>): string {
  if (!object) return '';
  const word = (group: string, type: string) => {
    const key = type.replace(/^bpmn:/, '').replace(/EventDefinition$/, '').replace(/^./, (first) => first.toLowerCase());
    return texts[`${group}.${key}`] ?? key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  };
  const kind = word('kind', object.$type);
  const event = object.eventDefinitions?.[0];
  if (object.triggeredByEvent) return texts.kindOfEvent!.replace('{0}', kind);
  return event ? texts.kindOf!.replace('{0}', kind).replace('{1}', word('event', event.$type)) : kind;
}
