// The small bar on the canvas: zoom, and what helps to find one's way.
import { el, icon } from '../editor-kit/model-editor';

type Texts = Record<string, string>;

function button(name: string, label: string, act: (it: HTMLButtonElement) => void) {
  const it = el('button', 'btn ic sm');
  it.type = 'button';
  it.setAttribute('aria-label', label);
  it.title = label;
  it.append(icon(name));
  it.addEventListener('click', () => act(it));
  return it;
}

export class Tools {
  readonly element = el('div', 'bar zoom-bar');
  private readonly level = el('span', 'meta num');
  private readonly simulating: HTMLButtonElement;
  private surface: any;

  constructor(modeler: any, texts: Texts, fit: () => void, simulate: () => void) {
    this.element.append(
      button('minus', texts.zoomOut, () => this.surface.get('zoomScroll').stepZoom(-1)), this.level,
      button('plus', texts.zoomIn, () => this.surface.get('zoomScroll').stepZoom(1)),
      button('fit', texts.fit, fit));
    this.simulating = button('play', texts.simulate, simulate);
    this.element.append(...this.forDrawing(modeler, texts), this.simulating);
    this.show(modeler, false);
  }

  /** What the zoom is about now: the drawing, or the copy that tokens run over. */
  show(surface: any, simulating: boolean) {
    const update = () => {
      if (this.surface === surface) this.level.textContent = `${Math.round(surface.get('canvas').zoom() * 100)} %`;
    };
    if (this.surface !== surface) surface.on('canvas.viewbox.changed', update);
    this.surface = surface;
    this.simulating.setAttribute('aria-pressed', String(simulating));
    this.element.classList.toggle('simulates', simulating);
    update();
  }

  focus() { this.simulating.focus(); }

  private forDrawing(modeler: any, texts: Texts): HTMLElement[] {
    const found = [];
    const search = modeler.get('searchPad', false);
    if (search) found.push(button('search', texts.find, () => search.toggle()));
    const minimap = modeler.get('minimap', false);
    if (minimap) found.push(pressed('map', texts.minimap, (on) => (on ? minimap.open() : minimap.close()), false));
    const grid = modeler.get('gridSnapping', false) && modeler.get('grid', false);
    if (grid) found.push(pressed('grid', texts.grid, (on) => { grid.toggle(on); modeler.get('gridSnapping').setActive(on); }, true));
    found.forEach((it) => it.classList.add('for-drawing'));
    return found;
  }
}

function pressed(name: string, label: string, set: (on: boolean) => void, from: boolean) {
  let on = from;
  const it = button(name, label, () => {
    on = !on;
    set(on);
    it.setAttribute('aria-pressed', String(on));
  });
  it.setAttribute('aria-pressed', String(on));
  return it;
}
