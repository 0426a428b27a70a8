// Checks every element template in a folder (the shipped ones unless told) against the schema of its kind. One finding fails.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { validateZeebe } = require('@bpmn-io/element-templates-validator');

const folder = process.argv[2] ?? join(__dirname, '..', 'src', 'main', 'resources', 'element-templates');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
let findings = 0;
const ids = new Set();
for (const file of files) {
  const template = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const { valid, errors } = validateZeebe(template);
  const problems = valid ? [] : errors.map((error) => `${error.instancePath ?? error.dataPath}: ${error.message}`);
  if (ids.has(template.id)) {
    problems.push(`the id ${template.id} is taken by another template`);
  }
  ids.add(template.id);
  for (const problem of problems) {
    findings++;
    console.error(`${file}: ${problem}`);
  }
}
console.log(`templates: ${files.length}, findings: ${findings}`);
process.exitCode = files.length > 0 && findings === 0 ? 0 : 1;
