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
new MutationObserver(() => {
  document.querySelectorAll('vaadin-connection-indicator:not([role])').forEach((it) => it.setAttribute('role', 'status'));
}).observe(document.documentElement, { childList: true, subtree: true });
document.querySelectorAll('vaadin-connection-indicator').forEach((it) => it.setAttribute('role', 'status'));

export {};
