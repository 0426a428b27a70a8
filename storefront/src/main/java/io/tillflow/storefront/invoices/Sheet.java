package io.tillflow.storefront.invoices;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A4 pages filled from top to bottom; letters the font lacks become question marks, and text too long is cut. */
final class Sheet implements AutoCloseable {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float LEFT = 60;
    private static final float RIGHT = 535;
    private static final float TOP = 780;
    private static final float BOTTOM = 70;
    private static final float PICTURE = 44;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private PDPageContentStream page;
    private float y = TOP;

    Sheet(String title) throws IOException {
        try (InputStream ttf = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            font = PDType0Font.load(document, ttf);
        }
        document.getDocumentInformation().setTitle(title);
        page = fresh();
    }

    private PDPageContentStream fresh() throws IOException {
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        y = TOP;
        return new PDPageContentStream(document, next);
    }

    void gap(float height) {
        y -= height;
    }

    /** At the left, as high as three lines and no wider than half the page. */
    void picture(byte[] file) throws IOException {
        PDImageXObject picture = PDImageXObject.createFromByteArray(document, file, "picture");
        float scale = Math.min(PICTURE / picture.getHeight(), (RIGHT - LEFT) / 2 / picture.getWidth());
        y -= picture.getHeight() * scale;
        page.drawImage(picture, LEFT, y + 20, picture.getWidth() * scale, picture.getHeight() * scale);
        gap(10);
    }

    void heading(String text) throws IOException {
        line(text, "", 20, 30);
    }

    void text(String text) throws IOException {
        line(text, "", 10, 15);
    }

    /** Text at the left, a figure at the right. */
    void row(String text, String figure) throws IOException {
        line(text, figure, 10, 17);
    }

    void rule() throws IOException {
        page.moveTo(LEFT, y + 9);
        page.lineTo(RIGHT, y + 9);
        page.setLineWidth(0.5f);
        page.stroke();
        gap(8);
    }

    private void line(String text, String figure, float size, float height) throws IOException {
        if (y < BOTTOM) {
            page.close();
            page = fresh();
        }
        String right = known(figure);
        float rightWidth = width(right, size);
        put(cut(known(text), size, RIGHT - LEFT - rightWidth - (right.isEmpty() ? 0 : 20)), LEFT, size);
        put(right, RIGHT - rightWidth, size);
        y -= height;
    }

    private void put(String text, float x, float size) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(text);
        page.endText();
    }

    private String cut(String text, float size, float room) throws IOException {
        String cut = text;
        while (!cut.isEmpty() && width(cut, size) > room) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut;
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    private String known(String text) {
        StringBuilder known = new StringBuilder();
        text.codePoints().forEach(letter -> known.appendCodePoint(has(letter) ? letter : '?'));
        return known.toString();
    }

    private boolean has(int letter) {
        try {
            font.encode(Character.toString(letter));
            return !Character.isISOControl(letter);
        } catch (IOException | IllegalArgumentException lacking) {
            return false;
        }
    }

    byte[] finished() throws IOException {
        page.close();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
