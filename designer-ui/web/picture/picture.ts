// Draws a BPMN model as SVG with the editor's own renderer, in a browser or without one.
import Diagram from 'diagram-js';
import CoreModule from 'bpmn-js/lib/core';
import { importBpmnDiagram } from 'bpmn-js/lib/import/Importer';
import { layout, drawn } from '../source/layout';
import { moddle } from '../source/reopen';
import { type Element, pretend, written } from './dom';
import { FONT, widthOf } from './letters';

const PADDING = 12;
const HEADING = 28;
const COLOURS = { defaultFillColor: '#ffffff', defaultStrokeColor: '#2b2925', defaultLabelColor: '#2b2925' };

export interface Picture { svg: string; width: number; height: number }

/** The picture of the file's first diagram; below it, under their names, the insides of sub-processes that are drawn on planes of their own. */
export async function picture(xml: string): Promise<Picture> {
  pretend();
  const library = moddle();
  const { rootElement } = await library.fromXML(xml);
  if (!drawn(rootElement)) layout(rootElement, library);
  const diagram: any = new Diagram({
    canvas: {},
    bpmnRenderer: COLOURS,
    textRenderer: { defaultStyle: { fontFamily: FONT, fontSize: 12 }, externalStyle: { fontFamily: FONT, fontSize: 11 } },
    modules: [CoreModule, { translate: ['value', (text: string) => text], bpmnjs: ['value', {}], moddle: ['value', library] }],
  } as any);
  await importBpmnDiagram(diagram, rootElement as any, (rootElement as any).diagrams?.[0]);
  const parts = planes(diagram).map((root) => part(diagram, root));
  const width = Math.max(...parts.map((it) => it.width));
  let height = 0;
  const drawing = parts.map((it) => {
    const heading = it.name ? `<text x="${PADDING}" y="${height + HEADING - PADDING}" font-family="${FONT}" font-size="13" font-weight="600" fill="${COLOURS.defaultLabelColor}">${escaped(it.name)}</text>` : '';
    height += it.name ? HEADING : 0;
    const group = parts.length === 1 ? it.drawing : `${heading}<g transform="translate(${-it.x} ${height - it.y})">${it.drawing}</g>`;
    height += it.height;
    return group;
  }).join('');
  const [x, y] = parts.length === 1 ? [parts[0].x, parts[0].y] : [0, 0];
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}"><!-- created with bpmn-js / http://bpmn.io -->${drawing}</svg>`,
    width, height,
  };
}

interface Part { name: string; x: number; y: number; width: number; height: number; drawing: string }

/** The process first, then what lies within; an empty plane shows nothing. */
function planes(diagram: any): any[] {
  const canvas = diagram.get('canvas');
  const first = canvas.getRootElement();
  return [first, ...canvas.getRootElements().filter((root: any) => root !== first && root.children?.length)];
}

function part(diagram: any, root: any): Part {
  const canvas = diagram.get('canvas');
  if (root !== canvas.getRootElement()) canvas.setRootElement(root);
  const inside = diagram.get('elementRegistry').filter((element: any) => element.parent && planeOf(element) === root);
  const box = bounds(inside);
  const layer = canvas.getActiveLayer();
  centre(layer);
  const [x, y, width, height] = [box.left - PADDING, box.top - PADDING, box.right - box.left + 2 * PADDING, box.bottom - box.top + 2 * PADDING].map(Math.round);
  const about = root.businessObject;
  return { name: about.$instanceOf('bpmn:SubProcess') ? about.name || about.id : '', x, y, width, height, drawing: written(layer) };
}

function escaped(text: string) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Lines of text stand around their middle, so that a font of other widths does not push them out of their shapes. */
function centre(element: Element) {
  element.childNodes.forEach(centre);
  if (element.tagName !== 'text') return;
  const size = parseFloat(element.style['font-size'] ?? '12');
  const lines = element.childNodes.map((line) => ({ line, x: Number(line.getAttribute('x') ?? 0), width: widthOf(line.textContent, size, /bold|[6-9]00/.test(element.style['font-weight'])) }));
  const flush = lines.length > 1 && lines.every((it) => it.x === lines[0].x) && lines.some((it) => Math.abs(it.width - lines[0].width) > 1);
  if (flush) return;
  element.style['text-anchor'] = 'middle';
  lines.forEach((it) => it.line.setAttribute('x', Math.round((it.x + it.width / 2) * 100) / 100));
}

function planeOf(element: any): any {
  let at = element;
  while (at.parent) at = at.parent;
  return at;
}

function bounds(elements: any[]) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const add = (x: number, y: number) => {
    box.left = Math.min(box.left, x);
    box.top = Math.min(box.top, y);
    box.right = Math.max(box.right, x);
    box.bottom = Math.max(box.bottom, y);
  };
  elements.filter((element) => !element.hidden).forEach((element) => {
    if (element.waypoints) element.waypoints.forEach((point: any) => add(point.x, point.y));
    else { add(element.x, element.y); add(element.x + element.width, element.y + element.height); }
  });
  return elements.length ? box : { left: 0, top: 0, right: 200, bottom: 100 };
}
