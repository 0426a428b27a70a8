// What is drawn and the server has not got yet, kept in this browser: by person and model, with the version it began with.
export interface Kept {
  key: string;
  person: string;
  model: string;
  base: number;
  source: string;
  at: number;
}

const DATABASE = 'tillflow-designer';
const STORE = 'kept';
const LONGEST_MS = 30 * 24 * 3600 * 1000;

let opened: Promise<IDBDatabase> | undefined;

const answer = <T>(request: IDBRequest<T>) => new Promise<T>((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

function database(): Promise<IDBDatabase> {
  opened ??= (() => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
    return answer(request);
  })();
  return opened;
}

async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await database()).transaction(STORE, mode).objectStore(STORE);
}

/** Each editor has a key of its own, so two windows of one person do not write over each other. */
export const newKey = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

export async function keep(entry: Kept): Promise<void> {
  await answer((await store('readwrite')).put(entry));
}

export async function forget(key: string): Promise<void> {
  await answer((await store('readwrite')).delete(key));
}

/** What this person drew in another editor of this browser, now or before; nobody else's. */
export async function newest(person: string, model: string, own: string): Promise<Kept | undefined> {
  const all = await answer<Kept[]>((await store('readonly')).getAll());
  const old = all.filter((it) => it.at < Date.now() - LONGEST_MS);
  await Promise.all(old.map((it) => forget(it.key)));
  return pick(all.filter((it) => !old.includes(it)), person, model, own);
}

export function pick(all: Kept[], person: string, model: string, own: string): Kept | undefined {
  return all.filter((it) => it.person === person && it.model === model && it.key !== own).sort((a, b) => b.at - a.at)[0];
}

/** It was taken up or thrown away, and with it what is older of the same person and model. */
export async function settle(key: string): Promise<void> {
  const all = await answer<Kept[]>((await store('readonly')).getAll());
  const chosen = all.find((it) => it.key === key);
  const done = all.filter((it) => chosen && it.person === chosen.person && it.model === chosen.model && it.at <= chosen.at);
  await Promise.all(done.map((it) => forget(it.key)));
}
