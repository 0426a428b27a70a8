package io.tillflow.studio.documents;

import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Node.Element;
import java.util.List;
import java.util.Optional;

/** A page that tells everything about a model and what it needs: to read, to print, to send. */
final class Page {
    private static final String STYLE = """
            :root { color-scheme: light; }
            body { font: 14px/1.5 Inter, system-ui, sans-serif; color: #1d1b18; background: #fff; max-width: 960px; margin: 32px auto; padding: 0 24px; }
            h1 { font-size: 26px; margin: 0 0 4px; } h2 { font-size: 19px; margin: 40px 0 8px; border-bottom: 1px solid #e6e3dc; padding-bottom: 4px; }
            h3 { font-size: 15px; margin: 24px 0 4px; break-after: avoid; } .meta { color: #5f5b54; font-size: 12px; margin: 0 0 8px; }
            code { font-family: ui-monospace, Consolas, monospace; font-size: 12px; overflow-wrap: anywhere; }
            table { border-collapse: collapse; width: 100%; margin: 8px 0 16px; font-size: 12px; } tr { break-inside: avoid; }
            th, td { border: 1px solid #d2cec5; padding: 4px 8px; text-align: left; vertical-align: top; overflow-wrap: anywhere; } th { background: #f2f0ec; }
            figure { margin: 16px 0; } figure svg { width: 100%; height: auto; border: 1px solid #e6e3dc; border-radius: 6px; }
            nav ol { columns: 2; font-size: 12px; } a { color: #4f39c2; }
            @media print { body { margin: 0; max-width: none; padding: 0; } nav { display: none; } a { color: inherit; text-decoration: none; } }
            @page { margin: 18mm; }
            """;

    private final Html html = new Html();

    /**
     * The page.
     *
     * @param heading what the model is called, and which version of it this is
     * @param picture the process drawn; nothing for decisions and forms
     * @param companions decisions, forms and processes that it uses
     */
    static String of(Heading heading, ModelFile file, Optional<Picture> picture, List<ModelFile> companions) {
        Page page = new Page();
        page.html.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
                + Html.escaped(heading.name()) + "</title>\n<style>" + STYLE + "</style></head><body>\n");
        page.html.element("h1", heading.name()).element("p", "class=\"meta\"", heading.about());
        page.model(file, picture);
        companions.forEach(page::companion);
        page.html.raw("</body></html>\n");
        return page.html.toString();
    }

    /** What stands at the top. */
    record Heading(String name, String about) {}

    private void model(ModelFile file, Optional<Picture> picture) {
        switch (file.kind()) {
            case BPMN -> {
                Markup markup = Markup.parse(file.text());
                markup.root()
                        .elements("process")
                        .forEach(process -> html.paragraphs(process.first("documentation")
                                .map(Element::text)
                                .orElse("")));
                picture.ifPresent(it -> html.raw("<figure>" + it.svg() + "<figcaption class=\"meta\">Drawn with "
                        + "<a href=\"https://bpmn.io\">bpmn.io</a></figcaption></figure>\n"));
                new ProcessChapter(markup, html).write();
            }
            case DMN -> new DecisionChapter(html).write(file);
            case FORM, UNKNOWN -> new FormChapter(html).write(file);
        }
    }

    private void companion(ModelFile file) {
        switch (file.kind()) {
            case DMN -> new DecisionChapter(html).write(file);
            case FORM -> new FormChapter(html).write(file);
            case BPMN -> {
                html.element("h2", "Called process: " + file.name());
                Markup.parse(file.text())
                        .root()
                        .elements("process")
                        .forEach(process -> html.paragraphs(process.first("documentation")
                                .map(Element::text)
                                .orElse("")));
            }
            case UNKNOWN -> {
                // nothing that a model could use
            }
        }
    }
}
