// Single keys for the inbox. They work wherever the focus is, except where somebody types or a dialog is open.
const KEYS = new Set(['j', 'k', 'c', 'a', 'p', '/']);

function typing(event: KeyboardEvent): boolean {
  return event.composedPath().some((it) => it instanceof HTMLElement
    && (it.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(it.tagName)));
}

class TaskKeys extends HTMLElement {
  private heard = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !KEYS.has(event.key)) return;
    if (typing(event) || document.querySelector('vaadin-dialog[opened]')) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('tf-key', { detail: { key: event.key } }));
  };

  connectedCallback() {
    this.hidden = true;
    document.addEventListener('keydown', this.heard);
  }

  disconnectedCallback() { document.removeEventListener('keydown', this.heard); }
}

customElements.define('tf-task-keys', TaskKeys);
