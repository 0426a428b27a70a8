// What the engine refuses, or takes, and the shared rules do not know.
import { parses } from '../data/feel';
import type { Finding } from './linter';

/** Mistakes that would otherwise be heard of from the engine only; what is not executable it passes over, except for messages. */
export function refusedByEngine(definitions: any): Finding[] {
  const executable = nodes(definitions, (process) => process.isExecutable === true);
  return [
    ...executable.flatMap((node) => [handlerInTheWay(node), errorThatGoesOn(node)]),
    ...nodes(definitions).map(brokenKey),
  ].filter((it) => it !== undefined);
}

/** Who only sends a message needs no key for it, though the shared rules want one. */
export function wantsKeyForNothing(definitions: any, finding: Finding): boolean {
  return finding.rule === 'subscription'
    && nodes(definitions).some((node) => node.id === finding.elementId && /ThrowEvent|EndEvent/.test(node.$type));
}

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

function brokenKey(node: any): Finding | undefined {
  const message = (node.$type === 'bpmn:ReceiveTask' ? node : event(node))?.messageRef;
  const key = message?.extensionElements?.values?.find((it: any) => it.$type === 'zeebe:Subscription')?.correlationKey ?? '';
  return key.startsWith('=') && !parses(key)
    ? error(node, 'feel', `The key of the message "${message.name ?? message.id}" is not a valid FEEL expression.`)
    : undefined;
}

const event = (node: any) => node.eventDefinitions?.[0];

const error = (node: any, rule: string, message: string): Finding => ({ elementId: node.id, rule, severity: 'error', message, entryIds: [] });

function nodes(definitions: any, wanted: (process: any) => boolean = () => true): any[] {
  return (definitions.rootElements ?? []).filter((it: any) => it.$type === 'bpmn:Process' && wanted(it)).flatMap(inside);
}

function inside(scope: any): any[] {
  return (scope.flowElements ?? []).flatMap((it: any) => [it, ...inside(it)]);
}
