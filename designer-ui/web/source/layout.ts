// Draws a model that came without a picture: every node a shape, every flow an edge, nothing dropped.
import { arranged, type Box } from './arrange';
import { connect } from './route';

const FLOW_NODE = 'bpmn:FlowNode';
const HEADER = 30;
const GAP = 40;

const is = (element: any, type: string) => Boolean(element?.$instanceOf?.(type));

/** Whether any diagram of the file shows anything. */
export function drawn(definitions: any): boolean {
  return (definitions.diagrams ?? []).some((diagram: any) => diagram.plane?.planeElement?.length);
}

/** Gives the model a picture; a model with pools gets one diagram, others one for each process. */
export function layout(definitions: any, moddle: any) {
  const given = definitions.diagrams ?? [];
  definitions.diagrams = [];
  const roots = definitions.rootElements ?? [];
  const collaboration = roots.find((root: any) => is(root, 'bpmn:Collaboration') && root.participants?.length);
  const shown = new Set<any>((collaboration?.participants ?? []).map((it: any) => it.processRef));
  if (collaboration) new Sheet(definitions, moddle, collaboration, given).pools(collaboration);
  roots.filter((root: any) => is(root, 'bpmn:Process') && !shown.has(root))
    .forEach((process: any) => new Sheet(definitions, moddle, process, given).process(process));
}

/** One diagram that is being filled. */
class Sheet {
  private readonly boxes = new Map<any, Box>();
  private readonly elements: any[] = [];
  private readonly plane: any;

  /** @param given diagrams that the file came with and that show nothing: that of this root is filled */
  constructor(definitions: any, private readonly moddle: any, root: any, given: any[]) {
    const empty = given.find((it) => it.plane?.bpmnElement === root);
    this.plane = empty?.plane ?? moddle.create('bpmndi:BPMNPlane', { id: `${root.id}_plane`, bpmnElement: root });
    this.plane.set('planeElement', this.elements);
    const diagram = empty ?? moddle.create('bpmndi:BPMNDiagram', { id: `${root.id}_diagram`, plane: this.plane });
    this.plane.$parent = diagram;
    diagram.$parent = definitions;
    definitions.diagrams.push(diagram);
  }

  process(process: any) {
    this.fill(process, 160, 80);
    this.edges(process);
  }

  pools(collaboration: any) {
    const processes = collaboration.participants.map((it: any) => it.processRef);
    const sizes = processes.map((process: any) => process ? this.measure(process) : { width: 400, height: 20 });
    const width = Math.max(...sizes.map((size: any) => size.width)) + 2 * HEADER + GAP;
    let y = 80;
    collaboration.participants.forEach((participant: any, index: number) => {
      const height = sizes[index].height + GAP;
      this.shape(participant, { x: 120, y, width, height }, { isHorizontal: true });
      if (processes[index]) this.fill(processes[index], 120 + HEADER, y + GAP / 2, width - HEADER);
      y += height + GAP;
    });
    this.loose(collaboration.artifacts ?? [], 120, y);
    processes.filter(Boolean).forEach((process: any) => this.edges(process));
    this.lines([...(collaboration.messageFlows ?? []), ...(collaboration.artifacts ?? [])]);
  }

  private measure(container: any) {
    const scratch = arranged(container, (inner) => this.measure(inner));
    return { width: scratch.width, height: scratch.height + looseHeight(container) };
  }

  /** Places everything in a process or sub-process from this corner on; lanes reach as far as their pool. */
  private fill(container: any, x: number, y: number, laneWidth?: number) {
    const result = arranged(container, (inner) => this.measure(inner));
    result.lanes.forEach(({ lane, box }) => this.shape(
      lane, { ...box, x: x + box.x, y: y + box.y, width: (laneWidth ?? result.width) - box.x }, { isHorizontal: true }));
    result.nodes.forEach((box, node) => {
      this.shape(node, { ...box, x: x + box.x, y: y + box.y }, is(node, 'bpmn:SubProcess') ? { isExpanded: true } : {});
      if (is(node, 'bpmn:SubProcess')) this.fill(node, x + box.x + GAP / 2, y + box.y + GAP);
    });
    this.loose(looseOf(container), x, y + result.height);
  }

  /** Data, notes and groups in a row below. */
  private loose(elements: any[], x: number, y: number) {
    let at = x + GAP;
    elements.filter((it) => !is(it, 'bpmn:Association')).forEach((element) => {
      const size = looseSize(element);
      this.shape(element, { x: at, y, ...size });
      at += size.width + GAP;
    });
  }

  private edges(container: any) {
    const inside = [...(container.flowElements ?? [])];
    this.lines([
      ...inside.filter((it) => is(it, 'bpmn:SequenceFlow')),
      ...inside.flatMap((it) => [...(it.dataInputAssociations ?? []), ...(it.dataOutputAssociations ?? [])]),
      ...(container.artifacts ?? []),
    ]);
    inside.filter((it) => is(it, 'bpmn:SubProcess')).forEach((it) => this.edges(it));
  }

  private lines(connections: any[]) {
    connections.forEach((connection) => {
      const [source, target] = ends(connection);
      const from = this.boxes.get(source);
      const to = this.boxes.get(target);
      if (!from || !to) return;
      const waypoint = connect(from, to, is(source, 'bpmn:BoundaryEvent'), is(connection, 'bpmn:SequenceFlow'))
        .map((point) => this.moddle.create('dc:Point', point));
      this.add('bpmndi:BPMNEdge', connection, { waypoint });
    });
  }

  private shape(element: any, box: Box, extra: object = {}) {
    this.boxes.set(element, box);
    this.add('bpmndi:BPMNShape', element, { bounds: this.moddle.create('dc:Bounds', box), ...extra });
  }

  private add(type: string, element: any, properties: object) {
    const made = this.moddle.create(type, { id: `${element.id}_di`, bpmnElement: element, ...properties });
    made.$parent = this.plane;
    this.elements.push(made);
  }
}

/** What a container holds that no sequence flow reaches. */
function looseOf(container: any): any[] {
  const inside = (container.flowElements ?? []).filter((it: any) => !is(it, FLOW_NODE) && !is(it, 'bpmn:SequenceFlow') && !is(it, 'bpmn:DataObject'));
  const io = container.ioSpecification;
  return [...inside, ...(io?.dataInputs ?? []), ...(io?.dataOutputs ?? []), ...(container.artifacts ?? [])];
}

const looseHeight = (container: any) => {
  const heights = looseOf(container).filter((it) => !is(it, 'bpmn:Association')).map((it) => looseSize(it).height);
  return heights.length ? Math.max(...heights) + GAP : 0;
};

function looseSize(element: any) {
  if (is(element, 'bpmn:TextAnnotation')) return { width: 160, height: 30 + 14 * Math.ceil((element.text?.length ?? 0) / 24) };
  if (is(element, 'bpmn:Group')) return { width: 200, height: 100 };
  return { width: is(element, 'bpmn:DataStoreReference') ? 50 : 36, height: 50 };
}

function ends(connection: any): [any, any] {
  if (is(connection, 'bpmn:DataInputAssociation')) return [connection.sourceRef?.[0], connection.$parent];
  if (is(connection, 'bpmn:DataOutputAssociation')) return [connection.$parent, connection.targetRef];
  return [connection.sourceRef, connection.targetRef];
}
