package io.tillflow.storefront.search.eval;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** What people said how well a product answers a query: 0 not at all, 3 exactly; a product not judged counts as 0. */
record Judgments(Map<String, Map<String, Integer>> grades, int rows) {
    private static final int BEST = 3;

    static Judgments read(Path file) {
        Table table = Table.read(file);
        int query = table.column("query", "q");
        int product = table.column("product_id", "product", "id");
        int grade = table.column("grade", "relevance", "label", "judgment");
        Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
        for (CSVRecord row : table.rows()) {
            String asked = Table.cell(row, query);
            if (asked.isEmpty()) {
                throw table.bad(row, "has no query.");
            }
            grades.computeIfAbsent(asked, q -> new LinkedHashMap<>())
                    .merge(Table.cell(row, product), grade(table, row, Table.cell(row, grade)), Math::max);
        }
        if (grades.isEmpty()) {
            throw new BadFile(file, "holds no judgments.");
        }
        return new Judgments(grades, table.rows().size());
    }

    private static int grade(Table table, CSVRecord row, String text) {
        try {
            double value = Double.parseDouble(text);
            if (value == Math.rint(value) && value >= 0 && value <= BEST) {
                return (int) value;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, like a number that is no grade
        }
        throw table.bad(row, "the grade should be 0, 1, 2 or 3, but is \"" + text + "\".");
    }
}
