// Where the steps of one process go: columns by how far they are from the start, rows beside what leads to them, bands for lanes.
export interface Box { x: number; y: number; width: number; height: number }

export interface Arranged {
  nodes: Map<any, Box>;
  lanes: { lane: any; box: Box }[];
  width: number;
  height: number;
}

interface Size { width: number; height: number }

const COLUMN_GAP = 60;
const ROW_GAP = 40;
const HEADER = 30;

const is = (element: any, type: string) => Boolean(element?.$instanceOf?.(type));

export function arranged(container: any, measure: (inner: any) => Size): Arranged {
  const all = (container.flowElements ?? []).filter((it: any) => is(it, 'bpmn:FlowNode'));
  const nodes = all.filter((it: any) => !is(it, 'bpmn:BoundaryEvent') || !all.includes(it.attachedToRef));
  const borders = all.filter((it: any) => !nodes.includes(it));
  const links = linksOf(container, nodes);
  const ranks = ranked(nodes, links);
  const sizes = new Map<any, Size>(nodes.map((node: any) => [node, sizeOf(node, measure)]));
  const { bands, depth } = bandsOf(container);
  const columns = columnsOf(nodes, ranks, sizes, bands.length ? depth * HEADER + 20 : 0);
  const boxes = new Map<any, Box>();
  let y = 0;
  const rows = bands.length ? [...bands.map((band) => band.members), new Set(nodes.filter((it: any) => !bands.some((band) => band.members.has(it))))] : [new Set(nodes)];
  const heights = rows.map((members, index) => {
    if (!members.size) { const empty = index < bands.length ? 80 : 0; y += empty; return empty; }
    const height = stack(nodes.filter((it: any) => members.has(it)), y + (bands.length ? 20 : 0), ranks, columns, sizes, links, boxes) + (bands.length ? 40 : 0);
    y += height;
    return height;
  });
  border(borders, boxes);
  const right = Math.max(0, ...[...boxes.values()].map((box) => box.x + box.width));
  return { nodes: boxes, lanes: lanesOf(bands, heights), width: Math.max(right + 20, 100), height: Math.max(y + (borders.length ? 40 : 20), 60) };
}

function sizeOf(node: any, measure: (inner: any) => Size): Size {
  if (is(node, 'bpmn:SubProcess')) {
    const inner = measure(node);
    return { width: Math.max(inner.width + 40, 140), height: Math.max(inner.height + 60, 100) };
  }
  if (is(node, 'bpmn:Event')) return { width: 36, height: 36 };
  return is(node, 'bpmn:Gateway') ? { width: 50, height: 50 } : { width: 100, height: 80 };
}

/** From each node to the nodes after it; a boundary event's flows leave from its host. */
function linksOf(container: any, nodes: any[]): Map<any, any[]> {
  const links = new Map<any, any[]>(nodes.map((node) => [node, []]));
  (container.flowElements ?? []).filter((it: any) => is(it, 'bpmn:SequenceFlow')).forEach((flow: any) => {
    const from = links.has(flow.sourceRef) ? flow.sourceRef : flow.sourceRef?.attachedToRef;
    if (links.has(from) && links.has(flow.targetRef) && from !== flow.targetRef) links.get(from)!.push(flow.targetRef);
  });
  return links;
}

/** The longest way from a start, with loops cut where they close. */
function ranked(nodes: any[], links: Map<any, any[]>): Map<any, number> {
  const state = new Map<any, number>();
  const order: any[] = [];
  const forward = new Map<any, any[]>(nodes.map((node) => [node, []]));
  const entered = new Set([...links.values()].flat());
  const visit = (begin: any) => {
    const path: { node: any; next: number }[] = [{ node: begin, next: 0 }];
    state.set(begin, 1);
    while (path.length) {
      const top = path[path.length - 1];
      const target = links.get(top.node)![top.next++];
      if (target === undefined) { state.set(top.node, 2); order.unshift(top.node); path.pop(); continue; }
      if (state.get(target) === 1) continue;
      forward.get(top.node)!.push(target);
      if (!state.has(target)) { state.set(target, 1); path.push({ node: target, next: 0 }); }
    }
  };
  [...nodes.filter((it) => !entered.has(it)), ...nodes].forEach((node) => { if (!state.has(node)) visit(node); });
  const ranks = new Map<any, number>(nodes.map((node) => [node, 0]));
  order.forEach((node) => forward.get(node)!.forEach((target) => ranks.set(target, Math.max(ranks.get(target)!, ranks.get(node)! + 1))));
  return ranks;
}

/** The left edge and width of each column. */
function columnsOf(nodes: any[], ranks: Map<any, number>, sizes: Map<any, Size>, left: number) {
  const widths: number[] = [];
  nodes.forEach((node) => { const rank = ranks.get(node)!; widths[rank] = Math.max(widths[rank] ?? 0, sizes.get(node)!.width); });
  let x = left;
  return widths.map((width) => { const column = { x, width }; x += width + COLUMN_GAP; return column; });
}

/** Stacks the nodes of one band, each as near as it can be to what leads to it; answers the band's height. */
function stack(nodes: any[], top: number, ranks: Map<any, number>, columns: { x: number; width: number }[], sizes: Map<any, Size>, links: Map<any, any[]>, boxes: Map<any, Box>): number {
  const before = new Map<any, any[]>();
  links.forEach((targets, source) => targets.forEach((target) => before.set(target, [...(before.get(target) ?? []), source])));
  const wished = (node: any) => {
    const centres = (before.get(node) ?? []).filter((it) => boxes.has(it) && ranks.get(it)! < ranks.get(node)!).map((it) => middle(boxes.get(it)!));
    return centres.length ? centres.reduce((sum, it) => sum + it, 0) / centres.length : top + 40;
  };
  let bottom = top;
  columns.forEach((column, rank) => {
    let free = top;
    nodes.filter((node) => ranks.get(node) === rank)
      .map((node) => ({ node, wish: wished(node) }))
      .sort((a, b) => a.wish - b.wish)
      .forEach(({ node, wish }) => {
        const size = sizes.get(node)!;
        const y = Math.round(Math.max(free, wish - size.height / 2));
        boxes.set(node, { x: column.x + Math.round((column.width - size.width) / 2), y, ...size });
        free = y + size.height + ROW_GAP;
        bottom = Math.max(bottom, y + size.height);
      });
  });
  return bottom - top;
}

const middle = (box: Box) => box.y + box.height / 2;

/** Boundary events on the lower edge of their hosts. */
function border(events: any[], boxes: Map<any, Box>) {
  const hosts = new Map<any, any[]>();
  events.forEach((event) => hosts.set(event.attachedToRef, [...(hosts.get(event.attachedToRef) ?? []), event]));
  hosts.forEach((attached, host) => {
    const box = boxes.get(host)!;
    const step = Math.min(50, box.width / attached.length);
    attached.forEach((event, index) => boxes.set(event, { x: Math.round(box.x + box.width - 28 - index * step), y: box.y + box.height - 18, width: 36, height: 36 }));
  });
}

interface Band { lane: any; members: Set<any>; parents: any[] }

function bandsOf(container: any): { bands: Band[]; depth: number } {
  const bands: Band[] = [];
  const walk = (set: any, parents: any[]) => (set?.lanes ?? []).forEach((lane: any) => {
    if (lane.childLaneSet?.lanes?.length) walk(lane.childLaneSet, [...parents, lane]);
    else bands.push({ lane, members: new Set(lane.flowNodeRef ?? []), parents });
  });
  (container.laneSets ?? []).forEach((set: any) => walk(set, []));
  return { bands, depth: Math.max(0, ...bands.map((band) => band.parents.length + 1)) };
}

function lanesOf(bands: Band[], heights: number[]): { lane: any; box: Box }[] {
  const boxes = new Map<any, Box>();
  let y = 0;
  bands.forEach((band, index) => {
    [...band.parents, band.lane].forEach((lane, level) => {
      const known = boxes.get(lane);
      if (known) known.height += heights[index];
      else boxes.set(lane, { x: level * HEADER, y, width: 0, height: heights[index] });
    });
    y += heights[index];
  });
  return [...boxes].map(([lane, box]) => ({ lane, box }));
}
