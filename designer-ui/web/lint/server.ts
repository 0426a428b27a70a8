// What the server runs in its JavaScript engine: XML in, JSON out.
import { BpmnModdle } from 'bpmn-moddle';
import modeler from 'modeler-moddle/resources/modeler.json';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { lint } from './linter';

/** Calls back with the findings as JSON; a model that cannot be read is a finding too. */
export function lintBpmn(xml: string, done: (json: string) => void, failed: (message: string) => void) {
  findings(xml).then((found) => done(JSON.stringify(found)), (error) => failed(String(error?.stack ?? error)));
}

async function findings(xml: string) {
  const moddle = new BpmnModdle({ modeler, zeebe });
  const read = await moddle.fromXML(xml).catch((error: Error) => ({ error }));
  if ('error' in read) {
    return [{ elementId: '', rule: 'readable', severity: 'error', message: (read as any).error.message, entryIds: [] }];
  }
  const unread = (read as any).warnings.map((warning: any) => ({
    elementId: warning.element?.id ?? '', rule: 'readable', severity: 'error', message: warning.message, entryIds: [],
  }));
  return unread.length ? unread : lint((read as any).rootElement);
}
