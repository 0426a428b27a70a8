// What can be done to an element without pointing at it: everything through the modeler's own commands, so all of it can be undone.
import { shape, type Block } from '../blocks';
import { makeRoom, together } from '../together';

const GAP = 150;
const ROOM = 100;
const FIRST = { x: 200, y: 200 };

const is = (element: any, type: string): boolean => element.businessObject?.$instanceOf?.(`bpmn:${type}`) ?? false;

export class Acts {
  constructor(private readonly modeler: any) {}

  private get(service: string) { return this.modeler.get(service); }

  canAddAfter(element: any): boolean {
    return Boolean(element.waypoints ? is(element, 'SequenceFlow') : is(element, 'FlowNode') && !is(element, 'EndEvent'));
  }

  canAddInside(element: any): boolean {
    return is(element, 'Process') || is(element, 'SubProcess') || (is(element, 'Participant') && element.businessObject.processRef);
  }

  /** Puts a block behind a step: into its one way on, or as a further way. */
  addAfter(element: any, block: Block): any {
    const created = shape(block, this.modeler);
    if (element.waypoints) return this.into(element, created);
    const ways = (element.outgoing ?? []).filter((flow: any) => is(flow, 'SequenceFlow'));
    const goesOn = ways.length === 1 && !is(element, 'Gateway') && !is(created, 'EndEvent');
    return goesOn ? this.into(ways[0], created) : this.get('modeling').appendShape(element, created, this.placeAfter(element, created));
  }

  addInside(scope: any, block: Block): any {
    const created = shape(block, this.modeler);
    const inside = (scope.children ?? []).filter((it: any) => !it.waypoints && !it.labelTarget);
    const below = Math.max(...inside.map((it: any) => it.y + it.height), (scope.y ?? 0) + 40);
    const place = inside.length
      ? { x: Math.min(...inside.map((it: any) => it.x)) + created.width / 2, y: below + 60 + created.height / 2 }
      : scope.x === undefined ? FIRST : { x: scope.x + 80 + created.width / 2, y: scope.y + scope.height / 2 };
    return this.get('modeling').createShape(created, place, scope);
  }

  /** An event at the edge of a step: it interrupts what takes too long or fails. */
  attach(host: any, definition: string): any {
    const created = this.get('elementFactory').createShape({ type: 'bpmn:BoundaryEvent', eventDefinitionType: `bpmn:${definition}EventDefinition` });
    const place = { x: host.x + host.width - 25 - 50 * (host.attachers?.length ?? 0), y: host.y + host.height };
    return this.get('modeling').createShape(created, place, host, { attach: true });
  }

  /** Where a step could lead that it does not lead yet. */
  targets(source: any): any[] {
    const known = new Set((source.outgoing ?? []).map((flow: any) => flow.target));
    return this.get('elementRegistry').filter((target: any) => target !== source && !target.waypoints && !target.labelTarget && target.parent
      && !known.has(target) && this.get('rules').allowed('connection.create', { source, target }));
  }

  connect(source: any, target: any): any {
    return this.get('modeling').connect(source, target);
  }

  rename(element: any, name: string) {
    this.get('modeling').updateLabel(element, name);
  }

  remove(element: any) {
    this.get('modeling').removeElements([element]);
  }

  undo(): boolean { return this.step('Undo', 'undo'); }
  redo(): boolean { return this.step('Redo', 'redo'); }

  private step(name: string, act: string): boolean {
    const stack = this.get('commandStack');
    const can = stack[`can${name}`]();
    if (can) stack[act]();
    return can;
  }

  private placeAfter(source: any, created: any) {
    const siblings = (source.outgoing ?? []).map((flow: any) => flow.target).filter(Boolean);
    const y = siblings.length ? Math.max(...siblings.map((it: any) => it.y + it.height)) + 30 + created.height / 2 : source.y + source.height / 2;
    return { x: source.x + source.width + 50 + created.width / 2, y };
  }

  /** Into the flow, after making room between its two ends; one step to undo. */
  private into(flow: any, created: any): any {
    return together(this.modeler, () => {
      const { source, target } = flow;
      const right = source.x + source.width;
      const narrow = target.x > source.x && target.x - right < created.width + ROOM;
      if (narrow) makeRoom(this.modeler, right + 20, GAP, [source, source.host, ...source.attachers ?? []]);
      return this.get('modeling').createShape(created, middle(flow.waypoints), flow);
    });
  }
}

/** The middle of the longest part. */
function middle(points: { x: number; y: number }[]) {
  const parts = points.slice(1).map((end, i) => ({ start: points[i], end, length: Math.hypot(end.x - points[i].x, end.y - points[i].y) }));
  const { start, end } = parts.reduce((longest, part) => part.length > longest.length ? part : longest);
  return { x: Math.round((start.x + end.x) / 2), y: Math.round((start.y + end.y) / 2) };
}
