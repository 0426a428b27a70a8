package io.tillflow.storefront.web;

import java.util.List;

/** An order as its page tells it: headline, steps, and a sentence under them. */
public record Story(String headline, String second, List<Step> steps, String note) {
    /** One step: {@code done}, {@code cur} for current, or {@code todo}. */
    public record Step(String kind, String title, String text, String time) {}
}
