// What mends a problem of a drawing with one click; everything else is led to.
import { type Problem } from '../editor-kit/model-editor';
import { type Remedy } from '../editor-kit/problems';
import { effectKey, ownKey, SHARED_KEY } from '../lint/effects';
import { noExpressions } from '../lint/engine';

type Texts = Record<string, string>;
type Mending = (element: any, modeling: any) => (() => void) | undefined;

/** By the rule that found it: the word on the button, and what it does where it can. */
const MENDINGS: Record<string, [string, Mending]> = {
  [SHARED_KEY]: ['ownKey', (element, modeling) => {
    const key = effectKey(element.businessObject);
    const own = key && ownKey(key.source, element.id);
    return own && (() => modeling.updateModdleProperties(element, key, { source: own }));
  }],
  'feel': ['mendEquals', (element, modeling) => {
    const [first] = noExpressions(element.businessObject);
    return first && (() => modeling.updateModdleProperties(element, first.holder, { [first.property]: `=${first.text}` }));
  }],
  'conditional-flows': ['mendDefault', (element, modeling) => {
    const { source } = element;
    return source && !source.businessObject.default
      ? () => modeling.updateProperties(source, { default: element.businessObject })
      : undefined;
  }],
  'error-interrupts': ['mendInterrupt', (element, modeling) => () => modeling.updateProperties(element, { cancelActivity: true })],
  'loop-characteristics': ['mendLoop', (element, modeling) =>
    (element.businessObject.loopCharacteristics?.$type === 'bpmn:StandardLoopCharacteristics'
      ? () => modeling.updateProperties(element, { loopCharacteristics: undefined })
      : undefined)],
  'executable-process': ['mendExecutable', (element, modeling) => {
    const process = element.businessObject.processRef ?? element.businessObject;
    return process.$type === 'bpmn:Process' ? () => modeling.updateModdleProperties(element, process, { isExecutable: true }) : undefined;
  }],
};

export function remedy(modeler: any, texts: Texts, problem: Problem): Remedy | undefined {
  const element = modeler.get('elementRegistry').get(problem.elementId);
  const [word, mending] = (element && MENDINGS[problem.rule]) ?? [];
  const mend = mending?.(element, modeler.get('modeling'));
  return word && mend ? { label: texts[word]!, mend } : undefined;
}
