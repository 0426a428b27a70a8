// Tells where a step reads data that neither the trigger nor any step before it brings.
import { reads } from './feel';
import { NOTHING_KNOWN, type Known } from './known';
import { flowNodes, is, literal, messageOf, scopesOf } from './moddle';
import { orderOf } from './order';
import { readings, type Reading } from './readers';
import { either, missing, type Shape } from './shape';
import { writing, type Variables, type Writing } from './writers';

export interface Need {
  elementId: string;
  path: string;
  message: string;
  entryIds: string[];
  /** Whether what begins the process is known to bring other data; whoever begins it otherwise may bring anything. */
  sure: boolean;
}

interface Readable { variables: Variables; open: boolean }

const MOST_NAMES = 12;

export function needs(definitions: any, known: Known = NOTHING_KNOWN): Need[] {
  return (definitions.rootElements ?? [])
    .filter((root: any) => is(root, 'Process') && root.isExecutable)
    .flatMap((process: any) => new Process(process, known).needs());
}

/** What can be read where in one process. */
export class Process {
  private readonly nodes: any[];
  private readonly writings: Map<any, Writing>;
  private readonly order;

  constructor(private readonly process: any, private readonly known: Known) {
    this.nodes = flowNodes(process);
    this.writings = new Map(this.nodes.map((node) => [node, writing(node, known)]));
    this.order = orderOf(process);
  }

  needs(): Need[] {
    const found = new Map<string, Need>();
    const scopes = new Map<string, Readable>();
    for (const reading of readings(this.process)) {
      const paths = reads(reading.expression);
      if (!paths.length) continue;
      const place = `${reading.node.id} ${reading.after}`;
      const scope = scopes.get(place) ?? this.readable(reading.node, reading.after);
      scopes.set(place, scope);
      if (scope.open) continue;
      for (const path of paths) {
        const need = this.need(reading, path, scope.variables);
        if (need) found.set(`${need.elementId} ${need.path}`, need);
      }
    }
    return [...found.values()];
  }

  /** What the expressions of a step can read; open when anything may be there. */
  readable(node: any, after: boolean): Readable {
    const variables: Variables = {};
    const join = (more: Variables) => Object.entries(more).forEach(([name, shape]) => {
      variables[name] = variables[name] ? either(variables[name], shape) : shape;
    });
    const earlier = this.nodes.filter((other) => other === node ? after || this.order.again(node) || node.loopCharacteristics : !this.order.before(node, other));
    earlier.forEach((other) => join(this.writings.get(other)!.writes));
    const around = scopesOf(node).map((scope) => this.writings.get(scope)!);
    around.forEach((scope) => Object.entries(scope.locals).forEach(([name, shape]) => { variables[name] = shape; }));
    const own = this.writings.get(node)!;
    join(own.locals);
    if (after) Object.entries(own.result).forEach(([name, shape]) => { variables[name] = shape; });
    return { variables, open: earlier.some((other) => this.writings.get(other)!.open) || (after && own.resultOpen) };
  }

  private need(reading: Reading, path: string[], variables: Variables): Need | undefined {
    const root: Shape | undefined = Object.hasOwn(variables, path[0]) ? variables[path[0]] : undefined;
    const at = root ? missing(root, path.slice(1)) + 1 : 0;
    if (root && at === 0) return undefined;
    const wanted = path.slice(0, at + 1).join('.');
    const triggers = this.triggers();
    const bringers = triggers.length
      ? `neither the trigger (${triggers.map((name) => `"${name}"`).join(', ')}) nor a step before`
      : 'no step before';
    const message = `needs "${wanted}", which ${bringers} brings${root ? has(path[0], root) : ''}.`;
    return { elementId: reading.elementId, path: wanted, message, entryIds: reading.entryId ? [reading.entryId] : [], sure: triggers.length > 0 };
  }

  /** The events of the shop that begin it, in their own words. */
  private triggers(): string[] {
    return this.nodes.filter((node) => is(node, 'StartEvent') && is(node.$parent, 'Process'))
      .map((node) => this.known.messages[literal(messageOf(node)?.name)]?.name).filter((it) => it !== undefined);
  }
}

const has = (name: string, shape: Shape) => {
  const names = Object.keys(shape.entries ?? {});
  return names.length ? `; "${name}" has ${names.slice(0, MOST_NAMES).join(', ')}${names.length > MOST_NAMES ? ' …' : ''}` : '';
};
