package io.tillflow.studio.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.studio.bundle.EditorBundle;
import io.tillflow.studio.lint.ModelFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Real models through the real renderer. */
class PicturesTest {
    private static final EditorBundle BUNDLE = new EditorBundle();
    private static final Pictures PICTURES = new Pictures(BUNDLE);

    @AfterAll
    static void close() {
        BUNDLE.close();
    }

    @Test
    void drawsEveryElementOfAProcessWithoutABrowser() throws IOException {
        ModelFile file = shipped("return-request.bpmn");
        Picture picture = PICTURES.of(file.text());
        assertThat(count(file.text(), "<bpmndi:BPMNShape ") + count(file.text(), "<bpmndi:BPMNEdge "))
                .isEqualTo((int) Pattern.compile("data-element-id=\"(?!return-request\")[^\"]*(?<!_label)\"")
                        .matcher(picture.svg())
                        .results()
                        .count());
        assertThat(picture.svg()).contains("Decide on", "bpmn.io");
    }

    @Test
    void makesAPictureAndAPageOfTheSameDrawing() throws IOException {
        ModelFile file = new ModelFile("vendor.bpmn", resource("/foreign/vendor.bpmn"));
        Picture picture = PICTURES.of(file.text());
        var image = ImageIO.read(new ByteArrayInputStream(PICTURES.png(picture)));
        assertThat(image.getWidth()).isEqualTo(2 * picture.width());
        long ink = java.util.stream.IntStream.range(0, image.getWidth())
                .filter(x -> image.getRGB(x, image.getHeight() / 2) != 0xffffffff)
                .count();
        assertThat(ink).isPositive().isLessThan(image.getWidth());
        try (var pdf = Loader.loadPDF(PICTURES.pdf(picture, "Vendor"))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(picture.width());
            assertThat(new PDFTextStripper().getText(pdf)).isNotNull();
        }
    }

    @Test
    void whatLooksLikeMarkupInANameIsText() {
        String hostile = new String(resource("/drawn/greet.bpmn"), StandardCharsets.UTF_8)
                .replace("name=\"Say hello\"", "name=\"&lt;script&gt;alert(1)&lt;/script&gt;\"");
        Picture picture = PICTURES.of(hostile);
        assertThat(picture.svg()).doesNotContain("<script").contains("&lt;script&gt;");
        String page = Page.of(
                new Page.Heading("<b>Greet</b>", "Version 1"),
                ModelFile.of("greet.bpmn", hostile),
                Optional.of(picture),
                List.of());
        assertThat(page).doesNotContain("<script", "<b>Greet").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void thePageTellsOfEveryElementTableAndForm() throws IOException {
        ModelFile file = shipped("order-fulfilment.bpmn");
        String page = Page.of(
                new Page.Heading("Order fulfilment", "Version 1"),
                file,
                Optional.empty(),
                List.of(shipped("carrier-choice.dmn"), shipped("review-order.form")));
        assertThat(page)
                .contains("id=\"capture-payment\"", "payments.capture", "=order.total")
                .contains("To country (order.country)", "&lt;= 20000", "&quot;DHL&quot;")
                .contains("one of approve, reject", "maxLength 500")
                .contains("risk.outcome = &quot;accept&quot;", "otherwise");
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static ModelFile shipped(String name) throws IOException {
        return new ModelFile(
                name,
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:/models/**/" + name)[0].getContentAsByteArray());
    }

    private static byte[] resource(String path) {
        try (var file = PicturesTest.class.getResourceAsStream(path)) {
            return java.util.Objects.requireNonNull(file).readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
