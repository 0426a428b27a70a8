/** What every prediction has in common: fitted on data, judged against a baseline, asked about cases. */
@NullMarked
package io.tillflow.models;

import org.jspecify.annotations.NullMarked;
