package io.tillflow.studio.documents;

/** A diagram as SVG, in pixels. */
public record Picture(String svg, int width, int height) {
    public Picture {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("expected a picture with a size, was " + width + " x " + height);
        }
    }
}
