package io.tillflow.exporter.generate;

/** Keys and positions as partition 1 would give them, but far above those of any broker that really ran. */
final class Keys {

    /** The first key that is made up, and the first that is not any more. */
    static final long FIRST = (1L << 51) + (1L << 48);

    static final long END = 1L << 52;

    private static final long OUT_OF_REACH = 1L << 48;

    private long next;

    /** Continues after the given number of keys. */
    Keys(long used) {
        next = used;
    }

    long key() {
        return FIRST + next++;
    }

    long position() {
        return OUT_OF_REACH + next++;
    }
}
