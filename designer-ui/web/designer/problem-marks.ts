// A process as the list of problems sees it: what an element is called, and a mark at each that has a problem.
import { el, icon, type Problem } from '../editor-kit/model-editor';
import { type Checked } from '../editor-kit/problems';
import { nameOf } from './outline/items';

const OVERLAY = 'tf-problem';

export function diagram(modeler: any, texts: Record<string, string>): Checked {
  return {
    nameOf: (id) => {
      const element = modeler.get('elementRegistry').get(id);
      return element ? nameOf(element, texts) : '';
    },
    mark: (worst) => {
      const overlays = modeler.get('overlays');
      overlays.remove({ type: OVERLAY });
      worst.forEach((problem, id) => {
        const shape = modeler.get('elementRegistry').get(id);
        if (!shape || !shape.parent || shape.waypoints) return;
        overlays.add(id, OVERLAY, { position: { top: -11, left: -11 }, html: sign(problem) });
      });
    },
  };
}

function sign(problem: Problem) {
  const mark = el('span', `ov solid tf-mark ${problem.severity === 'error' ? 'incident' : 'draft'}`);
  mark.title = problem.message;
  mark.append(icon(problem.severity === 'error' ? 'alert' : 'bulb'));
  return mark;
}
