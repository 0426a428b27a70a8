'use strict';
// The composed pictures: wide and tall versions of the same still life.
const draw = require('./illustrate.js');

const item = (shape, colour, pattern, x, y, scale, second, more = {}) => ({shape, colour, pattern, second, x, y, scale, seed: 2, ...more});

const status = (width, height, floor, k, xs, y) => draw.compose(width, height, floor, 'sky', 'table', [
  item('mushroomlamp', 'cobalt', 'plain', xs[2], y, 0.72 * k),
  item('basket', 'cobalt', 'plain', xs[1], y + 14 * k, k, 'chalk'),
  item('mug', 'chalk', 'dip', xs[0], y + 22 * k, 0.55 * k, 'cobalt'),
  item('mug', 'chalk', 'dip', xs[0] - 115 * k, y + 40 * k, 0.55 * k, 'cobalt'),
  item('jar', 'brick', 'plain', xs[3], y + 44 * k, 0.42 * k),
], 1, 'Your things, set out for packing');

const SCENES = {
  'scene-hero-tall': () => draw.compose(780, 1120, 900, 'butter', 'window', [
    item('mushroomlamp', 'cobalt', 'plain', 545, 930, 1.15),
    item('mug', 'chalk', 'dip', 590, 1062, 0.52, 'cobalt'),
    item('candle', 'brick', 'flute', 408, 1078, 0.5, 'blush'),
    item('blanket', 'persimmon', 'stripe', 196, 1000, 0.66, 'chalk'),
  ], 2, 'Blue lamp, mug, candle and blanket by a window'),
  'scene-hero-wide': () => draw.compose(1440, 640, 540, 'butter', 'window', [
    item('armchair', 'spruce', 'plain', 1120, 572, 0.86),
    item('cushion', 'persimmon', 'stripe', 1120, 410, 0.34, 'chalk'),
    item('sidetable', 'chalk', 'plain', 800, 590, 0.84, 'persimmon', {wood: 'walnut'}),
    item('mushroomlamp', 'cobalt', 'plain', 868, 296, 0.47),
    item('basket', 'cobalt', 'plain', 1362, 610, 0.44, 'chalk'),
  ], 5, 'A reading corner with a blue lamp'),
  'scene-story': () => draw.compose(900, 640, 520, 'spruce', 'hills', [
    item('tent', 'butter', 'plain', 330, 560, 0.72, 'chalk'),
    item('firebowl', 'ink', 'plain', 660, 590, 0.5),
    item('lantern', 'persimmon', 'plain', 520, 610, 0.34),
    item('mug', 'chalk', 'dip', 790, 616, 0.3, 'cobalt'),
  ], 6, 'Camp by the lake at dusk'),
  'scene-evening': () => draw.compose(900, 600, 490, 'night', 'table', [
    item('mushroomlamp', 'marigold', 'plain', 560, 520, 0.95),
    item('lantern', 'chalk', 'plain', 790, 540, 0.72),
    item('candle', 'persimmon', 'flute', 360, 560, 0.46, 'blush'),
  ], 3, 'Three lights after dark'),
  'scene-lost-tall': () => draw.compose(780, 1040, 840, 'lilac', 'window', [
    item('basket', 'cobalt', 'plain', 390, 900, 1.3, 'chalk'),
  ], 4, 'An empty basket'),
  'scene-lost-wide': () => draw.compose(1440, 560, 460, 'lilac', 'window', [
    item('basket', 'cobalt', 'plain', 1080, 505, 1.15, 'chalk'),
  ], 4, 'An empty basket'),
  'scene-status-tall': () => status(780, 940, 760, 1.05, [190, 420, 655, 560], 800),
  'scene-status-wide': () => status(1440, 460, 380, 0.86, [880, 1080, 1300, 1195], 402),
};

exports.drawAll = out => Object.entries(SCENES).forEach(([name, scene]) => out(name, scene()));
