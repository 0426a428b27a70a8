// Opens models of the studio in a browser, pans and zooms. What to do comes as JSON on the standard input, figures go as JSON to the
// standard output; runs below target, beside the libraries that npm put there.
import puppeteer from 'puppeteer-core';

const MOVE_MS = 3000;
const PATIENCE_MS = 60000;

class Trouble extends Error {}

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const wish = JSON.parse(Buffer.concat(chunks).toString('utf8'));

const browser = await puppeteer.launch({ executablePath: wish.browser, headless: false, args: wish.flags, defaultViewport: null });
try {
  console.log(JSON.stringify(await measure()));
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  console.log(JSON.stringify({ trouble: error.message, ...error.cause }));
} finally {
  await browser.close();
}

async function measure() {
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await signIn(page);
  await page.evaluateOnNewDocument(watch);
  const seen = { large: [], small: [], rest: [], panning: [], zooming: [] };
  for (let run = 0; run <= wish.runs; run++) {
    const small = await open(page, wish.small);
    const large = await open(page, wish.large);
    console.error(`${run === 0 ? 'not counted' : `visit ${run} of ${wish.runs}`}: ${large.toFixed(0)} ms, small model ${small.toFixed(0)} ms`);
    if (run === 0) continue;
    seen.small.push(small);
    seen.large.push(large);
    for (const [name, frames] of Object.entries(await move(page))) seen[name].push(frames);
  }
  return seen;
}

async function signIn(page) {
  await page.goto(`${wish.studio.replace(/\/$/, '')}/login`);
  for (const [name, value] of Object.entries({ username: wish.user, password: wish.password })) {
    await (await page.waitForSelector(`input[name=${name}]`, { visible: true })).type(value);
  }
  await page.click('vaadin-button[slot=submit]');
  await page.waitForFunction(() => location.pathname !== '/login' || /[?&](error|locked|away)/.test(location.search), { timeout: PATIENCE_MS });
  const { pathname, searchParams } = new URL(page.url());
  if (pathname !== '/login') return;
  if (searchParams.has('locked')) throw new Trouble('locked', { cause: { seconds: searchParams.get('locked') } });
  throw new Trouble(searchParams.has('away') ? 'away' : 'refused');
}

/** In the page, from its beginning: keeps the moment when all is drawn, which is after the frame that shows the last of it. */
function watch() {
  const drawn = (kind) => document.querySelectorAll(`.drawing .djs-${kind}[data-element-id]:not([data-element-id$=_label])`).length;
  const look = () => {
    const palette = document.querySelector('.des > .pal .pi');
    const all = { shapes: drawn('shape'), edges: drawn('connection'), palette: palette !== null && palette.getClientRects().length > 0 };
    window.measured = { all };
    requestAnimationFrame(() => {
      const { wanted } = window;
      if (wanted && all.palette && all.shapes >= wanted.shapes && all.edges >= wanted.edges) window.measured = { all, at: performance.now() };
      else look();
    });
  };
  look();
}

/** Milliseconds since the navigation began. */
async function open(page, model) {
  const wanted = await page.evaluateOnNewDocument((it) => { window.wanted = it; }, model);
  try {
    await page.goto(wish.studio.replace(/\/$/, '') + model.path, { waitUntil: 'domcontentloaded', timeout: PATIENCE_MS });
    const at = await page.waitForFunction(() => window.measured?.at, { timeout: PATIENCE_MS });
    return await at.jsonValue();
  } catch (error) {
    if (error.name !== 'TimeoutError') throw error;
    const { all } = await page.evaluate(() => window.measured ?? {});
    throw new Trouble(`Expected ${model.shapes} elements, ${model.edges} flows and the palette within ${PATIENCE_MS / 1000} s, `
      + `but ${page.url()} shows ${JSON.stringify(all)}: see the studio's log.`);
  } finally {
    await page.removeScriptToEvaluateOnNewDocument(wanted.identifier);
  }
}

/** Frames a second of the open page at rest, panned and zoomed, once what comes after the drawing has come. */
async function move(page) {
  await page.waitForNetworkIdle({ idleTime: 1000, concurrency: 2, timeout: PATIENCE_MS });
  const { x, y } = await page.$eval('.drawing', (it) => {
    const { left, top, width, height } = it.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.move(x, y);
  const rest = await frames(page, () => new Promise((resolve) => { setTimeout(resolve, 16); }));
  const panning = await frames(page, (n) => page.mouse.wheel({ deltaX: n % 60 < 30 ? 25 : -25, deltaY: n % 40 < 20 ? 10 : -10 }));
  await page.keyboard.down('Control');
  const zooming = await frames(page, (n) => page.mouse.wheel({ deltaY: n % 40 < 20 ? -40 : 40 }));
  await page.keyboard.up('Control');
  if (rest.moves > 0 || panning.moves === 0 || zooming.moves === 0) {
    throw new Trouble(`Expected the diagram to move by the wheel alone, but of the frames at rest, panning and zooming it moved in ${rest.moves}, ${panning.moves} and ${zooming.moves}.`);
  }
  return { rest: rest.perSecond, panning: panning.perSecond, zooming: zooming.perSecond };
}

async function frames(page, act) {
  await page.evaluate(() => {
    const seen = { at: [], moves: 0, where: null };
    window.counted = seen;
    const frame = (at) => {
      seen.at.push(at);
      const where = document.querySelector('.drawing .djs-container .viewport').getAttribute('transform');
      if (seen.at.length > 1 && where !== seen.where) seen.moves++;
      seen.where = where;
      seen.next = requestAnimationFrame(frame);
    };
    seen.next = requestAnimationFrame(frame);
  });
  const end = performance.now() + MOVE_MS;
  for (let n = 0; performance.now() < end; n++) await act(n);
  return page.evaluate(() => {
    const { at, moves, next } = window.counted;
    cancelAnimationFrame(next);
    return { perSecond: ((at.length - 1) * 1000) / (at.at(-1) - at[0]), moves };
  });
}
