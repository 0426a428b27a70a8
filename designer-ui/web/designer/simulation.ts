// Tokens that run over the drawing in the browser alone, without an engine and without data: where a way divides, whoever looks decides. They
// run over a copy, so nothing of them can get into the model.
import NavigatedViewer from 'camunda-bpmn-js/lib/camunda-cloud/NavigatedViewer';
import tokens from 'bpmn-js-token-simulation/lib/viewer';
import { el, icon } from '../editor-kit/model-editor';
import { nameOf } from './outline/items';

type Texts = Record<string, string>;

/** What the library calls its buttons, and what we call them. */
const TITLES: Record<string, string> = {
  'Trigger Event': 'simulateGo', 'Set Sequence Flow': 'simulateWay', 'Add pause point': 'simulateHold', 'Remove pause point': 'simulateRelease',
};
const SPEEDS = [1, 2, 0.5];
/** The library hides its buttons where the drawing is smaller than half its size. */
const BUTTONS_SEEN = 0.6;

export class Simulation {
  readonly element = el('section', 'simulation');
  readonly viewer: any;
  private readonly drawing = el('div', 'drawing');
  private readonly bar = el('div', 'bar simulation-bar');
  private readonly said = el('span', 'said meta');
  private readonly pause: HTMLButtonElement;
  private readonly names = new MutationObserver(() => this.name());

  constructor(private readonly texts: Texts, looks: object, end: () => void) {
    this.element.setAttribute('aria-label', texts.simulate);
    this.said.setAttribute('role', 'status');
    this.pause = this.button('pause', texts.simulatePause, () => this.viewer.get('pauseSimulation').toggle());
    this.bar.append(
      this.pause,
      this.button('run', texts.simulateAgain, () => this.viewer.get('resetSimulation').resetSimulation()),
      this.speed(), this.said);
    this.element.append(this.drawing, this.bar);
    this.drawing.addEventListener('focusin', ({ target }) => {
      const element = this.elementAt(target as HTMLElement);
      if (element) this.show(element);
    });
    this.element.addEventListener('keydown', (event) => { if (event.key === 'Escape') end(); });
    this.viewer = new NavigatedViewer({ ...looks, container: this.drawing, additionalModules: [tokens] });
  }

  /** Opens a copy of the drawing; tokens begin where somebody lets them. */
  async open(source: string) {
    await this.viewer.importXML(source);
    this.listen();
    this.viewer.get('toggleMode').toggleMode(true);
    this.names.observe(this.drawing, { childList: true, subtree: true, attributes: true, attributeFilter: ['title'] });
    this.name();
    this.rest(true);
  }

  /** As much of the drawing as leaves its buttons to see, with the keyboard at the first beginning. */
  look() {
    const canvas = this.viewer.get('canvas');
    if (canvas.zoom() < BUTTONS_SEEN) canvas.zoom(BUTTONS_SEEN);
    const begin = [...this.drawing.querySelectorAll<HTMLElement>('.bts-context-pad')].find((it) => it.matches(':not(.hidden, .show-hover)'));
    begin?.focus({ preventScroll: true });
  }

  close() {
    this.names.disconnect();
    this.viewer.destroy();
    this.element.remove();
  }

  private listen() {
    const say = (key: string, element: any) => { this.said.textContent = this.texts[key].replace('{0}', nameOf(element, this.texts)); };
    this.viewer.on('tokenSimulation.simulator.trace', ({ action, element }: any) => {
      if (action !== 'enter' || element.waypoints) return;
      say('simulateAt', element);
      this.show(element);
    });
    this.viewer.on('tokenSimulation.simulator.destroyScope', ({ scope }: any) => {
      if (!scope.parent && scope.completed) say('simulateEnded', scope.element);
    });
    this.viewer.on('tokenSimulation.resetSimulation', () => this.rest(true));
    this.viewer.on('tokenSimulation.playSimulation', () => this.rest(false));
    this.viewer.on('tokenSimulation.pauseSimulation', () => this.paused(true));
  }

  /** Nothing runs yet, or not any more. */
  private rest(rests: boolean) {
    this.pause.disabled = rests;
    this.paused(false);
    if (rests) this.said.textContent = this.texts.simulateHint;
  }

  private paused(paused: boolean) {
    const label = this.texts[paused ? 'simulateOn' : 'simulatePause'];
    this.pause.setAttribute('aria-label', label);
    this.pause.title = label;
    this.pause.replaceChildren(icon(paused ? 'play' : 'pause'));
  }

  private speed() {
    const select = el('select', 'inp');
    select.setAttribute('aria-label', this.texts.simulateSpeed);
    select.append(...SPEEDS.map((speed) => new Option(`${speed} ×`, String(speed))));
    select.addEventListener('change', () => this.viewer.get('animation').setAnimationSpeed(Number(select.value)));
    return select;
  }

  private button(name: string, label: string, act: () => void) {
    const button = el('button', 'btn ic sm');
    button.type = 'button';
    button.setAttribute('aria-label', label);
    button.title = label;
    button.append(icon(name));
    button.addEventListener('click', act);
    return button;
  }

  private show(element: any) {
    if (element.parent) this.viewer.get('canvas').scrollToElement(element, 120);
  }

  private elementAt(pad: HTMLElement) {
    const id = pad.closest<HTMLElement>('[data-container-id]')?.dataset.containerId;
    return id && this.viewer.get('elementRegistry').get(id);
  }

  /** Each of the library's buttons says what it does, and at which element, in the language of the page. */
  private name() {
    this.drawing.querySelectorAll<HTMLElement>('.bts-context-pad[title]').forEach((pad) => {
      const key = TITLES[pad.title];
      if (!key) return;
      const element = this.elementAt(pad);
      const label = [this.texts[key], element ? nameOf(element, this.texts) : ''].filter(Boolean).join(': ');
      pad.title = label;
      pad.setAttribute('aria-label', label);
    });
  }
}
