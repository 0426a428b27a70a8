// What several commands of the modeler have in common that a person takes for one: they are undone with one step.
const TOGETHER = 'tf.together';
const ready = new WeakSet<object>();

/** Does the work as one step to undo, and answers what it answers. */
export function together(modeler: any, work: () => any): any {
  const stack = modeler.get('commandStack');
  if (!ready.has(stack)) {
    stack.register(TOGETHER, { preExecute: (context: any) => { context.done = context.work(); }, execute: () => [], revert: () => [] });
    ready.add(stack);
  }
  const context: any = { work };
  stack.execute(TOGETHER, context);
  return context.done;
}

/** Moves what lies to the right of here further to the right, except for what stays. */
export function makeRoom(modeler: any, start: number, width: number, stays: any[] = []) {
  const tool = modeler.get('spaceTool');
  const elements = modeler.get('elementRegistry').filter((it: any) => it.parent && !stays.includes(it));
  const { movingShapes, resizingShapes } = tool.calculateAdjustments(elements, 'x', width, start);
  tool.makeSpace(movingShapes, resizingShapes, { x: width, y: 0 }, 'e', start);
}
