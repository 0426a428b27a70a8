package io.tillflow.studio.shop;

import io.tillflow.studio.connectors.Peer;
import io.tillflow.studio.connectors.Wire;
import io.tillflow.studio.platform.StudioSettings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks the shop by its REST API. */
@Component
class ShopWire extends Wire {
    ShopWire(StudioSettings settings, JsonMapper json) {
        super(Peer.STOREFRONT, settings.shopUrl(), settings.serviceToken(), json);
    }
}
