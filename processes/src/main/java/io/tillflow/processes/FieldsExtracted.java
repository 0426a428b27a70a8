package io.tillflow.processes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Output of {@link OfferedJobType#AI_EXTRACT}. */
public record FieldsExtracted(
        @Field(
                label = "Facts",
                help = "They fit the schema; place holders like [EMAIL_1] stand for what names a person.")
        Map<String, @Nullable Object> fields,

        @Field(label = "Answered by", help = "Provider and model.")
        String answeredBy) {}
