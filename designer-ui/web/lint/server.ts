// What the server runs in its JavaScript engine: XML in, JSON out.
import { moddle, reopenBpmn, reopenDmn } from '../source/reopen';
import { type Known } from '../data/known';
import { picture } from '../picture/picture';
import { lint } from './linter';

type Answer = (json: string) => void;

/** Calls back with the findings as JSON; a model that cannot be read is a finding too. */
export const lintBpmn = (xml: string, known: string, done: Answer, failed: Answer) => answer(findings(xml, JSON.parse(known)), done, failed);

/** What the editor would write for a file that was opened and saved; a BPMN file without a picture gets one. */
export const drawBpmn = (xml: string, done: Answer, failed: Answer) => answer(reopenBpmn(xml, true), done, failed);
export const openBpmn = (xml: string, done: Answer, failed: Answer) => answer(reopenBpmn(xml, false), done, failed);
export const openDmn = (xml: string, done: Answer, failed: Answer) => answer(reopenDmn(xml), done, failed);

/** The file's diagram as SVG. */
export const pictureBpmn = (xml: string, done: Answer, failed: Answer) => answer(picture(xml), done, failed);

function answer(promise: Promise<unknown>, done: Answer, failed: Answer) {
  promise.then((value) => done(JSON.stringify(value)), (error) => failed(String(error?.message ?? error)));
}

async function findings(xml: string, known: Known) {
  const read = await moddle().fromXML(xml).catch((error: Error) => ({ error }));
  if ('error' in read) {
    return [{ elementId: '', rule: 'readable', severity: 'error', message: (read as any).error.message, entryIds: [] }];
  }
  const unread = (read as any).warnings.map((warning: any) => inForm(xml, warning.message) ? {
    elementId: '', rule: 'readable', severity: 'warning', message: 'A form in this file holds markup: only its text is read.', entryIds: [],
  } : {
    elementId: warning.element?.id ?? '', rule: 'readable', severity: ignored(warning) ? 'warning' : 'error', message: warning.message, entryIds: [],
  });
  return unread.some((it: any) => it.severity === 'error') ? unread : [...unread, ...await lint((read as any).rootElement, known)];
}

/** The engine follows sequence flows and what events are attached to; other references may lead nowhere. */
const ignored = ({ element, property, message }: any) => String(message).startsWith('unresolved reference')
  && !(element?.$type === 'bpmn:SequenceFlow' && /(source|target)Ref$/.test(property)) && !/attachedToRef$/.test(property);


/** The engine takes a form as it is written, whatever markup is in it. */
function inForm(xml: string, message: string): boolean {
  const place = /^unparsable content .* detected\s+line: (\d+)\s+column: (\d+)/s.exec(message);
  if (!place) return false;
  const lines = xml.split('\n');
  const before = [...lines.slice(0, Number(place[1])), lines[Number(place[1])]?.slice(0, Number(place[2])) ?? ''].join('\n');
  return before.search(/<(?:[\w-]+:)?userTaskForm\b[^>]*>(?![\s\S]*<\/(?:[\w-]+:)?userTaskForm>)/) >= 0;
}
