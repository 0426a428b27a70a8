// A small dialog: type to find, arrows to choose, Enter to take; or just a text to write.
import { el } from '../../editor-kit/model-editor';

export interface Choice { id: string; label: string; group?: string }

/** Asks for one of the choices; undefined when nobody takes any. */
export function choose(host: HTMLElement, title: string, choices: Choice[], none: string): Promise<Choice | undefined> {
  const { dialog, input, closed } = dialogWith(host, title, '');
  const list = el('ul', 'choices');
  list.id = 'tf-choices';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', title);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-expanded', 'true');
  input.setAttribute('aria-controls', list.id);
  dialog.append(list);
  let found = choices;
  let at = 0;
  let taken: Choice | undefined;
  const take = (choice?: Choice) => { taken = choice; dialog.close(); };
  const show = () => {
    list.replaceChildren(...found.map((choice, i) => option(choice, i === at, found[i - 1]?.group, () => take(choice))));
    if (!found.length) list.append(el('li', 'meta', none));
    const current = list.querySelector<HTMLElement>('[aria-selected="true"]');
    input.setAttribute('aria-activedescendant', current?.id ?? '');
    current?.scrollIntoView({ block: 'nearest' });
  };
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase();
    found = choices.filter((choice) => `${choice.label} ${choice.group ?? ''}`.toLowerCase().includes(wanted));
    at = 0;
    show();
  });
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) { event.preventDefault(); at = (at + step + found.length) % found.length; show(); }
    if (event.key === 'Enter') { event.preventDefault(); if (found[at]) take(found[at]); }
  });
  show();
  return closed.then(() => taken);
}

/** Asks for a text; undefined when nobody takes it. */
export function write(host: HTMLElement, title: string, value: string): Promise<string | undefined> {
  const { dialog, input, closed } = dialogWith(host, title, value);
  let taken: string | undefined;
  input.select();
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') { event.preventDefault(); taken = input.value; dialog.close(); }
  });
  return closed.then(() => taken);
}

function dialogWith(host: HTMLElement, title: string, value: string) {
  const before = document.activeElement as HTMLElement | null;
  const dialog = el('dialog', 'chooser');
  dialog.setAttribute('aria-label', title);
  const label = el('label', '', title);
  const input = el('input', 'inp');
  input.value = value;
  input.autocomplete = 'off';
  label.append(input);
  dialog.append(label);
  // the editors listen to keys, too
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  host.append(dialog);
  const closed = new Promise<void>((resolve) => dialog.addEventListener('close', () => { dialog.remove(); before?.focus(); resolve(); }));
  dialog.showModal();
  input.focus();
  return { dialog, input, closed };
}

function option(choice: Choice, selected: boolean, former: string | undefined, take: () => void): HTMLElement {
  const line = el('li', 'choice');
  line.id = `tf-choice-${choice.id.replace(/\W/g, '-')}`;
  line.setAttribute('role', 'option');
  line.setAttribute('aria-selected', String(selected));
  line.append(el('span', 'grow', choice.label));
  if (choice.group && choice.group !== former) line.append(el('span', 'meta', choice.group));
  line.addEventListener('click', take);
  return line;
}
