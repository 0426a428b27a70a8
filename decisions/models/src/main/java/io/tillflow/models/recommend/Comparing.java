package io.tillflow.models.recommend;

import java.util.List;

/** A way to compare texts, as {@code Words::new}. */
public interface Comparing {
    /** Ready to compare others with these. */
    Likeness with(List<String> known);
}
