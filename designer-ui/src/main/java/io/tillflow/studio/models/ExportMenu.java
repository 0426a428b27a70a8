package io.tillflow.studio.models;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import io.tillflow.studio.lint.ModelFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a model can be taken away as. */
final class ExportMenu {
    private ExportMenu() {}

    /** Opens at the button; {@code which} says which of the model's states, as in {@code draft=true}. */
    static void at(Component button, Model model, String which) {
        ContextMenu menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        List<String> formats =
                model.kind() == ModelFile.Kind.BPMN ? List.of("svg", "png", "pdf", "html") : List.of("html");
        formats.forEach(format -> menu.addItem(link(button, model, which, format)));
        menu.addItem(link(button, model, which, "source"));
    }

    private static Anchor link(Component button, Model model, String which, String format) {
        String id = URLEncoder.encode(model.id(), StandardCharsets.UTF_8).replace("+", "%20");
        String address = "/api/v1/models/" + id + "/export?format=" + format + "&" + which;
        Anchor link = new Anchor(address, button.getTranslation("model.export." + format));
        link.setRouterIgnore(true);
        if (format.equals("html")) {
            link.setTarget(AnchorTarget.BLANK);
        }
        return link;
    }
}
