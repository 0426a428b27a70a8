package io.tillflow.storefront.checkout;

import java.security.SecureRandom;
import java.util.Base64;

/** The secret in the address of an order's page. */
final class OrderToken {
    private static final SecureRandom RANDOM = new SecureRandom();

    private OrderToken() {}

    static String next() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
