/** Operators' view of running orders: the list, one instance on its diagram, and the commands that repair it. */
@NullMarked
package io.tillflow.studio.instances;

import org.jspecify.annotations.NullMarked;
