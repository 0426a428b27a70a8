// Judges a BPMN model by bpmnlint's recommended rules and Camunda's rules for the engine the model says it is for.
// The same code runs in the browser beside the canvas and on the server before a deployment.
import { Linter } from 'bpmnlint';
import recommendedConfig from 'bpmnlint/config/recommended';
import { configs } from 'bpmnlint-plugin-camunda-compat';
import { resolver as compatRules } from '@camunda/linting/lib/compiled-config';
import { getErrorMessage } from '@camunda/linting/lib/utils/error-messages';
import { getEntryIds } from '@camunda/linting/lib/utils/properties-panel';
import { type Known } from '../data/known';
import { needs } from '../data/needs';
import { sharedEffectKeys } from './effects';
import { danglingFlows, LISTENERS, passedOver, refusedByEngine, sketched, wantsKeyForNothing, withoutLoosePictures } from './engine';
import { ENGINE, isNewer, madeFor } from './engine-version';
import { recommended, taken } from './recommended';

export interface Finding {
  elementId: string;
  rule: string;
  severity: 'error' | 'warning';
  message: string;
  entryIds: string[];
}

const PLATFORM = 'Camunda Cloud';
const COMPAT = 'bpmnlint-plugin-camunda-compat';

/** A model for an older engine is run by ours, which can do more than that one could. */
function configFor(version: string): string {
  const named = (engine: string) => `camunda-cloud-${engine.split('.').slice(0, 2).join('-')}`;
  return isNewer(version) && named(version) in configs ? named(version) : named(ENGINE);
}

const ruleName = (rule: string) => rule.replace(/^(camunda-compat|bpmnlint)\//, '');

const resolver = {
  resolveRule(pkg: string, name: string) {
    return pkg === 'bpmnlint' && recommended[name] ? recommended[name] : compatRules.resolveRule(pkg, name);
  },
  resolveConfig(pkg: string, name: string) {
    if (pkg === 'bpmnlint') return recommendedConfig;
    const config = (configs as any)[name];
    const rules = Object.fromEntries(Object.entries(config.rules).map(([rule, value]: [string, any]) =>
      [rule, Array.isArray(value) ? [value[0], { ...value[1], modeler: 'web' }] : [value, { modeler: 'web' }]]));
    return { ...config, rules };
  },
};

/** Judges a model; with what is known of the data around it, also whether every step finds the data it reads. */
export async function lint(definitions: any, known?: Known): Promise<Finding[]> {
  const version = madeFor(definitions);
  const linter = new Linter({
    config: {
      extends: ['bpmnlint:recommended', `plugin:${COMPAT}/${configFor(version)}`],
      rules: { ...taken, [`camunda-compat/${LISTENERS}`]: 'off' },
    },
    resolver,
  } as any);
  const byRule: Record<string, any[]> = await linter.lint(withoutLoosePictures(definitions));
  const sketches = sketched(definitions);
  const dangling = danglingFlows(definitions);
  const judged = ([, reports]: [string, any[]]) => !(dangling.length && reports.some((it) => it.category === 'rule-error'));
  const found = Object.entries(byRule).filter(judged).flatMap(([rule, reports]) => reports.map((report) => ({
    elementId: String(report.id ?? ''),
    rule: ruleName(rule),
    severity: /error$/.test(report.category) && !sketches.has(report.id) ? 'error' as const : 'warning' as const,
    message: messageOf(report, version),
    entryIds: entriesOf(report),
  }))).filter((it) => !wantsKeyForNothing(definitions, it))
    .map((it) => passedOver(definitions, it) ? { ...it, severity: 'warning' as const } : it);
  const refused = refusedByEngine(definitions).filter((it) => !found.some((other) => other.elementId === it.elementId && other.rule === it.rule));
  const unmet = known ? needs(definitions, known) : [];
  return [...found, ...dangling, ...refused, ...sharedEffectKeys(definitions), ...unmet.map((need) => ({
    elementId: need.elementId, rule: 'data-needed', severity: need.sure ? 'error' as const : 'warning' as const, message: need.message, entryIds: need.entryIds,
  }))];
}

function messageOf(report: any, version: string): string {
  try {
    return String(getErrorMessage(report, PLATFORM, version, 'web') ?? report.message);
  } catch {
    return String(report.message);
  }
}

function entriesOf(report: any): string[] {
  try {
    return getEntryIds(report) ?? [];
  } catch {
    return [];
  }
}
