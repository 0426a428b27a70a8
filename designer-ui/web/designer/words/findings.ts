// What the lint finds, in the language of the page: its sentences are English wherever they are made, in shared rules, in ours and on the server.
import type german from '../../../src/main/resources/io/tillflow/studio/lint/findings.de.json';

// a word of the properties panel, as the shared rules write one; what a person named stands in quotes
const NAME = /(?<!")<([^<>"]+)>(?!")/g;

type Sentences = Pick<typeof german, 'names'> & { says: string[][] };

/** Says a finding's sentence; one that nobody translated, and other languages, stay English. */
export async function findingWords(language: string): Promise<(sentence: string) => string> {
  if (!/^de\b/.test(language)) return englishOf;
  const { default: table } = await import('../../../src/main/resources/io/tillflow/studio/lint/findings.de.json');
  return speakingOf(table);
}

function speakingOf({ names, says }: Sentences) {
  const known: Record<string, string> = names;
  const patterns = says.map(([english, words]) => ({ pattern: patternOf(english!), words: words! }));
  return (sentence: string) => {
    const named = sentence.replace(/\b[Aa]n? (?=<)/g, '').replace(NAME, (_, name) => `„${known[name] ?? name}“`);
    for (const { pattern, words } of patterns) {
      const found = pattern.exec(named);
      if (found) return words.replace(/{(\d)}/g, (_, at) => found[Number(at)]!);
    }
    return englishOf(sentence);
  };
}

const englishOf = (sentence: string) => sentence.replace(NAME, '“$1”');

const patternOf = (english: string) =>
  new RegExp(`^${english.split('{}').map((it) => it.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.+?)')}$`, 's');
