// What mends a problem of a drawing with one click; everything else is led to.
import { type Problem } from '../editor-kit/model-editor';
import { type Remedy } from '../editor-kit/problems';
import { effectKey, ownKey, SHARED_KEY } from '../lint/effects';
import { DANGLING, LISTENERS, noExpressions } from '../lint/engine';
import { begun, bridged, cut, ended, joined, loosened, parted, scopeBegun, scopeEnded, single } from './ways';

type Texts = Record<string, string>;
type Mending = (element: any, modeler: any, texts: Texts, problem: Problem) => (() => void) | undefined;

/** By the rule that found it: the word on the button, and what it does where it can. */
const MENDINGS: Record<string, [string, Mending]> = {
  [SHARED_KEY]: ['ownKey', (element, modeler) => {
    const key = effectKey(element.businessObject);
    const own = key && ownKey(key.source, element.id);
    return own && (() => modeler.get('modeling').updateModdleProperties(element, key, { source: own }));
  }],
  'feel': ['mendEquals', (element, modeler) => {
    const [first] = noExpressions(element.businessObject);
    return first && (() => modeler.get('modeling').updateModdleProperties(element, first.holder, { [first.property]: `=${first.text}` }));
  }],
  'conditional-flows': ['mendDefault', (element, modeler) => {
    const { source } = element;
    return source && !source.businessObject.default
      ? () => modeler.get('modeling').updateProperties(source, { default: element.businessObject })
      : undefined;
  }],
  'error-interrupts': ['mendInterrupt', set({ cancelActivity: true })],
  'loop-characteristics': ['mendLoop', (element, modeler) =>
    (element.businessObject.loopCharacteristics?.$type === 'bpmn:StandardLoopCharacteristics'
      ? () => modeler.get('modeling').updateProperties(element, { loopCharacteristics: undefined })
      : undefined)],
  'executable-process': ['mendExecutable', executable],
  'executable': ['mendExecutable', executable],
  'label-required': ['mendName', (element, modeler) => () => {
    modeler.get('canvas').scrollToElement(element, 80);
    modeler.get('directEditing').activate(element);
  }],
  'no-implicit-end': ['mendEnd', (element, modeler, texts) => ended(element, modeler, texts.ended!)],
  'end-event-required': ['mendEnd', (scope, modeler, texts) => scopeEnded(scope, modeler, texts.ended!)],
  'no-implicit-start': ['mendBegin', (element, modeler, texts) => begun(element, modeler, texts.started!)],
  'start-event-required': ['mendBegin', (scope, modeler, texts) => scopeBegun(scope, modeler, texts.started!)],
  'fake-join': ['mendJoin', (element, modeler) => joined(element, modeler, 'bpmn:ExclusiveGateway')],
  'no-gateway-join-fork': ['mendJoin', (element, modeler) => joined(element, modeler, element.type)],
  'no-implicit-split': ['mendPart', parted],
  'superfluous-gateway': ['mendRemove', bridged],
  'no-duplicate-sequence-flows': ['mendRemove', single],
  'superfluous-label': ['mendUnname', set({ name: undefined })],
  'superfluous-termination': ['mendPlain', plain('bpmn:EndEvent')],
  'sub-process-blank-start-event': ['mendPlain', plain('bpmn:StartEvent')],
  'compensation': ['mendLoose', loosened],
  [DANGLING]: ['mendRemove', cut],
  // what a later engine would know
  [LISTENERS]: ['mendListeners', (element, modeler, texts, problem) =>
    (problem.severity === 'error' ? without('zeebe:ExecutionListeners')(element, modeler, texts, problem) : undefined)],
  'no-task-listeners': ['mendListeners', without('zeebe:TaskListeners')],
  'no-priority-definition': ['mendRemove', without('zeebe:PriorityDefinition')],
  'no-version-tag': ['mendRemove', without('zeebe:VersionTag')],
  'no-binding-type': ['mendLatest', (element, modeler) => {
    const bound = extensions(element).find((it: any) => it.bindingType && it.bindingType !== 'latest');
    return bound && (() => modeler.get('modeling').updateModdleProperties(element, bound, { bindingType: undefined, versionTag: undefined }));
  }],
};

const owner = (element: any) => element.businessObject.processRef ?? element.businessObject;
const extensions = (element: any): any[] => owner(element).extensionElements?.values ?? [];

function executable(element: any, modeler: any) {
  const process = owner(element);
  return process.$type === 'bpmn:Process' && !process.isExecutable
    ? () => modeler.get('modeling').updateModdleProperties(element, process, { isExecutable: true })
    : undefined;
}

function set(properties: object): Mending {
  return (element, modeler) => () => modeler.get('modeling').updateProperties(element, properties);
}

function plain(type: string): Mending {
  return (element, modeler) => () => modeler.get('bpmnReplace').replaceElement(element, { type });
}

function without(type: string): Mending {
  return (element, modeler) => {
    const values = extensions(element);
    const left = values.filter((it) => it.$type !== type);
    return left.length < values.length
      ? () => modeler.get('modeling').updateModdleProperties(element, owner(element).extensionElements, { values: left })
      : undefined;
  };
}

export function remedy(modeler: any, texts: Texts, problem: Problem): Remedy | undefined {
  const element = modeler.get('elementRegistry').get(problem.elementId);
  const [word, mending] = (element && MENDINGS[problem.rule]) ?? [];
  const mend = mending?.(element, modeler, texts, problem);
  return word && mend ? { label: texts[word]!, mend } : undefined;
}
