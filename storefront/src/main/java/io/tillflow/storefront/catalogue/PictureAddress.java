package io.tillflow.storefront.catalogue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a picture is: the drawn ones by their name, those that merchants brought in a few widths. */
public final class PictureAddress {
    private static final Pattern BROUGHT = Pattern.compile("u-[0-9a-f]{24}");
    private static final int USUAL = 800;
    private static final List<Integer> WIDTHS = List.of(400, 800, 1600);

    private PictureAddress() {}

    public static boolean brought(String name) {
        return BROUGHT.matcher(name).matches();
    }

    public static String picture(String name) {
        return brought(name) ? at(name, USUAL) : "/img/" + name + ".svg";
    }

    /** The widths a browser may choose from; nothing where one fits all. */
    public static @Nullable String widths(String name) {
        return brought(name)
                ? WIDTHS.stream()
                        .map(width -> at(name, width) + " " + width + "w")
                        .collect(Collectors.joining(", "))
                : null;
    }

    /** How wide it is shown, with {@link #widths}. */
    public static @Nullable String sizes(String name, String sizes) {
        return brought(name) ? sizes : null;
    }

    private static String at(String name, int width) {
        return "/img/" + name + "-" + width + ".jpg";
    }
}
