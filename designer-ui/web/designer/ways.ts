// Mendings of the way a drawing goes: beginnings and ends where there are none, gateways put in or taken out. None changes what it means.
import { makeRoom, together } from './together';

type Mend = (() => void) | undefined;

const GATE = 50;
const GAP = 50;

const is = (element: any, type: string): boolean => element.businessObject?.$instanceOf?.(`bpmn:${type}`) ?? false;
const flows = (all?: any[]) => (all ?? []).filter((it) => is(it, 'SequenceFlow'));
const caught = (element: any) => element.businessObject.eventDefinitions?.[0]?.$type;
const middle = (shape: any) => shape.y + shape.height / 2;

/** Steps that a token would have to reach or leave, and does not. */
const alone = (scope: any, way: 'incoming' | 'outgoing') => (scope.children ?? []).filter((it: any) => is(it, 'FlowNode') && !it.labelTarget
  && !flows(it[way]).length && !it.businessObject.isForCompensation && !it.businessObject.triggeredByEvent
  && !(way === 'incoming' ? is(it, 'StartEvent') || is(it, 'BoundaryEvent') : is(it, 'EndEvent')));

/** An end behind a step that leads nowhere. */
export function ended(element: any, modeler: any, name: string): Mend {
  if (flows(element.outgoing).length || is(element, 'EventBasedGateway') || caught(element) === 'bpmn:CompensateEventDefinition') return undefined;
  return () => together(modeler, () => {
    const end = modeler.get('autoPlace').append(element, modeler.get('elementFactory').createShape({ type: 'bpmn:EndEvent' }));
    modeler.get('modeling').updateProperties(end, { name });
  });
}

/** A beginning before a step that nothing leads to: the one there is if it leads nowhere, or a new one where there is none. */
export function begun(element: any, modeler: any, name: string): Mend {
  const scope = element.parent;
  const starts = (scope?.children ?? []).filter((it: any) => is(it, 'StartEvent') && !it.labelTarget);
  const [idle] = starts.filter((it: any) => !flows(it.outgoing).length);
  if (!scope || scope.businessObject.triggeredByEvent || starts.length > 1 || (starts.length && !idle)) return undefined;
  return () => together(modeler, () => {
    const modeling = modeler.get('modeling');
    const start = idle ?? modeling.createShape({ type: 'bpmn:StartEvent' }, { x: element.x - GAP - 18, y: middle(element) }, scope);
    if (!idle) modeling.updateProperties(start, { name });
    modeling.connect(start, element);
  });
}

/** The only step of a process or group with nothing before it gets a beginning. */
export function scopeBegun(scope: any, modeler: any, name: string): Mend {
  const found = alone(scope, 'incoming');
  return found.length === 1 ? begun(found[0], modeler, name) : undefined;
}

/** The only step of a process or group with nothing behind it gets an end. */
export function scopeEnded(scope: any, modeler: any, name: string): Mend {
  const found = alone(scope, 'outgoing');
  return found.length === 1 ? ended(found[0], modeler, name) : undefined;
}

/** The flows into a step meet in a gateway before it: of two that come, each goes on, as it does without. */
export function joined(element: any, modeler: any, type: string): Mend {
  const coming = flows(element.incoming);
  if (coming.length < 2 || coming.some((flow) => is(flow.source, 'EventBasedGateway'))) return undefined;
  return () => together(modeler, () => {
    const modeling = modeler.get('modeling');
    const place = { x: element.x + GATE / 2, y: middle(element) };
    makeRoom(modeler, element.x - 1, GATE + GAP);
    const gate = modeling.createShape({ type }, place, element.parent);
    coming.forEach((flow) => modeling.reconnectEnd(flow, gate, place));
    modeling.connect(gate, element);
  });
}

/** The flows out of a step part in a gateway behind it, all at once, as they do without. */
export function parted(element: any, modeler: any): Mend {
  const going = flows(element.outgoing);
  if (going.length < 2 || going.some((flow) => flow.businessObject.conditionExpression) || element.businessObject.default) return undefined;
  return () => together(modeler, () => {
    const modeling = modeler.get('modeling');
    const right = element.x + element.width;
    const place = { x: right + GAP + GATE / 2, y: middle(element) };
    makeRoom(modeler, right + 20, GATE + GAP, [element, ...element.attachers ?? []]);
    const gate = modeling.createShape({ type: 'bpmn:ParallelGateway' }, place, element.parent);
    going.forEach((flow) => modeling.reconnectStart(flow, gate, place));
    modeling.connect(element, gate);
  });
}

/** A gateway with one way in and one way out is no question; with a condition on its way out it may be one. */
export function bridged(element: any, modeler: any): Mend {
  const [out, ...more] = flows(element.outgoing);
  if (!out || more.length || out.businessObject.conditionExpression || flows(element.incoming).length !== 1) return undefined;
  return () => modeler.get('modeling').removeElements([element]);
}

/** The second of two flows that are the same, unless it is the one that is taken otherwise. */
export function single(element: any, modeler: any): Mend {
  if (!is(element, 'SequenceFlow') || element.source?.businessObject.default === element.businessObject) return undefined;
  return () => modeler.get('modeling').removeElements([element]);
}

/** What undoes a step is reached by an association only. */
export function loosened(element: any, modeler: any): Mend {
  const all = [...flows(element.incoming), ...flows(element.outgoing)];
  return all.length ? () => modeler.get('modeling').removeElements(all) : undefined;
}

/** A flow with one end only is in the file, not in the drawing. */
export function cut(element: any, modeler: any): Mend {
  const node = element.businessObject;
  const owns = (it: any) => it?.flowElements?.some((flow: any) => flow.$type === 'bpmn:SequenceFlow' && !flow.sourceRef && !flow.targetRef);
  const scope = owns(node) ? node : node.$parent;
  const flow = (scope.flowElements ?? []).find((it: any) => it.$type === 'bpmn:SequenceFlow' && !(it.sourceRef && it.targetRef)
    && (scope === node || it.sourceRef === node || it.targetRef === node));
  if (!flow) return undefined;
  const without = (all?: any[]) => (all ?? []).filter((it) => it !== flow);
  return () => together(modeler, () => {
    const modeling = modeler.get('modeling');
    modeling.updateModdleProperties(element, scope, { flowElements: without(scope.flowElements) });
    scope.flowElements.filter((it: any) => it.incoming?.includes(flow) || it.outgoing?.includes(flow))
      .forEach((it: any) => modeling.updateModdleProperties(element, it, { incoming: without(it.incoming), outgoing: without(it.outgoing) }));
  });
}
