package io.tillflow.connectors.commerce.shopify;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An order's id as our processes carry it ({@code shopify-5512}) and as Shopify does ({@code gid://shopify/Order/5512}). */
public final class OrderId {
    private static final String OURS = "shopify-";
    private static final Pattern FORM = Pattern.compile(OURS + "([1-9]\\d{0,19})");

    private OrderId() {}

    /** @param number Shopify's own, as its webhooks tell it */
    public static String of(long number) {
        return OURS + number;
    }

    static String global(String orderId) {
        Matcher form = FORM.matcher(orderId);
        if (!form.matches()) {
            throw new IllegalArgumentException("expected the id of an order of Shopify like shopify-5512, but got '"
                    + (orderId.length() > 40 ? orderId.substring(0, 40) + "…" : orderId) + "'");
        }
        return "gid://shopify/Order/" + form.group(1);
    }
}
