@NullMarked
package io.tillflow.studio.documents;

import org.jspecify.annotations.NullMarked;
