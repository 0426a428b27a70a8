package io.tillflow.studio.play.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.instances.Amounts;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.play.BacktestReport;
import io.tillflow.studio.play.BacktestReport.Difference;
import io.tillflow.studio.play.BacktestReport.Repaired;
import io.tillflow.studio.play.Backtests;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What this drawing would have done to orders that really came: how many go the same way, and how the others differ. */
final class PastTab extends Div {
    private static final int MOST_INSTANCES = 200;
    private static final int SHOWN = 50;
    private static final String WAITS = "waits at ";

    private final ProcessModel model;
    private final Consumer<String> reveal;
    private final Select<Integer> days = new Select<>();
    private final TextField only = new TextField();
    private final NativeButton run;
    private final NativeButton stop;
    private final Div told = new Div();

    /** @param replay what came in the last days, or one order; its report comes back by {@link #show} */
    PastTab(ProcessModel model, Consumer<Backtests.Past> replay, Runnable giveUp, Consumer<String> reveal) {
        this.model = model;
        this.reveal = reveal;
        addClassName("tab");
        days.setItems(1, 7, 30, 90);
        days.setValue(7);
        days.setItemLabelGenerator(it -> getTranslation("play.past.days", it));
        days.setAriaLabel(getTranslation("play.past.which"));
        run = Pieces.button(getTranslation("play.past.run"), "history", () -> replay.accept(which()));
        stop = Pieces.button(getTranslation("play.past.stop"), "", giveUp);
        stop.setVisible(false);
        only.setPlaceholder(getTranslation("play.past.only"));
        only.setAriaLabel(getTranslation("play.past.only"));
        only.setClearButtonVisible(true);
        only.setMaxLength(200);
        only.setWidthFull();
        Div head = new Div(row(days, Pieces.text("", "grow"), stop, run), only);
        head.addClassName("begin");
        told.add(new EmptyState("history", getTranslation("play.past.title"), getTranslation("play.past.text")));
        add(head, told);
    }

    private Backtests.Past which() {
        return new Backtests.Past(days.getValue(), MOST_INSTANCES, only.getValue());
    }

    void busy(boolean yes) {
        run.setEnabled(!yes);
        run.getElement().setAttribute("aria-busy", String.valueOf(yes));
        stop.setVisible(yes);
        if (yes) {
            told.removeAll();
            told.add(Pieces.block(getTranslation("play.past.running"), "meta", "sec"));
        }
    }

    void at(int done, int all) {
        told.removeAll();
        told.add(Pieces.block(getTranslation("play.past.at", done, all), "meta", "sec"));
    }

    /** The replay did not come to an end. */
    void failed() {
        told.removeAll();
        told.add(Pieces.block(getTranslation("play.past.failed"), "meta", "sec"));
    }

    void show(BacktestReport report) {
        told.removeAll();
        if (report.replayed() == 0) {
            told.add(
                    new EmptyState("history", getTranslation("play.past.none"), getTranslation("play.past.none.text")));
            return;
        }
        int others = report.different().size();
        UnorderedList list = new UnorderedList();
        list.addClassName("stories");
        List<Difference> shown = report.different().subList(0, Math.min(SHOWN, others));
        shown.forEach(it -> list.add(item(it, report.currency())));
        report.repaired().stream().limit(SHOWN).forEach(it -> list.add(item(it)));
        told.add(sums(report), list);
        if (others > SHOWN) {
            told.add(Pieces.block(getTranslation("play.past.more", others - SHOWN), "meta", "sec"));
        }
    }

    private Div sums(BacktestReport report) {
        Div sums = new Div(row(
                badge(report.same(), report.different().size()),
                Pieces.text("", "grow"),
                Pieces.text(money(report.moneyDelta(), report.currency()), "num", "strong")));
        if (report.durations().compared() > 0) {
            sums.add(Pieces.block(
                    getTranslation(
                            "play.past.lasted",
                            report.durations().compared(),
                            lasted(report.durations().was()),
                            lasted(report.durations().wouldBe())),
                    "num"));
        }
        sums.add(Pieces.block(
                report.skipped() == 0
                        ? getTranslation("play.past.meaning")
                        : getTranslation("play.past.meaning") + " "
                                + getTranslation("play.past.skipped", report.skipped()),
                "meta"));
        if (!report.repaired().isEmpty()) {
            sums.add(Pieces.block(
                    getTranslation("play.past.repaired", report.repaired().size()), "meta"));
        }
        sums.addClassName("sec");
        return sums;
    }

    private Badge badge(int same, int others) {
        if (same + others == 0) {
            return new Badge(State.WAITING, getTranslation("play.past.incomparable"));
        }
        return others == 0
                ? new Badge(State.COMPLETED, getTranslation("play.past.same", same))
                : new Badge(State.DRAFT, getTranslation("play.past.differ", others, same + others));
    }

    private ListItem item(Repaired repaired) {
        String acts = repaired.acts().stream()
                .map(it -> getTranslation("play.past.act." + it))
                .collect(Collectors.joining(", "));
        ListItem item = new ListItem(row(Pieces.instanceLink(repaired.key(), repaired.instance())));
        item.add(Pieces.block(getTranslation("play.past.by-hand", acts), "meta"));
        return item;
    }

    private ListItem item(Difference difference, String currency) {
        String name = difference.instance().isEmpty() ? "" + difference.key() : difference.instance();
        Component where = Pieces.text("");
        if (!difference.element().isEmpty()) {
            where = Pieces.button(
                    model.label(difference.element()), "", () -> reveal.accept(difference.element()), "ghost", "sm");
        }
        ListItem item = new ListItem(row(
                Pieces.instanceLink(difference.key(), name),
                where,
                Pieces.text("", "grow"),
                Pieces.text(difference.moneyDelta() == 0 ? "" : money(difference.moneyDelta(), currency), "num")));
        if (!difference.element().isEmpty()) {
            String how = getTranslation("play.past.was", words(difference.was()), words(difference.wouldBe()));
            item.add(Pieces.block(how, "meta"));
        } else if (difference.moneyDelta() != 0) {
            item.add(Pieces.block(getTranslation("play.past.money"), "meta"));
        }
        if (difference.later() != 0) {
            String which = difference.later() > 0 ? "play.past.later" : "play.past.sooner";
            item.add(Pieces.block(getTranslation(which, lasted(Math.abs(difference.later()))), "meta"));
        }
        difference.notes().forEach(it -> item.add(Pieces.block(it, "why")));
        return item;
    }

    /** An element by its name, anything else as it is. */
    private String words(String said) {
        if (said.startsWith(WAITS)) {
            return getTranslation("play.past.waits", model.label(said.substring(WAITS.length())));
        }
        return switch (said) {
            case "went on" -> getTranslation("play.past.nothing");
            case "ended", "" -> getTranslation("play.past.ended");
            default -> model.label(said);
        };
    }

    private static String lasted(long seconds) {
        return Times.duration(Duration.ofSeconds(seconds));
    }

    private String money(long minor, String currency) {
        String amount = Amounts.text(minor, currency, getLocale());
        return minor > 0 ? "+" + amount : amount;
    }

    private static Div row(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("row");
        return row;
    }
}
