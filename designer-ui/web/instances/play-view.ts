// The diagram of a play: tokens run along the flows that were just taken, then stand where something is waited for.
import { ProcessView } from './process-view';

interface Token { id: string; state: 'running' | 'waiting' | 'incident'; icon: string; text: string }
interface Scene { flows: string[]; passed: { id: string; times: number; cancelled: boolean }[]; tokens: Token[]; missed: string[]; selected?: string; moving: boolean }

const NOTHING: Scene = { flows: [], passed: [], tokens: [], missed: [], moving: false };
const LONGEST = 2400;
const USUAL = 260;

class PlayView extends ProcessView {
  private sceneNow: Scene = NOTHING;
  private taken = 0;
  private moving: Promise<void> = Promise.resolve();

  set scene(value: string) { if (value) this.advance(JSON.parse(value)); }
  get scene() { return JSON.stringify(this.sceneNow); }

  connectedCallback() {
    this.upgrade('scene');
    super.connectedCallback();
  }

  protected readable() {
    const standing = this.sceneNow.tokens[0]?.id;
    this.journeyNow = { ...this.journeyNow, tokens: standing ? [{ id: standing } as any] : [] };
    super.readable();
  }

  private advance(scene: Scene) {
    // fewer flows than before belong to another play
    const fresh = !scene.moving ? [] : scene.flows.slice(scene.flows.length >= this.taken ? this.taken : 0);
    if (scene.moving) this.taken = scene.flows.length;
    const drawn = this.dataset.ready === 'true';
    this.moving = this.moving.then(() => (drawn ? this.run(fresh) : undefined)).then(() => {
      this.sceneNow = scene;
      return this.render();
    }).then(() => this.follow());
  }

  /** Brings the token that needs somebody into sight when it has left it. */
  private follow() {
    const element = this.viewer?.get('elementRegistry').get(this.sceneNow.tokens.at(-1)?.id ?? '');
    if (element && this.imported) this.viewer.get('canvas').scrollToElement(element, 120);
  }

  private async run(flows: string[]) {
    if (!flows.length || matchMedia('(prefers-reduced-motion: reduce)').matches || document.hidden) return;
    const layer = this.viewer?.get('canvas').getLayer('tf-tokens', 20);
    if (!layer) return;
    const each = Math.min(USUAL, LONGEST / flows.length);
    const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    dot.setAttribute('r', '8');
    dot.setAttribute('class', 'tf-token');
    layer.append(dot);
    for (const id of flows) {
      const connection = this.viewer?.get('elementRegistry').get(id);
      if (connection?.waypoints) await this.along(dot, connection.waypoints, each);
      if (connection) this.viewer.get('canvas').addMarker(id, 'tf-went');
    }
    dot.remove();
    flows.forEach((id) => { if (this.viewer?.get('elementRegistry').get(id)) this.viewer.get('canvas').removeMarker(id, 'tf-went'); });
  }

  private along(dot: SVGElement, points: { x: number; y: number }[], ms: number) {
    const legs = points.slice(1).map((to, i) => ({ from: points[i], to, length: Math.hypot(to.x - points[i].x, to.y - points[i].y) }));
    const whole = legs.reduce((sum, leg) => sum + leg.length, 0) || 1;
    return new Promise<void>((done) => {
      const start = performance.now();
      const frame = (now: number) => {
        const share = Math.min(1, (now - start) / ms);
        let rest = share * whole;
        const leg = legs.find((it) => { if (rest <= it.length) return true; rest -= it.length; return false; }) ?? legs.at(-1)!;
        const part = leg.length ? Math.min(1, rest / leg.length) : 1;
        dot.setAttribute('cx', String(leg.from.x + (leg.to.x - leg.from.x) * part));
        dot.setAttribute('cy', String(leg.from.y + (leg.to.y - leg.from.y) * part));
        if (share < 1 && this.viewer) requestAnimationFrame(frame);
        else done();
      };
      requestAnimationFrame(frame);
    });
  }

  protected wanted() {
    const wanted = new Map<string, string[]>();
    const add = (id: string, mark: string) => wanted.set(id, [...(wanted.get(id) ?? []), mark]);
    this.viewer.get('elementRegistry').forEach((element: any) => {
      if (/Participant|Lane|TextAnnotation|Association|Group|Data/.test(element.type)) add(element.id, 'tf-ink');
    });
    this.sceneNow.flows.forEach((id) => wanted.set(id, ['tf-ink']));
    this.sceneNow.passed.forEach((it) => wanted.set(it.id, [it.cancelled ? 'tf-cancelled' : 'tf-ink']));
    this.sceneNow.tokens.forEach((it) => wanted.set(it.id, [`tf-${it.state}`]));
    this.sceneNow.missed.forEach((id) => wanted.set(id, ['tf-missed']));
    if (this.sceneNow.selected) add(this.sceneNow.selected, 'tf-selected');
    return wanted;
  }

  protected overlays() {
    if (!this.viewer || !this.imported) return;
    const overlays = this.viewer.get('overlays');
    const registry = this.viewer.get('elementRegistry');
    this.overlayIds.forEach((id) => overlays.remove(id));
    this.overlayIds = [];
    const standing = new Set(this.sceneNow.tokens.map((it) => it.id));
    for (const it of this.sceneNow.passed) {
      const shape = registry.get(it.id);
      if (!shape || !it.times || it.cancelled || standing.has(it.id) || shape.width < 80) continue;
      this.overlayIds.push(overlays.add(it.id, { position: { top: -8, right: 8 }, html: this.times(it.times) }));
    }
    for (const it of this.sceneNow.tokens) {
      const shape = registry.get(it.id);
      if (!shape) continue;
      const position = shape.height < 60 ? { top: -30, left: -8 } : { bottom: -6, left: 0 };
      this.overlayIds.push(overlays.add(it.id, { position, html: this.pillOf(it) }));
    }
  }

  private times(times: number) {
    const tick = document.createElement('span');
    tick.className = 'tf-tick';
    tick.textContent = times > 1 ? String(times) : '';
    return tick;
  }

  private pillOf(token: Token) {
    const pill = document.createElement('span');
    pill.className = `ov ${token.state === 'incident' ? 'solid incident' : token.state}`;
    const mark = document.createElement('span');
    mark.className = `i xs i-${token.icon}`;
    pill.append(mark, token.text);
    return pill;
  }
}

customElements.define('tf-play-view', PlayView);
