// The words of the editor's library in the language of the page; it is written in English.
export type Words = Record<string, string>;

/** What is known in this language; a language without a table reads English. */
export async function wordsOf(language: string): Promise<Words> {
  return /^de\b/.test(language) ? (await import('./german')).german : {};
}

/** The same of the library that edits decisions, where some words mean something else. */
export async function wordsOfTables(language: string): Promise<Words> {
  return /^de\b/.test(language) ? (await import('./tables.de.json')).default : {};
}

/** Says what is known of these words, and the rest as the library does. */
export function speaking(words: Words) {
  const translate = (template: string, values: Record<string, string> = {}) =>
    (words[template] ?? template).replace(/{([^}]+)}/g, (all, key) => values[key.trim()] ?? all);
  return { translate: ['value', translate] };
}
