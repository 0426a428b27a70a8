package io.tillflow.exporter.generate;

/** Keys and positions as partition 1 would give them, but far above those of any broker that really ran. */
final class Keys {

    private static final long PARTITION_ONE = 1L << 51;
    private static final long OUT_OF_REACH = 1L << 48;

    private long next;

    /** Continues after the given number of keys. */
    Keys(long used) {
        next = used;
    }

    long key() {
        return PARTITION_ONE + OUT_OF_REACH + next++;
    }

    long position() {
        return OUT_OF_REACH + next++;
    }
}
