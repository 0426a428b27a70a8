// What the engine refuses, or takes, and the shared rules do not know.
import { parses } from '../data/feel';
import type { Finding } from './linter';

export const LISTENERS = 'no-execution-listeners';
export const DANGLING = 'dangling-flow';

/** Mistakes that would otherwise be heard of from the engine only; what is not executable it passes over, except for messages. */
export function refusedByEngine(definitions: any): Finding[] {
  const executable = nodes(definitions, (process) => process.isExecutable === true);
  return [
    ...executable.flatMap((node) => [handlerInTheWay(node), errorThatGoesOn(node), anyOrder(node), listeners(node), inputOfNothing(node), ...withoutEquals(node)]),
    ...processes(definitions, (process) => process.isExecutable === true).map(listeners),
    ...nodes(definitions).map(brokenKey),
  ].filter((it) => it !== undefined);
}

/** Flows of which one end is nowhere, which libraries leave out of the drawing and shared rules stumble over; told where the other end is. */
export function danglingFlows(definitions: any): Finding[] {
  return nodes(definitions).filter((it) => it.$type === 'bpmn:SequenceFlow' && !(it.sourceRef && it.targetRef)).map((flow) => {
    const at = flow.sourceRef ?? flow.targetRef ?? flow.$parent;
    const words = flow.sourceRef ? 'leads nowhere: what it led to is not in the file' : 'comes from nowhere: what it came from is not in the file';
    return error(at, DANGLING, `The flow "${flow.name ?? flow.id}" ${words}.`);
  });
}

/** Who only sends a message needs no key for it, though the shared rules want one. */
export function wantsKeyForNothing(definitions: any, finding: Finding): boolean {
  return finding.rule === 'subscription'
    && nodes(definitions).some((node) => node.id === finding.elementId && /ThrowEvent|EndEvent/.test(node.$type));
}

/** The engine passes over the type of a job at a person's task, and an error that is caught without a code catches all. */
export function passedOver(definitions: any, finding: Finding): boolean {
  const at = (type: RegExp) => nodes(definitions).some((node) => node.id === finding.elementId && type.test(node.$type));
  return finding.rule === 'implementation' && /zeebe:TaskDefinition> not allowed/.test(finding.message) && at(/:UserTask$/)
    || finding.rule === 'error-reference' && /must have a defined <Error code>/.test(finding.message) && at(/:(BoundaryEvent|StartEvent)$/);
}

/** What is only sketched: the engine passes over processes that are not executable, and over what is in them. */
export function sketched(definitions: any): Set<string> {
  const sketches = (definitions.rootElements ?? []).filter((it: any) => it.$type === 'bpmn:Process' && !it.isExecutable);
  return new Set(sketches.flatMap((it: any) => [it, ...inside(it)]).map((it: any) => it.id));
}

/** The same without pictures of what is not there: the engine looks at no picture, and some shared rules stumble over them. */
export function withoutLoosePictures(definitions: any): any {
  const diagrams = (definitions.diagrams ?? []).filter((it: any) => it.plane?.bpmnElement).map((it: any) => {
    const planeElement = (it.plane.planeElement ?? []).filter((shape: any) => shape.bpmnElement);
    return instead(it, 'plane', instead(it.plane, 'planeElement', planeElement));
  });
  return instead(definitions, 'diagrams', diagrams);
}

const instead = (element: any, name: string, value: any) => Object.create(element, { [name]: { value, enumerable: true } });

function handlerInTheWay(node: any): Finding | undefined {
  return node.isForCompensation && (node.incoming?.length || node.outgoing?.length)
    ? error(node, 'compensation', 'What undoes a step has no sequence flows, neither in nor out.')
    : undefined;
}

function errorThatGoesOn(node: any): Finding | undefined {
  return node.$type === 'bpmn:BoundaryEvent' && node.cancelActivity === false && event(node)?.$type === 'bpmn:ErrorEventDefinition'
    ? error(node, 'error-interrupts', 'An error always ends the step that it happens in: this event has to interrupt.')
    : undefined;
}

function anyOrder(node: any): Finding | undefined {
  return node.$type === 'bpmn:AdHocSubProcess'
    ? error(node, 'element-type', 'The engine does not run groups whose steps come in any order.')
    : undefined;
}

function listeners(node: any): Finding | undefined {
  const all = extension(node, 'zeebe:ExecutionListeners')?.listeners ?? [];
  if (!all.length) return undefined;
  const different = new Set(all.map((it: any) => `${it.eventType} ${it.type}`));
  if (different.size < all.length) return error(node, LISTENERS, 'Two execution listeners here are the same.');
  return node.$type === 'bpmn:ServiceTask'
    ? { ...error(node, LISTENERS, 'Execution listeners are of a later engine: this one need not call them.'), severity: 'warning' }
    : error(node, LISTENERS, 'The engine takes execution listeners at service tasks only.');
}

function inputOfNothing(node: any): Finding | undefined {
  const input = extension(node, 'zeebe:IoMapping')?.inputParameters?.find((it: any) => !it.source);
  return input && error(node, 'io-mapping', `The input "${input.target ?? ''}" has no value.`);
}

/** Texts without "=" where the engine takes an expression only: in which property of what they stand. */
export function noExpressions(node: any): { holder: any; property: string; text: string }[] {
  const rounds = extension(node.loopCharacteristics, 'zeebe:LoopCharacteristics');
  const outputs = extension(node, 'zeebe:IoMapping')?.outputParameters ?? [];
  const places: [any, string][] = [
    [node.conditionExpression, 'body'], [extension(node, 'zeebe:Script'), 'expression'],
    [rounds, 'inputCollection'], [rounds, 'outputElement'], ...outputs.map((it: any): [any, string] => [it, 'source']),
  ];
  return places.map(([holder, property]) => ({ holder, property, text: String(holder?.[property] ?? '').trim() }))
    .filter(({ text }) => text && !text.startsWith('='));
}

const withoutEquals = (node: any) => noExpressions(node)
  .map(({ text }) => error(node, 'feel', `"${text}" is no expression: it has to begin with "=".`));

function brokenKey(node: any): Finding | undefined {
  const message = (node.$type === 'bpmn:ReceiveTask' ? node : event(node))?.messageRef;
  const key = extension(message, 'zeebe:Subscription')?.correlationKey ?? '';
  return key && !(key.startsWith('=') && parses(key))
    ? error(node, 'feel', `The key of the message "${message.name ?? message.id}" is not a valid FEEL expression.`)
    : undefined;
}

const event = (node: any) => node.eventDefinitions?.[0];

const extension = (node: any, type: string) => node?.extensionElements?.values?.find((it: any) => it.$type === type);

const error = (node: any, rule: string, message: string): Finding => ({ elementId: node.id, rule, severity: 'error', message, entryIds: [] });

function nodes(definitions: any, wanted: (process: any) => boolean = () => true): any[] {
  return processes(definitions, wanted).flatMap(inside);
}

function processes(definitions: any, wanted: (process: any) => boolean): any[] {
  return (definitions.rootElements ?? []).filter((it: any) => it.$type === 'bpmn:Process' && wanted(it));
}

function inside(scope: any): any[] {
  return (scope.flowElements ?? []).flatMap((it: any) => [it, ...inside(it)]);
}
