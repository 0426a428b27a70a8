/** What a demo run means to happen, decided by its seed before anything runs. */
@NullMarked
package io.tillflow.launcher.demo.plan;

import org.jspecify.annotations.NullMarked;
