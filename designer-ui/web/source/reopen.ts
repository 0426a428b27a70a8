// What the editors do to a file between opening and saving it: the same libraries read it and write it again.
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';
import modeler from 'modeler-moddle/resources/modeler.json';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { drawn, layout } from './layout';

export interface Reopened {
  xml: string;
  warnings: string[];
  drawnBefore: boolean;
}

export const moddle = () => new BpmnModdle({ modeler, zeebe });

/** Reads and writes a BPMN file; one without a picture gets one when that is wanted. */
export async function reopenBpmn(xml: string, draw: boolean): Promise<Reopened> {
  const library = moddle();
  const { rootElement, warnings } = await library.fromXML(xml);
  const drawnBefore = drawn(rootElement);
  if (draw && !drawnBefore) layout(rootElement, library);
  return { xml: (await library.toXML(rootElement, { format: true })).xml, warnings: warnings.map((it: any) => String(it.message)), drawnBefore };
}

export async function reopenDmn(xml: string): Promise<Reopened> {
  const library: any = new DmnModdle();
  const { rootElement, warnings } = await library.fromXML(xml, 'dmn:Definitions');
  return { xml: (await library.toXML(rootElement, { format: true })).xml, warnings: warnings.map((it: any) => String(it.message)), drawnBefore: true };
}
