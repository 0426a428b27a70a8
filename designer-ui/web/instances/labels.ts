// Where labels go on a diagram so that none covers another: each has places it may take, best first.
export interface Box { x: number; y: number; width: number; height: number }
export interface Label { id: string; weight: number; places: Box[] }

const GAP = 2;

export function overlap(one: Box, other: Box) {
  return one.x < other.x + other.width + GAP && other.x < one.x + one.width + GAP
    && one.y < other.y + other.height + GAP && other.y < one.y + one.height + GAP;
}

/**
 * The place of each label; the heavier choose first. One avoids what is drawn if it can, and other labels always: one that has no room
 * left has no place until there is more, as when the diagram is shown larger.
 */
export function arrange(labels: Label[], drawn: Box[]) {
  const taken = new Map<string, Box>();
  const free = (place: Box) => ![...taken.values()].some((it) => overlap(it, place));
  for (const label of [...labels].sort((one, other) => other.weight - one.weight)) {
    const open = label.places.filter(free);
    const place = open.find((it) => !drawn.some((box) => overlap(box, it))) ?? open[0];
    if (place) taken.set(label.id, place);
  }
  return taken;
}

/** Around a task: over its edges, where no words of its own are; around an event or a gateway: beside it, as its words stand below. */
export function around(shape: Box, width: number, height: number): Box[] {
  const left = shape.x, right = shape.x + shape.width, top = shape.y, bottom = shape.y + shape.height;
  const middle = left + (shape.width - width) / 2;
  const places = shape.height < 60
    ? [[left, top - height - 4], [middle, top - height - 4], [right - width, top - height - 4], [right + 2, top - height], [left - width - 2, top - height],
      [right + 2, top + (shape.height - height) / 2], [left - width - 2, top + (shape.height - height) / 2], [middle, top - 2 * height - 6],
      [right - width / 2, bottom + 2], [left - width / 2, bottom + 2]]
    : [[right - 30, bottom - 10], [right - width, bottom - height / 2], [left, bottom - height / 2], [right - width, top - height / 2], [left, top - height / 2],
      [middle, bottom + 2], [middle, top - height - 2]];
  return places.map(([x, y]) => ({ x, y, width, height }));
}

/** Along a flow, from where the decision is made. */
export function along(points: { x: number; y: number }[], width: number, height: number): Box[] {
  const places: Box[] = [];
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]];
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    for (const at of [28, 52, length / 2, length - 28]) {
      const far = Math.max(0, Math.min(at, i === 1 ? length / 2 : length));
      places.push({ x: from.x + (to.x - from.x) / length * far - width / 2, y: from.y + (to.y - from.y) / length * far - height / 2, width, height });
    }
  }
  return places;
}
