package io.tillflow.storefront.search.meaning;

import java.nio.ByteBuffer;

/** What a text means: a direction, each of its parts in one byte, so that a whole catalogue fits into memory. */
public final class Meaning {
    private static final int FINEST = 127;

    private final byte[] parts;
    private final float unit;

    private Meaning(byte[] parts, float unit) {
        this.parts = parts;
        this.unit = unit;
    }

    static Meaning of(float[] vector) {
        float largest = 0;
        double squares = 0;
        for (float part : vector) {
            largest = Math.max(largest, Math.abs(part));
            squares += part * part;
        }
        float step = Math.max(largest, Float.MIN_NORMAL) / FINEST;
        byte[] parts = new byte[vector.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (byte) Math.round(vector[i] / step);
        }
        return new Meaning(parts, (float) (step / Math.sqrt(Math.max(squares, Float.MIN_NORMAL))));
    }

    /** As {@link #bytes} wrote it. */
    static Meaning read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        float unit = buffer.getFloat();
        byte[] parts = new byte[buffer.remaining()];
        buffer.get(parts);
        return new Meaning(parts, unit);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(Float.BYTES + parts.length)
                .putFloat(unit)
                .put(parts)
                .array();
    }

    /** How alike two texts are in meaning: 1 the same, about 0 nothing in common. */
    public float like(Meaning other) {
        int sum = 0;
        for (int i = 0; i < parts.length; i++) {
            sum += parts[i] * other.parts[i];
        }
        return sum * unit * other.unit;
    }
}
