package io.tillflow.connectors.jobs;

/** How often something happened within the last minute, second by second. */
final class Pace {
    private static final int SECONDS = 60;

    private final long[] counts = new long[SECONDS];
    private final long[] seconds = new long[SECONDS];

    synchronized void add(long second, long happened) {
        int place = Math.floorMod(second, SECONDS);
        if (seconds[place] != second) {
            seconds[place] = second;
            counts[place] = 0;
        }
        counts[place] += happened;
    }

    synchronized long lastMinute(long now) {
        long sum = 0;
        for (int place = 0; place < SECONDS; place++) {
            if (seconds[place] > now - SECONDS && seconds[place] <= now) {
                sum += counts[place];
            }
        }
        return sum;
    }
}
