/** Tables of text files and where they lie in a folder of data. */
@NullMarked
package io.tillflow.models.table;

import org.jspecify.annotations.NullMarked;
