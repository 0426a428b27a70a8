package io.tillflow.studio.automations;

import com.vaadin.flow.component.Component;

/**
 * A kind of trigger and its pages.
 *
 * @param name in the plural, as in addresses and message keys
 */
public record TriggerKind(String name, String icon, Class<? extends Component> list, Class<? extends Component> one) {
    String address() {
        return "automations/" + name;
    }

    String key(String text) {
        return name + "." + text;
    }
}
