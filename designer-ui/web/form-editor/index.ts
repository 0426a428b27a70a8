import { FormEditor } from '@bpmn-io/form-js';
import '@bpmn-io/form-js/dist/assets/form-js.css';
import '@bpmn-io/form-js/dist/assets/form-js-editor.css';
import '@bpmn-io/form-js/dist/assets/properties-panel.css';
import { ModelEditor } from '../editor-kit/model-editor';
import { stylesheet } from '../editor-kit/stylesheet';

/** Edits a form that a person fills in at a step. */
class FormDesigner extends ModelEditor {
  private editor?: any;

  configure() { /* the form editor has no words of ours */ }

  protected async open(source: string) {
    await stylesheet('form-editor');
    this.editor?.destroy();
    this.replaceChildren();
    this.classList.add('form-des');
    this.editor = new FormEditor({ container: this });
    await this.editor.importSchema(JSON.parse(source));
    this.editor.on('changed', () => this.changed());
  }

  protected async write(): Promise<string> {
    return `${JSON.stringify(this.editor.saveSchema(), null, 2)}\n`;
  }

  select(id: string) {
    const field = this.editor.get('formFieldRegistry').get(id);
    if (field) this.editor.get('selection').set(field);
  }

  problems() { /* a form that is kept can be used */ }
  comments() { /* a form's fields have no place for marks */ }
  undo() { this.editor?.get('commandStack').undo(); }
  redo() { this.editor?.get('commandStack').redo(); }
}

customElements.define('tf-form-editor', FormDesigner);
