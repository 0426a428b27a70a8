/** Documents in a bucket of Amazon S3, or of a store that speaks its interface. */
@NullMarked
package io.tillflow.connectors.data.files.s3;

import org.jspecify.annotations.NullMarked;
