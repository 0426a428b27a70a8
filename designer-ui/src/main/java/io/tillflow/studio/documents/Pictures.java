package io.tillflow.studio.documents;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import io.tillflow.studio.bundle.EditorBundle;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.batik.anim.dom.SAXSVGDocumentFactory;
import org.apache.batik.bridge.BridgeContext;
import org.apache.batik.bridge.GVTBuilder;
import org.apache.batik.gvt.GraphicsNode;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Draws processes with the editor's own renderer, and turns the drawing into what other programs open. */
@Component
class Pictures {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SHARPNESS = 2;
    private static final long MOST_PIXELS = 60_000_000;

    private final EditorBundle bundle;

    Pictures(EditorBundle bundle) {
        this.bundle = bundle;
    }

    Picture of(String bpmn) {
        JsonNode picture = JSON.readTree(bundle.call("pictureBpmn", bpmn));
        return new Picture(
                picture.path("svg").asString(),
                picture.path("width").asInt(),
                picture.path("height").asInt());
    }

    byte[] png(Picture picture) {
        long pixels = (long) picture.width() * picture.height() * SHARPNESS * SHARPNESS;
        double scale = pixels <= MOST_PIXELS ? SHARPNESS : SHARPNESS * Math.sqrt((double) MOST_PIXELS / pixels);
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(picture.width() * scale),
                (int) Math.ceil(picture.height() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
            canvas.scale(scale, scale);
            drawing(picture).paint(canvas);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            canvas.dispose();
        }
    }

    /** One page of the drawing's size, with lines and letters that stay sharp. */
    byte[] pdf(Picture picture, String title) {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(title);
            PDPage page = new PDPage(new PDRectangle(picture.width(), picture.height()));
            document.addPage(page);
            PdfBoxGraphics2D canvas = new PdfBoxGraphics2D(document, picture.width(), picture.height());
            drawing(picture).paint(canvas);
            canvas.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(canvas.getXFormObject());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GraphicsNode drawing(Picture picture) throws IOException {
        BridgeContext context = new BridgeContext(new Sealed());
        context.setDynamicState(BridgeContext.STATIC);
        return new GVTBuilder()
                .build(
                        context,
                        new SAXSVGDocumentFactory(null)
                                .createSVGDocument("about:blank", new StringReader(picture.svg())));
    }
}
