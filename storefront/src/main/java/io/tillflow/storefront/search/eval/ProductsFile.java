package io.tillflow.storefront.search.eval;

import io.tillflow.storefront.search.Listing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** Reads the products to search: id, title, description, brand, category. */
final class ProductsFile {
    private ProductsFile() {}

    static List<Listing> read(Path file) {
        Table table = Table.read(file);
        int id = table.column("id", "product_id");
        int title = table.column("title", "name");
        int description = table.optional("description", "text");
        int brand = table.optional("brand", "vendor");
        int category = table.optional("category", "type");
        List<Listing> listings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (CSVRecord row : table.rows()) {
            String product = Table.cell(row, id);
            if (product.isEmpty() || !ids.add(product)) {
                throw table.bad(row, product.isEmpty() ? "has no id." : "the id " + product + " is there twice.");
            }
            listings.add(new Listing(
                    product,
                    Table.cell(row, title),
                    Table.cell(row, brand),
                    Table.cell(row, category),
                    "",
                    Table.cell(row, description)));
        }
        if (listings.isEmpty()) {
            throw new BadFile(file, "holds no products.");
        }
        return listings;
    }
}
