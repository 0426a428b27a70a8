// Two tasks of one action that share an effect key count as one effect: whichever comes second is taken to be done already.
import type { Finding } from './linter';

export const SHARED_KEY = 'shared-effect-key';
const INPUT = 'effectKey';
const NAMED = /"\/[^"/]+\//;
const PLAIN = /^([^/\s]+)\/[^/\s]+\/(\d+)$/;

export function sharedEffectKeys(definitions: any): Finding[] {
  return (definitions.rootElements ?? [])
    .filter((it: any) => it.$type === 'bpmn:Process')
    .flatMap((process: any) => groups(process))
    .flatMap(findings);
}

/** Tasks of one process that have job type and key in common. */
function groups(process: any): any[][] {
  const found = new Map<string, any[]>();
  for (const task of elements(process)) {
    const type = extension(task, 'zeebe:TaskDefinition')?.type;
    const key = effectKey(task)?.source?.trim();
    if (type && key && isFixed(key)) found.set(`${type} ${key}`, [...(found.get(`${type} ${key}`) ?? []), task]);
  }
  return [...found.values()].filter((tasks) => tasks.length > 1);
}

/** A name alone may stand for another key each time. */
const isFixed = (key: string) => !key.startsWith('=') || key.includes('"');

function findings(tasks: any[]): Finding[] {
  const names = tasks.map((it) => `"${it.name || it.id}"`).join(', ');
  return tasks
    .filter((it) => !effectKey(it).source.includes(`"/${it.id}/`))
    .map((it) => ({
      elementId: it.id,
      rule: SHARED_KEY,
      severity: 'warning' as const,
      message: `${names} have the same effect key and count as one effect: whichever comes second does nothing.`,
      entryIds: [],
    }));
}

/** The key with the task's own id in its middle; nothing where it is not made of business id, step and attempt. */
export function ownKey(source: string, id: string): string | undefined {
  const key = source.trim();
  if (key.startsWith('=')) return NAMED.test(key) ? key.replace(NAMED, `"/${id}/`) : undefined;
  return PLAIN.test(key) ? key.replace(PLAIN, `$1/${id}/$2`) : undefined;
}

/** The input that names a task's effect. */
export const effectKey = (task: any) =>
  extension(task, 'zeebe:IoMapping')?.inputParameters?.find((it: any) => it.target === INPUT);

const extension = (task: any, type: string) => task.extensionElements?.values?.find((it: any) => it.$type === type);

function elements(scope: any): any[] {
  return (scope.flowElements ?? []).flatMap((it: any) => [it, ...elements(it)]);
}
