/** Four eyes: somebody asks, somebody else looks, comments and decides, before a version goes live. */
@NullMarked
package io.tillflow.studio.review;

import org.jspecify.annotations.NullMarked;
