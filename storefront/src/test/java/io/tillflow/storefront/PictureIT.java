package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.catalogue.Shelf;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class PictureIT extends ShopTest {
    private static final Map<String, String> ALTS = Map.of("en", "A red <lamp>", "de", "Eine rote Lampe");
    private static final byte[] WEBP = Base64.getDecoder()
            .decode(
                    ("UklGRvQDAABXRUJQVlA4WAoAAAAgAAAAowEABwIASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAA"
                            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                            + "AAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAA"
                            + "ABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1"
                            + "AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAP"
                            + "KnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZW"
                            + "UDggBgIAABA0AJ0BKqQBCAI+0WixUygmJKKgCAEAGglpbuF3YRrDGIAAAnsA99snIe+2TkPfbKKKK2RddtThBfWtNC+wmQ99snIe+2TkPfbJyH"
                            + "vtk5D32ych77ZQMvFych77ZOQ99snIe+2TkPfbJyHvtk5D32ych77ZOQ99snOIi5OQ99snIe+2TkPfbJyHvtk5D32ych77ZOQ99snIe+2Tkf88"
                            + "nIe+2TkPfbJyHvtk5D32ych77ZOQ99snIe+2TkPfbJyIgeTkPfbJyHvtk5D32ych77ZOQ99snIe+2TkPfbJyHvtk5D6F9LteLk5D32ych77ZOQ"
                            + "99snIe+2TkPfbJyHvtk5D32ych8B+l2vFych77ZOQ99snIe+2TkPfbJyHvtk5D32ych77ZOQ9+AIB77ZOQ99snIe+2TkPfbJyHvtk5D32ych77"
                            + "ZOQ99snIe+3Mv09snIe+2TkPfbJyHvtk5D32ych77ZOQ99snIe+2TkPfbMZae2TkPfbJyHvtk5D32ych77ZOQ99snIe+2TkPfbJyHvtlAy8XJy"
                            + "Hvtk5D32ych77ZOQ99snIe+2OAAP7+Wb//rb528Wzu//UTdnpYsutsmXxMmXxMmXxMmXxMmXxMmXxHttAn+BAZ4rNAgM8VmgQGeKzQIDPFZoEB"
                            + "nis0CAzxWaBAZ4rNAgM8VmgQGeKzQIDPFZoEAAAA"));

    @Autowired
    private Shelf shelf;

    private String sku = "";
    private String product = "";
    private List<String> before = List.of();

    @BeforeEach
    void aVariant() {
        sku = jdbc.sql("select sku from variant where product = 'tarn-table-lamp' order by position limit 1")
                .query(String.class)
                .single();
        product = "tarn-table-lamp";
        before = jdbc.sql("select pictures from variant where sku = :sku")
                .param("sku", sku)
                .query((row, n) -> List.of((String[]) row.getArray(1).getArray()))
                .single();
    }

    @AfterEach
    void asItCame() {
        jdbc.sql(
                        "update variant set pictures = :before where product = :product and colour = (select colour from variant where sku = :sku)")
                .param("before", before.toArray(String[]::new))
                .param("product", product)
                .param("sku", sku)
                .update();
        shelf.reload();
    }

    @Test
    void aPictureIsMadeAnewAndShownInAFewWidthsWithWhatItShows() throws Exception {
        byte[] jpeg = withComment(picture("jpg", 1200, 1200, Color.RED), "canary-secret-place");
        ShopClient.Answer added = shop().admin("POST", "/pictures/" + sku, upload(jpeg));
        assertThat(added.status()).isEqualTo(200);
        JsonNode row = added.body().get(0);
        assertThat(row.path("name").asString()).matches("u-[0-9a-f]{24}");
        String path = row.path("path").asString();
        HttpResponse<byte[]> shown = get(path);
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(shown.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=31536000", "immutable");
        assertThat(new String(shown.body(), StandardCharsets.ISO_8859_1)).doesNotContain("canary");
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(shown.body()));
        assertThat(read.getWidth()).isEqualTo(800);
        assertThat(read.getHeight()).isEqualTo(1000);
        assertThat(new Color(read.getRGB(400, 500)).getRed()).isGreaterThan(240);
        assertThat(new Color(read.getRGB(400, 20))).as("it stands on white").isEqualTo(Color.WHITE);
        assertThat(ImageIO.read(new ByteArrayInputStream(
                                get(path.replace("-800", "-400")).body()))
                        .getWidth())
                .isEqualTo(400);
        assertThat(page("/p/" + product))
                .contains(
                        path,
                        path.replace("-800", "-1600") + " 1600w",
                        "alt=\"A red &lt;lamp>\"",
                        "https://shop.example" + path);
        assertThat(page("/de/p/" + product)).contains("alt=\"Eine rote Lampe\"");
        assertThat(page("/c/lamps")).contains(path);
        assertThat(get("/img/u-000000000000000000000000-800.jpg").statusCode()).isEqualTo(404);
        assertThat(shop().admin("POST", "/pictures/" + sku, upload(jpeg)).body())
                .as("the same twice is one")
                .hasSize(1);
    }

    @Test
    void theirOrderIsChangedAndOneIsTakenAway() {
        shop().admin("POST", "/pictures/" + sku, upload(picture("png", 600, 900, Color.BLUE)));
        JsonNode two = shop().admin("POST", "/pictures/" + sku, upload(WEBP)).body();
        assertThat(two).hasSize(2);
        String first = two.get(0).path("name").asString();
        String second = two.get(1).path("name").asString();
        assertThat(order(second, first).body().get(0).path("name").asString()).isEqualTo(second);
        assertThat(page("/c/lamps")).contains(second);
        assertThat(shop().admin(
                                "PUT",
                                "/pictures/" + sku + "/" + first + "/texts",
                                json.writeValueAsString(Map.of("alts", Map.of("en", "Blue", "de", "Blau"))))
                        .body()
                        .get(1)
                        .path("alts")
                        .path("de")
                        .asString())
                .isEqualTo("Blau");
        assertThat(remove(second).body()).hasSize(1);
        assertThat(remove(second).status()).isEqualTo(404);
        assertThat(remove(first).status()).as("one stays").isEqualTo(422);
        assertThat(page("/c/lamps")).contains(first);
    }

    @Test
    void aListThatDoesNotNameThePicturesThereAreLosesNone() {
        JsonNode one = shop().admin("POST", "/pictures/" + sku, upload(picture("png", 600, 900, Color.BLUE)))
                .body();
        String first = one.get(0).path("name").asString();
        String second = shop().admin("POST", "/pictures/" + sku, upload(WEBP))
                .body()
                .get(1)
                .path("name")
                .asString();
        ShopClient.Answer late = order(first);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("named").toString()).isEqualTo("[\"" + first + "\"]");
        assertThat(late.body().path("present").toString()).contains(first, second);
        assertThat(order().status()).isEqualTo(409);
        assertThat(order(first, "u-000000000000000000000000").status()).isEqualTo(409);
        assertThat(order(first, first).status()).isEqualTo(409);
        assertThat(order(first, second, first).status()).isEqualTo(409);
        assertThat(shop().admin("GET", "/pictures/" + sku, "").body()).hasSize(2);
    }

    @Test
    void whatIsNoPictureIsRefusedAndSaysWhy() throws IOException {
        assertThat(refused("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                        .getBytes(StandardCharsets.UTF_8)))
                .contains("drawing", "scripts");
        assertThat(refused("GIF89a is not taken either, whatever.jpg".getBytes(StandardCharsets.UTF_8)))
                .contains("no JPEG, PNG or WebP");
        assertThat(refused(new byte[0])).contains("10 MB");
        assertThat(refused(new byte[10 * 1024 * 1024 + 1])).contains("10 MB");
        assertThat(refused(bomb())).contains("30000 × 30000 points");
        byte[] small = picture("png", 100, 100, Color.RED);
        assertThat(refused(small)).contains("at least 400");
        byte[] good = picture("jpg", 500, 500, Color.RED);
        ByteArrayOutputStream polyglot = new ByteArrayOutputStream();
        polyglot.write(good);
        polyglot.write("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        assertThat(refused(polyglot.toByteArray())).contains("hidden behind");
        assertThat(refused(Arrays.copyOf(picture("png", 500, 500, Color.RED), 90)))
                .isNotBlank();
        assertThat(shop().admin(
                                "POST",
                                "/pictures/" + sku,
                                json.writeValueAsString(Map.of("content", good, "alts", Map.of("en", "x"))))
                        .body()
                        .path("detail")
                        .asString())
                .contains("Deutsch");
        assertThat(shop().admin("POST", "/pictures/" + sku, upload(good).replace("\"Eine rote Lampe\"", "null"))
                        .status())
                .isEqualTo(422);
        assertThat(shop().admin("PUT", "/pictures/" + sku, "{\"names\":[null]}").status())
                .isEqualTo(422);
        assertThat(shop().admin("POST", "/pictures/NOTHING", upload(good)).status())
                .isEqualTo(404);
        assertThat(shop().post("/admin/pictures/" + sku, "{}").status()).isEqualTo(401);
    }

    @Test
    void twoThatComeAtOnceAreBothKept() {
        List<byte[]> files = List.of(
                picture("png", 500, 500, Color.CYAN),
                picture("png", 500, 500, Color.PINK),
                picture("png", 500, 500, Color.GRAY));
        assertThat(files.parallelStream()
                        .map(file -> shop().admin("POST", "/pictures/" + sku, upload(file))
                                .status()))
                .containsOnly(200);
        assertThat(shop().admin("GET", "/pictures/" + sku, "").body()).hasSize(3);
    }

    @Test
    void aLargeOneIsReadInSteps() {
        assertThat(shop().admin("POST", "/pictures/" + sku, upload(picture("jpg", 3_300, 4_100, Color.RED)))
                        .status())
                .isEqualTo(200);
        assertThat(refused(picture("png", 5_000, 5_000, Color.RED))).contains("5000 × 5000 points", "24 million");
    }

    private ShopClient.Answer order(String... names) {
        return shop().admin("PUT", "/pictures/" + sku, json.writeValueAsString(Map.of("names", names)));
    }

    private ShopClient.Answer remove(String name) {
        return shop().admin("DELETE", "/pictures/" + sku + "/" + name, "");
    }

    private String refused(byte[] file) {
        ShopClient.Answer answer = shop().admin("POST", "/pictures/" + sku, upload(file));
        assertThat(answer.status()).isEqualTo(422);
        return answer.body().path("detail").asString();
    }

    private String upload(byte[] file) {
        return json.writeValueAsString(Map.of("content", file, "alts", ALTS, "by", "ida"));
    }

    private static byte[] picture(String format, int width, int height, Color colour) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(colour);
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(picture, format, file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG with a comment right behind its start. */
    private static byte[] withComment(byte[] jpeg, String words) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.write(jpeg, 0, 2);
        out.writeShort(0xFFFE);
        out.writeShort(words.length() + 2);
        out.writeBytes(words);
        out.write(jpeg, 2, jpeg.length - 2);
        return file.toByteArray();
    }

    /** A small file that says it has 900 million points. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.write(picture("png", 500, 500, Color.RED), 0, 16);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(head);
        header.writeBytes("IHDR");
        header.writeInt(30_000);
        header.writeInt(30_000);
        header.write(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(head.toByteArray());
        out.write(head.toByteArray(), 4, 13);
        out.writeInt((int) crc.getValue());
        out.write(picture("png", 500, 500, Color.RED), 33, 60);
        out.writeInt(0);
        out.writeBytes("IEND");
        out.writeInt(0xAE426082);
        return file.toByteArray();
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
        return shop().send("GET", path, "text/plain", "", Map.of()).body();
    }
}
