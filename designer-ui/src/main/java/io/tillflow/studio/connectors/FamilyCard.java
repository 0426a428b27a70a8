package io.tillflow.studio.connectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.connectors.Installed.Family;
import io.tillflow.studio.connectors.Installed.JobType;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.kit.Times;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** A family: who stands behind it, how it does, what its actions did. */
class FamilyCard extends Div {

    FamilyCard(Family family, Clock clock) {
        addClassNames("card", "family");
        add(head(family));
        if (family.lastError() != null) {
            add(trouble(family, clock));
        }
        if (!family.jobTypes().isEmpty()) {
            add(table(family.jobTypes()));
        }
    }

    /** A family in the words of the page's language; one that is new here keeps its own name. */
    static String name(Component page, String family) {
        String key = "connectors.family." + family;
        String name = page.getTranslation(key);
        return name.contains(key) ? family : name;
    }

    private Header head(Family family) {
        Span provider = Pieces.text(getTranslation("connectors.provider", family.provider()), "meta");
        String others = family.providers().stream()
                .filter(it -> !it.equals(family.provider()))
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            provider.getElement().setAttribute("title", getTranslation("connectors.others", others));
        }
        Span under = Pieces.text(
                getTranslation("connectors.breaker." + family.breaker())
                        + (family.underWay() > 0
                                ? " · " + getTranslation("connectors.underway", family.underWay())
                                : ""),
                "meta");
        return new Header(Pieces.text(name(this, family.name()), "strong"), provider, badge(family.health()), under);
    }

    private Badge badge(String health) {
        State state = switch (health) {
            case "up" -> State.COMPLETED;
            case "troubled" -> State.DRAFT;
            default -> State.INCIDENT;
        };
        return new Badge(state, getTranslation("connectors.health." + health));
    }

    private Div trouble(Family family, Clock clock) {
        Div line = new Div(Pieces.text(getTranslation("connectors.last"), "strong"));
        if (family.lastErrorAt() != null) {
            line.add(Times.ago(family.lastErrorAt(), clock, getLocale()));
        }
        line.add(Pieces.text(String.valueOf(family.lastError()), "trouble"));
        line.addClassNames("note", "family-trouble", "up".equals(family.health()) ? "waiting" : "draft");
        return line;
    }

    private Div table(List<JobType> types) {
        NativeTable table = new NativeTable();
        NativeTableRow heads = new NativeTableRow(
                new NativeTableHeaderCell(getTranslation("connectors.action")),
                new NativeTableHeaderCell(getTranslation("connectors.effect")),
                figureHead("connectors.minute"),
                figureHead("connectors.flight"),
                figureHead("connectors.takes"),
                figureHead("connectors.completed"),
                figureHead("connectors.failed"),
                figureHead("connectors.thrown"));
        table.getHead().add(heads);
        types.forEach(type -> table.getBody().add(row(type)));
        Div box = new Div(table);
        box.addClassName("table-box");
        box.getElement().setAttribute("tabindex", "0");
        return box;
    }

    private NativeTableRow row(JobType type) {
        Div name = new Div(new Span(type.name()), Pieces.text(type.type(), "mono", "dim"));
        name.addClassNames("row");
        if (type.ownShopOnly() != null) {
            Span own = Pieces.text(getTranslation("connectors.own-shop"), "meta");
            own.getElement().setAttribute("title", getTranslation("connectors.own-shop.why"));
            name.add(own);
        }
        return new NativeTableRow(
                new NativeTableCell(name),
                new NativeTableCell(getTranslation("connectors.effect." + type.effectClass())),
                figure(type.completedLastMinute()),
                figure(type.inFlight()),
                takes(type),
                figure(type.completed()),
                figure(type.failed()),
                figure(type.thrown()));
    }

    private NativeTableHeaderCell figureHead(String key) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation(key));
        cell.addClassName("r");
        return cell;
    }

    /** How long most tries took; half of them by the title. */
    private NativeTableCell takes(JobType type) {
        if (type.p95Ms() == null) {
            NativeTableCell never = new NativeTableCell("–");
            never.addClassNames("r", "dim");
            return never;
        }
        NativeTableCell cell = new NativeTableCell(getTranslation("connectors.ms", type.p95Ms()));
        cell.addClassNames("r", "num");
        cell.getElement().setAttribute("title", getTranslation("connectors.takes.half", type.medianMs()));
        return cell;
    }

    private NativeTableCell figure(long value) {
        NativeTableCell cell = new NativeTableCell(String.format(getLocale(), "%,d", value));
        cell.addClassNames("r", "num");
        cell.setClassName("dim", value == 0);
        return cell;
    }
}
