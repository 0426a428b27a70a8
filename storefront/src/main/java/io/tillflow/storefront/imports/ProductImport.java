package io.tillflow.storefront.imports;

import io.tillflow.storefront.catalogue.Shelf;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/** Products with their variants, one row a variant. */
@Component
class ProductImport implements Importer {
    private static final int MOST_UNITS = 1_000_000;
    private static final Set<String> PLACES = Set.of("inside", "outside", "both");

    private final WriteProduct write;
    private final Shelf shelf;

    ProductImport(WriteProduct write, Shelf shelf) {
        this.write = write;
        this.shelf = shelf;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.PRODUCTS;
    }

    @Override
    public String key(Sheet sheet) {
        return sheet.has("handle") ? "handle" : "product";
    }

    @Override
    public Outcome store(Sheet sheet, List<CSVRecord> rows, List<RowError> errors) {
        Cells first = new Cells(sheet, rows.getFirst(), errors);
        String about = PlainText.of(first.text("about", "Body (HTML)", "description"));
        String category = first.text("category", "Type");
        if (category.isEmpty()) {
            category = lastPart(first.required("category", "Type", "Product Category"));
        }
        String place = first.text("place").isEmpty() ? "both" : first.text("place");
        if (!PLACES.contains(place)) {
            first.wrong("place", "should be inside, outside or both");
        }
        ImportedProduct product = new ImportedProduct(
                PlainText.slug(first.required(key(sheet))),
                first.required("name", "Title"),
                first.text("line").isEmpty() ? PlainText.firstSentence(about) : first.text("line"),
                about,
                first.text("care"),
                category,
                first.text("kind", "Type").isEmpty() ? category : first.text("kind", "Type"),
                place,
                variants(sheet, rows, errors),
                ImportedWords.of(first));
        return errors.isEmpty() ? write.store(product, first) : Outcome.UNCHANGED;
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('>') + 1).strip();
    }

    private static List<ImportedProduct.Variant> variants(Sheet sheet, List<CSVRecord> rows, List<RowError> errors) {
        List<ImportedProduct.Variant> variants = new ArrayList<>();
        Set<String> skus = new HashSet<>();
        Cells first = new Cells(sheet, rows.getFirst(), errors);
        for (CSVRecord row : rows) {
            Cells cells = new Cells(sheet, row, errors);
            boolean onlyAPicture = !variants.isEmpty()
                    && cells.text("Variant Price", "price").isEmpty()
                    && !cells.text("Image Src").isEmpty();
            if (!onlyAPicture) {
                variants.add(variant(cells, first, skus));
            }
        }
        return variants;
    }

    private static ImportedProduct.Variant variant(Cells cells, Cells first, Set<String> skus) {
        String sku = cells.required("sku", "Variant SKU").replaceFirst("^'", "");
        if (!sku.isEmpty() && !sku.matches("[A-Za-z0-9._-]{1,64}")) {
            cells.wrong("sku", "should be letters, digits, dots and dashes, at most 64");
        }
        if (!skus.add(sku)) {
            cells.wrong("sku", "is there twice");
        }
        long price = cells.money("price", "Variant Price");
        if (price == 0) {
            cells.wrong("price", "should be above 0");
        }
        Options options = Options.of(cells, first);
        return new ImportedProduct.Variant(
                sku,
                options.colour(),
                cells.text("colour_id"),
                options.size(),
                price,
                Math.max(1, cells.whole(100, 0, 10_000_000, "weight_grams", "Variant Grams")),
                cells.whole(0, 0, MOST_UNITS, "stock", "Variant Inventory Qty"),
                cells.text("picture"),
                cells.text("colour_de", "color_de"),
                cells.text("size_de"));
    }

    /** Which of a variant's options is its colour; all others together are its size. Only the first row names them. */
    private record Options(String colour, String size) {
        static Options of(Cells cells, Cells first) {
            String colour = cells.text("colour_name", "colour", "color");
            List<String> others = new ArrayList<>();
            if (!cells.text("size").isEmpty()) {
                others.add(cells.text("size"));
            }
            for (int n = 1; n <= 3; n++) {
                String value = cells.text("Option" + n + " Value");
                if (value.isEmpty() || value.equals("Default Title")) {
                    continue;
                }
                if (first.text("Option" + n + " Name")
                        .toLowerCase(java.util.Locale.ROOT)
                        .matches("colou?r|farbe")) {
                    colour = value;
                } else {
                    others.add(value);
                }
            }
            return new Options(colour, String.join(", ", others));
        }
    }

    @Override
    public void stored() {
        shelf.reload();
    }
}
