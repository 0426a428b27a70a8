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

export {};
