// What the three editors have in common: Java gives a source and asks for it back; the editor says when it changed.
export interface Problem {
  elementId: string;
  rule: string;
  severity: 'error' | 'warning';
  message: string;
  entryIds?: string[];
}

const QUIET = 1200;

export abstract class ModelEditor extends HTMLElement {
  private timer?: ReturnType<typeof setTimeout>;
  private opened?: Promise<void>;
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

  /** Somebody drew: after a quiet moment the source goes to Java, which keeps it as a draft. */
  protected changed() {
    this.tell('tf-touched', {});
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.write().then((source) => this.tell('tf-changed', { source })), QUIET);
  }

  protected tell(name: string, detail: object) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }
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
