import { forget, keep, newest, newKey, settle } from './kept';

// What the three editors have in common: Java gives a source and asks for it back; the editor says when it changed.
export interface Problem {
  elementId: string;
  rule: string;
  severity: 'error' | 'warning';
  message: string;
  entryIds?: string[];
}

/** Whose drawing of which model, and which version it began with. */
interface Whose { person: string; model: string; base: number }

const QUIET = 1200;
const BREATH = 250;

export abstract class ModelEditor extends HTMLElement {
  private timer?: ReturnType<typeof setTimeout>;
  private opened?: Promise<void>;
  private readonly key = newKey();
  private whose?: Whose;
  private turn = 0;
  private held = 0;
  private keeping = false;
  protected readonlyMode = false;

  /** Opens a model; a model that cannot be drawn is told by "tf-unreadable". */
  load(source: string, readonly: boolean) {
    this.readonlyMode = readonly;
    this.opened = this.open(source).then(
      () => this.tell('tf-opened', {}),
      (error) => this.tell('tf-unreadable', { message: String(error?.message ?? error) }),
    );
  }

  /** Waits until the model is open. */
  protected async ready() { await this.opened; }

  /** The model as text, as it is drawn now. */
  async source(): Promise<string> {
    await this.opened;
    return this.write();
  }

  protected abstract open(source: string): Promise<void>;
  protected abstract write(): Promise<string>;

  /** Somebody drew: it is kept in the browser, and after a quiet moment the source goes to Java, which keeps it as a draft. */
  protected changed() {
    this.turn++;
    this.tell('tf-touched', {});
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const turn = this.turn;
      void this.write().then((source) => this.tell('tf-changed', { source, turn }));
    }, QUIET);
    void this.keep().catch(unkept);
  }

  /** From now on what is drawn is kept in this browser until Java says that it has it. */
  remember(whose: Whose) { this.whose = whose; }

  /** What the same person drew in this browser without Java having got it. */
  async remembered() {
    return this.whose && (await newest(this.whose.person, this.whose.model, this.key).catch(unkept));
  }

  async settle(key: string) { await settle(key).catch(unkept); }

  /** Java has what was drawn up to this turn. */
  async has(turn: number) {
    this.held = turn;
    if (turn === this.turn) return forget(this.key).catch(unkept);
    return undefined;
  }

  /** What is drawn is the server's by another way, or nobody's any more. */
  async discard() {
    clearTimeout(this.timer);
    await this.has(this.turn);
  }

  /** Says by REST that this window still has the model open. */
  beat(model: string, window: string) {
    const meta = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
    const address = new URL(`/api/v1/models/${encodeURIComponent(model)}/presence/${window}`, location.href);
    void fetch(address, { method: 'PUT', headers: { [meta('_csrf_header') || 'X-CSRF-TOKEN']: meta('_csrf') } }).catch(() => undefined);
  }

  private async keep() {
    if (!this.whose || this.keeping) return;
    this.keeping = true;
    try {
      for (let done = -1; done < this.turn; await pause(BREATH)) {
        done = this.turn;
        const source = await this.write();
        if (this.held < done) await keep({ ...this.whose, key: this.key, source, at: Date.now() });
      }
    } finally {
      this.keeping = false;
    }
  }

  protected tell(name: string, detail: object) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }
}

const pause = (ms: number) => new Promise((done) => { setTimeout(done, ms); });

/** A browser without a store still draws. */
function unkept(error: unknown): undefined {
  console.warn('what is drawn is not kept in this browser', error);
  return undefined;
}

export function el<K extends keyof HTMLElementTagNameMap>(tag: K, className = '', text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

export const icon = (name: string) => {
  const span = el('span', `i i-${name}`);
  span.setAttribute('aria-hidden', 'true');
  return span;
};
