// What the test of live pages asks a page: is everything still there that could be pressed, and is the focus where it was?
(() => {
  const PRESSED = 'a[href], button, input, select, textarea, summary, tr, [role=row], [tabindex]';
  const words = (node) => [node.localName, node.getAttribute('href') ?? '', node.getAttribute('aria-label') ?? '',
    node.textContent.trim().replace(/\s+/g, ' ').slice(0, 60)].join(' ').replace(/\s+/g, ' ');
  const shown = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getBoundingClientRect().width > 0;
  const among = () => [...document.querySelectorAll('main :is(' + PRESSED + ')')];
  let marked, taken, changes, focused, watcher;

  const hear = (records) => {
    changes += records.length;
    for (const record of records) {
      for (const gone of record.removedNodes) {
        if (gone.nodeType === 1) marked.filter((it) => gone.contains(it.node)).forEach((it) => taken.add(it));
      }
    }
  };
  const begin = () => {
    watcher?.disconnect();
    marked = among().map((node) => ({ node, words: words(node) }));
    taken = new Set();
    changes = 0;
    const able = marked.map((it) => it.node).filter((it) => it.matches('a[href], button, summary, input') && !it.disabled && shown(it));
    focused = able[Math.floor(able.length / 2)] ?? null;
    focused?.focus();
    watcher = new MutationObserver(hear);
    watcher.observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true, attributes: true });
    return marked.length;
  };
  // what was taken away is lost if it came back, as itself or as its twin; what is gone for good may go
  const lost = () => {
    hear(watcher.takeRecords());
    const fresh = new Set(among().filter((node) => !marked.some((it) => it.node === node)).map(words));
    const faults = [...taken].filter((it) => it.node.isConnected || fresh.has(it.words)).map((it) => it.words);
    if (focused?.isConnected && document.activeElement !== focused) faults.push('the focus on ' + words(focused));
    return faults;
  };
  window.livePages = { begin, lost, changes: () => { hear(watcher.takeRecords()); return changes; } };
})();
