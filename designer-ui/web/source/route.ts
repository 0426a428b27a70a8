// How a line runs from one box to another.
import type { Box } from './arrange';

interface Point { x: number; y: number }

export function connect(from: Box, to: Box, fromBorder: boolean, flow: boolean): Point[] {
  if (!flow) return straight(from, to);
  const end = { x: to.x, y: middle(to) };
  if (fromBorder) {
    const start = { x: from.x + from.width / 2, y: from.y + from.height };
    if (end.y > start.y && end.x > start.x) return [start, { x: start.x, y: end.y }, end];
    const low = Math.max(start.y, end.x > start.x ? 0 : to.y + to.height) + 20;
    return end.x > start.x
      ? [start, { x: start.x, y: low }, { x: end.x - 20, y: low }, { x: end.x - 20, y: end.y }, end]
      : [start, { x: start.x, y: low }, { x: centre(to), y: low }, { x: centre(to), y: to.y + to.height }];
  }
  const start = { x: from.x + from.width, y: middle(from) };
  if (end.x <= start.x) return back(from, to);
  if (start.y === end.y) return [start, end];
  const turn = end.x - 30 > start.x ? end.x - 30 : (start.x + end.x) / 2;
  return [start, { x: turn, y: start.y }, { x: turn, y: end.y }, end];
}

/** Below both, and up again. */
function back(from: Box, to: Box): Point[] {
  const low = Math.max(from.y + from.height, to.y + to.height) + 20;
  return [
    { x: centre(from), y: from.y + from.height }, { x: centre(from), y: low },
    { x: centre(to), y: low }, { x: centre(to), y: to.y + to.height },
  ];
}

function straight(from: Box, to: Box): Point[] {
  const below = middle(to) >= middle(from);
  return [
    { x: centre(from), y: below ? from.y + from.height : from.y },
    { x: centre(to), y: below ? to.y : to.y + to.height },
  ];
}

const middle = (box: Box) => box.y + box.height / 2;
const centre = (box: Box) => box.x + box.width / 2;
