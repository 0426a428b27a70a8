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
  businessIdInherit: (element) => bound(element, 'businessId', ''),
  businessId: (element) => bound(element, 'businessId', ''),
  priorityDefinitionPriority: (element) => holds(element, 'zeebe:PriorityDefinition'),
};

/** Kinds of elements that ours refuses, as the menus call them. */
const KINDS = /(^|-)(ad-hoc-subprocess|transaction|complex-gateway|conditional-(start|intermediate|boundary)|cancel-(end|boundary))/;
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
    return (entries: Record<string, any>) => this.unlimited() ? entries : kindsTaken(entries);
  }

  private unlimited() { return newerThanOurs(this.modeler.getDefinitions()); }
}

/** What of a menu our engine takes. */
export const kindsTaken = (entries: Record<string, any>) =>
  Object.fromEntries(Object.entries(entries).filter(([id]) => !KINDS.test(id)));

/** What of these groups our engine takes, or the element has. */
export function offered(groups: any[], element: any): any[] {
  return groups
    .filter(({ id }) => !(id in GROUPS) || holds(element, GROUPS[id]!))
    .map((group) => group.entries ? { ...group, entries: group.entries.filter(({ id }: any) => !(id in ENTRIES) || ENTRIES[id]!(element)) } : group)
    .filter((group) => !group.entries || group.entries.length);
}

const extensions = (element: any): any[] => {
  const object = element.businessObject;
  return (object?.processRef ?? object)?.extensionElements?.values ?? [];
};

const holds = (element: any, type: string) => extensions(element).some((it) => it.$type === type);

const bound = (element: any, name: string, usual: string) => extensions(element).some((it) => (it[name] ?? usual) !== usual);

export const engineLimits = { __init__: ['engineLimits'], engineLimits: ['type', EngineLimits] };
