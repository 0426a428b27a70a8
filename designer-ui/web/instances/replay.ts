import { clock, exact } from './time';

// A slider through what happened to an instance: every stop is a moment at which something did, the right end is now.
interface Stop { at: number; tone?: string; text: string }

const STEP_MS = 900;
const SETTLE_MS = 60;
const german = () => document.documentElement.lang.startsWith('de');
const word = (en: string, de: string) => german() ? de : en;

class Replay extends HTMLElement {
  private stops: Stop[] = [];
  private live = false;
  private slider = document.createElement('input');
  private ticks = document.createElement('div');
  private button = document.createElement('button');
  private start = document.createElement('span');
  private clock = document.createElement('span');
  private now = document.createElement('button');
  private playing?: ReturnType<typeof setInterval>;
  private settling?: ReturnType<typeof setTimeout>;
  private told = 0;

  set moments(value: string) {
    const fresh = value ? JSON.parse(value) : { stops: [], live: false };
    const here = this.atEnd() ? undefined : this.stops[this.index()]?.at;
    this.stops = fresh.stops;
    this.live = fresh.live;
    this.slider.max = String(this.stops.length);
    this.slider.value = String(here === undefined ? this.stops.length : this.stops.filter((it) => it.at <= here).length - 1);
    this.draw();
    this.say();
  }

  get moments() { return JSON.stringify({ stops: this.stops, live: this.live }); }

  connectedCallback() {
    this.className = 'replay';
    this.slider.type = 'range';
    this.slider.min = '0';
    this.slider.step = '1';
    this.slider.setAttribute('aria-label', word('Replay', 'Wiedergabe'));
    this.slider.oninput = () => { this.pause(); this.settle(); };
    this.slider.onkeydown = (event) => { if (event.key === ' ') { event.preventDefault(); this.toggle(); } };
    this.button.type = this.now.type = 'button';
    this.button.className = 'btn ic sm';
    this.button.onclick = () => this.toggle();
    this.start.className = this.clock.className = 'meta num';
    this.now.className = 'btn sm ghost';
    this.now.textContent = word('Now', 'Jetzt');
    this.now.onclick = () => this.toNow();
    this.ticks.className = 'ticks';
    const track = document.createElement('div');
    track.className = 'track';
    track.append(this.ticks, this.slider);
    this.replaceChildren(this.button, this.start, track, this.clock, this.now);
    for (const name of ['moments'] as const) {
      if (Object.prototype.hasOwnProperty.call(this, name)) {
        const value = (this as any)[name];
        delete (this as any)[name];
        (this as any)[name] = value;
      }
    }
    this.face();
    this.say();
  }

  disconnectedCallback() {
    clearInterval(this.playing);
    clearTimeout(this.settling);
    this.playing = undefined;
  }

  toNow() {
    this.pause();
    this.slider.value = this.slider.max;
    this.tell();
  }

  private index() { return Number(this.slider.value); }
  private atEnd() { return this.index() >= this.stops.length; }

  private toggle() { if (this.playing) this.pause(); else this.play(); }

  private play() {
    if (this.stops.length === 0) return;
    if (this.atEnd()) this.slider.value = '0';
    this.tell();
    this.playing = setInterval(() => {
      this.slider.value = String(this.index() + 1);
      this.tell();
      if (this.atEnd()) this.pause();
    }, STEP_MS);
    this.face();
  }

  private pause() {
    clearInterval(this.playing);
    this.playing = undefined;
    this.face();
  }

  private face() {
    const icon = document.createElement('span');
    icon.className = `i s i-${this.playing ? 'pause' : 'play'}`;
    this.button.replaceChildren(icon);
    this.button.setAttribute('aria-label', this.playing ? word('Pause', 'Anhalten') : word('Play what happened', 'Ablauf abspielen'));
  }

  private settle() {
    this.say();
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.tell(), SETTLE_MS);
  }

  private tell() {
    this.say();
    const at = this.atEnd() ? 0 : this.stops[this.index()].at;
    if (at === this.told) return;
    this.told = at;
    this.dispatchEvent(new CustomEvent('tf-moment', { detail: { at } }));
  }

  private say() {
    const stop = this.stops[this.index()];
    const first = this.stops[0];
    this.start.textContent = first ? clock(first.at) : '';
    this.clock.textContent = stop ? clock(stop.at) : '';
    this.clock.title = stop ? exact(stop.at) : '';
    this.slider.setAttribute('aria-valuetext', stop ? `${exact(stop.at)}, ${stop.text}` : word('now', 'jetzt'));
    this.slider.title = stop?.text ?? '';
    this.now.classList.toggle('live', this.atEnd() && this.live);
    this.now.disabled = this.atEnd();
    this.slider.disabled = this.button.disabled = this.stops.length === 0;
    this.style.setProperty('--at', `${this.stops.length ? this.index() / this.stops.length * 100 : 100}%`);
  }

  private draw() {
    this.ticks.replaceChildren(...this.stops.flatMap((it, i) => {
      if (!it.tone) return [];
      const tick = document.createElement('i');
      tick.className = it.tone;
      tick.style.left = `${i / this.stops.length * 100}%`;
      return [tick];
    }));
  }
}

customElements.define('tf-replay', Replay);
