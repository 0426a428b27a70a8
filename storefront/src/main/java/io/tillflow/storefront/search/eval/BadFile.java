package io.tillflow.storefront.search.eval;

import java.nio.file.Path;

/** A file that cannot be used as it is; the message names it, the place and the remedy. */
final class BadFile extends RuntimeException {
    BadFile(Path file, String sentence) {
        super(file + ": " + sentence);
    }
}
