// The diagram of one instance: what happened is ink, what did not is faint, and every token shows its state.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import { stylesheet } from '../editor-kit/stylesheet';
import { duration, usualWord } from './time';

interface Token { id: string; state: 'running' | 'waiting' | 'incident'; since: number; usual?: number; text?: string; count: number }
interface Passed { id: string; times: number; cancelled: boolean; ms: number; usual?: number; late: boolean }
interface Change { id: string; by: number }
interface Journey { changes?: Change[]; next?: string[]; at?: number; passed: Passed[]; flows: string[]; tokens: Token[]; selected?: string; live: boolean }

const NOTHING: Journey = { passed: [], flows: [], tokens: [], live: false };

/** Where a window begins that shows a place in its middle: no further out than need be, and what is smaller than it in its middle. */
function within(place: number, start: number, length: number, window: number, margin: number) {
  if (length + 2 * margin <= window) return start - (window - length) / 2;
  return Math.max(Math.min(place - window / 2, start + length - window + margin), start - margin);
}

export class ProcessView extends HTMLElement {
  protected viewer?: any;
  protected canvas = document.createElement('div');
  private xmlText = '';
  protected journeyNow: Journey = NOTHING;
  protected imported = '';
  private marks = new Map<string, string[]>();
  protected overlayIds: string[] = [];
  private moved = false;
  private watcher?: ResizeObserver;
  private timer?: ReturnType<typeof setInterval>;

  set xml(value: string) { this.xmlText = value ?? ''; void this.render(); }
  get xml() { return this.xmlText; }
  set journey(value: string) { this.journeyNow = value ? JSON.parse(value) : NOTHING; void this.render(); }
  get journey() { return JSON.stringify(this.journeyNow); }

  connectedCallback() {
    void stylesheet('instances');
    this.canvas.className = 'tf-canvas';
    this.append(this.canvas);
    this.viewer = new NavigatedViewer({
      container: this.canvas,
      bpmnRenderer: {
        defaultFillColor: 'var(--tf-diagram-fill)', defaultStrokeColor: 'var(--tf-diagram-ink)', defaultLabelColor: 'var(--tf-diagram-ink)',
      },
      overlays: { defaults: { scale: { min: 0.85, max: 1.1 } } },
      textRenderer: { defaultStyle: { fontFamily: 'Inter, system-ui, sans-serif', fontSize: '12px' }, externalStyle: { fontSize: '12px' } },
    } as any);
    const events = this.viewer.get('eventBus');
    events.on('element.click', (event: any) => this.choose(event.element));
    events.on('canvas.viewbox.changed', () => this.tellZoom());
    this.canvas.addEventListener('wheel', () => { this.moved = true; }, { passive: true });
    this.canvas.addEventListener('pointerdown', () => { this.moved = true; });
    this.watcher = new ResizeObserver(() => { if (!this.moved) { this.fit(); if (this.imported) this.readable(); } });
    this.watcher.observe(this.canvas);
    this.timer = setInterval(() => this.overlays(), 15_000);
    for (const name of ['xml', 'journey'] as const) this.upgrade(name);
    void this.render();
  }

  disconnectedCallback() {
    this.watcher?.disconnect();
    clearInterval(this.timer);
    this.viewer?.destroy();
    this.viewer = undefined;
    this.imported = '';
    this.marks.clear();
    this.overlayIds = [];
    this.replaceChildren();
  }

  zoom(step: number) { this.moved = true; this.viewer?.get('zoomScroll').stepZoom(step); }

  fit() {
    if (!this.viewer || !this.imported || !this.canvas.clientWidth || !this.canvas.clientHeight) return;
    const canvas = this.viewer.get('canvas');
    canvas.resized();
    canvas.zoom('fit-viewport', 'auto');
    // bars lie over the edges: leave them room, and never blow a small model up
    const fitted = Math.min(canvas.zoom() * 0.92, 1);
    canvas.zoom(fitted, { x: this.canvas.clientWidth / 2, y: this.canvas.clientHeight / 2 });
    this.centre(canvas);
  }

  /** A large model fitted whole cannot be read: then the place where the instance stands is shown instead. */
  protected readable() {
    const canvas = this.viewer.get('canvas');
    if (canvas.zoom() >= 0.6 || !this.canvas.clientWidth || !this.canvas.clientHeight) return;
    const here = this.journeyNow.tokens[0]?.id ?? this.journeyNow.passed.at(-1)?.id;
    const shape = here && this.viewer.get('elementRegistry').get(here);
    if (!shape) return;
    const zoom = 0.8;
    const width = this.canvas.clientWidth / zoom;
    const height = this.canvas.clientHeight / zoom;
    const inner = canvas.viewbox().inner;
    canvas.viewbox({
      x: within(shape.x + shape.width / 2, inner.x, inner.width, width, 40),
      y: within(shape.y + shape.height / 2, inner.y, inner.height, height, 80), width, height,
    });
  }

  /** Shows an element in the middle; a click in the outline comes here. */
  reveal(id: string) {
    const element = this.viewer?.get('elementRegistry').get(id);
    if (element) this.viewer.get('canvas').scrollToElement(element, 80);
  }

  /** Somebody chose what to see: nothing moves it any more. */
  protected keep() { this.moved = true; }

  private centre(canvas: any) {
    const box = canvas.viewbox();
    canvas.viewbox({
      x: box.inner.x - (box.width - box.inner.width) / 2, y: box.inner.y - (box.height - box.inner.height) / 2,
      width: box.width, height: box.height,
    });
  }

  private tellZoom() {
    const zoom = Math.round(this.viewer.get('canvas').zoom() * 100);
    this.dispatchEvent(new CustomEvent('tf-zoom', { detail: { zoom } }));
    const label = this.parentElement?.querySelector('.zoom-now');
    if (label) label.textContent = `${zoom} %`;
  }

  protected upgrade(name: string) {
    if (!Object.prototype.hasOwnProperty.call(this, name)) return;
    const value = (this as any)[name];
    delete (this as any)[name];
    (this as any)[name] = value;
  }

  private choose(element: any) {
    const id = element.type === 'label' ? element.labelTarget.id : element.id;
    const root = !element.parent;
    this.dispatchEvent(new CustomEvent('tf-element', { detail: { id: root || element.type === 'bpmn:SequenceFlow' ? '' : id } }));
  }

  protected async render() {
    if (!this.viewer || !this.xmlText) return;
    if (this.imported !== this.xmlText) {
      this.imported = this.xmlText;
      this.marks.clear();
      this.overlayIds = [];
      try {
        await this.viewer.importXML(this.xmlText);
      } catch (problem) {
        this.dispatchEvent(new CustomEvent('tf-broken', { detail: { message: String(problem) } }));
        return;
      }
      if (!this.viewer) return;
      this.fit();
    }
    this.colour();
    this.overlays();
    if (!this.moved) this.readable();
    this.dataset.ready = 'true';
  }

  private colour() {
    const canvas = this.viewer.get('canvas');
    const registry = this.viewer.get('elementRegistry');
    const wanted = this.wanted();
    registry.forEach((element: any) => {
      if (!element.parent) return;
      const id = element.type === 'label' ? element.labelTarget.id : element.id;
      const next = wanted.get(id) ?? ['tf-faint'];
      const before = this.marks.get(element.id) ?? [];
      before.filter((mark) => !next.includes(mark)).forEach((mark) => canvas.removeMarker(element.id, mark));
      next.filter((mark) => !before.includes(mark)).forEach((mark) => canvas.addMarker(element.id, mark));
      this.marks.set(element.id, next);
    });
  }

  protected wanted() {
    const wanted = new Map<string, string[]>();
    const add = (id: string, mark: string) => wanted.set(id, [...(wanted.get(id) ?? []).filter((it) => it !== 'tf-faint'), mark]);
    const registry = this.viewer.get('elementRegistry');
    // lanes, notes and data say nothing about a journey: they stay as drawn
    registry.forEach((element: any) => {
      if (/Participant|Lane|TextAnnotation|Association|Group|Data/.test(element.type)) add(element.id, 'tf-ink');
    });
    this.journeyNow.flows.forEach((id) => add(id, 'tf-ink'));
    this.journeyNow.passed.forEach((it) => add(it.id, it.cancelled ? 'tf-cancelled' : 'tf-ink'));
    this.journeyNow.tokens.forEach((it) => { wanted.set(it.id, [`tf-${it.state}`]); });
    (this.journeyNow.changes ?? []).forEach((it) => add(it.id, it.by > 0 ? 'tf-gains' : 'tf-loses'));
    (this.journeyNow.next ?? []).forEach((id) => add(id, 'tf-next'));
    if (this.journeyNow.selected) add(this.journeyNow.selected, 'tf-selected');
    return wanted;
  }

  protected overlays() {
    if (!this.viewer || !this.imported) return;
    const overlays = this.viewer.get('overlays');
    const registry = this.viewer.get('elementRegistry');
    this.overlayIds.forEach((id) => overlays.remove(id));
    this.overlayIds = [];
    const add = (id: string, position: object, html: HTMLElement) => {
      const shape = registry.get(id);
      if (!shape) return;
      // events and gateways have their label below: the pill goes above them
      const place = 'bottom' in position && shape.height < 60 ? { top: -30, left: -8 } : position;
      this.overlayIds.push(overlays.add(id, { position: place, html }));
    };
    const changed = new Set((this.journeyNow.changes ?? []).map((it) => it.id));
    (this.journeyNow.changes ?? []).forEach((it) => add(it.id, { bottom: -6, left: 0 }, this.change(it.by)));
    const standing = new Set(this.journeyNow.tokens.map((it) => it.id));
    this.journeyNow.passed.filter((it) => !standing.has(it.id) && !it.cancelled).forEach((it) => {
      const shape = registry.get(it.id);
      if (shape && shape.width >= 80) add(it.id, { top: -8, right: 8 }, this.tick(it));
      if (it.late) add(it.id, { bottom: -6, left: 0 }, this.pill('late', 'clock', duration(it.ms), it.usual));
    });
    this.journeyNow.tokens.forEach((it) => {
      const icon = { running: 'run', waiting: 'clock', incident: 'alert' }[it.state];
      const time = duration((this.journeyNow.at ?? Date.now()) - it.since);
      const text = [it.count > 1 ? `${it.count} ×` : '', it.text ? `${it.text}, ${time}` : time].filter(Boolean).join(' ');
      if (changed.has(it.id)) return;
      add(it.id, { bottom: -6, left: 0 }, this.pill(it.state === 'incident' ? 'solid incident' : it.state, icon, text, it.state === 'incident' ? undefined : it.usual));
    });
  }

  /** What a change that is not applied yet would do here. */
  private change(by: number) {
    const pill = this.pill('proposed', by > 0 ? 'plus' : 'minus', String(Math.abs(by)));
    pill.title = by > 0 ? `+${by}` : String(by);
    return pill;
  }

  private tick(passed: Passed) {
    const tick = document.createElement('span');
    tick.className = 'tf-tick';
    tick.textContent = passed.times > 1 ? String(passed.times) : '';
    tick.title = duration(passed.ms);
    return tick;
  }

  private pill(tone: string, icon: string, text: string, usual?: number) {
    const pill = document.createElement('span');
    pill.className = `ov ${tone}`;
    const mark = document.createElement('span');
    mark.className = `i xs i-${icon}`;
    pill.append(mark, text);
    if (usual !== undefined && usual !== null) {
      const dim = document.createElement('span');
      dim.className = 'dim';
      dim.textContent = `${usualWord()} ${duration(usual)}`;
      pill.append(dim);
    }
    return pill;
  }
}

customElements.define('tf-process-view', ProcessView);
