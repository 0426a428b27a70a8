// A step that a template makes is called like it until somebody calls it otherwise.
class TemplateNames {
  static $inject = ['eventBus', 'modeling', 'elementTemplates', 'translate'];

  constructor(eventBus: any, modeling: any, elementTemplates: any, translate: (words: string) => string) {
    eventBus.on('commandStack.shape.create.postExecuted', ({ context: { shape } }: any) => {
      const template = shape.labelTarget || shape.businessObject?.name ? undefined : elementTemplates.get(shape);
      if (template) modeling.updateProperties(shape, { name: translate(template.name) });
    });
  }
}

export const templateNames = { __init__: ['templateNames'], templateNames: ['type', TemplateNames] };
