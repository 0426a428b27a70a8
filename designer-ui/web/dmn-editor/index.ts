import DmnModeler from 'dmn-js/lib/Modeler';
import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression-controls.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn-embedded.css';
import { speaking, wordsOfTables } from '../designer/words';
import { findingWords } from '../designer/words/findings';
import { el, ModelEditor, type Problem } from '../editor-kit/model-editor';
import { Problems } from '../editor-kit/problems';
import { stylesheet } from '../editor-kit/stylesheet';
import { placeOf, rowMarks } from './rows';

/** The expression editors indent by Tab, or take a proposal by it, and would keep who moves by keyboard; Enter takes proposals, too. */
function letTabOut(container: HTMLElement) {
  container.addEventListener('keydown', (event) => { if (event.key === 'Tab') event.stopPropagation(); }, true);
}

/** The head above the rules' numbers says nothing, so it is not read out. */
function hideBlankHeads(container: HTMLElement) {
  new MutationObserver(() => {
    container.querySelectorAll('th.index-column:not([aria-hidden])').forEach((it) => it.setAttribute('aria-hidden', 'true'));
  }).observe(container, { childList: true, subtree: true });
}

/** Edits a file of decisions: the graph and each decision's table. */
class DmnEditor extends ModelEditor {
  private modeler?: any;
  private texts: Record<string, string> = {};
  private readonly tabs = el('div', 'tabs dmn-tabs');
  private readonly marks = el('style');
  private problemList?: Problems;
  private bad = new Set<string>();

  configure(setup: { texts: Record<string, string> }) { this.texts = setup.texts; }

  protected async open(source: string) {
    await stylesheet('dmn-editor');
    const say = await findingWords(document.documentElement.lang);
    const spoken = { additionalModules: [speaking(await wordsOfTables(document.documentElement.lang))] };
    this.modeler?.destroy();
    this.classList.add('dmn');
    this.classList.toggle('readonly', this.readonlyMode);
    const container = el('div', 'dmn-canvas');
    this.problemList = new Problems({ nameOf: (id) => this.nameOf(id), mark: (worst) => this.mark(worst) }, this.texts,
      (problem) => this.select(problem.elementId), say);
    this.replaceChildren(this.tabs, container, this.problemList.element, this.marks);
    letTabOut(container);
    hideBlankHeads(container);
    const keep = this.modeler?.getActiveView()?.element?.id;
    this.modeler = new DmnModeler({
      container,
      drd: spoken, decisionTable: spoken, literalExpression: spoken, boxedExpression: spoken,
      common: { expressionLanguages: { options: [{ value: 'feel', label: 'FEEL' }], defaults: { editor: 'feel' } } },
    });
    this.modeler.on('views.changed', () => { this.renderTabs(); this.listen(); });
    await this.modeler.importXML(source, { open: false });
    const views = this.modeler.getViews();
    const first = views.find((view: any) => view.element.id === keep)
      ?? (views.filter((view: any) => view.type !== 'drd').length === 1 ? views.find((view: any) => view.type !== 'drd') : views[0]);
    await this.modeler.open(first ?? views[0]);
  }

  private listen() {
    const viewer = this.modeler.getActiveViewer();
    if (!viewer || viewer.tfListening) return;
    viewer.tfListening = true;
    viewer.on('commandStack.changed', () => this.changed());
    if (this.modeler.getActiveView()?.type === 'drd') viewer.get('canvas').zoom('fit-viewport', 'auto');
  }

  protected async write(): Promise<string> {
    return (await this.modeler.saveXML({ format: true })).xml;
  }

  select(id: string) {
    const view = this.viewOf(id);
    if (view) void this.modeler.open(view).then(() => showRow(this, id));
  }

  problems(found: Problem[]) { void this.ready().then(() => this.problemList?.setServer(found)); }

  private viewOf(id: string) {
    const views = this.modeler?.getViews() ?? [];
    return views.find((it: any) => it.element.id === id) ?? views.find((it: any) => it.type !== 'drd' && placeOf(it.element, id));
  }

  /** A rule is known by its number, as the table shows it. */
  private nameOf(id: string) {
    const decision = this.viewOf(id)?.element;
    if (!decision) return '';
    const row = placeOf(decision, id)?.row;
    return [decision.name || decision.id, row ? `${this.texts.rule} ${row}` : ''].filter(Boolean).join(', ');
  }

  private mark(worst: Map<string, Problem>) {
    this.bad = new Set([...worst.values()].filter((it) => it.severity === 'error').map((it) => this.viewOf(it.elementId)?.element.id));
    this.marks.textContent = rowMarks(worst);
    this.renderTabs();
  }

  comments() { /* a table has no place for marks */ }
  undo() { this.modeler?.getActiveViewer()?.get('commandStack').undo(); }
  redo() { this.modeler?.getActiveViewer()?.get('commandStack').redo(); }

  private renderTabs() {
    const active = this.modeler?.getActiveView();
    if (!active) return;
    this.tabs.replaceChildren(...this.modeler.getViews().map((view: any) => {
      const tab = el('button', this.bad.has(view.element.id) ? 'bad' : '', view.type === 'drd' ? this.texts.diagram : view.element.name || view.element.id);
      tab.type = 'button';
      tab.setAttribute('aria-pressed', String(view.element === active.element));
      tab.addEventListener('click', () => void this.modeler.open(view));
      return tab;
    }));
  }
}

/** Brings a rule into sight and the caret into it. */
function showRow(editor: HTMLElement, id: string) {
  const cell = editor.querySelector<HTMLElement>(`td[data-row-id="${CSS.escape(id)}"]`);
  cell?.scrollIntoView({ block: 'center' });
  cell?.parentElement?.querySelector<HTMLElement>('[contenteditable]')?.focus();
}

customElements.define('tf-dmn-editor', DmnEditor);
