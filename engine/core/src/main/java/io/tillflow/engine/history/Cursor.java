package io.tillflow.engine.history;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The last row of a page: its rank in the list's order, its key as the tie-break, and the instant the ranks are of. */
record Cursor(double rank, long key, long asOfMicros) {

    static Cursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("_", -1);
            if (parts.length != 3) {
                throw new NotACursor(text);
            }
            return new Cursor(Double.parseDouble(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        } catch (NotACursor e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new NotACursor(text, e);
        }
    }

    String text() {
        String plain = rank + "_" + key + "_" + asOfMicros;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }
}
