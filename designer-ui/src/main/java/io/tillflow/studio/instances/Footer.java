package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.Rows.Counted;
import io.tillflow.studio.instances.Rows.Listing;

/** How many match, when that was counted, and the way to the rows around these. */
final class Footer extends Div {

    private final Span matches = new Span();
    private final Span counted = new Span();
    private final Span range = new Span();
    private final NativeButton back;
    private final NativeButton on;

    Footer(Runnable previous, Runnable next) {
        addClassName("tfoot");
        counted.addClassName("meta");
        matches.addClassName("num");
        range.addClassNames("meta", "num");
        Span grow = new Span();
        grow.addClassName("grow");
        back = Pieces.button("", "left", previous, "ghost", "ic");
        back.setAriaLabel(getTranslation("instances.previous"));
        on = Pieces.button("", "right", next, "ghost", "ic");
        on.setAriaLabel(getTranslation("instances.next"));
        add(matches, counted, grow, range, back, on);
    }

    void show(Listing listing, int offset, boolean hasPrevious) {
        int rows = listing.rows().size();
        range.setText(rows == 0 ? "" : (offset + 1) + "–" + (offset + rows));
        back.setEnabled(hasPrevious);
        on.setEnabled(listing.next().isPresent());
    }

    /** Comes after the rows: counting takes longer than listing. */
    void show(Counted how) {
        String count = SavedFilters.figure(how.count(), getLocale());
        matches.setText(getTranslation(how.count().value() == 1 ? "instances.match" : "instances.matches", count));
        counted.removeAll();
        counted.add(new Span(getTranslation("instances.counted") + " "), Pieces.ago(how.at()));
    }

    void counting() {
        matches.setText(getTranslation("instances.counting"));
        counted.removeAll();
    }
}
