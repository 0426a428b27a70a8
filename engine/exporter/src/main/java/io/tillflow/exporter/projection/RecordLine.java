package io.tillflow.exporter.projection;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A record of Zeebe, read from the JSON that the broker itself makes of it. */
public final class RecordLine {

    private static final Pattern XML_ENCODING =
            Pattern.compile("\\A<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)");

    private final JsonNode envelope;
    private final JsonNode value;

    private RecordLine(JsonNode envelope) {
        this.envelope = envelope;
        this.value = envelope.path("value");
    }

    /** Reads one line of the archive, which is what {@code Record.toJson()} returns. */
    public static RecordLine parse(String json) {
        return new RecordLine(Storable.JSON.readTree(json));
    }

    public long position() {
        return envelope.path("position").longValue();
    }

    public long timestamp() {
        return envelope.path("timestamp").longValue();
    }

    public int partition() {
        return envelope.path("partitionId").intValue();
    }

    String recordType() {
        return envelope.path("recordType").stringValue();
    }

    String valueType() {
        return envelope.path("valueType").stringValue();
    }

    String intent() {
        return envelope.path("intent").stringValue();
    }

    String key() {
        return envelope.path("key").asString();
    }

    String positionKey() {
        return envelope.path("position").asString();
    }

    String time() {
        return Storable.instant(timestamp());
    }

    String rejectionType() {
        return envelope.path("rejectionType").asString("");
    }

    String rejectionReason() {
        return Storable.text(envelope.path("rejectionReason").asString(""));
    }

    JsonNode value() {
        return value;
    }

    String text(String field) {
        return Storable.text(value.path(field).asString(""));
    }

    @Nullable
    String optionalText(String field) {
        String text = text(field);
        return text.isEmpty() ? null : text;
    }

    String identifier(String field) {
        return Storable.identifier(value.path(field).asString(""));
    }

    @Nullable
    String optionalIdentifier(String field) {
        String identifier = identifier(field);
        return identifier.isEmpty() ? null : identifier;
    }

    long number(String field) {
        return value.path(field).asLong(-1);
    }

    /** A key of Zeebe, null where Zeebe says -1 for "none". */
    @Nullable
    String optionalKey(String field) {
        long key = number(field);
        return key > 0 ? Long.toString(key) : null;
    }

    String requiredKey(String field) {
        return Long.toString(number(field));
    }

    String json(String field, String whenAbsent) {
        JsonNode node = value.path(field);
        return node.isMissingNode() || node.isNull() ? whenAbsent : Storable.json(node.toString());
    }

    /** A field whose text is itself JSON, as variables and decision outputs are. */
    String embeddedJson(String field) {
        String json = value.path(field).asString("");
        return json.isEmpty() ? "null" : Storable.json(json);
    }

    String instant(String field) {
        return Storable.instant(number(field));
    }

    @Nullable
    String optionalInstant(String field) {
        return number(field) > 0 ? instant(field) : null;
    }

    /** A deployed file as text, in the encoding that its XML declaration names. */
    String resource() {
        byte[] bytes = Base64.getDecoder().decode(value.path("resource").asString(""));
        Matcher declared = XML_ENCODING.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        Charset charset = StandardCharsets.UTF_8;
        if (declared.find() && Charset.isSupported(declared.group(1))) {
            charset = Charset.forName(declared.group(1));
        }
        return Storable.text(new String(bytes, charset));
    }

    String checksum() {
        return HexFormat.of()
                .formatHex(Base64.getDecoder().decode(value.path("checksum").asString("")));
    }
}
