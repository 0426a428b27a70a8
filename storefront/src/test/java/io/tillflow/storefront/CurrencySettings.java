package io.tillflow.storefront;

import java.math.BigDecimal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What merchants say of the shop's second currency. */
final class CurrencySettings {
    private CurrencySettings() {}

    static ObjectNode profile(ShopClient shop) {
        return (ObjectNode) shop.admin("GET", "/profile", "").body().path("profile");
    }

    static void write(ShopClient shop, String rate, boolean offered) {
        ObjectNode profile = profile(shop);
        profile.putArray("currencies")
                .addObject()
                .put("code", "SEK")
                .put("rate", new BigDecimal(rate))
                .put("ending", "NINE")
                .put("offered", offered);
        ShopClient.Answer kept = write(shop, profile);
        if (kept.status() != 200) {
            throw new IllegalStateException("expected the settings to be kept, but got " + kept);
        }
    }

    static ShopClient.Answer write(ShopClient shop, ObjectNode profile) {
        ObjectNode draft = JsonMapper.shared().createObjectNode();
        draft.put(
                        "seen",
                        shop.admin("GET", "/profile", "").body().path("number").asInt())
                .put("by", "ida")
                .set("profile", profile);
        return shop.admin("PUT", "/profile", draft.toString());
    }
}
