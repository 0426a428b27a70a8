// The list under a drawing: what is wrong, where, and a click that leads there.
import { el, icon, type Problem } from './model-editor';

/** What is drawn, as far as the list has to know it. */
export interface Checked {
  nameOf: (id: string) => string;
  mark: (worst: Map<string, Problem>) => void;
}

/** What mends a problem with one click. */
export interface Remedy {
  label: string;
  mend: () => void;
}

export class Problems {
  readonly element = el('section', 'prob');
  private local: Problem[] = [];
  private server: Problem[] = [];
  private open = true;

  constructor(private drawn: Checked, private texts: Record<string, string>, private go: (problem: Problem) => void,
              private say: (sentence: string) => string, private remedy: (problem: Problem) => Remedy | undefined = () => undefined) {
    this.element.setAttribute('aria-label', texts.problems);
    this.render();
  }

  setLocal(found: Problem[]) { this.local = this.said(found); this.render(); }
  setServer(found: Problem[]) { this.server = this.said(found); this.render(); }

  all(): Problem[] {
    const seen = new Set<string>();
    return [...this.local, ...this.server]
      .filter((it) => { const key = `${it.elementId}|${it.message}`; return !seen.has(key) && seen.add(key); })
      .sort((a, b) => a.severity.localeCompare(b.severity));
  }

  private said(found: Problem[]) {
    return found.map((it) => ({ ...it, message: this.say(it.message) }));
  }

  private render() {
    const all = this.all();
    const errors = all.filter((it) => it.severity === 'error').length;
    const head = el('button', 'prob-head row');
    head.type = 'button';
    head.setAttribute('aria-expanded', String(this.open));
    head.append(el('h2', '', this.texts.problems));
    if (errors) head.append(this.count('incident', 'alert', errors, errors === 1 ? this.texts.error : this.texts.errors));
    const warnings = all.length - errors;
    if (warnings) head.append(this.count('draft', 'bulb', warnings, warnings === 1 ? this.texts.hint : this.texts.hints));
    if (!all.length) head.append(this.count('completed', 'check', '', this.texts.none));
    head.append(el('span', 'grow'), el('span', 'meta', this.texts.checked), icon(this.open ? 'down' : 'right'));
    head.addEventListener('click', () => { this.open = !this.open; this.render(); });
    const list = el('div', 'prob-list');
    if (this.open) list.append(...all.slice(0, 200).map((problem) => this.line(problem)));
    this.element.replaceChildren(head, list);
    this.mark(all);
  }

  private count(state: string, name: string, count: number | string, word: string) {
    const span = el('span', `st num ${state}`);
    span.append(icon(name), `${count} ${word}`.trim());
    return span;
  }

  private line(problem: Problem) {
    const line = el('button', 'p');
    line.type = 'button';
    const state = el('span', `st ${problem.severity === 'error' ? 'incident' : 'draft'}`);
    state.append(icon(problem.severity === 'error' ? 'alert' : 'bulb'));
    const text = el('span', 'grow cut', problem.message);
    text.title = problem.message;
    line.append(state, el('b', '', this.drawn.nameOf(problem.elementId) || problem.elementId || this.texts.file), text, el('span', 'meta hide-s', problem.rule));
    line.addEventListener('click', () => this.go(problem));
    const remedy = this.remedy(problem);
    if (!remedy) return line;
    const mend = el('button', 'btn sm', remedy.label);
    mend.type = 'button';
    mend.addEventListener('click', remedy.mend);
    const both = el('div', 'p-mend');
    both.append(line, mend);
    return both;
  }

  private mark(all: Problem[]) {
    const worst = new Map<string, Problem>();
    all.forEach((it) => { if (!worst.has(it.elementId)) worst.set(it.elementId, it); });
    this.drawn.mark(worst);
  }
}
