package io.tillflow.studio.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskRowsTest {
    private final List<Long> pressed = new ArrayList<>();
    private final TaskRows rows = new TaskRows(pressed::add);

    private List<Component> shown(Map<Long, String> words, long open, Long... keys) {
        rows.show(List.of(keys), open, key -> List.of(new Span(words.get(key)), new Span("A-" + key)));
        return rows.getChildren().toList();
    }

    @Test
    void aRowStaysTheSameThroughARefreshAndSoDoesWhatItSays() {
        Map<Long, String> words = Map.of(1L, "Review the order", 2L, "Ship by hand");
        List<Component> before = shown(words, 2, 1L, 2L);
        List<Component> inside = before.getFirst().getChildren().toList();
        List<Component> after = shown(words, 1, 1L, 2L);
        assertThat(after).containsExactlyElementsOf(before);
        assertThat(after.getFirst().getChildren()).containsExactlyElementsOf(inside);
        assertThat(after.get(0).getElement().getAttribute("aria-current")).isEqualTo("true");
        assertThat(after.get(1).getElement().hasAttribute("aria-current")).isFalse();
        NativeButton last = (NativeButton) after.getLast();
        ComponentUtil.fireEvent(last, new ClickEvent<>(last));
        assertThat(pressed).containsExactly(2L);
    }

    @Test
    void onlyWhatChangedIsWrittenAnew() {
        List<Component> before = shown(Map.of(1L, "in 20 min", 2L, "Ship by hand"), 0, 1L, 2L);
        Component other = before.get(1).getChildren().findFirst().orElseThrow();
        List<Component> after = shown(Map.of(1L, "in 19 min", 2L, "Ship by hand"), 0, 1L, 2L);
        assertThat(after).containsExactlyElementsOf(before);
        assertThat(after.get(0).getElement().getTextRecursively()).contains("in 19 min");
        assertThat(after.get(1).getChildren()).contains(other);
    }

    @Test
    void whatComesGoesAndMovesLeavesTheOthersAlone() {
        Map<Long, String> words = Map.of(1L, "one", 2L, "two", 3L, "three");
        List<Component> before = shown(words, 0, 1L, 2L);
        rows.end(new Span("and more"));
        List<Component> after = shown(words, 0, 3L, 2L, 1L);
        assertThat(after).hasSize(3);
        assertThat(after.get(2)).isSameAs(before.get(0));
        assertThat(after.get(1)).isSameAs(before.get(1));
        assertThat(after.get(0).getElement().getTextRecursively()).contains("three");
        assertThat(shown(words, 0, 2L)).containsExactly(before.get(1));
        assertThat(shown(words, 0)).isEmpty();
    }
}
