// The diagram of a process version with a measure over all its instances: the fuller the colour, the more of it.
import { along, arrange, around, type Box, type Label } from './labels';
import { ProcessView } from './process-view';

interface Warmth { id: string; level: number; text: string; title: string }
interface Share { id: string; text: string; title: string }
interface Heat { tone: 'accent' | 'incident'; elements: Warmth[]; flows: Share[] }

/** As large as words can be read, at least; ProcessView scales what lies over the diagram between the same bounds. */
const READABLE = 0.8;
const scaled = (zoom: number) => Math.min(1.1, Math.max(0.85, zoom)) / zoom;

class HeatView extends ProcessView {
  private heatNow: Heat = { tone: 'accent', elements: [], flows: [] };
  private arrangedAt = 0;

  set heat(value: string) { if (value) this.heatNow = JSON.parse(value); void this.render(); }
  get heat() { return JSON.stringify(this.heatNow); }

  connectedCallback() {
    this.upgrade('heat');
    super.connectedCallback();
    this.viewer.get('eventBus').on('canvas.viewbox.changed', () => {
      if (this.imported && this.viewer.get('canvas').zoom() !== this.arrangedAt) this.overlays();
    });
  }

  protected readable() { /* the whole of it is what matters here */ }

  /** A step in the middle, and large enough to be read. */
  reveal(id: string) {
    const shape = this.viewer?.get('elementRegistry').get(id);
    if (!shape) return;
    const canvas = this.viewer.get('canvas');
    const zoom = Math.max(READABLE, canvas.zoom());
    const [width, height] = [this.canvas.clientWidth / zoom, this.canvas.clientHeight / zoom];
    this.keep();
    canvas.viewbox({ x: shape.x + shape.width / 2 - width / 2, y: shape.y + shape.height / 2 - height / 2, width, height });
  }

  protected wanted() {
    this.dataset.tone = this.heatNow.tone;
    const wanted = new Map<string, string[]>();
    this.viewer.get('elementRegistry').forEach((element: any) => wanted.set(element.id, ['tf-ink']));
    this.heatNow.elements.filter((it) => it.level > 0).forEach((it) => wanted.set(it.id, ['tf-ink', `tf-heat-${it.level}`]));
    return wanted;
  }

  protected overlays() {
    if (!this.viewer || !this.imported) return;
    const overlays = this.viewer.get('overlays');
    const registry = this.viewer.get('elementRegistry');
    this.overlayIds.forEach((id) => overlays.remove(id));
    this.overlayIds = [];
    this.arrangedAt = this.viewer.get('canvas').zoom();
    const labels = [
      ...this.heatNow.elements.filter((it) => it.text && registry.get(it.id)).map((it) => this.label(it, 'ov heat', it.level)),
      ...this.heatNow.flows.filter((it) => registry.get(it.id)?.waypoints).map((it) => this.label(it, 'ov share', 0)),
    ];
    const places = arrange(this.measured(labels, scaled(this.arrangedAt)), this.drawn());
    for (const it of labels) {
      const place = places.get(it.id);
      if (!place) continue;
      const shape = registry.get(it.id);
      const corner = shape.waypoints
        ? { x: Math.min(...shape.waypoints.map((at: any) => at.x)), y: Math.min(...shape.waypoints.map((at: any) => at.y)) } : shape;
      this.overlayIds.push(overlays.add(it.id, { position: { left: place.x - corner.x, top: place.y - corner.y }, html: it.html }));
    }
    this.dataset.hidden = String(labels.length - places.size);
  }

  private label(it: { id: string; text: string; title: string }, className: string, weight: number) {
    const html = document.createElement('span');
    html.className = className;
    html.textContent = it.text;
    html.title = it.title;
    return { id: it.id, html, weight };
  }

  private measured(labels: { id: string; html: HTMLElement; weight: number }[], scale: number): Label[] {
    const registry = this.viewer.get('elementRegistry');
    const bench = document.createElement('div');
    bench.className = 'tf-measured';
    bench.append(...labels.map((it) => it.html));
    this.canvas.append(bench);
    const measured = labels.map((it) => {
      const shape = registry.get(it.id);
      const [width, height] = [it.html.offsetWidth * scale, it.html.offsetHeight * scale];
      return { id: it.id, weight: it.weight, places: shape.waypoints ? along(shape.waypoints, width, height) : around(shape, width, height) };
    });
    bench.remove();
    return measured;
  }

  /** Events, gateways and words, which a label should not lie over; tasks are large enough for both. */
  private drawn(): Box[] {
    return this.viewer.get('elementRegistry').filter((it: any) => !it.waypoints && it.parent && it.height < 60)
      .map((it: any) => ({ x: it.x, y: it.y, width: it.width, height: it.height }));
  }
}

customElements.define('tf-heat-view', HeatView);
