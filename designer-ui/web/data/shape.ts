// What is known of a value: which entries it has, or nothing at all.
export interface Shape {
  /** The entries it can have; undefined when nobody knows. */
  entries?: Record<string, Shape>;
  /** What kind of value an example has. */
  type?: string;
}

export const UNKNOWN: Shape = {};

const KINDS: Record<string, string> = { string: 'String', number: 'Number', boolean: 'Boolean' };

/** The shape of an example; what an example leaves empty or lists is not known further. */
export function shapeOf(example: unknown): Shape {
  if (example === null || Array.isArray(example)) return UNKNOWN;
  if (typeof example !== 'object') return { type: KINDS[typeof example] };
  return { entries: Object.fromEntries(Object.entries(example).map(([name, value]) => [name, shapeOf(value)])) };
}

/** What a value can have that comes from either; unknown wins. */
export function either(a: Shape, b: Shape): Shape {
  if (!a.entries || !b.entries) return UNKNOWN;
  const entries: Record<string, Shape> = { ...a.entries };
  for (const [name, shape] of Object.entries(b.entries)) entries[name] = entries[name] ? either(entries[name], shape) : shape;
  return { entries };
}

/** A path as the value it makes: "cancellation.reason" makes a context with one entry. */
export function along(path: string, shape: Shape): [string, Shape] {
  const [root, ...rest] = path.split('.');
  return [root, rest.reduceRight<Shape>((inner, name) => ({ entries: { [name]: inner } }), shape)];
}

/** The first part of a path that the shape cannot have, if there is one. */
export function missing(shape: Shape, path: string[]): number {
  let at: Shape | undefined = shape;
  for (let i = 0; i < path.length; i++) {
    if (!at?.entries || !Object.keys(at.entries).length) return -1;
    at = Object.hasOwn(at.entries, path[i]) ? at.entries[path[i]] : undefined;
    if (!at) return i;
  }
  return -1;
}
