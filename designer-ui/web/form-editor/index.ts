import { Form, FormEditor } from '@bpmn-io/form-js';
import '@bpmn-io/form-js/dist/assets/form-js.css';
import '@bpmn-io/form-js/dist/assets/form-js-editor.css';
import '@bpmn-io/form-js/dist/assets/properties-panel.css';
import { el, ModelEditor } from '../editor-kit/model-editor';
import { stylesheet } from '../editor-kit/stylesheet';
import { type Answer, FormData, type Sample } from './form-data';

/** Edits a form that a person fills in at a step, and shows it as that person will see it. */
class FormDesigner extends ModelEditor {
  private editor?: any;
  private form?: any;
  private texts: Record<string, string> = {};
  private data?: FormData;
  private readonly tabs = el('div', 'tabs dmn-tabs');
  private readonly stage = el('div', 'form-stage');
  private readonly trial = el('div', 'form-trial');
  private readonly sheet = el('div', 'form-sheet');
  private readonly answers = el('pre', 'mono');

  configure(setup: { texts: Record<string, string>; samples?: Sample[] }) {
    this.texts = setup.texts;
    this.data?.stop();
    this.data = new FormData(this.texts, setup.samples ?? [], (question) => this.tell('tf-try', question), (data) => void this.fillIn(data));
  }

  /** What the chosen sample's step had before it. */
  tried(answer: Answer) { this.data?.answered(answer); }

  protected async open(source: string) {
    await stylesheet('form-editor');
    this.editor?.destroy();
    this.form?.destroy();
    this.classList.add('form-des');
    this.layOut();
    this.stage.replaceChildren();
    this.replaceChildren(this.tabs, this.stage, this.trial);
    this.editor = new FormEditor({ container: this.stage });
    await this.editor.importSchema(JSON.parse(source));
    this.editor.on('changed', () => this.changed());
    await this.show(false);
  }

  protected async write(): Promise<string> {
    return `${JSON.stringify(this.editor.saveSchema(), null, 2)}\n`;
  }

  select(id: string) {
    const field = this.editor.get('formFieldRegistry').get(id);
    if (field) void this.show(false).then(() => this.editor.get('selection').set(field));
  }

  problems() { /* a form that is kept can be used */ }
  comments() { /* a form's fields have no place for marks */ }
  undo() { this.editor?.get('commandStack').undo(); }
  redo() { this.editor?.get('commandStack').redo(); }

  private async show(trial: boolean) {
    this.stage.hidden = trial;
    this.trial.hidden = !trial;
    this.form?.destroy();
    this.form = undefined;
    this.tabs.replaceChildren(this.tab(this.texts.formEdit, false, trial), this.tab(this.texts.formTry, true, trial));
    if (trial) await this.fillIn(this.data?.data() ?? {});
  }

  private tab(text: string, trial: boolean, now: boolean) {
    const tab = el('button', '', text);
    tab.type = 'button';
    tab.setAttribute('aria-pressed', String(trial === now));
    tab.addEventListener('click', () => {
      void this.show(trial).then(() => this.tabs.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus());
    });
    return tab;
  }

  /** The form as it is drawn now, with what its step has before it, and the answers that it would get. */
  private async fillIn(data: object) {
    if (this.trial.hidden) return;
    this.form?.destroy();
    this.sheet.replaceChildren();
    const form: any = new Form({ container: this.sheet });
    this.form = form;
    await form.importSchema(this.editor.saveSchema(), data);
    const tell = () => { this.answers.textContent = JSON.stringify(form._getSubmitData(), null, 2); };
    form.on('changed', tell);
    tell();
  }

  /** The sheet to fill in, and beside it where its data comes from and what becomes of it. */
  private layOut() {
    this.answers.tabIndex = 0;
    this.answers.setAttribute('aria-label', this.texts.formAnswers!);
    const given = el('section', 'form-answers');
    given.append(el('h2', '', this.texts.formAnswers), this.answers);
    const beside = el('div', 'form-beside');
    beside.append(...(this.data ? [this.data.element] : []), given);
    this.trial.replaceChildren(this.sheet, beside);
  }
}

customElements.define('tf-form-editor', FormDesigner);
