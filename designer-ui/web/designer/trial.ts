// A corner to try an expression in: with what the trigger brings, or with what a scenario has at the element.
import { el, icon } from '../editor-kit/model-editor';

export interface Sample { id: string; label: string }
export interface Question { expression: string; elementId: string; after: boolean; sample: string; turn: number }
export interface Answer { turn: number; value?: unknown; problem: string; line: number; column: number; doubts: string[] }

const PAUSE = 450;

export class Trial {
  readonly element = el('section', 'trial');
  private readonly body = el('div', 'trial-body');
  private readonly sample = el('select', 'inp');
  private readonly field = el('textarea', 'inp mono');
  private readonly answer = el('div', 'trial-answer');
  private readonly head = el('button', 'prob-head row');
  private place = { elementId: '', after: false };
  private turn = 0;
  private timer?: ReturnType<typeof setTimeout>;

  constructor(private modeler: any, private texts: Record<string, string>, samples: Sample[], properties: HTMLElement, private ask: (question: Question) => void) {
    this.head.type = 'button';
    this.head.append(el('h2', '', texts.trial), el('span', 'grow'), icon('right'));
    this.head.addEventListener('click', () => this.open(this.body.hidden));
    this.sample.setAttribute('aria-label', texts.trialWith);
    this.sample.append(...samples.map((it) => new Option(it.label, it.id)));
    this.sample.addEventListener('change', () => this.soon(0));
    this.field.rows = 2;
    this.field.spellcheck = false;
    this.field.setAttribute('aria-label', texts.trialExpression);
    this.field.placeholder = texts.trialHint;
    this.field.addEventListener('input', () => this.soon(PAUSE));
    // the editor listens to keys, too
    this.element.addEventListener('keydown', (event) => event.stopPropagation());
    this.answer.setAttribute('role', 'status');
    this.body.append(this.sample, this.field, this.answer);
    this.element.append(this.head, this.body);
    ['focusin', 'input', 'keyup'].forEach((name) => properties.addEventListener(name, (event) => this.follow(event.target as HTMLElement)));
    this.open(false);
  }

  show(answer: Answer) {
    if (answer.turn !== this.turn) return;
    this.answer.classList.toggle('incident', Boolean(answer.problem));
    this.answer.replaceChildren(...(answer.problem ? this.broken(answer) : [el('pre', 'mono', JSON.stringify(answer.value ?? null, null, 2))]),
      ...answer.doubts.map((doubt) => el('p', 'meta', doubt)));
  }

  private open(open: boolean) {
    this.body.hidden = !open;
    this.head.setAttribute('aria-expanded', String(open));
    this.head.lastElementChild!.className = `i i-${open ? 'down' : 'right'}`;
    if (open) this.soon(0);
  }

  /** Takes over the expression that somebody is writing in the panel. */
  private follow(field: HTMLElement) {
    const entry = field.closest<HTMLElement>('[data-entry-id]');
    const editor = field.closest('.cm-editor') ?? entry?.querySelector('.cm-editor');
    if (!entry || !editor) return;
    const text = [...editor.querySelectorAll('.cm-line')].map((line) => line.textContent ?? '').join('\n');
    const [selected] = this.modeler.get('selection').get();
    const id = entry.dataset.entryId ?? '';
    // a condition is read where the flow begins
    this.place = { elementId: selected?.waypoints ? selected.source.id : selected?.id ?? '', after: Boolean(selected?.waypoints) || id.includes('-output-') };
    if (text === this.field.value) return;
    this.field.value = text;
    this.soon(PAUSE);
  }

  private soon(pause: number) {
    clearTimeout(this.timer);
    if (this.body.hidden) return;
    this.timer = setTimeout(() => this.evaluate(), pause);
  }

  private evaluate() {
    const expression = this.field.value.trim();
    this.turn++;
    if (!expression) { this.answer.replaceChildren(el('p', 'meta', this.texts.trialHint)); return; }
    this.answer.replaceChildren(el('p', 'meta', this.texts.trialWaits));
    this.answer.classList.remove('incident');
    this.ask({ ...this.place, expression, sample: this.sample.value, turn: this.turn });
  }

  /** The expression with the place where it breaks. */
  private broken(answer: Answer): HTMLElement[] {
    const problem = el('p', '', answer.problem);
    if (!answer.line) return [problem];
    const lines = this.field.value.split('\n');
    const at = lines.slice(0, answer.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + answer.column - 1;
    const text = el('pre', 'mono');
    text.append(this.field.value.slice(0, at), el('mark', '', this.field.value.slice(at, at + 1) || '\u00a0'), this.field.value.slice(at + 1));
    return [problem, text];
  }

  stop() { clearTimeout(this.timer); }
}
