/** The models an analyst draws: drafts, immutable versions, deployment. */
@NullMarked
package io.tillflow.studio.models;

import org.jspecify.annotations.NullMarked;
