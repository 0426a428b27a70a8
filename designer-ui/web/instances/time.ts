// Times that count on by themselves: the server sends instants, the browser says how long ago they are.
const german = () => document.documentElement.lang.startsWith('de');

// in the words of the page, not of the browser
const language = () => document.documentElement.lang || undefined;

/** The instant in full, in the reader's own zone and with its name. */
export const exact = (at: number) =>
  new Date(at).toLocaleString(language(), { dateStyle: 'medium', timeStyle: 'long', hourCycle: 'h23' });

export const clock = (at: number) => new Date(at).toLocaleTimeString(language(), { hourCycle: 'h23' });

export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  const rest = String(minutes % 60).padStart(2, '0');
  if (hours < 24) return minutes % 60 ? `${hours} h ${rest} min` : `${hours} h`;
  return hours % 24 ? `${Math.floor(hours / 24)} d ${hours % 24} h` : `${hours / 24} d`;
}

/** At most one unit, for lists where the exact figure is on hover. */
export function rough(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86400)} d`;
}

export const usualWord = () => german() ? 'üblich' : 'usual';

const ticking = new Set<{ tick(): void }>();
let timer: ReturnType<typeof setInterval> | undefined;

function start(element: { tick(): void }) {
  ticking.add(element);
  timer ??= setInterval(() => ticking.forEach((it) => it.tick()), 1000);
}

function stop(element: { tick(): void }) {
  ticking.delete(element);
  if (ticking.size === 0) {
    clearInterval(timer);
    timer = undefined;
  }
}

abstract class Ticking extends HTMLElement {
  connectedCallback() {
    start(this);
    this.title = exact(this.at);
    this.tick();
  }
  disconnectedCallback() { stop(this); }
  get at() { return Number(this.getAttribute('at')); }
  get age() { return Date.now() - this.at; }
  abstract tick(): void;
}

class Since extends Ticking {
  tick() {
    const text = this.hasAttribute('ago') ? this.ago() : duration(this.age);
    if (this.textContent !== text) this.textContent = text;
  }
  private ago() {
    if (this.age < 5000) return german() ? 'jetzt' : 'now';
    return german() ? `vor ${rough(this.age)}` : `${rough(this.age)} ago`;
  }
}

class Wait extends Ticking {
  private text = '';

  tick() {
    const usual = Number(this.getAttribute('usual') ?? NaN);
    const failed = this.hasAttribute('failed');
    const now = duration(this.age);
    // the bar is full at three times the usual; half full is a little later than usual
    const share = Number.isNaN(usual) ? (failed ? 100 : 0) : Math.min(100, Math.round(this.age / (Math.max(usual, 1000) * 3) * 100));
    const late = !Number.isNaN(usual) && this.age > Math.max(usual * 1.5, 5000);
    const text = `${now}|${share}|${late}`;
    if (text === this.text) return;
    this.text = text;
    const tone = failed ? 'bad' : late ? 'over' : '';
    this.innerHTML = `<span class="wb ${tone}"><i style="width:${failed ? Math.max(share, 60) : share}%"></i></span>`
      + `<span class="now ${tone}">${now}</span>`
      + (Number.isNaN(usual) ? '' : `<span class="dim">${usualWord()} ${duration(usual)}</span>`);
  }
}

customElements.define('tf-since', Since);
customElements.define('tf-wait', Wait);
