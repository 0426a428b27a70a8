'use strict';
// Reads products/*.txt and writes catalogue.json and one gzipped SVG per picture. Same text in, same bytes out.
//   node build.js OUTPUT_DIRECTORY
const fs = require('fs');
const path = require('path');
const zlib = require('zlib');
const draw = require('./illustrate.js');
const german = require('./german.js');
const scenes = require('./scenes.js');

const COLOUR_NAMES = {cobalt: 'Lake blue', harbour: 'Harbour blue', sky: 'Sky blue', spruce: 'Spruce green', ink: 'Ink'};
const FOR_DARK = ['chalk', 'butter', 'blush', 'oat'];
const FOR_LIGHT = ['cobalt', 'persimmon', 'spruce', 'ink', 'plum'];
const PALE = ['sky', 'butter', 'stone', 'blush', 'sage', 'lilac', 'clay', 'marigold', 'rose'];
const INDOOR_SETS = ['window', 'plain', 'table', 'window', 'arch', 'plinth'];

const hash = text => {
  let h = 2166136261;
  for (const c of text) h = Math.imul(h ^ c.charCodeAt(0), 16777619);
  h ^= h >>> 15;
  return (Math.imul(h, 2246822519) ^ (h >>> 13)) >>> 0;
};
const pick = (list, seed) => list[seed % list.length];
const rgb = hex => [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16));
const light = hex => { const [r, g, b] = rgb(hex); return (0.299 * r + 0.587 * g + 0.114 * b) / 255; };
const apart = (a, b) => { const [x, y] = [rgb(a), rgb(b)]; return Math.hypot(...x.map((v, i) => v - y[i])); };
const slugOf = name => name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
const colourName = c => COLOUR_NAMES[c] || c[0].toUpperCase() + c.slice(1);
const weightText = g => g < 1000 ? `${g} g` : `${+(g / 1000).toFixed(1)} kg`;

function parse(file) {
  const category = {products: []};
  let family;
  for (const raw of fs.readFileSync(file, 'utf8').split('\n')) {
    const line = raw.trim();
    const [, key, rest] = line.match(/^(category|family|care|about|sizes): (.*)$/) || [];
    const cells = (rest || line).split('|').map(c => c.trim());
    if (!line) continue;
    if (key === 'category') {
      const [shape, ground, colour] = cells[4].split(' ');
      Object.assign(category, {id: cells[0], name: cells[1], title: cells[2], intro: cells[3], shape, ground, colour});
    } else if (key === 'family') {
      const attributes = cells[4].split(';').map(a => a.split('=')).map(([name, value]) => ({name: name.trim(), value: value.trim()}));
      family = {kind: cells[0], shape: cells[1], place: cells[2], grounds: cells[3].split(' '), attributes, sizes: [['', 1, 1]]};
    } else if (key === 'sizes') {
      family.sizes = rest.split(';').map(s => s.split('=')).map(([n, f]) => [n.trim(), ...f.trim().split(' ').map(Number)]);
    } else if (key) {
      family[key] = rest;
    } else if (cells.length === 8) {
      category.products.push({family, cells, rank: category.products.filter(p => p.family === family).length});
    } else {
      throw new Error(`${file}: expected 8 cells, but found ${cells.length}: ${line}`);
    }
  }
  return category;
}

/** A ground well away from the first colour and clear of the others, so that no variant disappears into its wall. */
function groundFor(family, colours, seed) {
  const far = (g, c) => Math.min(...draw.GROUNDS[g].map(w => apart(w, draw.COLOURS[c])));
  const clear = g => far(g, colours[0]) > 80 && colours.every(c => far(g, c) > 48);
  const turned = list => list.map((_, i) => list[(i + seed) % list.length]);
  return [...turned(family.grounds), ...turned(PALE), 'teal', 'night'].find(clear) || 'stone';
}

function pictures(product, colour, out) {
  const {family, slug, name, pattern, colours, rank} = product;
  const seed = hash(slug) % 97 + 1;
  const second = pick(light(draw.COLOURS[colour]) > 0.6 ? FOR_LIGHT : FOR_DARK, hash(slug));
  const dark = light(draw.COLOURS[colour]) < 0.3;
  const views = [
    {ground: groundFor(family, colours, rank), set: family.place === 'outside' ? 'hills' : pick(INDOOR_SETS, rank + hash(family.kind))},
    {ground: dark ? 'stone' : 'night', set: 'table', scale: 0.92},
    {ground: dark ? 'butter' : light(draw.COLOURS[colour]) > 0.7 ? 'teal' : 'chalk', set: 'plinth'},
  ];
  return views.map((view, i) => {
    const file = `${slug}-${colour}${i ? `-${i + 1}` : ''}`;
    const title = `${name}, ${colourName(colour).toLowerCase()}`;
    out(file, draw.product({shape: family.shape, colour, second, pattern, seed, title, ...view}));
    return file;
  });
}

function stockOf(sku) {
  const h = hash(sku + '#stock') % 100;
  if (h < 2) return 0;
  if (h < 10) return 1 + h % 4;
  return 12 + hash(sku + '#more') % 68;
}

function build(category, entry, out) {
  const {family, cells, rank} = entry;
  const [name, line, euros, grams, pattern, colourList, detail, about] = cells;
  const slug = slugOf(name);
  const product = {family, slug, name, pattern, rank, colours: colourList.split(' ')};
  const sized = family.sizes.length > 1;
  const attributes = [{name: /\d/.test(detail) ? 'Size' : 'Detail', value: detail}, ...family.attributes];
  if (!sized) attributes.push({name: 'Weight', value: weightText(+grams)});
  const variants = [];
  for (const colour of product.colours) {
    const drawn = pictures(product, colour, out);
    family.sizes.forEach(([size, priceFactor, weightFactor], i) => {
      const sku = `${slug}-${colour}${sized ? `-${i + 1}` : ''}`.toUpperCase();
      variants.push({sku, colour, colourName: colourName(colour), size, price: Math.round(euros * priceFactor) * 100,
        weightGrams: Math.max(10, Math.round(grams * weightFactor / 10) * 10), pictures: drawn, stock: stockOf(sku)});
    });
  }
  return {slug, name, line, about: `${about} ${family.about}`, care: family.care, category: category.id, kind: family.kind,
    place: family.place, attributes, popularity: Math.max(1, 900 - rank * 130 + hash(slug) % 240),
    ageDays: 1 + hash(slug + '#age') % 900, variants};
}

function main(output) {
  const pictureDir = path.join(output, 'pictures');
  fs.rmSync(pictureDir, {recursive: true, force: true});
  fs.mkdirSync(pictureDir, {recursive: true});
  const out = (name, svg) => fs.writeFileSync(path.join(pictureDir, `${name}.svg.gz`), zlib.gzipSync(svg, {level: 9}));
  const here = path.join(__dirname, 'products');
  const files = fs.readdirSync(here).sort();
  const categories = files.map(f => parse(path.join(here, f)));
  const built = categories.map(c => c.products.map(p => build(c, p, out)));
  const products = built.flat();
  const names = new Set(products.map(p => p.slug));
  if (names.size !== products.length) throw new Error('expected every product to have a name of its own');
  for (const c of categories) {
    out(`category-${c.id}`, draw.product({shape: c.shape, ground: c.ground, colour: c.colour, second: c.shape === 'throwrail' ? 'chalk' : 'butter',
      pattern: c.shape === 'throwrail' ? 'check' : 'plain', set: ['tent', 'backpack', 'birdhouse'].includes(c.shape) ? 'hills' : 'plain', seed: 2, title: c.name}));
  }
  scenes.drawAll(out);
  out('no-picture', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1000"><path fill="#F4F6F3" d="M0 0h800v1000H0z"/><path fill="none" stroke="#C9CFCA" stroke-width="10" d="M290 400h220v200H290zM290 560l70-70 60 60 40-40 50 50"/></svg>');
  const shelves = categories.map(c => ({id: c.id, name: c.name, title: c.title, intro: c.intro, picture: `category-${c.id}`}));
  fs.writeFileSync(path.join(output, 'catalogue.json'), JSON.stringify({categories: shelves, products,
    texts: [german.texts(path.join(__dirname, 'german'), files, categories, built)]}));
}

main(process.argv[2]);
