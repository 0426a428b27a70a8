// What the test of all pages asks a page: is it quiet, what does axe say, and where does the Tab key lead?
(() => {
  // of the way, what is told when it is a circle
  const TOLD = 40;
  // so often by one element is a circle: a browser on a busy machine can go back a step or two, seen at a product's pictures
  const CAUGHT = 8;
  const FOCUSABLE = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [contenteditable=true], [tabindex]';

  const above = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;
  const deepest = (node = document.activeElement) => {
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    return node;
  };
  function* flat(node) {
    yield node;
    const below = node.localName === 'slot' && node.assignedElements().length ? node.assignedElements() : (node.shadowRoot ?? node).children;
    for (const child of below) yield* flat(child);
  }
  const within = (node, scope) => {
    for (let at = node; at; at = above(at)) if (at === scope) return true;
    return false;
  };
  const shown = (node) => {
    const box = node.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && node.checkVisibility({ visibilityProperty: true });
  };
  const isInteractive = (node) => node.matches(FOCUSABLE) && node.tabIndex >= 0 && !node.disabled && !node.closest('[inert]') && shown(node);
  const words = (node) => {
    const text = (node.getAttribute('aria-label') ?? node.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
    const way = [];
    for (let at = node; at && way.length < 4; at = above(at)) {
      way.unshift(at.localName + (at.id && !/\d/.test(at.id) ? '#' + at.id : '') + (at.classList.length ? '.' + [...at.classList].join('.') : ''));
    }
    return way.join(' > ') + ' "' + text + '"';
  };
  const style = (node, pseudo) => {
    const s = getComputedStyle(node, pseudo);
    const outline = s.outlineStyle === 'none' || s.outlineWidth === '0px' ? '' : s.outlineStyle + s.outlineWidth + s.outlineColor;
    return [outline, s.boxShadow, s.borderColor, s.borderWidth, s.backgroundColor, s.color, s.textDecoration, s.stroke, s.strokeWidth, s.fill].join('|');
  };
  // how an element and what is drawn around it look
  const look = (node) => {
    const all = [];
    for (let at = node, steps = 0; at && steps < 7 && at.localName !== 'main'; at = above(at), steps++) {
      all.push(style(at));
      if (steps === 0) all.push(style(at, '::before'), style(at, '::after'));
      at.shadowRoot?.querySelectorAll('[part]').forEach((part) => all.push(style(part), style(part, '::before'), style(part, '::after')));
    }
    return all.join('\n');
  };
  const calm = () => Promise.all(document.getAnimations()
    .filter((it) => it.effect?.getComputedTiming().endTime !== Infinity)
    .map((it) => it.finished.catch(() => {})));
  const busy = () => Object.values(window.Vaadin?.Flow?.clients ?? {}).some((it) => it.isActive?.());
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  async function quiet(still = 150, most = 10_000) {
    let last = performance.now();
    const begun = last;
    const watcher = new MutationObserver(() => { last = performance.now(); });
    watcher.observe(document, { subtree: true, childList: true, attributes: true });
    while (performance.now() - begun < most && (busy() || performance.now() - last < still)) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    watcher.disconnect();
    await document.fonts.ready;
    await calm();
  }

  async function faults() {
    const found = await window.axe.run(document, { resultTypes: ['violations'] });
    return found.violations.flatMap((it) => it.nodes.map((node) => it.id + ': ' + node.target.join(' ') + ' ' + node.html.slice(0, 160)
      + ' (' + (node.any[0] ?? node.all[0] ?? node.none[0])?.message?.slice(0, 160) + ')'));
  }

  // the page's own content; a page without a frame is all content
  const scope = () => document.querySelector('main') ?? document.body;
  let walk = null;

  function walkBegins() {
    const main = scope();
    deepest()?.blur?.();
    const elements = [...flat(main)].filter((it) => it !== main && isInteractive(it));
    walk = { main, elements, rest: new Map(elements.map((it) => [it, look(it)])), reached: new Map(), faint: new Set(), cells: new Set(), seen: 0, left: false, round: false, way: [] };
    walk.heard = (event) => {
      const at = event.composedPath()[0];
      walk.seen++;
      walk.way.push(words(at));
      if (!within(at, main)) {
        walk.left ||= walk.reached.size > 0;
        return;
      }
      const times = (walk.reached.get(at) ?? 0) + 1;
      walk.reached.set(at, times);
      walk.round ||= times > CAUGHT;
      if (at.isContentEditable) walk.cells.add(at.closest('td'));
      if (walk.rest.get(at) === look(at)) walk.faint.add(at);
    };
    // before the page hears of it: some editors keep it to themselves
    window.addEventListener('focusin', walk.heard, true);
    main.tabIndex = -1;
    main.focus({ preventScroll: true });
    walk.seen = 0;
    return elements.length;
  }

  // where the walk is: not yet through, out of the content again, or caught
  function walkIs() {
    const moved = walk.seen > 0;
    walk.seen = 0;
    const at = deepest();
    const inside = at && at !== document.body && at !== walk.main && within(at, walk.main);
    // a page that is all content is walked in a circle; where there is more beside the content, the way leads there
    const alone = !document.querySelector('.rail, .tabbar');
    if (walk.left || (!moved && !inside) || (walk.round && alone)) return 'out';
    return walk.round ? 'caught in a circle, at ' + words(at) + ' by way of ' + walk.way.slice(-TOLD).join(', ') : moved ? 'on' : 'caught at ' + words(at);
  }

  // a cell that becomes an editor when it is reached is another element then
  const isReached = (node) => walk.reached.has(node)
    || (node.type === 'radio' && [...walk.reached.keys()].some((it) => it.type === 'radio' && it.name === node.name))
    || (node.isContentEditable && node.closest('td') !== null && walk.cells.has(node.closest('td')));

  async function walkEnds() {
    window.removeEventListener('focusin', walk.heard, true);
    const missed = walk.elements.filter((it) => it.isConnected && isInteractive(it) && !isReached(it)).map((it) => 'not reached by Tab: ' + words(it));
    const faint = [];
    for (const it of walk.faint) {
      it.focus({ focusVisible: true });
      await frame();
      await calm();
      if (it.isConnected && deepest() === it && walk.rest.get(it) === look(it)) faint.push('looks the same with and without the focus: ' + words(it));
    }
    deepest()?.blur();
    walk.main.removeAttribute('tabindex');
    walk = null;
    return [...missed, ...faint];
  }

  // the host of an open dialog has no box of its own: it is asked, not looked at
  const dialogs = () => [...document.querySelectorAll('vaadin-dialog, vaadin-dialog-overlay')]
    .filter((it) => it.opened);
  const dialogsOpen = () => dialogs().length;
  // where the focus is when it is not in the dialog: nothing when all is well
  const focusOutsideDialog = () => {
    const at = deepest();
    return dialogs().some((it) => within(at, it)) ? '' : words(at);
  };
  let opener = null;
  const rememberOpener = () => { opener = deepest(); };
  // a page that was drawn anew has another button of the same name there
  const focusNotBack = () => {
    const at = deepest();
    return at === opener || words(at) === words(opener) ? '' : words(at) + ' instead of ' + words(opener);
  };

  window.pageLook = { quiet, faults, walkBegins, walkIs, walkEnds, dialogsOpen, focusOutsideDialog, rememberOpener, focusNotBack };
})();
