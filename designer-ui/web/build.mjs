// Bundles the editors, the theme and the server-side linter into static resources.
// One folder with an index.ts is one feature: feature/index.ts becomes feature.js (and .css).
// Nothing is done again while neither the sources nor the lock file changed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(process.argv[2] ?? path.join(here, '../target/frontend'));
const site = path.join(out, 'META-INF/resources/studio');
const modules = path.join(here, 'node_modules');

const sources = (dir) => fs.readdirSync(dir, { withFileTypes: true })
  .filter((entry) => entry.name !== 'node_modules')
  .flatMap((entry) => entry.isDirectory() ? sources(path.join(dir, entry.name)) : [path.join(dir, entry.name)])
  .sort();

function digest(files) {
  const hash = createHash('sha256');
  files.forEach((file) => hash.update(path.relative(here, file)).update(fs.readFileSync(file)));
  return hash.digest('hex');
}

const stampOf = (file) => fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';

function install() {
  const stamp = path.join(modules, '.tillflow-stamp');
  const wanted = digest([path.join(here, 'package-lock.json'), path.join(here, '.npmrc')]);
  if (stampOf(stamp) === wanted) return;
  console.log('installing the editors\' packages');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here, stdio: 'inherit' });
  fs.writeFileSync(stamp, wanted);
}

const features = () => fs.readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && fs.existsSync(path.join(here, entry.name, 'index.ts')))
  .map((entry) => entry.name);

const production = {
  bundle: true, minify: true, legalComments: 'none', logLevel: 'warning', absWorkingDir: here,
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'empty', '.eot': 'empty', '.svg': 'dataurl' },
};

async function bundle() {
  const { build } = await import('esbuild');
  await build({
    ...production, format: 'esm', splitting: true, target: ['chrome120', 'firefox121', 'safari17'], outdir: site,
    entryPoints: features().map((name) => ({ in: `${name}/index.ts`, out: name })), chunkNames: 'chunks/[hash]',
  });
  await build({
    ...production, format: 'iife', globalName: 'Tillflow', target: 'es2022', platform: 'neutral',
    mainFields: ['module', 'main'], conditions: ['import', 'default'],
    entryPoints: ['lint/server.ts'], outfile: path.join(out, 'lint/server.js'),
  });
}

/** One sheet follows another, so a block left open would swallow all that comes behind it. */
function balanced(file) {
  const css = fs.readFileSync(file, 'utf8');
  if (css.split('{').length !== css.split('}').length) throw new Error(`${path.relative(here, file)}: a block is left open or closed twice`);
  return css;
}

function theme() {
  const icons = fs.readdirSync(path.join(here, 'theme/icons')).map((file) => {
    const svg = fs.readFileSync(path.join(here, 'theme/icons', file), 'utf8').trim();
    return `.i-${path.basename(file, '.svg')}{--tf-i:url("data:image/svg+xml,${encodeURIComponent(svg)}")}`;
  });
  fs.copyFileSync(path.join(here, 'theme/favicon.svg'), path.join(site, 'favicon.svg'));
  const css = ['fonts.css', 'tokens.css', 'studio.css', 'components.css', 'designer.css']
    .map((file) => path.join(here, 'theme', file))
    .filter((file) => fs.existsSync(file))
    .concat(sources(here).filter((file) => path.basename(file) === 'theme.css'))
    .map(balanced);
  fs.writeFileSync(path.join(site, 'studio.css'), [...css, ...icons].join('\n'));
}

function fonts() {
  const to = path.join(site, 'fonts');
  fs.mkdirSync(to, { recursive: true });
  for (const [name, weights] of [['inter', [400, 600]], ['jetbrains-mono', [400]]]) {
    const from = path.join(modules, '@fontsource', name);
    fs.copyFileSync(path.join(from, 'LICENSE'), path.join(to, `${name}-OFL.txt`));
    for (const subset of ['latin', 'latin-ext']) {
      weights.map((weight) => `${name}-${subset}-${weight}-normal.woff2`)
        .forEach((file) => fs.copyFileSync(path.join(from, 'files', file), path.join(to, file)));
    }
  }
}

// what the server says of a model, the editors say as well
const shared = path.join(here, '../src/main/resources/io/tillflow/studio/lint/findings.de.json');
const stamp = path.join(out, '.stamp');
const wanted = digest([...sources(here), shared]);
if (stampOf(stamp) !== wanted) {
  install();
  fs.rmSync(out, { recursive: true, force: true });
  fs.mkdirSync(site, { recursive: true });
  await bundle();
  theme();
  fonts();
  fs.writeFileSync(path.join(out, 'studio-build.properties'), `frontend=${wanted.slice(0, 12)}\n`);
  fs.writeFileSync(stamp, wanted);
}
