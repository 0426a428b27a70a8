package io.tillflow.storefront.exports;

import io.tillflow.storefront.imports.ImportKind;
import java.util.List;
import java.util.function.Consumer;

/** One kind of file. */
interface Export {
    ImportKind kind();

    List<String> columns();

    /** Hands over each row, as many cells as there are columns. */
    void rows(Consumer<List<String>> row);
}
