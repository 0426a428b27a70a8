package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LogoIT extends ShopTest {
    private static final String LOGO = "/profile/logo";

    @AfterEach
    void without() {
        shop().admin("DELETE", LOGO + "?by=ida", "");
    }

    @Test
    void aLogoStandsAtTheHeadOfEveryPageUntilItIsTakenAway() throws Exception {
        assertThat(shop().get("/shop/logo").status()).isEqualTo(404);
        assertThat(page("/")).contains("Ullmere</a>").doesNotContain("/img/logo-");
        JsonNode kept = bring(logo("png", 1200, 300)).body();
        String path = kept.path("shown").path("path").asString();
        assertThat(kept.path("shown").path("width").asInt()).isEqualTo(480);
        assertThat(kept.path("shown").path("height").asInt()).isEqualTo(120);
        String sign = "<img src=\"" + path + "\" width=\"480\" height=\"120\" alt=\"Ullmere\">";
        for (String each : List.of("/", "/de", "/c/lamps", "/cart", "/account/sign-in", "/help/imprint", "/nowhere")) {
            assertThat(page(each)).as(each).contains(sign).doesNotContain("Ullmere</a>");
        }
        assertThat(shop().get("/shop/logo").body().path("path").asString()).isEqualTo(path);

        HttpResponse<byte[]> file = get(path);
        assertThat(file.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(file.body()));
        assertThat(read.getWidth()).isEqualTo(480);
        assertThat(new Color(read.getRGB(2, 2), true).getAlpha())
                .as("what could be seen through still can")
                .isZero();
        assertThat(new Color(read.getRGB(240, 60), true)).isEqualTo(Color.BLUE);

        assertThat(shop().admin("DELETE", LOGO + "?by=ida", "").status()).isEqualTo(200);
        assertThat(page("/")).contains("Ullmere</a>").doesNotContain("/img/logo-");
        assertThat(get(path).statusCode())
                .as("pages that are open still show it")
                .isEqualTo(200);
        assertThat(shop().admin("DELETE", LOGO, "").status()).isEqualTo(404);
    }

    @Test
    void anInvoiceHasTheLogoOfItsDay() throws Exception {
        bring(logo("png", 300, 100));
        clock.forward(Duration.ofSeconds(1));
        String order = shipped();
        byte[] written = invoice(order);
        assertThat(pictures(written)).isEqualTo(1);
        clock.forward(Duration.ofSeconds(1));
        shop().admin("DELETE", LOGO + "?by=ida", "");
        assertThat(pictures(invoice(order))).isEqualTo(1);
        clock.forward(Duration.ofSeconds(1));
        assertThat(pictures(invoice(shipped()))).isZero();
    }

    @Test
    void whatIsNoLogoIsRefusedAndTheOneBeforeStays() {
        String path =
                bring(logo("jpg", 200, 100)).body().path("shown").path("path").asString();
        assertThat(refused(
                        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)))
                .contains("scripts");
        assertThat(refused("GIF89a".getBytes(StandardCharsets.UTF_8))).contains("no JPEG, PNG or WebP");
        assertThat(refused(logo("png", 100, 47))).contains("at least 48");
        assertThat(refused(logo("png", 900, 100))).contains("eight times as wide");
        assertThat(refused(logo("png", 100, 201))).contains("twice as high");
        assertThat(refused(new byte[10 * 1024 * 1024 + 1])).contains("10 MB");
        assertThat(shop().admin("PUT", LOGO, "{}").status()).isEqualTo(422);
        assertThat(shop().put("/admin" + LOGO, "{}").status()).isEqualTo(401);
        assertThat(shop().get("/shop/logo").body().path("path").asString()).isEqualTo(path);
    }

    private ShopClient.Answer bring(byte[] file) {
        ShopClient.Answer answer =
                shop().admin("PUT", LOGO, json.writeValueAsString(Map.of("content", file, "by", "ida")));
        clock.forward(Duration.ofMillis(1));
        return answer;
    }

    private String refused(byte[] file) {
        ShopClient.Answer answer = bring(file);
        assertThat(answer.status()).isEqualTo(422);
        return answer.body().path("detail").asString();
    }

    /** Blue in the middle, nothing around it. */
    static byte[] logo(String format, int width, int height) {
        int type = format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 4, height / 4, width / 2, height / 2);
        canvas.dispose();
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(picture, format, file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String shipped() {
        String order = shop().buy(fresh(2), 1);
        shop().service("POST", order, "/allocation", "");
        for (String state : List.of("PAID", "PREPARING", "SHIPPED")) {
            shop().service("PUT", order, "/state", "{\"state\":\"" + state + "\"}");
        }
        return order;
    }

    private byte[] invoice(String order) throws Exception {
        String token = jdbc.sql("select token from orders where id = cast(:id as uuid)")
                .param("id", order)
                .query(String.class)
                .single();
        return get("/orders/" + order + "/invoice.pdf?token=" + token).body();
    }

    private static long pictures(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return StreamSupport.stream(
                            read.getPage(0).getResources().getXObjectNames().spliterator(), false)
                    .count();
        }
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private String page(String path) {
        return shop().send("GET", path, "text/plain", "", Map.of("Accept", "text/html"))
                .body();
    }
}
