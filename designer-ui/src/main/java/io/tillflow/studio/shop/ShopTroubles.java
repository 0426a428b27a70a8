package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Commands;
import io.tillflow.studio.kit.Notices;

/** Says in the page's language why something was not done in the shop. */
final class ShopTroubles {
    private ShopTroubles() {}

    static void say(Component page, RuntimeException failure) {
        switch (failure) {
            case Away ignored -> Notices.failed(page.getTranslation("storefront.away.act"));
            case Refused refused -> Notices.failed(page.getTranslation("storefront.refused", refused.why()));
            default -> Commands.explain(page, failure);
        }
    }
}
