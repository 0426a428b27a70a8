// Panel and menus of the library offer what later engines can do: what ours would refuse is not offered, unless the model has it already.
import { newerThanOurs } from '../lint/engine-version';

const AFTER_ENGINE = 200;

/** Groups of a later engine, with what an element has that uses them. */
const GROUPS: Record<string, string> = {
  Zeebe__ExecutionListeners: 'zeebe:ExecutionListeners',
  Zeebe__TaskListeners: 'zeebe:TaskListeners',
  jobPriorityDefinition: 'zeebe:JobPriorityDefinition',
};

/** Entries of a later engine, with how an element shows that it uses them. */
const ENTRIES: Record<string, (element: any) => boolean> = {
  bindingType: (element) => bound(element, 'bindingType', 'latest'),
  versionTag: (element) => holds(element, 'zeebe:VersionTag') || bound(element, 'versionTag', ''),
  // an emptied one is one still: the panel is where it is taken away
  businessIdInherit: (element) => bound(element, 'businessId', undefined),
  businessId: (element) => bound(element, 'businessId', undefined),
  priorityDefinitionPriority: (element) => holds(element, 'zeebe:PriorityDefinition'),
};

/** Kinds of elements that ours refuses, as the menus call them. */
const KINDS = /^(create|append|replace-with)-(.*-)?(ad-hoc-subprocess|transaction|complex-gateway|conditional-(start|intermediate|boundary)|cancel-(end|boundary))/;
const MENUS = ['bpmn-create', 'bpmn-append', 'bpmn-replace'];

class EngineLimits {
  static $inject = ['propertiesPanel', 'popupMenu', 'bpmnjs'];

  constructor(propertiesPanel: any, popupMenu: any, private readonly modeler: any) {
    propertiesPanel.registerProvider(AFTER_ENGINE, this);
    MENUS.forEach((menu) => popupMenu.registerProvider(menu, AFTER_ENGINE, this));
  }

  getGroups(element: any) {
    return (groups: any[]) => this.unlimited() ? groups : offered(groups, element);
  }

  getPopupMenuEntries() {
    return (entries: Entries) => this.unlimited() ? entries : kindsTaken(entries);
  }

  getPopupMenuHeaderEntries() { return withoutLoops; }

  private unlimited() { return newerThanOurs(this.modeler.getDefinitions()); }
}

type Entries = Record<string, any>;

/** What of a menu our engine takes, also within its categories. */
export const kindsTaken = (entries: Entries): Entries =>
  Object.fromEntries(Object.entries(entries)
    .filter(([id]) => !KINDS.test(id))
    .map(([id, entry]) => [id, entry.entries ? { ...entry, entries: kindsTaken(entry.entries) } : entry])
    .filter(([, entry]) => !entry.entries || Object.keys(entry.entries).length));

/** No engine runs the marker of a loop; where there is one it can be taken away. */
export const withoutLoops = (entries: Entries): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([id, entry]) => id !== 'toggle-loop' || entry.active));

/** What of these groups our engine takes, or the element has. */
export function offered(groups: any[], element: any): any[] {
  return groups
    .filter(({ id }) => !(id in GROUPS) || holds(element, GROUPS[id]!))
    .flatMap((group) => {
      // one that comes without entries draws what it offers by itself, as the one that lets a template be chosen
      if (!group.entries?.length) return [group];
      const entries = group.entries.filter(({ id }: any) => !(id in ENTRIES) || ENTRIES[id]!(element));
      return entries.length ? [{ ...group, entries }] : [];
    });
}

const extensions = (element: any): any[] => {
  const object = element.businessObject;
  return (object?.processRef ?? object)?.extensionElements?.values ?? [];
};

const holds = (element: any, type: string) => extensions(element).some((it) => it.$type === type);

const bound = (element: any, name: string, usual: string | undefined) => extensions(element).some((it) => (it[name] ?? usual) !== usual);

export const engineLimits = { __init__: ['engineLimits'], engineLimits: ['type', EngineLimits] };
