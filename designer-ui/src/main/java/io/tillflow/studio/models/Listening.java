package io.tillflow.studio.models;

/** What is drawn is kept, others are told of it, and it is told what becomes of its model. */
final class Listening {
    private Listening() {}

    static Company to(ModelView view, Workbench workbench, Model model, Editor surface, Notes notes) {
        DeletedNote deleted = new DeletedNote(view, workbench, notes, surface, view::kept);
        surface.onTouched(view::touch);
        surface.onChanged(view::drawn);
        KeptNote kept = new KeptNote(view, workbench, surface, model);
        surface.remembered(it -> kept.offer(it, notes));
        return new Company(
                workbench.presence(),
                model.id(),
                workbench.person(),
                surface,
                view.isDrawn(),
                () -> deleted.look(model));
    }
}
