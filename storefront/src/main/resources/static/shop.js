// Improvements on pages that work without it: steppers, countdowns, live orders.
(() => {
  'use strict';
  document.documentElement.classList.add('js');

  // htmx comes once everything to see is there: until then its links and forms go where they go without it.
  const htmxAddress = document.currentScript.dataset.htmx;
  addEventListener('load', () => {
    const script = document.createElement('script');
    script.src = htmxAddress;
    script.addEventListener('load', () => listen());
    document.head.append(script);
  }, {once: true});

  document.addEventListener('click', event => {
    const step = event.target.closest('[data-step]');
    if (!step) return;
    const field = step.parentElement.querySelector('input');
    field.value = Math.min(20, Math.max(1, (parseInt(field.value, 10) || 1) + Number(step.dataset.step)));
  });

  // A second press of the same button while the first is on its way does nothing.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post' || form.closest('[hx-boost="true"]')) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    setTimeout(() => delete form.dataset.sent, 4000);
  });
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(f => delete f.dataset.sent));

  const text = seconds => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  setInterval(() => document.querySelectorAll('.hold[data-until]').forEach(box => {
    const left = Math.max(0, Math.round((new Date(box.dataset.until) - Date.now()) / 1000));
    box.querySelector('.c').textContent = text(left);
    box.querySelector('progress').value = left;
    const say = box.querySelector('[role=status]');
    if (left === 300) say.textContent = box.dataset.five;
    if (left === 60) say.textContent = box.dataset.one;
    if (left === 0 && !box.dataset.over) {
      box.dataset.over = 'yes';
      location.reload();
    }
  }), 1000);

  function follow(live) {
    let source;
    const refresh = async () => {
      const answer = await fetch(live.dataset.live, {headers: {'X-Requested-With': 'fetch'}});
      if (!answer.ok) return;
      if (live.querySelector('.cancel[open]')) return;
      live.innerHTML = await answer.text();
      if (!live.querySelector('.livemark').textContent.trim()) source.close();
    };
    source = new EventSource(live.dataset.events);
    let opened = false;
    source.onopen = () => { if (opened) refresh(); opened = true; };
    source.addEventListener('changed', refresh);
    const mark = on => live.querySelector('.livemark')?.classList.toggle('off', !on);
    source.onerror = () => mark(false);
    source.addEventListener('open', () => mark(true));
    addEventListener('pagehide', () => source.close());
  }
  document.querySelectorAll('[data-events]').forEach(follow);

  // Prices of what is on the page, as they change. A page nobody looks at does not listen; it asks what it missed.
  let since = document.body.dataset.now;
  let prices;
  const priced = () => [...document.querySelectorAll('[data-price]')];
  const reprice = slug => {
    const whole = new Set();
    priced().filter(e => e.dataset.price === slug).forEach(e => {
      if (!e.dataset.whole) htmx.ajax('GET', e.dataset.src, {target: e, swap: 'innerHTML'});
      else if (!whole.has(e.dataset.whole)) {
        whole.add(e.dataset.whole);
        htmx.ajax('GET', e.dataset.src, {target: e.dataset.whole, select: e.dataset.whole, swap: 'outerHTML'});
      }
    });
  };
  const listen = () => {
    prices?.close();
    const slugs = [...new Set(priced().map(e => e.dataset.price))].slice(0, 60);
    if (!slugs.length || document.hidden || !window.htmx) return;
    prices = new EventSource(`/prices/events?since=${since}&products=${slugs.join(',')}`);
    prices.addEventListener('price', event => {
      since = event.lastEventId;
      reprice(event.data);
    });
  };
  document.addEventListener('visibilitychange', listen);
  document.addEventListener('htmx:historyRestore', listen);
  document.addEventListener('htmx:afterSettle', event => {
    if (event.target.querySelector?.('[data-price]') && event.target.id !== 'basket') listen();
  });
  addEventListener('pagehide', () => prices?.close());
})();
