import Modeler from 'camunda-bpmn-js/lib/camunda-cloud/Modeler';
import NavigatedViewer from 'camunda-bpmn-js/lib/camunda-cloud/NavigatedViewer';
import modelerModdle from 'modeler-moddle/resources/modeler.json';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import 'camunda-bpmn-js/dist/assets/color-picker.css';
import 'camunda-bpmn-js/dist/assets/element-template-chooser.css';
import 'camunda-bpmn-js/dist/assets/element-templates.css';
import { el, icon, ModelEditor, save, type Problem } from '../editor-kit/model-editor';
import { stylesheet } from '../editor-kit/stylesheet';
import { lint } from '../lint/linter';
import { palette, type Block } from './blocks';
import { outline } from './outline';
import { Problems } from './problems';

const LINT_QUIET = 500;

/** Draws a BPMN model. Java sets texts and blocks, calls load, source, select, problems, undo and redo. */
class BpmnEditor extends ModelEditor {
  private modeler?: any;
  private texts: Record<string, string> = {};
  private blocks: Block[] = [];
  private problemList?: Problems;
  private lintTimer?: ReturnType<typeof setTimeout>;
  private readonly canvas = el('div', 'canvas grow');
  private readonly words = el('div', 'outline-box');

  configure(texts: Record<string, string>, blocks: Block[]) {
    this.texts = texts;
    this.blocks = blocks;
  }

  protected async open(source: string) {
    await stylesheet('designer');
    this.modeler?.destroy();
    this.replaceChildren();
    this.classList.add('des');
    this.classList.toggle('readonly', this.readonlyMode);
    const stage = el('div', 'stage');
    const drawing = el('div', 'drawing');
    stage.append(drawing);
    this.canvas.replaceChildren(stage, this.words);
    const properties = el('aside', 'pane properties');
    properties.setAttribute('aria-label', this.texts.properties);
    this.modeler = this.create(drawing, properties);
    const middle = el('div', 'mid');
    this.problemList = new Problems(this.modeler, this.texts, (problem) => this.select(problem.elementId, problem.entryIds?.[0]));
    middle.append(this.canvas, this.problemList.element);
    if (this.readonlyMode) this.append(middle);
    else this.append(palette(this.modeler, this.blocks, this.texts), middle, properties);
    await this.modeler.importXML(source);
    this.canvas.append(this.zoomBar(), this.viewSwitch());
    this.fit();
    this.modeler.on('commandStack.changed', () => { this.changed(); this.judgeSoon(); this.tellHistory(); });
    this.modeler.on('selection.changed', (event: any) => this.tellSelected(event.newSelection));
    void this.judge();
  }

  private tellSelected(selection: any[]) {
    const [only] = selection.length === 1 ? selection : [];
    this.tell('tf-selected', { id: only?.labelTarget?.id ?? only?.id ?? '' });
  }

  private create(container: HTMLElement, properties: HTMLElement) {
    const options: any = {
      container,
      moddleExtensions: { modeler: modelerModdle },
      bpmnRenderer: {
        defaultFillColor: 'var(--tf-diagram-fill)', defaultStrokeColor: 'var(--tf-diagram-ink)', defaultLabelColor: 'var(--tf-diagram-ink)',
      },
      textRenderer: { defaultStyle: { fontFamily: 'Inter, sans-serif', fontSize: 12 }, externalStyle: { fontSize: 11 } },
    };
    return this.readonlyMode
      ? new NavigatedViewer(options)
      : new Modeler({ ...options, propertiesPanel: { parent: properties }, exporter: { name: 'Tillflow Studio', version: '1' } });
  }

  protected async write(): Promise<string> {
    return (await this.modeler.saveXML({ format: true })).xml;
  }

  /** Shows an element and, if it has one, the field that mends it. */
  select(id: string, entry?: string) {
    this.show('diagram');
    const element = this.modeler.get('elementRegistry').get(id);
    if (!element) return;
    const canvas = this.modeler.get('canvas');
    if (element.parent) canvas.scrollToElement(element, { top: 80, bottom: 80, left: 80, right: 80 });
    this.modeler.get('selection', false)?.select(element);
    if (entry && !this.readonlyMode) {
      setTimeout(() => this.modeler.get('eventBus').fire('propertiesPanel.showEntry', { id: entry }), 60);
    }
  }

  /** Colours elements by what became of them between two versions. */
  mark(states: Record<string, string>) {
    void this.ready().then(() => {
      const canvas = this.modeler.get('canvas');
      const registry = this.modeler.get('elementRegistry');
      Object.entries(states).filter(([id]) => registry.get(id)?.parent).forEach(([id, state]) => canvas.addMarker(id, `tf-${state}`));
      // the dialog around it takes its size while it opens
      new ResizeObserver(() => { canvas.resized(); this.fit(); }).observe(this);
    });
  }

  problems(found: Problem[]) { this.problemList?.setServer(found); }
  undo() { this.modeler?.get('commandStack').undo(); }
  redo() { this.modeler?.get('commandStack').redo(); }

  async svg(name: string) {
    save(name, 'image/svg+xml', (await this.modeler.saveSVG()).svg);
  }

  private judgeSoon() {
    clearTimeout(this.lintTimer);
    this.lintTimer = setTimeout(() => void this.judge(), LINT_QUIET);
  }

  private async judge() {
    const found = await lint(this.modeler.getDefinitions());
    this.problemList?.setLocal(found);
    this.tell('tf-judged', { errors: found.filter((it) => it.severity === 'error').length });
  }

  private tellHistory() {
    const stack = this.modeler.get('commandStack');
    this.tell('tf-history', { undo: stack.canUndo(), redo: stack.canRedo() });
  }

  private fit() {
    const canvas = this.modeler.get('canvas');
    canvas.zoom('fit-viewport', 'auto');
    if (canvas.zoom() > 1) canvas.zoom(1, 'auto');
  }

  private show(what: 'diagram' | 'outline') {
    this.canvas.classList.toggle('worded', what === 'outline');
    if (what === 'outline') this.words.replaceChildren(outline(this.modeler, this.texts, (id) => this.select(id)));
    this.canvas.querySelectorAll('.view-switch button')
      .forEach((button) => button.setAttribute('aria-pressed', String((button as HTMLElement).dataset.view === what)));
  }

  private viewSwitch() {
    const bar = el('div', 'bar view-switch');
    for (const view of ['diagram', 'outline'] as const) {
      const button = el('button', '', this.texts[view]);
      button.type = 'button';
      button.dataset.view = view;
      button.setAttribute('aria-pressed', String(view === 'diagram'));
      button.addEventListener('click', () => this.show(view));
      bar.append(button);
    }
    return bar;
  }

  private zoomBar() {
    const bar = el('div', 'bar zoom-bar');
    const level = el('span', 'meta num');
    const canvas = this.modeler.get('canvas');
    const update = () => { level.textContent = `${Math.round(canvas.zoom() * 100)} %`; };
    const button = (name: string, label: string, act: () => void) => {
      const it = el('button', 'btn ic sm');
      it.type = 'button';
      it.setAttribute('aria-label', label);
      it.title = label;
      it.append(icon(name));
      it.addEventListener('click', act);
      return it;
    };
    bar.append(
      button('minus', this.texts.zoomOut, () => this.modeler.get('zoomScroll').stepZoom(-1)), level,
      button('plus', this.texts.zoomIn, () => this.modeler.get('zoomScroll').stepZoom(1)),
      button('fit', this.texts.fit, () => this.fit()));
    this.modeler.on('canvas.viewbox.changed', update);
    update();
    return bar;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.lintTimer);
  }
}

customElements.define('tf-bpmn-editor', BpmnEditor);
