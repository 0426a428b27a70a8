package io.tillflow.studio.intelligence;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.intelligence.Models.Version;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.State;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The versions of a model side by side: what each learned from, its figure beside the simple rule's, its gain as a picture. */
class VersionTable extends Div {
    private static final int SHOWN = 12;

    private final Optional<ModelCard.Acts> acts;
    private final double widest;
    private final boolean answering;

    /** @param answering whether there is a version in use that another could answer beside */
    VersionTable(List<Version> versions, boolean answering, Optional<ModelCard.Acts> acts) {
        this.acts = acts;
        this.answering = answering;
        this.widest = GainPicture.widest(versions);
        NativeTable table = new NativeTable();
        table.getHead().add(heads(versions.getFirst().model()));
        versions.stream().limit(SHOWN).forEach(version -> table.getBody().add(row(version)));
        add(table);
        addClassName("table-box");
        getElement().setAttribute("tabindex", "0");
    }

    private NativeTableRow heads(String model) {
        NativeTableRow heads = new NativeTableRow();
        for (String key : List.of("version", "rows", "figure", "baseline", "gain", "versus", "gate", "trained")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation(
                    "intelligence.column." + (List.of("figure", "rows").contains(key) ? key + "." + model : key)));
            cell.setClassName("r", List.of("rows", "figure", "baseline").contains(key));
            heads.add(cell);
        }
        NativeTableHeaderCell act =
                new NativeTableHeaderCell(Pieces.text(getTranslation("intelligence.column.act"), "vh"));
        heads.add(act);
        return heads;
    }

    private NativeTableRow row(Version version) {
        Div name = new Div(Pieces.text("v" + version.version(), "num", "strong"), state(version));
        if (version.shadowedAt() != null) {
            name.add(new Badge(State.RUNNING, getTranslation("intelligence.shadow.beside")));
        }
        name.addClassName("row");
        NativeTableRow row = new NativeTableRow(
                new NativeTableCell(name),
                figure(
                        String.format(getLocale(), "%,d", version.rows()),
                        getTranslation("intelligence.cases", version.cases())),
                figure(percent(version.figure()), version.metric()),
                figure(percent(version.baseline()), version.baselineName()),
                new NativeTableCell(new GainPicture(version, widest, getLocale())),
                new NativeTableCell(versus(version)),
                new NativeTableCell(getTranslation(
                        version.reason() == null
                                ? "intelligence.gate.waits"
                                : "intelligence.gate." + version.reason())),
                new NativeTableCell(when(version)),
                new NativeTableCell(act(version)));
        return Redraw.keyed(row, version.version());
    }

    private Badge state(Version version) {
        String word = getTranslation("intelligence.state." + version.state().toLowerCase(Locale.ROOT));
        return switch (version.state()) {
            case "LIVE" -> new Badge(State.COMPLETED, word);
            case "REFUSED" -> new Badge(State.INCIDENT, word);
            case "CANDIDATE" -> new Badge(State.DRAFT, word);
            default -> new Badge(State.CANCELLED, word);
        };
    }

    private NativeTableCell figure(String value, String title) {
        NativeTableCell cell = new NativeTableCell(value);
        cell.addClassNames("r", "num");
        cell.getElement().setAttribute("title", title);
        return cell;
    }

    private String percent(double share) {
        return String.format(getLocale(), "%.1f %%", share * 100);
    }

    private Span versus(Version version) {
        Double gain = version.gainOverLive();
        return gain == null
                ? Pieces.text(getTranslation("intelligence.versus.none"), "dim")
                : Pieces.text(
                        getTranslation(
                                "intelligence.versus",
                                GainPicture.points(gain, getLocale()),
                                String.valueOf(version.predecessor())),
                        "num");
    }

    private Div when(Version version) {
        Div when = new Div(Pieces.ago(version.trainedAt()));
        if (version.promotedBy() != null) {
            when.add(Pieces.text(version.promotedBy(), "meta"));
        }
        when.addClassName("row");
        return when;
    }

    private Component act(Version version) {
        Div row = new Div();
        row.addClassName("row");
        acts.filter(can -> !version.state().equals("LIVE")).ifPresent(can -> {
            if (answering && version.shadowedAt() == null) {
                row.add(Pieces.button(
                        getTranslation("intelligence.shadow"),
                        "eye",
                        () -> can.shadow(version.model(), version.version()),
                        "sm",
                        "ghost"));
            }
            row.add(Pieces.button(
                    getTranslation("intelligence.promote"),
                    "up",
                    () -> can.promote(
                            version.model(), version.version(), version.state().equals("REFUSED")),
                    "sm",
                    "ghost"));
        });
        return row;
    }
}
