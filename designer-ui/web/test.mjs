// Runs every *.test.ts with Node's own test runner.
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(process.argv[2] ?? path.join(here, '../target/frontend-tests'));
const tests = fs.readdirSync(here, { recursive: true }).filter((file) => !file.startsWith('node_modules') && file.endsWith('.test.ts'));

fs.rmSync(out, { recursive: true, force: true });
await build({
  absWorkingDir: here, bundle: true, format: 'esm', platform: 'node', logLevel: 'warning', outdir: out, outExtension: { '.js': '.mjs' },
  mainFields: ['module', 'main'], conditions: ['import', 'default'],
  entryPoints: tests.map((file) => ({ in: file, out: file.replace(/\.ts$/, '').replaceAll(path.sep, '-') })),
});
const built = fs.readdirSync(out).filter((file) => file.endsWith('.mjs')).map((file) => path.join(out, file));
process.exitCode = spawnSync(process.execPath, ['--test', '--test-reporter=dot', ...built], { stdio: 'inherit' }).status ?? 1;
