// Where in a decision's table an element is, and how rules with a problem look.
import { type Problem } from '../editor-kit/model-editor';

/** The element in the decision: a rule has a row, counted from one; anything else of the table has none. */
export function placeOf(decision: any, id: string): { row?: number } | undefined {
  const logic = decision.decisionLogic;
  if (!logic) return undefined;
  const at = (logic.rule ?? []).findIndex((rule: any) => ids(rule).includes(id));
  if (at >= 0) return { row: at + 1 };
  return ids(logic).includes(id) ? {} : undefined;
}

/** The ids of an element and of everything in it. */
function ids(element: any): string[] {
  const inside = element.$descriptor?.properties ?? [];
  return [element.id, ...inside.flatMap((property: any) => {
    if (property.isReference || property.name.startsWith('$')) return [];
    const value = element.get(property.name);
    return (Array.isArray(value) ? value : [value]).filter((it) => it?.$descriptor).flatMap(ids);
  })].filter(Boolean);
}

/** The table draws its rows anew at every change, so they are marked by a style and not by classes. */
export function rowMarks(worst: Map<string, Problem>): string {
  return [...worst].map(([id, problem]) => {
    const tone = problem.severity === 'error' ? 'incident' : 'draft';
    const row = `.dmn-canvas td[data-row-id="${CSS.escape(id)}"]`;
    return `${row} { background: var(--tf-${tone}-bg) !important; } ${row}.rule-index { box-shadow: inset 3px 0 var(--tf-${tone}-solid); color: var(--tf-${tone}); }`;
  }).join('\n');
}
