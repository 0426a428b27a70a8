// Lints every BPMN model in a folder (the shipped ones unless told): bpmnlint's recommended rules and what Camunda 8.5
// can run. One finding fails.
const { readdirSync, readFileSync } = require('node:fs');
const { join, relative } = require('node:path');
const { Linter } = require('bpmnlint');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');

const models = process.argv[2] ?? join(__dirname, '..', 'src', 'main', 'resources', 'models');
const config = {
  extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-cloud-8-5'],
};

async function main() {
  const { default: BpmnModdle } = await import('bpmn-moddle');
  const zeebe = require('zeebe-bpmn-moddle/resources/zeebe.json');
  const linter = new Linter({ config, resolver: new NodeResolver() });
  const files = readdirSync(models, { recursive: true }).filter((name) => name.endsWith('.bpmn'));
  let findings = 0;
  for (const file of files) {
    const { rootElement, warnings } = await new BpmnModdle({ zeebe }).fromXML(readFileSync(join(models, file), 'utf8'));
    const reports = Object.entries(await linter.lint(rootElement)).flatMap(([rule, found]) =>
      found.map((finding) => `${finding.id}: ${finding.message} (${rule})`),
    );
    for (const problem of [...warnings.map((warning) => warning.message), ...reports]) {
      findings++;
      console.error(`${relative(process.cwd(), join(models, file))}: ${problem}`);
    }
  }
  if (files.length === 0) {
    throw new Error(`expected models in ${models}`);
  }
  console.log(`models: ${files.length}, findings: ${findings}`);
  process.exitCode = findings === 0 ? 0 : 1;
}

main();
