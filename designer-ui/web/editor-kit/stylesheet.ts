// the bundler moves what several features use into a folder below them
const FEATURES = new URL(import.meta.url.includes('/chunks/') ? '..' : '.', import.meta.url);

/** Loads <name>.css, the styles that the bundler put beside a feature, once. */
export function stylesheet(name: string): Promise<void> {
  const { href } = new URL(`./${name}.css`, FEATURES);
  const known = document.querySelector<HTMLLinkElement>(`link[href="${href}"]`);
  if (known) return known.sheet ? Promise.resolve() : loaded(known);
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  const done = loaded(link);
  document.head.append(link);
  return done;
}

function loaded(link: HTMLLinkElement): Promise<void> {
  return new Promise((resolve) => {
    link.addEventListener('load', () => resolve(), { once: true });
    link.addEventListener('error', () => resolve(), { once: true });
  });
}
