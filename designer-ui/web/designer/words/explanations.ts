// What our element templates explain at their fields, in the language of the page: sentence by sentence, as many templates share them.
import type { Words } from './index';

const ERRORS = /^Catch (.+) with an error boundary event\.$/;
const ANY_ERRORS = 'Catch {} with an error boundary event.';

/** The explanations in this language; one that has a sentence nobody translated stays as it is. */
export async function wordsOfExplanations(language: string, templates: any[]): Promise<Words> {
  if (!/^de\b/.test(language)) return {};
  const { default: known }: { default: Words } = await import('./explanations.de.json');
  const texts: string[] = templates.flatMap((it) => it.properties).map((it) => it.description).filter(Boolean);
  return Object.fromEntries(texts.map((text) => [text, said(text, known)]));
}

function said(text: string, known: Words): string {
  const sentences = text.split(/(?<=\.) (?=[A-Z0-9])/).map((it) => known[it] ?? known[it.replace(ERRORS, ANY_ERRORS)]?.replace('{}', ERRORS.exec(it)?.[1] ?? ''));
  return sentences.includes(undefined) ? text : sentences.join(' ');
}
