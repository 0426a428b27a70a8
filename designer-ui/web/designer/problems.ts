// The list under the canvas and the marks on it: what is wrong, where, and a click that leads there.
import { el, icon, type Problem } from '../editor-kit/model-editor';

const OVERLAY = 'tf-problem';

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

  constructor(private modeler: any, private texts: Record<string, string>, private go: (problem: Problem) => void,
              private remedy: (problem: Problem) => Remedy | undefined = () => undefined) {
    this.element.setAttribute('aria-label', texts.problems);
    this.render();
  }

  setLocal(found: Problem[]) { this.local = found; this.render(); }
  setServer(found: Problem[]) { this.server = found; this.render(); }

  all(): Problem[] {
    const seen = new Set<string>();
    return [...this.local, ...this.server]
      .filter((it) => { const key = `${it.elementId}|${it.message}`; return !seen.has(key) && seen.add(key); })
      .sort((a, b) => a.severity.localeCompare(b.severity));
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
    line.append(state, el('b', '', this.nameOf(problem.elementId)), text, el('span', 'meta hide-s', problem.rule));
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

  private nameOf(id: string): string {
    const element = this.modeler.get('elementRegistry').get(id);
    return element?.businessObject?.name || id || this.texts.file;
  }

  private mark(all: Problem[]) {
    const overlays = this.modeler.get('overlays');
    const registry = this.modeler.get('elementRegistry');
    overlays.remove({ type: OVERLAY });
    const worst = new Map<string, Problem>();
    all.forEach((it) => { if (!worst.has(it.elementId)) worst.set(it.elementId, it); });
    worst.forEach((problem, id) => {
      const shape = registry.get(id);
      if (!shape || !shape.parent || shape.waypoints) return;
      const mark = el('span', `ov solid tf-mark ${problem.severity === 'error' ? 'incident' : 'draft'}`);
      mark.title = problem.message;
      mark.append(icon(problem.severity === 'error' ? 'alert' : 'bulb'));
      overlays.add(id, OVERLAY, { position: { top: -11, left: -11 }, html: mark });
    });
  }
}
