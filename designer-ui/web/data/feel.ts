// Which variables a FEEL expression reads.
import { FeelAnalyzer } from '@bpmn-io/feel-analyzer';
import { camundaBuiltins, camundaReservedNameBuiltins } from '@camunda/feel-builtins';
import { UNKNOWN, type Shape } from './shape';

const analyzer = new FeelAnalyzer({
  dialect: 'expression', parserDialect: 'camunda', builtins: camundaBuiltins, reservedNameBuiltins: camundaReservedNameBuiltins,
});

interface Input { name: string; entries?: Input[] }

const MOST_KEPT = 2000;
const kept = new Map<string, string[][]>();

/** Paths that it needs to have a value; what it compares with null or asks whether it is there may be absent. */
export function reads(expression: string): string[][] {
  const known = kept.get(expression);
  if (known) return known;
  if (kept.size > MOST_KEPT) kept.clear();
  const found = analyse(expression.replace(/^=/, ''));
  kept.set(expression, found);
  return found;
}

/** Whether it can be read at all. */
export const parses = (expression: string) => analyzer.analyzeExpression(expression.replace(/^=/, '')).valid;

function analyse(text: string): string[][] {
  // inside a filter a name can mean an entry of the list's items as well as a variable
  if (/[\w)\]]\s*\[/.test(text)) return [];
  const { valid, inputs } = analyzer.analyzeExpression(text);
  return valid ? paths((inputs ?? []) as Input[]).filter((path) => !mayBeAbsent(text, path)) : [];
}

function paths(inputs: Input[]): string[][] {
  return inputs.flatMap((input) => input.entries?.length
    ? paths(input.entries).map((rest) => [input.name, ...rest])
    : [[input.name]]);
}

function mayBeAbsent(text: string, path: string[]): boolean {
  return /\bnull\b|is defined|get or else/.test(text) && path.some((_, i) => {
    const name = path.slice(0, i + 1).join('.').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(^|[^\\w.])${name}\\s*!?=\\s*null\\b|\\bnull\\s*!?=\\s*${name}\\b|(is defined|get or else)\\(\\s*${name}\\b`).test(text);
  });
}

/** What an expression makes: a context that it spells out, or what it names; else nobody knows. */
export function makes(expression: string, of: (path: string[]) => Shape | undefined): Shape {
  const text = (expression ?? '').replace(/^=/, '').trim();
  if (/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(text)) return of(text.split('.')) ?? UNKNOWN;
  const names = contextNames(text);
  return names?.length ? { entries: Object.fromEntries(names.map((name) => [name, UNKNOWN])) } : UNKNOWN;
}

/** The names of a context that is spelled out, and of nothing else. */
function contextNames(text: string): string[] | undefined {
  const tree: any = analyzer.parser.parse(text);
  let only = tree.topNode;
  while (only && only.name !== 'Context' && only.firstChild && !only.firstChild.nextSibling) only = only.firstChild;
  if (only?.name !== 'Context' || only.from > 0 || only.to < text.length) return undefined;
  return only.getChildren('ContextEntry').map((entry: any) => {
    const key = entry.getChild('Key') ?? entry.firstChild;
    return text.slice(key.from, key.to).replace(/^"|"$/g, '').trim();
  });
}
