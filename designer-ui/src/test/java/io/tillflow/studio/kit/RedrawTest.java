package io.tillflow.studio.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RedrawTest {
    private final List<String> pressed = new ArrayList<>();
    private final Div place = new Div();

    private List<Component> drawn(Component... components) {
        Redraw.in(place, components);
        return place.getChildren().toList();
    }

    private NativeButton button(String word, String does) {
        return Redraw.press(new NativeButton(word), () -> pressed.add(does));
    }

    private NativeButton row(int key, String words) {
        NativeButton row = Redraw.keyed(Redraw.press(new NativeButton(), () -> pressed.add("row " + key)), key);
        row.add(new Span(words), new Span("A-" + key));
        return row;
    }

    private Component[] rows(Integer... keys) {
        return Stream.of(keys).map(it -> row(it, "words of " + it)).toArray(Component[]::new);
    }

    private static void press(Component button) {
        NativeButton pressed = (NativeButton) button;
        ComponentUtil.fireEvent(pressed, new ClickEvent<>(pressed));
    }

    private static Component within(Component component, int step) {
        return component.getChildren().toList().get(step);
    }

    private static Div card(String words, NativeButton button) {
        return new Div(new Span(words), button);
    }

    @Test
    void whatIsStillThereStaysTheSameAndOnlyWhatReadsDifferentlyChanges() {
        List<Component> before = drawn(row(1, "in 20 min"), row(2, "Ship by hand"));
        Component words = within(before.getFirst(), 0);
        NativeButton open = row(1, "in 19 min");
        open.addClassName("on");
        open.getElement().setAttribute("aria-current", "true");
        List<Component> after = drawn(open, row(2, "Ship by hand"));
        assertThat(after).containsExactlyElementsOf(before);
        assertThat(within(after.getFirst(), 0)).isSameAs(words);
        assertThat(words.getElement().getText()).isEqualTo("in 19 min");
        assertThat(after.getFirst().getElement().getAttribute("class")).isEqualTo("on");
        drawn(row(1, "in 19 min"), row(2, "Ship by hand"));
        assertThat(after.getFirst().getElement().hasAttribute("aria-current")).isFalse();
        assertThat(after.getFirst().getElement().getClassList()).isEmpty();
    }

    @Test
    void whoMovesOrComesLeavesTheOthersWhereTheyAre() {
        List<Component> before = drawn(rows(1, 2, 3, 4));
        assertThat(drawn(rows(2, 3, 4, 1))).containsExactly(before.get(1), before.get(2), before.get(3), before.get(0));
        List<Component> after = drawn(rows(9, 2, 4));
        assertThat(after.subList(1, 3)).containsExactly(before.get(1), before.get(3));
        press(after.getFirst());
        assertThat(pressed).containsExactly("row 9");
        assertThat(drawn()).isEmpty();
    }

    @Test
    void aButtonWithTheSameWordsStaysAndDoesWhatItWasDrawnWithLast() {
        Component before =
                within(drawn(new Div(new H2("Mara"), button("Claim", "first"))).getFirst(), 1);
        Component after =
                within(drawn(new Div(new H2("Ada"), button("Claim", "second"))).getFirst(), 1);
        assertThat(after).isSameAs(before);
        press(after);
        assertThat(pressed).containsExactly("second");
    }

    @Test
    void aButtonThatMeansSomethingElseIsAnother() {
        Component claim = within(drawn(new Div(button("Claim", "claim"))).getFirst(), 0);
        Component back = within(drawn(new Div(button("Give back", "back"))).getFirst(), 0);
        assertThat(back).isNotSameAs(claim);
        assertThat(claim.getElement().getParent()).isNull();
        press(claim);
        assertThat(pressed).containsExactly("claim");
    }

    @Test
    void aCardIsNotTakenForItsNeighbourThatIsGone() {
        List<Component> before =
                drawn(Redraw.keyed(new Div(button("Retry", "1")), 1), Redraw.keyed(new Div(button("Retry", "2")), 2));
        assertThat(drawn(Redraw.keyed(new Div(button("Retry", "2")), 2))).containsExactly(before.get(1));
        before = drawn(card("one", button("Retry", "1")), card("two", button("Retry", "2")));
        List<Component> after = drawn(card("two", button("Retry", "2")), card("three", button("Retry", "3")));
        assertThat(after.getFirst()).isSameAs(before.get(1));
    }

    @Test
    void aTableWhoseOneRowGoesAndAnotherComesKeepsTheNewOneWhole() {
        DataTable<String> table = new DataTable<>(
                "things",
                it -> it,
                List.of(new DataTable.Column<>("Thing", "", it -> new Div(new Anchor("a", "all"), new Span(it)))));
        for (List<String> rows : List.of(List.of("one"), List.of("two"), List.of("two"), List.of("two", "three"))) {
            table.show(rows);
            assertThat(table.getElement().getTextRecursively())
                    .isEqualTo("Thing"
                            + String.join(
                                    "", rows.stream().map(it -> "all" + it).toList()));
        }
    }

    @Test
    void linksAreTheSameWhenTheyLeadToTheSamePlace() {
        List<Component> before = drawn(new Div(new Anchor("a", "A, 1 min")), new Div(new Anchor("b", "B")));
        List<Component> after = drawn(
                new Div(new Anchor("c", "C")), new Div(new Anchor("a", "A, 2 min")), new Div(new Anchor("b", "B")));
        assertThat(after.subList(1, 3)).containsExactlyElementsOf(before);
        assertThat(within(after.get(1), 0).getElement().getText()).isEqualTo("A, 2 min");
        assertThat(within(after.get(0), 0).getElement().getAttribute("href")).isEqualTo("c");
    }

    @Test
    void whatHearsSomethingThatCannotBeHandedOnIsDrawnAnewUnlessItHasAKey() {
        NativeButton plain = new NativeButton("Go", click -> pressed.add("old"));
        drawn(plain);
        assertThat(drawn(new NativeButton("Go", click -> pressed.add("new")))).doesNotContain(plain);
        List<Component> field = drawn(new Input());
        assertThat(drawn(new Input())).doesNotContainAnyElementsOf(field);
        List<Component> keyed = drawn(Redraw.keyed(new Input(), "field"));
        assertThat(drawn(Redraw.keyed(new Input(), "field"))).containsExactlyElementsOf(keyed);
    }

    @Test
    void whatWasUnfoldedStaysUnfolded() {
        NativeDetails details = new NativeDetails("More", new Span("one"));
        drawn(details);
        details.setOpen(true);
        drawn(new NativeDetails("More", new Span("two")));
        assertThat(place.getChildren()).containsExactly(details);
        assertThat(details.isOpen()).isTrue();
        assertThat(details.getElement().getTextRecursively()).contains("two");
    }

    @Test
    void whatIsHandedInAgainStaysWithAllThatIsInIt() {
        Div kept = new Div(new Input());
        drawn(new H2("a"), kept);
        List<Component> after = drawn(new H2("b"), new Span("new"), kept);
        assertThat(after).hasSize(3).endsWith(kept);
        assertThat(after.getFirst().getElement().getText()).isEqualTo("b");
    }
}
