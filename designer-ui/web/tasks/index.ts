// A deployed form, shown by form-js; it checks what is filled in and hands the values over.
import { Form } from '@bpmn-io/form-js';
import '@bpmn-io/form-js/dist/assets/form-js.css';
import './keys';
import { stylesheet } from '../editor-kit/stylesheet';

const PAUSE = 700;

class TaskForm extends HTMLElement {
  private form?: any;
  private sheetText = '';
  private locked = false;
  private shown = '';
  private told = '';
  private timer?: ReturnType<typeof setTimeout>;

  set sheet(value: string) { this.sheetText = value ?? ''; void this.render(); }
  get sheet() { return this.sheetText; }
  set readOnly(value: boolean) { this.locked = value; void this.render(); }
  get readOnly() { return this.locked; }

  connectedCallback() {
    void stylesheet('tasks');
    for (const name of ['readOnly', 'sheet'] as const) {
      if (Object.prototype.hasOwnProperty.call(this, name)) {
        const value = (this as any)[name];
        delete (this as any)[name];
        (this as any)[name] = value;
      }
    }
    void this.render();
  }

  disconnectedCallback() {
    this.flush();
    this.form?.destroy();
    this.form = undefined;
    this.shown = '';
  }

  /** Tells the server at once what is filled in, if it does not know yet. */
  flush() {
    clearTimeout(this.timer);
    if (!this.form || this.locked) return;
    const data = JSON.stringify(this.form._getSubmitData());
    if (data === this.told) return;
    this.told = data;
    this.dispatchEvent(new CustomEvent('tf-change', { detail: { data } }));
  }

  private changed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), PAUSE);
  }

  /** Checks the form; when nothing is wrong its values go to the server, else the first error gets the focus. */
  submit() {
    if (!this.form) return;
    clearTimeout(this.timer);
    const { data, errors } = this.form.submit();
    if (Object.keys(errors).length === 0) {
      // the end of it is no draft any more
      this.told = JSON.stringify(this.form._getSubmitData());
      this.dispatchEvent(new CustomEvent('tf-submit', { detail: { data: JSON.stringify(data) } }));
      return;
    }
    requestAnimationFrame(() => {
      const wrong = this.querySelector('.fjs-has-errors input, .fjs-has-errors textarea, .fjs-has-errors select') as HTMLElement | null;
      wrong?.focus();
    });
  }

  private async render() {
    const wanted = `${this.locked}${this.sheetText}`;
    if (!this.isConnected || !this.sheetText || this.shown === wanted) return;
    this.shown = wanted;
    const { schema, data } = JSON.parse(this.sheetText);
    clearTimeout(this.timer);
    this.form?.destroy();
    this.replaceChildren();
    const form: any = this.form = new Form({ container: this, properties: { readOnly: this.locked } } as any);
    await form.importSchema(schema, data);
    if (form !== this.form) return;
    this.told = JSON.stringify(form._getSubmitData());
    form.on('changed', () => this.changed());
    this.dataset.ready = 'true';
  }
}

customElements.define('tf-form', TaskForm);
