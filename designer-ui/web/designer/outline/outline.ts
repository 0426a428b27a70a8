// A tree that mirrors the diagram, for whoever works without a mouse or without seeing: every element can be selected, added after,
// connected, renamed, set up and removed from here, and what happened is said.
import { el, icon, type Problem } from '../../editor-kit/model-editor';
import { type Block } from '../blocks';
import { Acts } from './acts';
import { choose, write, type Choice } from './chooser';
import { items, nameOf, type Item } from './items';

type Command = 'after' | 'inside' | 'attach' | 'connect' | 'rename' | 'configure' | 'remove';

const KEYS: Record<string, Command> = { a: 'after', i: 'inside', b: 'attach', c: 'connect', r: 'rename', F2: 'rename', p: 'configure', Delete: 'remove', Backspace: 'remove' };
const LETTERS: Record<Command, string> = { after: 'A', inside: 'I', attach: 'B', connect: 'C', rename: 'R', configure: 'P', remove: 'Del' };
const EVENTS = ['Timer', 'Error', 'Message'];

export interface OutlineHost {
  modeler: any;
  texts: Record<string, string>;
  blocks: Block[];
  readonly: boolean;
  problems(): Problem[];
  /** Moves the keyboard to the fields of the selected element. */
  configure(): void;
}

export class Outline {
  readonly element = el('section', 'outline-box');
  private readonly tree = el('ul', 'tree');
  private readonly tools = el('div', 'row tree-tools');
  /** Heard, wherever the keyboard is; the tree shows the same words. */
  readonly voice = el('p', 'heard');
  private readonly said = el('p', 'said meta');
  private readonly acts: Acts;
  private readonly closed = new Set<string>();
  private at = '';

  constructor(private readonly host: OutlineHost) {
    this.acts = new Acts(host.modeler);
    this.element.setAttribute('aria-label', host.texts.outline);
    this.tree.setAttribute('role', 'tree');
    this.tree.setAttribute('aria-label', host.texts.outline);
    this.voice.setAttribute('role', 'status');
    this.said.setAttribute('aria-hidden', 'true');
    this.tools.setAttribute('role', 'toolbar');
    this.tools.setAttribute('aria-label', host.texts.commands);
    this.tree.addEventListener('keydown', (event) => this.key(event));
    this.element.append(this.tools, this.said, this.tree);
  }

  /** Draws it anew, with the keyboard where it was. */
  show(focus = false) {
    const held = focus || this.tree.contains(document.activeElement);
    const roots = items(this.host.modeler.get('canvas').getRootElement(), this.host.texts);
    const all = this.visible(roots);
    if (!all.some((item) => item.id === this.at)) this.at = all[0]?.id ?? '';
    this.tree.replaceChildren(...roots.map((item, i) => this.line(item, 1, i, roots.length)));
    this.showTools();
    if (held) this.current()?.focus();
  }

  /** The element that is selected in the diagram. */
  select(id: string) {
    if (!id || id === this.at) return;
    this.at = id;
    this.show();
  }

  say(key: string, ...values: string[]) {
    const text = values.reduce((all, value, i) => all.replace(`{${i}}`, value), this.host.texts[key] ?? key);
    // the same words twice are heard twice
    this.voice.textContent = this.voice.textContent === text ? `${text}\u00a0` : text;
    this.said.textContent = text;
  }

  /** Puts a block of the palette behind the current element. */
  add(block: Block) {
    const element = this.selected();
    if (!element) return;
    if (this.acts.canAddAfter(element)) this.added(this.acts.addAfter(element, block), 'saidAfter', nameOf(element, this.host.texts));
    else if (this.acts.canAddInside(element)) this.added(this.acts.addInside(element, block), 'saidInside', nameOf(element, this.host.texts));
    else this.say('saidNoAfter', nameOf(element, this.host.texts));
  }

  private line(item: Item, level: number, at: number, of: number): HTMLElement {
    const line = el('li', 'ti');
    line.id = `tf-item-${item.id}`;
    line.dataset.id = item.id;
    line.setAttribute('role', 'treeitem');
    line.setAttribute('aria-level', String(level));
    line.setAttribute('aria-posinset', String(at + 1));
    line.setAttribute('aria-setsize', String(of));
    line.setAttribute('aria-selected', String(item.id === this.at));
    line.tabIndex = item.id === this.at ? 0 : -1;
    const problems = this.host.problems().filter((it) => it.elementId === item.id);
    const words = item.element.waypoints ? [`${item.kind} ${item.name}`] : [item.name, item.kind];
    line.setAttribute('aria-label', [...words, ...problems.map((it) => `${this.host.texts[it.severity === 'error' ? 'error' : 'hint']}: ${it.message}`)].join(', '));
    const row = el('span', 'ti-row');
    const open = item.children.length > 0 && !this.closed.has(item.id);
    row.append(item.children.length ? icon(open ? 'down' : 'right') : el('span', 'ti-gap'), el('b', item.element.waypoints ? 'flow' : '', item.element.waypoints ? `${item.kind} ${item.name}` : item.name));
    if (!item.element.waypoints) row.append(el('span', 'meta', item.kind));
    if (problems.length) row.append(icon(problems.some((it) => it.severity === 'error') ? 'alert' : 'bulb'), el('span', 'meta cut', problems[0].message));
    row.addEventListener('click', () => { this.go(item.id); });
    line.append(row);
    if (item.children.length) {
      line.setAttribute('aria-expanded', String(open));
      const group = el('ul');
      group.setAttribute('role', 'group');
      if (open) group.append(...item.children.map((child, i) => this.line(child, level + 1, i, item.children.length)));
      line.append(group);
    }
    return line;
  }

  private showTools() {
    const element = this.selected();
    this.tools.replaceChildren(...(this.host.readonly || !element ? [] : this.commands(element)).map((command) => {
      const button = el('button', 'btn sm', this.host.texts[command]);
      button.type = 'button';
      button.append(el('kbd', '', LETTERS[command]));
      button.addEventListener('click', () => void this.run(command));
      return button;
    }));
  }

  private commands(element: any): Command[] {
    const root = !element.parent;
    const activity = element.businessObject?.$instanceOf?.('bpmn:Activity');
    return [
      ...(this.acts.canAddAfter(element) ? ['after' as const] : []), ...(this.acts.canAddInside(element) ? ['inside' as const] : []),
      ...(activity ? ['attach' as const] : []), ...(root || element.waypoints ? [] : ['connect' as const]),
      ...(root ? [] : ['rename' as const]), 'configure', ...(root ? [] : ['remove' as const]),
    ];
  }

  private key(event: KeyboardEvent) {
    const all = this.visible(items(this.host.modeler.get('canvas').getRootElement(), this.host.texts));
    const at = all.findIndex((item) => item.id === this.at);
    const item = all[at];
    if (!item) return;
    const act = this.moves(event, all, at) ?? this.does(event, item);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  private moves(event: KeyboardEvent, all: Item[], at: number): (() => void) | undefined {
    const item = all[at];
    const open = item.children.length > 0 && !this.closed.has(item.id);
    const to = (index: number) => () => this.go(all[Math.max(0, Math.min(all.length - 1, index))].id);
    switch (event.key) {
      case 'ArrowDown': return to(at + 1);
      case 'ArrowUp': return to(at - 1);
      case 'Home': return to(0);
      case 'End': return to(all.length - 1);
      case 'ArrowRight': return open ? to(at + 1) : item.children.length ? () => { this.closed.delete(item.id); this.show(true); } : () => undefined;
      case 'ArrowLeft': return open ? () => { this.closed.add(item.id); this.show(true); } : to(all.findIndex((it) => it.children.includes(item)));
      case 'Enter': case ' ': return () => { this.go(item.id); this.say('saidSelected', item.name); };
      default: return undefined;
    }
  }

  private does(event: KeyboardEvent, item: Item): (() => void) | undefined {
    if (this.host.readonly) return undefined;
    if (event.ctrlKey || event.metaKey) {
      const back = event.key.toLowerCase() === 'z' && !event.shiftKey;
      const forth = event.key.toLowerCase() === 'y' || (event.key.toLowerCase() === 'z' && event.shiftKey);
      return back || forth ? () => { this.say((back ? this.acts.undo() : this.acts.redo()) ? (back ? 'saidUndone' : 'saidRedone') : 'saidNothing'); this.show(true); } : undefined;
    }
    const command = KEYS[event.key];
    return command && !event.altKey && this.commands(item.element).includes(command) ? () => void this.run(command) : undefined;
  }

  private async run(command: Command) {
    const element = this.selected();
    const name = nameOf(element, this.host.texts);
    switch (command) {
      case 'after': case 'inside': {
        const block = await this.block(`${this.host.texts[command]}: ${name}`);
        if (block && command === 'after') this.added(this.acts.addAfter(element, block), 'saidAfter', name);
        else if (block) this.added(this.acts.addInside(element, block), 'saidInside', name);
        return;
      }
      case 'attach': {
        const choice = await this.ask(`${this.host.texts.attach}: ${name}`, EVENTS.map((id) => ({ id, label: this.host.texts[`attach${id}`] })));
        if (choice) this.added(this.acts.attach(element, choice.id), 'saidAttached', name);
        return;
      }
      case 'connect': {
        const targets = this.acts.targets(element);
        const choice = await this.ask(`${this.host.texts.connect}: ${name}`, targets.map((it) => ({ id: it.id, label: nameOf(it, this.host.texts) })));
        if (!choice) return;
        this.acts.connect(element, targets.find((it) => it.id === choice.id));
        this.show(true);
        return this.say('saidConnected', name, choice.label);
      }
      case 'rename': {
        const text = await write(this.element, `${this.host.texts.rename}: ${name}`, element.businessObject.name ?? '');
        if (text === undefined) return;
        this.acts.rename(element, text.trim());
        this.show(true);
        return this.say('saidRenamed', name, text.trim());
      }
      case 'configure':
        this.say('saidFields', name);
        return this.host.configure();
      case 'remove': {
        const next = this.neighbour(element);
        this.acts.remove(element);
        this.go(next);
        return this.say('saidRemoved', name);
      }
    }
  }

  private async block(title: string): Promise<Block | undefined> {
    const choice = await this.ask(title, this.host.blocks.map((block, i) => ({ id: String(i), label: block.label, group: block.group })));
    return choice && this.host.blocks[Number(choice.id)];
  }

  private ask(title: string, choices: Choice[]) {
    return choose(this.element, title, choices, this.host.texts.none);
  }

  private added(created: any, key: string, where: string) {
    this.go(created.id);
    this.say(key, nameOf(created, this.host.texts), where);
  }

  /** Where the keyboard goes when an element is gone. */
  private neighbour(element: any): string {
    return element.incoming?.[0]?.source?.id ?? element.source?.id ?? element.host?.id ?? element.parent?.id ?? '';
  }

  private go(id: string) {
    this.at = id;
    const element = this.selected();
    if (element) this.host.modeler.get('selection', false)?.select(element.parent ? element : []);
    this.show(true);
  }

  private selected(): any {
    return this.host.modeler.get('elementRegistry').get(this.at);
  }

  private current(): HTMLElement | null {
    return this.tree.querySelector('[role="treeitem"][tabindex="0"]');
  }

  private visible(roots: Item[]): Item[] {
    return roots.flatMap((item) => [item, ...(this.closed.has(item.id) ? [] : this.visible(item.children))]);
  }
}
