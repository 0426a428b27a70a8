package io.tillflow.storefront.search.meaning;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Whether the search also looks at what words mean, and what that may cost.
 *
 * @param needs so much memory must be free, of the machine and of the container, when the model is loaded; else words alone are searched
 * @param heap and so much of this program's heap, where the model's file lies for a moment
 * @param again how long after memory was too short it is looked for again
 * @param within a page waits no longer for the meaning of words nobody asked for before
 * @param perSecond so many new ones are read; the others are searched by their words
 */
@ConfigurationProperties("shop.meaning")
record MeaningSettings(
        @DefaultValue("true") boolean on,
        @DefaultValue("400MB") DataSize needs,
        @DefaultValue("64MB") DataSize heap,
        @DefaultValue("5m") Duration again,
        @DefaultValue("20ms") Duration within,
        @DefaultValue("40") int perSecond) {}
