package io.tillflow.storefront.accounts;

import io.tillflow.storefront.ShopSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Keys of links in letters, made of an id and the shop's secret, so that they are in the letter and nowhere else. */
@Component
public class LinkKeys {
    private final ShopSettings shop;

    LinkKeys(ShopSettings shop) {
        this.shop = shop;
    }

    public String of(UUID id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(shop.serviceToken().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] key = mac.doFinal(("account-letter/" + id).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HmacSHA256", e);
        }
    }

    public boolean fits(String key, UUID id) {
        return MessageDigest.isEqual(of(id).getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
    }
}
