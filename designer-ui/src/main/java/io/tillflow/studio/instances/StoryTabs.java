package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import io.tillflow.studio.instances.Stories.Story;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an instance knows, a tab for each kind of it; away while an element is looked at. */
final class StoryTabs {

    private final TabRow<String> row;
    private final Map<String, Component> bodies = new LinkedHashMap<>();
    private String openTab = "business";
    private boolean away;
    private @Nullable Story shown;

    StoryTabs(Component page, VariablesTab variables, DecisionsTab decisions, TimelineTab timeline) {
        row = new TabRow<>(page.getTranslation("instances.title"), this::open);
        bodies.put("business", new BusinessTab());
        bodies.put("variables", variables);
        bodies.put("jobs", new JobsTab());
        bodies.put("decisions", decisions);
        bodies.put("timeline", timeline);
        bodies.keySet().forEach(it -> row.add(it, page.getTranslation("instances.tab." + it)));
    }

    void addTo(HasComponents pane) {
        pane.add(row);
        bodies.values().forEach(pane::add);
    }

    void show(Story story, boolean elementIsLookedAt) {
        shown = story;
        away = elementIsLookedAt;
        row.count("variables", String.valueOf(story.facts().variables().size()));
        row.count("jobs", String.valueOf(story.facts().jobs().size()));
        row.count("decisions", String.valueOf(story.facts().decisions().size()));
        show();
    }

    private void open(String name) {
        openTab = name;
        show();
    }

    private void show() {
        Story now = shown;
        if (now == null) {
            return;
        }
        Component body = bodies.get(openTab);
        row.at(openTab);
        bodies.values().forEach(it -> it.setVisible(it.equals(body) && !away));
        row.setVisible(!away);
        switch (body) {
            case BusinessTab tab -> tab.show(now);
            case VariablesTab tab -> tab.show(now);
            case JobsTab tab -> tab.show(now);
            case DecisionsTab tab -> tab.show(now);
            case TimelineTab tab -> tab.show(now);
            case null, default -> throw new IllegalStateException("no tab " + openTab);
        }
    }
}
