// What people said, as a mark at the element they said it about.
import { el, icon } from '../editor-kit/model-editor';

export interface Comment { elementId: string; open: number; author: string; text: string }

const OVERLAY = 'tf-comment';

export function drawComments(modeler: any, said: Comment[], texts: Record<string, string>, go: (id: string) => void) {
  const overlays = modeler.get('overlays');
  const registry = modeler.get('elementRegistry');
  overlays.remove({ type: OVERLAY });
  said.filter((it) => registry.get(it.elementId)?.parent).forEach((it) => {
    const button = el('button', 'ov tf-said');
    button.type = 'button';
    button.append(icon('msg'), String(it.open));
    button.title = `${it.author}: ${it.text}`;
    button.setAttribute('aria-label', `${texts.comments.replace('{0}', String(it.open))}. ${it.author}: ${it.text}`);
    button.addEventListener('click', (event) => { event.stopPropagation(); go(it.elementId); });
    const shape = registry.get(it.elementId);
    const position = shape.waypoints ? { top: -12, left: 10 } : { top: -12, right: 14 };
    overlays.add(it.elementId, OVERLAY, { position, html: button });
  });
}
