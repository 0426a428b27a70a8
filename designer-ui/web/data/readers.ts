// Every expression of a process, with where it stands and when it is read.
import { eventDefinition, extension, flowNodes, flows, inputs, messageOf, outputs } from './moddle';

export interface Reading {
  expression: string;
  /** The element that a person mends. */
  elementId: string;
  /** The step at which the expression is read. */
  node: any;
  /** Whether what the step itself brought can be read, too. */
  after: boolean;
  /** The field of the properties panel. */
  entryId?: string;
}

export function readings(process: any): Reading[] {
  return [...flowNodes(process).flatMap(ofNode), ...flows(process).flatMap(ofFlow)]
    .filter((it) => typeof it.expression === 'string' && it.expression.startsWith('='));
}

function ofFlow(flow: any): Reading[] {
  const expression = flow.conditionExpression?.body;
  return expression && flow.sourceRef ? [{ expression, elementId: flow.id, node: flow.sourceRef, after: true, entryId: 'conditionExpression' }] : [];
}

function ofNode(node: any): Reading[] {
  const at = (expression: unknown, entryId?: string, after = false) => ({ expression, elementId: node.id, node, after, entryId }) as Reading;
  const task = extension(node, 'TaskDefinition');
  const assignment = extension(node, 'AssignmentDefinition');
  const schedule = extension(node, 'TaskSchedule');
  const loop = node.loopCharacteristics && extension(node.loopCharacteristics, 'LoopCharacteristics');
  const timer = eventDefinition(node, 'Timer');
  const message = messageOf(node);
  return [
    ...inputs(node).map((it: any, i: number) => at(it.source, `${node.id}-input-${i}-source`)),
    ...outputs(node).map((it: any, i: number) => at(it.source, `${node.id}-output-${i}-source`, true)),
    at(task?.type, 'taskDefinitionType'), at(task?.retries, 'taskDefinitionRetries'),
    at(extension(node, 'CalledDecision')?.decisionId, 'decisionId'), at(extension(node, 'CalledElement')?.processId, 'targetProcessId'),
    at(extension(node, 'Script')?.expression, 'scriptExpression'),
    at(assignment?.assignee, 'assignmentDefinitionAssignee'), at(assignment?.candidateGroups, 'assignmentDefinitionCandidateGroups'),
    at(assignment?.candidateUsers, 'assignmentDefinitionCandidateUsers'),
    at(schedule?.dueDate, 'taskScheduleDueDate'), at(schedule?.followUpDate, 'taskScheduleFollowUpDate'),
    at(timer?.timeDuration?.body ?? timer?.timeDate?.body ?? timer?.timeCycle?.body, 'timerEventDefinitionValue'),
    at(message && extension(message, 'Subscription')?.correlationKey, 'messageSubscriptionCorrelationKey'),
    at(message?.name, 'messageName'),
    at(loop?.inputCollection, 'multiInstance-inputCollection'),
  ];
}
