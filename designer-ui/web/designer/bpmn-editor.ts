import Modeler from 'camunda-bpmn-js/lib/camunda-cloud/Modeler';
import NavigatedViewer from 'camunda-bpmn-js/lib/camunda-cloud/NavigatedViewer';
import modelerModdle from 'modeler-moddle/resources/modeler.json';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import 'camunda-bpmn-js/dist/assets/color-picker.css';
import 'camunda-bpmn-js/dist/assets/element-template-chooser.css';
import 'camunda-bpmn-js/dist/assets/element-templates.css';
import { el, ModelEditor, type Problem } from '../editor-kit/model-editor';
import { Problems } from '../editor-kit/problems';
import { stylesheet } from '../editor-kit/stylesheet';
import { lint } from '../lint/linter';
import { palette, type Block } from './blocks';
import { type Known } from '../data/known';
import { contractVariables } from '../data/variables';
import { type Comment, drawComments } from './comments';
import { engineLimits } from './engine-limits';
import { Outline } from './outline/outline';
import { diagram } from './problem-marks';
import { remedy } from './remedies';
import { type Simulation } from './simulation';
import { templateNames } from './template-names';
import { Tools } from './tools';
import { type Answer, type Sample, Trial } from './trial';
import { speaking, type Words, wordsOf } from './words';
import { wordsOfExplanations } from './words/explanations';
import { findingWords } from './words/findings';

const WORD_STAYS = 8000;
const LINT_QUIET = 500;

const LOOKS = {
  moddleExtensions: { modeler: modelerModdle },
  bpmnRenderer: {
    defaultFillColor: 'var(--tf-diagram-fill)', defaultStrokeColor: 'var(--tf-diagram-ink)', defaultLabelColor: 'var(--tf-diagram-ink)',
  },
  textRenderer: { defaultStyle: { fontFamily: 'Inter, sans-serif', fontSize: 12 }, externalStyle: { fontSize: 11 } },
};

/** What Java hands over before a model is opened. */
interface Setup {
  texts: Record<string, string>;
  blocks?: Block[];
  known?: Known;
  templates?: { id: string; name: string }[];
  samples?: Sample[];
}

/** Draws a BPMN model. Java calls configure, load, source, select, problems, comments, tried, undo and redo. */
class BpmnEditor extends ModelEditor {
  private modeler?: any;
  private setup: Setup = { texts: {} };
  private problemList?: Problems;
  private outline?: Outline;
  private trial?: Trial;
  private tools?: Tools;
  private simulation?: Simulation;
  private said: Comment[] = [];
  private lintTimer?: ReturnType<typeof setTimeout>;
  private readonly canvas = el('div', 'canvas grow');

  configure(setup: Setup) { this.setup = setup; }

  private get texts() { return this.setup.texts; }

  protected async open(source: string) {
    const [words, say] = await Promise.all([this.libraryWords(), findingWords(document.documentElement.lang), stylesheet('designer')]);
    this.endSimulation();
    this.modeler?.destroy();
    this.replaceChildren();
    this.classList.add('des');
    this.classList.toggle('readonly', this.readonlyMode);
    const stage = el('div', 'stage');
    const drawing = el('div', 'drawing');
    stage.append(drawing);
    const properties = el('aside', 'pane properties');
    properties.setAttribute('aria-label', this.texts.properties);
    const fields = el('div', 'fields');
    fields.addEventListener('keydown', (event) => { if (event.key === 'F6') this.refreshWords(true); });
    properties.append(fields);
    this.modeler = this.create(drawing, fields, words);
    const middle = el('div', 'mid');
    this.problemList = new Problems(diagram(this.modeler, this.texts), this.texts,
      (problem) => this.select(problem.elementId, problem.entryIds?.[0]), say, (problem) => (this.readonlyMode ? undefined : remedy(this.modeler, this.texts, problem)));
    middle.append(this.canvas, this.problemList.element);
    this.outline = this.words(fields);
    this.canvas.replaceChildren(stage, this.outline.element, this.outline.voice);
    if (this.readonlyMode) this.append(middle);
    else {
      this.modeler.get('elementTemplatesLoader').setTemplates(this.setup.templates ?? []);
      this.trial = new Trial(this.modeler, this.texts, this.setup.samples ?? [], fields, (question) => this.tell('tf-try', question));
      properties.append(this.trial.element);
      this.append(palette(this.modeler, this.setup.blocks ?? [], this.texts, (block) => this.addByKeyboard(block)), middle, properties);
    }
    await this.modeler.importXML(source);
    this.tools = new Tools(this.modeler, this.texts, () => this.fit(), () => void this.simulate());
    this.canvas.append(this.tools.element, this.viewSwitch());
    this.fit();
    this.modeler.on('commandStack.changed', () => { this.endSimulation(); this.changed(); this.judgeSoon(); this.tellHistory(); this.refreshWords(); });
    this.modeler.on('selection.changed', (event: any) => this.tellSelected(event.newSelection));
    this.drawSaid();
    void this.judge();
  }

  private words(fields: HTMLElement) {
    return new Outline({
      modeler: this.modeler, texts: this.texts, blocks: this.setup.blocks ?? [], readonly: this.readonlyMode,
      problems: () => this.problemList?.all() ?? [],
      configure: () => firstField(fields)?.focus(),
    });
  }

  /** In the tree a block goes behind the current element; on the drawing behind the selected one. */
  private addByKeyboard(block: Block): boolean {
    const [selected] = this.modeler.get('selection').get();
    if (!this.canvas.classList.contains('worded') && !selected) return false;
    if (selected) this.outline?.select(selected.labelTarget?.id ?? selected.id);
    this.outline?.add(block);
    return true;
  }

  private refreshWords(focus = false) {
    if (this.canvas.classList.contains('worded')) this.outline?.show(focus);
  }

  private tellSelected(selection: any[]) {
    const [only] = selection.length === 1 ? selection : [];
    const id = only?.labelTarget?.id ?? only?.id ?? '';
    if (this.canvas.classList.contains('worded')) this.outline?.select(id);
    this.tell('tf-selected', { id });
  }

  private create(container: HTMLElement, properties: HTMLElement, words: Words) {
    const options: any = { container, ...LOOKS };
    return this.readonlyMode
      ? new NavigatedViewer({ ...options, additionalModules: [speaking(words)] })
      : new Modeler({
        ...options, propertiesPanel: { parent: properties }, exporter: { name: 'Tillflow Studio', version: '1' },
        known: this.setup.known, additionalModules: [contractVariables, templateNames, engineLimits, speaking(words)],
      });
  }

  /** The library's words in the page's language; our templates are called as the palette calls them. */
  private async libraryWords(): Promise<Words> {
    const called = new Map((this.setup.blocks ?? []).filter((it) => it.kind === 'template').map((it) => [it.value, it.label]));
    const templates = (this.setup.templates ?? []).map(({ id, name }) => [name, called.get(id) ?? name]);
    const language = document.documentElement.lang;
    const explanations = await wordsOfExplanations(language, this.setup.templates ?? []);
    return { ...explanations, ...await wordsOf(language), ...Object.fromEntries(templates) };
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
      new ResizeObserver(() => {
        if (!this.canvas.clientWidth || !this.canvas.clientHeight) return;
        canvas.resized();
        this.fit();
      }).observe(this);
    });
  }

  /** What the server found, which may have been quicker than the browser that draws. */
  problems(found: Problem[]) { void this.ready().then(() => { this.problemList?.setServer(found); this.refreshWords(); }); }
  tried(answer: Answer) { this.trial?.show(answer); }

  /** What people said about which element, drawn where they said it. */
  comments(said: Comment[]) {
    this.said = said;
    if (this.modeler) this.drawSaid();
  }

  private drawSaid() {
    drawComments(this.modeler, this.said, this.texts, (id) => this.tell('tf-comments', { id }));
  }

  undo() { this.modeler?.get('commandStack').undo(); }
  redo() { this.modeler?.get('commandStack').redo(); }

  private judgeSoon() {
    clearTimeout(this.lintTimer);
    this.lintTimer = setTimeout(() => void this.judge(), LINT_QUIET);
  }

  private async judge() {
    const found = await lint(this.modeler.getDefinitions(), this.setup.known);
    this.problemList?.setLocal(found);
    this.refreshWords();
    this.tell('tf-judged', { errors: found.filter((it) => it.severity === 'error').length });
  }

  private tellHistory() {
    const stack = this.modeler.get('commandStack');
    this.tell('tf-history', { undo: stack.canUndo(), redo: stack.canRedo() });
  }

  /** Lets tokens run over a copy of what is drawn now, until somebody draws on or has seen enough. */
  private async simulate() {
    if (this.simulation) {
      this.endSimulation();
      this.tools?.focus();
      return;
    }
    const [source, { Simulation }] = await Promise.all([this.write(), import('./simulation')]);
    if (this.simulation) return;
    const simulation = new Simulation(this.texts, LOOKS, () => void this.simulate());
    this.simulation = simulation;
    this.canvas.append(simulation.element);
    try {
      await simulation.open(source);
    } catch (error) {
      if (this.simulation === simulation) this.unsimulated(error);
      return;
    }
    if (this.simulation !== simulation) return;
    this.tools?.show(simulation.viewer, true);
    this.fit();
    simulation.look();
  }

  /** What cannot be simulated can be drawn all the same. */
  private unsimulated(error: unknown) {
    console.warn('no tokens run over this drawing', error);
    this.endSimulation();
    const word = el('p', 'bar simulation-bar', this.texts.simulateNot);
    word.setAttribute('role', 'alert');
    this.canvas.append(word);
    setTimeout(() => word.remove(), WORD_STAYS);
  }

  private endSimulation() {
    this.simulation?.close();
    this.simulation = undefined;
    this.tools?.show(this.modeler, false);
  }

  private fit() {
    const canvas = (this.simulation?.viewer ?? this.modeler).get('canvas');
    canvas.zoom('fit-viewport', 'auto');
    if (canvas.zoom() > 1) canvas.zoom(1, 'auto');
  }

  private show(what: 'diagram' | 'outline') {
    this.canvas.classList.toggle('worded', what === 'outline');
    if (what === 'outline') this.outline?.show(true);
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

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.lintTimer);
    this.trial?.stop();
    this.simulation?.close();
    this.simulation = undefined;
  }
}

const firstField = (fields: HTMLElement) => [...fields.querySelectorAll<HTMLElement>('input, textarea, select, [contenteditable="true"], button')]
  .find((field) => field.offsetParent !== null);

customElements.define('tf-bpmn-editor', BpmnEditor);
