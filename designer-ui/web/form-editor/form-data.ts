// What the form is shown with: what a step had before it in a scenario or a real instance, or what somebody types.
import { el } from '../editor-kit/model-editor';

export interface Sample { id: string; label: string; group: string }
export interface Answer { turn: number; value?: Record<string, unknown>; problem: string }

const PAUSE = 400;

export class FormData {
  readonly element = el('section', 'form-data');
  private readonly sample = el('select', 'inp');
  private readonly text = el('textarea', 'inp mono');
  private readonly said = el('p', 'meta');
  private turn = 0;
  private timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly texts: Record<string, string>, samples: Sample[], private readonly ask: (question: { sample: string; turn: number }) => void,
    private readonly show: (data: object) => void) {
    this.sample.setAttribute('aria-label', texts.formDataOf!);
    this.sample.append(new Option(`${texts.formDataOf}: ${texts.formNoData}`, ''), ...grouped(samples));
    this.sample.addEventListener('change', () => this.choose());
    this.text.rows = 10;
    this.text.spellcheck = false;
    this.text.value = '{}';
    this.text.setAttribute('aria-label', texts.formData!);
    this.text.addEventListener('input', () => this.typed());
    this.said.setAttribute('role', 'status');
    this.element.append(el('h2', '', texts.formData), this.sample, this.text, this.said);
  }

  answered(answer: Answer) {
    if (answer.turn !== this.turn) return;
    this.said.textContent = answer.problem;
    if (answer.problem) return;
    this.text.value = JSON.stringify(answer.value ?? {}, null, 2);
    this.use();
  }

  /** As it is written now; nothing where it is no object. */
  data(): object | undefined {
    try {
      const data = JSON.parse(this.text.value || '{}');
      return data && typeof data === 'object' && !Array.isArray(data) ? data : undefined;
    } catch {
      return undefined;
    }
  }

  stop() { clearTimeout(this.timer); }

  private choose() {
    this.stop();
    this.turn++;
    if (!this.sample.value) {
      this.said.textContent = '';
      this.text.value = '{}';
      this.use();
      return;
    }
    this.said.textContent = this.texts.formDataWaits!;
    this.ask({ sample: this.sample.value, turn: this.turn });
  }

  /** What is typed is nobody's sample, and no answer that is under way overwrites it. */
  private typed() {
    this.turn++;
    this.sample.value = '';
    this.stop();
    this.timer = setTimeout(() => this.use(), PAUSE);
  }

  private use() {
    const data = this.data();
    this.text.setAttribute('aria-invalid', String(!data));
    this.said.textContent = data ? '' : this.texts.formNoObject!;
    if (data) this.show(data);
  }
}

function grouped(samples: Sample[]): HTMLElement[] {
  return [...new Set(samples.map((it) => it.group))].map((name) => {
    const group = el('optgroup');
    group.label = name;
    group.append(...samples.filter((it) => it.group === name).map((it) => new Option(it.label, it.id)));
    return group;
  });
}
