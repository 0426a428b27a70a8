// Just enough of a document for the editor's renderer to draw into where there is no browser; what was drawn can be written as SVG.
import { widthOf } from './letters';

class Transform {
  private text = '';
  setTranslate(x: number, y: number) { this.text = x || y ? `translate(${x} ${y})` : ''; }
  setRotate(angle: number, x: number, y: number) { this.text = angle ? `rotate(${angle} ${x} ${y})` : ''; }
  setScale(x: number, y: number) { this.text = x !== 1 || y !== 1 ? `scale(${x} ${y})` : ''; }
  toString() { return this.text; }
}

class Transforms {
  constructor(private readonly owner: Element) {}
  clear() { this.owner.attributes.delete('transform'); }
  appendItem(item: Transform) {
    const text = [this.owner.attributes.get('transform'), String(item)].filter(Boolean).join(' ');
    if (text) this.owner.attributes.set('transform', text);
  }
  consolidate() { /* the texts stand one after the other */ }
}

class Classes {
  private readonly names = new Set<string>();
  add(name: string) { this.names.add(name); }
  remove(name: string) { this.names.delete(name); }
  contains(name: string) { return this.names.has(name); }
  [Symbol.iterator]() { return this.names[Symbol.iterator](); }
}

export class Element {
  readonly nodeType = 1;
  readonly attributes = new Map<string, string>();
  readonly style: Record<string, any> = {};
  readonly classList = new Classes();
  readonly dataset: Record<string, string> = {};
  readonly childNodes: Element[] = [];
  readonly transform = { baseVal: new Transforms(this) };
  parentNode: Element | null = null;
  textContent = '';

  constructor(readonly tagName: string, readonly ownerDocument: unknown) {}

  get firstChild() { return this.childNodes[0] ?? null; }
  get lastChild() { return this.childNodes[this.childNodes.length - 1] ?? null; }
  get nextSibling() { return this.parentNode?.childNodes[this.parentNode.childNodes.indexOf(this) + 1] ?? null; }

  appendChild(child: Element) { return this.insertBefore(child, null); }

  insertBefore(child: Element, next: Element | null) {
    child.parentNode?.removeChild(child);
    const at = next ? this.childNodes.indexOf(next) : -1;
    this.childNodes.splice(at < 0 ? this.childNodes.length : at, 0, child);
    child.parentNode = this;
    return child;
  }

  removeChild(child: Element) {
    const at = this.childNodes.indexOf(child);
    if (at >= 0) this.childNodes.splice(at, 1);
    child.parentNode = null;
    return child;
  }

  setAttribute(name: string, value: unknown) { this.attributes.set(name, String(value)); }
  setAttributeNS(_: unknown, name: string, value: unknown) { this.setAttribute(name, value); }
  getAttribute(name: string) { return this.attributes.get(name) ?? null; }
  getAttributeNS(_: unknown, name: string) { return this.getAttribute(name); }
  addEventListener() { /* nobody points at it */ }
  removeEventListener() { /* nobody points at it */ }

  /** The renderer only ever looks for a child by its tag. */
  querySelector(selector: string) {
    const tag = selector.replace(/^:scope > /, '');
    return this.childNodes.find((child) => child.tagName === tag) ?? null;
  }

  /** Only texts are measured. */
  getBBox() {
    const size = parseFloat(this.style['font-size'] ?? '12');
    const lines = this.childNodes.length ? this.childNodes.map((line) => line.textContent) : [this.textContent];
    return { x: 0, y: 0, width: Math.max(...lines.map((line) => widthOf(line, size))), height: size * 1.2 * lines.length };
  }

  createSVGTransform() { return new Transform(); }
  createSVGTransformFromMatrix() { return new Transform(); }
  createSVGMatrix() { return {}; }
  createSVGPoint() { return {}; }

  getContext() {
    return { font: '', measureText(text: string) { return { width: widthOf(text, parseFloat(/([\d.]+)px/.exec(this.font)?.[1] ?? '12'), /bold|[6-9]00/.test(this.font)) }; } };
  }
}

/** Puts it where the libraries look for a document. */
export function pretend() {
  const scope = globalThis as any;
  if (scope.document) return;
  const document: any = { activeElement: null };
  document.createElement = (tag: string) => new Element(tag, document);
  document.createElementNS = (_: unknown, tag: string) => new Element(tag, document);
  document.body = document.createElement('body');
  scope.document = document;
  scope.SVGMatrix ??= class {};
  scope.setTimeout ??= (work: () => void) => { work(); return 0; };
  scope.clearTimeout ??= () => undefined;
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (it) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[it]!)
  // what XML 1.0 has no place for
  .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

export function written(element: Element): string {
  const style = Object.entries(element.style).filter(([, value]) => value !== undefined && value !== '').map(([name, value]) => `${name}: ${value}`).join('; ');
  const attributes = [...element.attributes, ...(style ? [['style', style]] : [])].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  const inside = element.childNodes.length ? element.childNodes.map(written).join('') : escaped(element.textContent);
  return `<${element.tagName}${attributes}>${inside}</${element.tagName}>`;
}
