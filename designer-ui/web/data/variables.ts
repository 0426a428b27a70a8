// Tells the editor's FEEL fields what messages, connectors and forms bring, so that they offer it while somebody types.
import { VariableProvider } from '@bpmn-io/variable-resolver';
import { type Known, NOTHING_KNOWN } from './known';
import { outputs } from './moddle';
import { type Shape } from './shape';
import { whatComes } from './writers';

class ContractVariables extends VariableProvider {
  static $inject = ['variableResolver', 'config.known'];

  constructor(variableResolver: any, private readonly known: Known = NOTHING_KNOWN) {
    super(variableResolver);
  }

  getVariables(element: any) {
    const { variables } = whatComes(element, this.known);
    // what is mapped further is read by the element's own mappings only
    const scope = outputs(element).length ? { scope: element } : {};
    return Object.entries(variables).map(([name, shape]) => ({ ...entry(name, shape), info: element.name || element.id, ...scope }));
  }
}

function entry(name: string, shape: Shape): any {
  const inside = Object.entries(shape.entries ?? {});
  return inside.length ? { name, type: 'Context', entries: inside.map(([key, value]) => entry(key, value)) } : { name, type: shape.type ?? 'Any' };
}

export const contractVariables = { __init__: ['contractVariables'], contractVariables: ['type', ContractVariables] };
