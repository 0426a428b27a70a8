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

export function tools(modeler: any, texts: Texts, fit: () => void): HTMLElement {
  const bar = el('div', 'bar zoom-bar');
  const level = el('span', 'meta num');
  const canvas = modeler.get('canvas');
  const update = () => { level.textContent = `${Math.round(canvas.zoom() * 100)} %`; };
  bar.append(
    button('minus', texts.zoomOut, () => modeler.get('zoomScroll').stepZoom(-1)), level,
    button('plus', texts.zoomIn, () => modeler.get('zoomScroll').stepZoom(1)),
    button('fit', texts.fit, fit));
  const search = modeler.get('searchPad', false);
  if (search) bar.append(button('search', texts.find, () => search.toggle()));
  const minimap = modeler.get('minimap', false);
  if (minimap) bar.append(pressed('map', texts.minimap, (on) => (on ? minimap.open() : minimap.close()), false));
  const grid = modeler.get('gridSnapping', false) && modeler.get('grid', false);
  if (grid) bar.append(pressed('grid', texts.grid, (on) => { grid.toggle(on); modeler.get('gridSnapping').setActive(on); }, true));
  modeler.on('canvas.viewbox.changed', update);
  update();
  return bar;
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
