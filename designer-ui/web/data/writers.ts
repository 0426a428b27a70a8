// What variables each step leaves behind, as far as the model and the contract say.
import { makes } from './feel';
import { ALWAYS, type Known } from './known';
import { eventDefinition, extension, inputs, is, literal, messageOf, outputs } from './moddle';
import { along, either, shapeOf, UNKNOWN, type Shape } from './shape';

export type Variables = Record<string, Shape>;

export interface Writing {
  /** What others can read afterwards. */
  writes: Variables;
  /** What only it and what is inside it can read. */
  locals: Variables;
  /** What its own output mappings can read besides. */
  result: Variables;
  /** Whether it may bring anything at all. */
  open: boolean;
  /** Whether its own output mappings may read anything at all. */
  resultOpen: boolean;
}

interface Brought { variables: Variables; open: boolean }

const nothing = (): Brought => ({ variables: {}, open: false });
const anything = (): Brought => ({ variables: {}, open: true });

export function writing(node: any, known: Known): Writing {
  const brought = whatComes(node, known);
  const given = inputs(node);
  const kept = outputs(node);
  const locals: Variables = {};
  given.forEach((mapping: any) => { if (mapping.target) add(locals, mapping.target, makes(mapping.source ?? '', () => undefined)); });
  loopVariables(node).forEach((name) => add(locals, name, UNKNOWN));
  const own: Variables = { ...locals };
  Object.entries(brought.variables).forEach(([name, shape]) => add(own, name, shape));
  const writes: Variables = {};
  if (kept.length) {
    const of = ([root, ...rest]: string[]) => rest.reduce<Shape | undefined>((at, name) => at?.entries?.[name], own[root]);
    kept.forEach((mapping: any) => { if (mapping.target) add(writes, mapping.target, makes(mapping.source ?? '', of)); });
  } else {
    Object.entries(brought.variables).forEach(([name, shape]) => add(writes, name, shape));
  }
  collected(node).forEach((name) => add(writes, name, UNKNOWN));
  return { writes, locals, result: own, open: brought.open && !kept.length, resultOpen: brought.open };
}

export function add(all: Variables, path: string, shape: Shape) {
  const [root, value] = along(path, shape);
  all[root] = all[root] ? either(all[root], value) : value;
}

/** What comes with its event, its answer or its result. */
export function whatComes(node: any, known: Known): Brought {
  const task = extension(node, 'TaskDefinition');
  if (task) {
    const job = known.jobs[literal(task.type)];
    if (!job) return anything();
    const chosen = extension(node, 'TaskHeaders')?.values?.find((header: any) => header.key === 'resultExpression')?.value;
    if (!chosen) return { variables: unknown(job.gives), open: false };
    // the worker keeps what this expression makes of the answer
    const kept = makes(chosen, () => undefined);
    return kept.entries ? { variables: kept.entries, open: false } : anything();
  }
  if (is(node, 'BusinessRuleTask') || is(node, 'ScriptTask')) {
    const result = extension(node, 'CalledDecision')?.resultVariable ?? extension(node, 'Script')?.resultVariable;
    return result ? { variables: unknown([result]), open: false } : nothing();
  }
  if (is(node, 'UserTask')) {
    const fields = known.forms[literal(extension(node, 'FormDefinition')?.formId)];
    return fields ? fromFields(fields) : anything();
  }
  if (is(node, 'CallActivity')) return extension(node, 'CalledElement')?.propagateAllChildVariables === false ? nothing() : anything();
  return is(node, 'CatchEvent') || is(node, 'ReceiveTask') ? event(node, known) : nothing();
}

function event(node: any, known: Known): Brought {
  const message = messageOf(node);
  if (message || eventDefinition(node, 'Message')) {
    const trigger = known.messages[literal(message?.name)];
    if (!trigger) return anything();
    const brings = shapeOf(trigger.brings).entries ?? {};
    return { variables: is(node, 'StartEvent') ? { ...unknown(ALWAYS), ...brings } : brings, open: false };
  }
  if (eventDefinition(node, 'Timer') || eventDefinition(node, 'Compensate') || eventDefinition(node, 'Link') || eventDefinition(node, 'Escalation')) return nothing();
  const error = eventDefinition(node, 'Error');
  if (error) return known.errors.includes(literal(error.errorRef?.errorCode)) ? nothing() : anything();
  // without an event it begins when somebody starts the process with whatever they like; inside a scope nothing comes with it
  return eventDefinition(node, 'Signal') || (is(node, 'StartEvent') && is(node.$parent, 'Process')) ? anything() : nothing();
}

function fromFields(fields: string[]): Brought {
  const variables: Variables = {};
  fields.forEach((field) => add(variables, field, UNKNOWN));
  return { variables, open: false };
}

const unknown = (names: string[]): Variables => Object.fromEntries(names.map((name) => [name, UNKNOWN]));

const loop = (node: any) => node.loopCharacteristics && extension(node.loopCharacteristics, 'LoopCharacteristics');
const loopVariables = (node: any): string[] => node.loopCharacteristics ? ['loopCounter', loop(node)?.inputElement].filter(Boolean) : [];
const collected = (node: any): string[] => [loop(node)?.outputCollection].filter(Boolean);
