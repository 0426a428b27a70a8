// What was typed and not kept yet, in a place that the page names or in an open dialog. The window does not close over it without a
// question; whether another page may be opened, the server asks here.
declare global {
  interface Window { tillflowUnkept: Unkept }
}

interface Unkept {
  /** Whether something is typed that nothing has kept. */
  any(): boolean;
  /** What stands in the place now is kept. */
  kept(place: Element): void;
  /** A place may have become another one. */
  look(): void;
  /** Whoever was asked lets it go. */
  forget(): void;
}

type Field = HTMLElement & { value: string };

const FIELDS = ['text-area', 'text-field', 'email-field', 'number-field', 'integer-field', 'big-decimal-field']
  .map((name) => `vaadin-${name}`).join(', ');
/** A place whose change is known to the server and to nobody else. */
const CHANGED = '[data-unkept=changed]';
/** What was in a field when it was kept last. */
const kept = new Map<Field, string>();
let told = false;

/** Only what can be seen: a dialog that is closing still stands in the page. */
function counts(field: Field): boolean {
  const dialog = field.closest<HTMLElement & { opened?: boolean }>('vaadin-dialog');
  return dialog ? dialog.opened === true : field.closest('[data-unkept]') !== null;
}

function any(): boolean {
  for (const field of kept.keys()) if (!field.isConnected) kept.delete(field);
  return document.querySelector(CHANGED) !== null || [...kept].some(([field, value]) => field.value !== value && counts(field));
}

function look() {
  const now = any();
  if (now === told) return;
  told = now;
  document.querySelector('tf-unkept')?.dispatchEvent(new CustomEvent('tf-unkept', { detail: { any: now } }));
}

/** Before somebody types in it for the first time. */
function meet(event: Event) {
  const field = (event.target as Element | null)?.closest?.<Field>(FIELDS);
  if (field && !kept.has(field)) kept.set(field, field.value);
}

window.tillflowUnkept = {
  any() {
    look();
    return told;
  },
  kept(place) {
    const fields = [...place.querySelectorAll<Field>(FIELDS), ...(place.matches(FIELDS) ? [place as Field] : [])];
    fields.forEach((field) => kept.set(field, field.value));
    look();
  },
  look,
  forget() {
    document.querySelectorAll(CHANGED).forEach((place) => place.setAttribute('data-unkept', ''));
    kept.clear();
    told = false;
  },
};
document.addEventListener('focusin', meet, true);
document.addEventListener('beforeinput', meet, true);
// on its way up, the event has already been with the field that takes over what is typed
document.addEventListener('input', look);
window.addEventListener('beforeunload', (event) => {
  if (any()) event.preventDefault();
});

export {};
