package io.tillflow.studio.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.kit.Icon;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads to the cases as a file for spreadsheets. */
final class ExportLink {
    private ExportLink() {}

    static Anchor of(Component page, String modelId, DecisionSheet decision) {
        Anchor link = new Anchor(UriComponentsBuilder.fromPath("/api/v1/models/{id}/cases.csv")
                .queryParam("decision", "{decision}")
                .encode()
                .buildAndExpand(modelId, decision.decisionId())
                .toUriString());
        link.add(new Icon("dl"), new Span(page.getTranslation("cases.export")));
        link.addClassNames("btn", "ghost");
        link.setRouterIgnore(true);
        return link;
    }
}
