package io.tillflow.storefront.imports;

import io.tillflow.storefront.catalogue.OptionWords;
import io.tillflow.storefront.catalogue.WriteOptions;
import io.tillflow.storefront.language.Language;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes over what a file calls colours and sizes in German; what it does not name stays as it is. */
@Component
class GermanOptions {
    private final WriteOptions options;

    GermanOptions(WriteOptions options) {
        this.options = options;
    }

    /** Whether anything about them is new. The product's variants are stored already. */
    boolean take(ImportedProduct product, Cells cells) {
        Map<String, String> colours = new HashMap<>();
        Map<String, String> sizes = new HashMap<>();
        for (ImportedProduct.Variant variant : product.variants()) {
            name(colours, variant.colourCode(), variant.colourInGerman(), "colour_de", cells);
            name(sizes, variant.size(), variant.sizeInGerman(), "size_de", cells);
        }
        OptionWords seen = options.of(product.slug(), Language.DE);
        OptionWords names = new OptionWords(with(seen.colours(), colours), with(seen.sizes(), sizes));
        if (names.equals(seen)) {
            return false;
        }
        try {
            names.checked(options.of(product.slug(), Language.EN));
        } catch (IllegalArgumentException unfit) {
            cells.wrong("colour_de", String.valueOf(unfit.getMessage()));
            return false;
        }
        return options.write(product.slug(), Language.DE, seen, names);
    }

    private static void name(Map<String, String> names, String key, String name, String column, Cells cells) {
        if (name.isEmpty()) {
            return;
        }
        String other = names.putIfAbsent(key, name);
        if (other != null && !other.equals(name)) {
            cells.wrong(column, "is \"" + other + "\" in one row and \"" + name + "\" in another of the same name");
        }
    }

    private static Map<String, String> with(Map<String, String> seen, Map<String, String> named) {
        Map<String, String> names = new LinkedHashMap<>(seen);
        names.replaceAll((key, before) -> named.getOrDefault(key, before));
        return names;
    }
}
