/** Repairs: commands to single instances and to many, what became of each, and proposals that can be looked at before. */
@NullMarked
package io.tillflow.studio.repair;

import org.jspecify.annotations.NullMarked;
