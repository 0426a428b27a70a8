import './unkept';

// The colour scheme follows the system unless the user chose one.
declare global {
  interface Window { tillflowScheme: (scheme: string) => void }
}
const KEY = 'tillflow-scheme';

function apply(scheme: string | null) {
  if (scheme === 'light' || scheme === 'dark') document.documentElement.dataset.scheme = scheme;
  else delete document.documentElement.dataset.scheme;
}

window.tillflowScheme = (scheme) => {
  localStorage.setItem(KEY, scheme);
  apply(scheme);
};
apply(localStorage.getItem(KEY));

// The framework's line that tells of a lost connection stands outside of every landmark; as a status it is heard where it is.
interface Line extends HTMLElement { offlineText: string; reconnectingText: string; onlineText: string }
const word = (en: string, de: string) => document.documentElement.lang.startsWith('de') ? de : en;

function name(line: Line) {
  line.setAttribute('role', 'status');
  line.offlineText = line.reconnectingText = word('No connection to the studio. What you see may be old; it goes on by itself.',
    'Keine Verbindung zum Studio. Was Sie sehen, kann veraltet sein; es geht von selbst weiter.');
  line.onlineText = word('Connected again', 'Wieder verbunden');
}

new MutationObserver(() => document.querySelectorAll<Line>('vaadin-connection-indicator:not([role])').forEach(name))
  .observe(document.documentElement, { childList: true, subtree: true });
document.querySelectorAll<Line>('vaadin-connection-indicator').forEach(name);

export {};
