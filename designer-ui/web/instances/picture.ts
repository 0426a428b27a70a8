// A model as a picture in a list: drawn once, fitted whole, nothing to click.
import Viewer from 'bpmn-js/lib/Viewer';

class Picture extends HTMLElement {
  private xmlText = '';
  private viewer?: any;
  private watcher?: ResizeObserver;

  set xml(value: string) { this.xmlText = value ?? ''; void this.draw(); }
  get xml() { return this.xmlText; }

  connectedCallback() {
    if (Object.prototype.hasOwnProperty.call(this, 'xml')) {
      const value = (this as any).xml;
      delete (this as any).xml;
      this.xml = value;
    }
    void this.draw();
  }

  disconnectedCallback() {
    this.watcher?.disconnect();
    this.viewer?.destroy();
    this.viewer = undefined;
    this.replaceChildren();
  }

  private async draw() {
    if (!this.isConnected || !this.xmlText || this.viewer) return;
    this.viewer = new Viewer({
      container: this,
      bpmnRenderer: {
        defaultFillColor: 'var(--tf-diagram-fill)', defaultStrokeColor: 'var(--tf-diagram-ink)', defaultLabelColor: 'var(--tf-diagram-ink)',
      },
      textRenderer: { defaultStyle: { fontFamily: 'Inter, sans-serif', fontSize: 12 } },
    } as any);
    await this.viewer.importXML(this.xmlText);
    this.watcher = new ResizeObserver(() => {
      const canvas = this.viewer?.get('canvas');
      if (!canvas || !this.clientWidth) return;
      canvas.resized();
      canvas.zoom('fit-viewport', 'auto');
    });
    this.watcher.observe(this);
    this.dataset.ready = 'true';
  }
}

customElements.define('tf-picture', Picture);
