// Reading BPMN's objects: what an element carries for the engine.
export const is = (element: any, type: string): boolean => element?.$instanceOf?.(`bpmn:${type}`) ?? false;

export function extension(element: any, type: string): any {
  return element?.extensionElements?.values?.find((value: any) => value.$type === `zeebe:${type}`);
}

export const inputs = (element: any): any[] => extension(element, 'IoMapping')?.inputParameters ?? [];
export const outputs = (element: any): any[] => extension(element, 'IoMapping')?.outputParameters ?? [];

export const eventDefinition = (element: any, type: string): any =>
  element.eventDefinitions?.find((definition: any) => definition.$type === `bpmn:${type}EventDefinition`);

/** The message an element waits for. */
export const messageOf = (element: any): any => is(element, 'ReceiveTask') ? element.messageRef : eventDefinition(element, 'Message')?.messageRef;

/** A text that is no expression. */
export const literal = (text: unknown): string => typeof text === 'string' && !text.startsWith('=') ? text : '';

/** The steps, events and gateways in a scope and in everything inside it. */
export function flowNodes(scope: any): any[] {
  return (scope.flowElements ?? []).flatMap((element: any) => is(element, 'FlowNode') ? [element, ...flowNodes(element)] : []);
}

export function flows(scope: any): any[] {
  return (scope.flowElements ?? []).flatMap((element: any) => is(element, 'SequenceFlow') ? [element] : flows(element));
}

/** The sub-processes around an element, the innermost first. */
export function scopesOf(element: any): any[] {
  const around = [];
  for (let at = element.$parent; at && !is(at, 'Process'); at = at.$parent) if (is(at, 'SubProcess')) around.push(at);
  return around;
}
