package io.tillflow.connectors.data.tables;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of a document that must be UTF-8; what is not is named by its place, never guessed. */
final class Utf8 {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    static String text(byte[] content) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(content.length);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CoderResult result = decoder.decode(bytes, text, true);
        text.flip();
        if (result.isError()) {
            throw new BadTable("line " + line(text) + ", column " + column(text)
                    + ": the byte 0x%02X is no UTF-8; save the document as UTF-8".formatted(bytes.get()));
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
    }

    private static long line(CharBuffer before) {
        return before.chars().filter(c -> c == '\n').count() + 1;
    }

    private static int column(CharBuffer before) {
        return before.length() - before.toString().lastIndexOf('\n');
    }
}
