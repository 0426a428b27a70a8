package io.tillflow.studio.shop;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Texts and pictures of products, by merchants; each change in the audit. */
@Service
@RolesAllowed(Role.Is.MERCHANT)
public class CatalogueDesk {
    private final ShopWire wire;
    private final Audit audit;
    private final CurrentUser user;

    CatalogueDesk(ShopWire wire, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.audit = audit;
        this.user = user;
    }

    ProductText.Whole words(String product) {
        return wire.get(wordsPath(product), ProductText.Whole.class);
    }

    void write(String product, String language, ProductText.Draft draft) {
        Map<String, Object> sent = new HashMap<>();
        sent.put("seen", draft.seen());
        sent.put("words", draft.words());
        wire.send("PUT", wordsPath(product) + "/" + ShopBook.encoded(language), sent);
        Map<String, Object> now = Map.of("language", language, "words", draft.words());
        audit.record("product.described", "product/" + product, draft.seen(), now);
    }

    /** Of its colours and sizes. */
    void name(String product, String language, ProductText.Names names) {
        wire.send(
                "PUT",
                wordsPath(product) + "/" + ShopBook.encoded(language) + "/options",
                Map.of("seen", names.seen(), "options", names.options()));
        Map<String, Object> now = Map.of("language", language, "options", names.options());
        audit.record("product.options-named", "product/" + product, names.seen(), now);
    }

    /** The first one stands on cards. */
    List<ProductText.Picture> pictures(String sku) {
        return List.of(wire.get(picturesPath(sku), ProductText.Picture[].class));
    }

    void add(String sku, ProductText.Upload upload) {
        wire.send(
                "POST",
                picturesPath(sku),
                Map.of("content", upload.content(), "alts", upload.alts(), "by", user.name()));
        audit.record("picture.added", "variant/" + sku, null, Map.of("bytes", upload.content().length));
    }

    void remove(String sku, String name) {
        wire.send("DELETE", picturesPath(sku) + "/" + ShopBook.encoded(name), null);
        audit.record("picture.removed", "variant/" + sku, Map.of("picture", name), null);
    }

    /** In this order; it names all there are. */
    void order(String sku, List<String> names) {
        wire.send("PUT", picturesPath(sku), Map.of("names", names));
        audit.record("picture.ordered", "variant/" + sku, null, Map.of("pictures", names));
    }

    void say(String sku, String name, Map<String, String> alts) {
        wire.send("PUT", picturesPath(sku) + "/" + ShopBook.encoded(name) + "/texts", Map.of("alts", alts));
        audit.record("picture.described", "variant/" + sku, null, Map.of("picture", name));
    }

    private static String wordsPath(String product) {
        return "/admin/words/" + ShopBook.encoded(product);
    }

    private static String picturesPath(String sku) {
        return "/admin/pictures/" + ShopBook.encoded(sku);
    }
}
