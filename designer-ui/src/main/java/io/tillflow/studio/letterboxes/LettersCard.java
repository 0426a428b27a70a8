package io.tillflow.studio.letterboxes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import io.tillflow.studio.instances.DataTable;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.letterboxes.Letterbox.Letter;
import java.util.List;
import java.util.function.Function;

/** The last letters of a letterbox and what became of them, newest first. */
class LettersCard extends Div {
    private final DataTable<Letter> table;
    private final Div empty;

    LettersCard() {
        addClassName("card");
        table = new DataTable<>(
                getTranslation("letterboxes.letters"),
                it -> it.at() + "/" + it.uid(),
                List.of(
                        column("came", it -> Pieces.ago(it.at())),
                        column("letter", this::letter),
                        column("outcome", this::outcome)));
        table.addClassName("automations");
        // it scrolls on a phone, and nothing in it takes the keyboard
        table.getElement().setAttribute("tabindex", "0");
        empty = Pieces.block(getTranslation("letterboxes.letters.empty"), "meta", "card-text");
        add(
                new Header(
                        new H2(getTranslation("letterboxes.letters")),
                        Pieces.text(getTranslation("letterboxes.letters.kept"), "meta", "hide-s")),
                empty,
                table);
        show(List.of());
    }

    void show(List<Letter> letters) {
        table.show(letters);
        table.setVisible(!letters.isEmpty());
        empty.setVisible(letters.isEmpty());
    }

    private Column<Letter> column(String key, Function<Letter, Component> cell) {
        return new Column<>(getTranslation("letterboxes.letter." + key), "", cell);
    }

    private Component letter(Letter it) {
        String subject = it.subject().isEmpty() ? getTranslation("letterboxes.letter.none") : it.subject();
        String size = it.bytes() < 1_000_000
                ? getTranslation("letterboxes.size.kb", Math.max(1, it.bytes() / 1_000))
                : getTranslation("letterboxes.size.mb", it.bytes() / 1_000_000);
        return new Div(Pieces.block(subject, "url"), Pieces.block(it.sender() + " · " + size, "meta"));
    }

    private Component outcome(Letter it) {
        Div cell = new Div(LetterboxCells.outcome(this, it), Pieces.block(it.explanation(), "meta"));
        cell.addClassName("state-cell");
        return cell;
    }
}
