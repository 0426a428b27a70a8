// The diagram of a process version with a measure over all its instances: the fuller the colour, the more of it.
import { ProcessView } from './process-view';

interface Warmth { id: string; level: number; text: string; title: string }
interface Share { id: string; text: string; title: string }
interface Heat { tone: 'accent' | 'incident'; elements: Warmth[]; flows: Share[] }

class HeatView extends ProcessView {
  private heatNow: Heat = { tone: 'accent', elements: [], flows: [] };

  set heat(value: string) { if (value) this.heatNow = JSON.parse(value); void this.render(); }
  get heat() { return JSON.stringify(this.heatNow); }

  connectedCallback() {
    this.upgrade('heat');
    super.connectedCallback();
  }

  protected readable() { /* the whole of it is what matters here */ }

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
    for (const it of this.heatNow.elements) {
      const shape = registry.get(it.id);
      if (!shape || !it.text) continue;
      const position = shape.height < 60 ? { top: -24, left: 0 } : { bottom: 10, right: 30 };
      this.overlayIds.push(overlays.add(it.id, { position, html: this.label(it, 'ov heat') }));
    }
    for (const it of this.heatNow.flows) {
      const points = registry.get(it.id)?.waypoints;
      if (!points) continue;
      // beside the beginning of the flow, where the decision is made
      const [from, to] = points;
      const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
      const along = Math.min(28, length / 2);
      const box = { x: Math.min(...points.map((at: any) => at.x)), y: Math.min(...points.map((at: any) => at.y)) };
      const position = {
        left: from.x + (to.x - from.x) / length * along - box.x - 12, top: from.y + (to.y - from.y) / length * along - box.y - 9,
      };
      this.overlayIds.push(overlays.add(it.id, { position, html: this.label(it, 'ov share') }));
    }
  }

  private label(it: { text: string; title: string }, className: string) {
    const label = document.createElement('span');
    label.className = className;
    label.textContent = it.text;
    label.title = it.title;
    return label;
  }
}

customElements.define('tf-heat-view', HeatView);
