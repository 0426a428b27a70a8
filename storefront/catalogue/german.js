'use strict';
// What the catalogue says in German: german/*.txt beside products/*.txt, line by line; sizes and colours by word.
const fs = require('fs');

const COLOURS = {chalk: 'Kreide', oat: 'Hafer', butter: 'Butter', marigold: 'Ringelblume', persimmon: 'Kaki', brick: 'Ziegel', blush: 'Puder',
  rose: 'Rose', plum: 'Pflaume', lilac: 'Flieder', cobalt: 'Seeblau', sky: 'Himmelblau', harbour: 'Hafenblau', teal: 'Petrol', spruce: 'Fichtengrün',
  sage: 'Salbei', moss: 'Moos', ink: 'Tinte', graphite: 'Graphit', steel: 'Stahl', walnut: 'Nussbaum', oak: 'Eiche', ash: 'Esche', brass: 'Messing'};
const DETAILS = {'Five colours, numbered': 'Fünf Farben, nummeriert', 'Flat weave': 'Flachgewebe', Fringed: 'Mit Fransen', 'Handle of ash': 'Griff aus Esche',
  'Handle of iron': 'Griff aus Eisen', 'Handle of oak': 'Griff aus Eiche', 'Handle of steel': 'Griff aus Stahl', Merino: 'Merino',
  'Merino, reflecting thread': 'Merino, reflektierendes Garn', 'Saucer included': 'Mit Untersetzer', 'Two handles': 'Zwei Griffe', 'Zip, hidden': 'Verdeckter Reißverschluss'};
const WORDS = {high: 'hoch', wide: 'breit', long: 'lang', deep: 'tief', folded: 'gefaltet', hours: 'Stunden', and: 'und', to: 'bis', cm: 'cm', ml: 'ml', l: 'l', C: 'C'};

const decimal = text => text.replace(/(\d)\.(\d)/g, '$1,$2');

function detail(text) {
  if (DETAILS[text]) return DETAILS[text];
  return decimal(text).replace(/[A-Za-z]+/g, word => {
    if (!WORDS[word]) throw new Error(`expected a German word for "${word}" in "${text}"`);
    return WORDS[word];
  });
}

/** The families of one file, in its order. */
function read(file) {
  const shelf = {families: []};
  let family;
  for (const raw of fs.readFileSync(file, 'utf8').split('\n')) {
    const line = raw.trim();
    const [, key, rest] = line.match(/^(category|family|care|about|sizes): (.*)$/) || [];
    const cells = (rest || line).split('|').map(c => c.trim());
    if (!line) continue;
    if (key === 'category') {
      Object.assign(shelf, {name: cells[0], title: cells[1], intro: cells[2]});
    } else if (key === 'family') {
      const attributes = cells[1].split(';').map(a => a.split('=')).map(([name, value]) => ({name: name.trim(), value: value.trim()}));
      family = {kind: cells[0], attributes, products: []};
      shelf.families.push(family);
    } else if (key === 'sizes') {
      family.sizes = rest.split(';').map(s => s.trim());
    } else if (key) {
      family[key] = rest;
    } else if (cells.length === 3) {
      family.products.push(cells);
    } else {
      throw new Error(`${file}: expected name, line and text, but found ${cells.length} cells: ${line}`);
    }
  }
  return shelf;
}

/** The texts of a product that was built of an entry. */
function product(built, entry, family) {
  const cells = family.products[entry.rank];
  const attributes = built.attributes.map((known, i) => {
    if (i === 0) return {name: known.name === 'Size' ? 'Größe' : 'Besonderes', value: detail(known.value)};
    return i <= family.attributes.length ? family.attributes[i - 1] : {name: 'Gewicht', value: decimal(known.value)};
  });
  const sizes = entry.family.sizes.map(([size]) => size);
  return {slug: built.slug, name: cells[0], line: cells[1], about: `${cells[2]} ${family.about}`, care: family.care, kind: family.kind, attributes,
    variants: built.variants.map(v => ({sku: v.sku, colourName: COLOURS[v.colour], size: v.size && (family.sizes || sizes)[sizes.indexOf(v.size)]}))};
}

/** All texts; {@code built} are the products of each category as the English files made them. */
function texts(folder, files, categories, built) {
  const shelves = files.map(f => read(`${folder}/${f}`));
  const products = categories.flatMap((category, c) => {
    const families = [...new Set(category.products.map(p => p.family))];
    if (families.length !== shelves[c].families.length) throw new Error(`${files[c]}: expected ${families.length} families, but found ${shelves[c].families.length}`);
    return category.products.map((entry, i) => {
      const family = shelves[c].families[families.indexOf(entry.family)];
      const expected = category.products.filter(p => p.family === entry.family).length;
      if (family.products.length !== expected) throw new Error(`${files[c]}, ${family.kind}: expected ${expected} products, but found ${family.products.length}`);
      return product(built[c][i], entry, family);
    });
  });
  return {language: 'de', categories: categories.map(({id}, c) => ({id, name: shelves[c].name, title: shelves[c].title, intro: shelves[c].intro})), products};
}

module.exports = {texts};
