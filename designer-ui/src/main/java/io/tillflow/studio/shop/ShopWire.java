package io.tillflow.studio.shop;

import com.vaadin.flow.component.UI;
import io.tillflow.studio.connectors.Peer;
import io.tillflow.studio.connectors.Wire;
import io.tillflow.studio.platform.StudioSettings;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks the shop by its REST API. */
@Component
class ShopWire extends Wire {
    ShopWire(StudioSettings settings, JsonMapper json) {
        super(Peer.STOREFRONT, settings.shopUrl(), settings.serviceToken(), json);
    }

    /** Of a draft and of a picture the shop says what is wrong to whoever reads the page, and keeps none of it. */
    @Override
    protected Optional<String> language(String path) {
        return Stream.of("/admin/drafts", "/admin/pictures", "/admin/profile/logo")
                        .anyMatch(path::startsWith)
                ? Optional.ofNullable(UI.getCurrent())
                        .map(page -> page.getLocale().getLanguage())
                : Optional.empty();
    }
}
