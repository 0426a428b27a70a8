import { Form, FormEditor } from '@bpmn-io/form-js';
import '@bpmn-io/form-js/dist/assets/form-js.css';
import '@bpmn-io/form-js/dist/assets/form-js-editor.css';
import '@bpmn-io/form-js/dist/assets/properties-panel.css';
import { el, ModelEditor } from '../editor-kit/model-editor';
import { stylesheet } from '../editor-kit/stylesheet';

/** Edits a form that a person fills in at a step, and shows it as that person will see it. */
class FormDesigner extends ModelEditor {
  private editor?: any;
  private form?: any;
  private texts: Record<string, string> = {};
  private readonly tabs = el('div', 'tabs dmn-tabs');
  private readonly stage = el('div', 'form-stage');
  private readonly trial = el('div', 'form-trial');

  configure(setup: { texts: Record<string, string> }) { this.texts = setup.texts; }

  protected async open(source: string) {
    await stylesheet('form-editor');
    this.editor?.destroy();
    this.form?.destroy();
    this.classList.add('form-des');
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
    if (trial) await this.fillIn();
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

  /** The form as it is drawn now, with the answers that a step would get. */
  private async fillIn() {
    const sheet = el('div', 'form-sheet');
    const answers = el('pre', 'mono');
    answers.tabIndex = 0;
    answers.setAttribute('aria-label', this.texts.formAnswers);
    const given = el('section', 'form-answers');
    given.append(el('h2', '', this.texts.formAnswers), answers);
    this.trial.replaceChildren(sheet, given);
    const form: any = new Form({ container: sheet });
    this.form = form;
    await form.importSchema(this.editor.saveSchema(), {});
    const tell = () => { answers.textContent = JSON.stringify(form._getSubmitData(), null, 2); };
    form.on('changed', tell);
    tell();
  }
}

customElements.define('tf-form-editor', FormDesigner);
