package io.tillflow.models.recommend;

/** How alike a text is to each of some known ones. */
public interface Likeness {
    /** In the order of the known ones, 0 for nothing in common to 1 for the same. */
    double[] to(String text);
}
