package io.tillflow.studio.cases;

import java.util.ArrayList;
import java.util.List;

/** Where a fact lies, as {@code order.total}; a dot or backslash that is part of a name has a backslash before it. */
final class FactPath {
    private FactPath() {}

    static String inner(String path, String name) {
        String safe = name.replace("\\", "\\\\").replace(".", "\\.");
        return path.isEmpty() ? safe : path + "." + safe;
    }

    static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char letter = path.charAt(i);
            if (letter == '.') {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(letter == '\\' && i + 1 < path.length() ? path.charAt(++i) : letter);
            }
        }
        names.add(name.toString());
        return names;
    }
}
