/** Models for whoever has no studio: as pictures, and as a page that tells everything about them. */
@NullMarked
package io.tillflow.studio.documents;

import org.jspecify.annotations.NullMarked;
