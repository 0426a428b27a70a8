package io.tillflow.storefront.imports;

import io.tillflow.storefront.catalogue.Attribute;
import io.tillflow.storefront.catalogue.ProductWords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads attributes, a line each as "Height: 34 cm", and what is said in German. */
final class ImportedWords {
    private ImportedWords() {}

    static ImportedProduct.Words of(Cells cells) {
        return new ImportedProduct.Words(attributes(cells, "attributes"), german(cells));
    }

    private static @Nullable List<Attribute> attributes(Cells cells, String column) {
        String text = cells.text(column);
        if (text.isEmpty()) {
            return null;
        }
        List<Attribute> attributes = new ArrayList<>();
        for (String line : text.split("\\R")) {
            if (line.isBlank()) {
                continue;
            }
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip();
            String value = line.substring(colon + 1).strip();
            if (name.isEmpty() || value.isEmpty()) {
                cells.wrong(column, "should have a name and a value a line, as \"Height: 34 cm\"");
                return null;
            }
            attributes.add(new Attribute(name, value));
        }
        return attributes;
    }

    private static @Nullable ProductWords german(Cells cells) {
        String name = cells.text("name_de", "title_de");
        if (name.isEmpty()) {
            return null;
        }
        String about = PlainText.of(cells.text("about_de", "body_de"));
        String line = cells.text("line_de");
        String kind = cells.text("kind_de");
        List<Attribute> attributes = attributes(cells, "attributes_de");
        try {
            return new ProductWords(
                            name,
                            line.isEmpty() ? PlainText.firstSentence(about) : line,
                            about,
                            cells.text("care_de"),
                            kind.isEmpty() ? cells.text("kind", "Type", "category") : kind,
                            attributes == null ? List.of() : attributes)
                    .checked();
        } catch (IllegalArgumentException unfit) {
            cells.wrong("name_de", String.valueOf(unfit.getMessage()));
            return null;
        }
    }
}
