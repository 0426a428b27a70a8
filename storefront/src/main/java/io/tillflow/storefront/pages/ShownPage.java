package io.tillflow.storefront.pages;

import java.util.List;

/**
 * A page as shoppers read it.
 *
 * @param summary its words alone
 * @param open what somebody must still fill in
 */
public record ShownPage(PageText text, String html, String summary, List<String> open) {
    public String path() {
        return "/help/" + text.page();
    }
}
