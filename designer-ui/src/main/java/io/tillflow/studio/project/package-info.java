/** All models with their scenarios as one folder of plain files, to keep in git or to carry elsewhere. */
@NullMarked
package io.tillflow.studio.project;

import org.jspecify.annotations.NullMarked;
