package io.tillflow.storefront.pictures;

/**
 * The shop's sign, a PNG.
 *
 * @param name made of what it shows
 */
public record Logo(String name, int width, int height) {
    public String path() {
        return "/img/" + name + ".png";
    }
}
