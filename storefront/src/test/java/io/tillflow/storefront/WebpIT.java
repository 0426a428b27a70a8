package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.pictures.MakeWebp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WebpIT extends ShopTest {
    private static final String BROKEN = "u-000000000000000000000000";

    @Autowired
    private Shelf shelf;

    @Autowired
    private MakeWebp makeWebp;

    @Test
    void browsersThatReadWebpGetOneAtTheSameAddressAndOthersWhatTheyAlwaysGot() throws Exception {
        String sku = fresh(1);
        List<String> before = pictures(sku);
        String path = shop().admin("POST", "/pictures/" + sku, upload())
                .body()
                .get(0)
                .path("path")
                .asString();
        HttpResponse<byte[]> usual = get(path);
        HttpResponse<byte[]> small = get(path, "image/avif,image/webp,image/*,*/*;q=0.8");
        assertThat(usual.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(small.headers().firstValue("Content-Type")).contains("image/webp");
        assertThat(List.of(usual, small))
                .allSatisfy(it -> assertThat(it.headers().firstValue("Vary")).contains("Accept"));
        assertThat(small.body()).hasSizeLessThan(usual.body().length);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(small.body()));
        assertThat(read.getWidth()).isEqualTo(800);
        assertThat(read.getHeight()).isEqualTo(1000);

        String name = path.substring("/img/".length(), path.lastIndexOf('-'));
        keep(name, null);
        assertThat(get(path, "image/webp").headers().firstValue("Content-Type"))
                .as("it came before there were any")
                .contains("image/jpeg");
        untilAllAreMade();
        assertThat(get(path, "image/webp").headers().firstValue("Content-Type")).contains("image/webp");
        keep(name, new byte[0]);
        assertThat(get(path, "image/webp").headers().firstValue("Content-Type"))
                .as("where the JPEG is smaller")
                .contains("image/jpeg");
        jdbc.sql("update variant set pictures = :before where sku = :sku")
                .param("before", before.toArray(String[]::new))
                .param("sku", sku)
                .update();
        shelf.reload();
    }

    @Test
    void whatNobodyCanReadKeepsNoOtherWaitingAndIsNotTriedAgain() {
        jdbc.sql("insert into picture (name, author, added_at) values (:name, 'ida', now())")
                .param("name", BROKEN)
                .update();
        jdbc.sql("""
                insert into picture_file (picture, width, bytes)
                select :name, width, cast('broken' as bytea) from generate_series(1, 20) as width""").param("name", BROKEN).update();
        untilAllAreMade();
        assertThat(jdbc.sql("select count(*) from picture_file where picture = :name and webp = ''")
                        .param("name", BROKEN)
                        .query(Integer.class)
                        .single())
                .isEqualTo(20);
    }

    /** Others may be read meanwhile. */
    private void untilAllAreMade() {
        await().until(() -> {
            makeWebp.make();
            return jdbc.sql("select count(*) from picture_file where webp is null")
                            .query(Integer.class)
                            .single()
                    == 0;
        });
    }

    @AfterEach
    void withoutTheBroken() {
        jdbc.sql("delete from picture where name = :name").param("name", BROKEN).update();
    }

    private void keep(String name, byte @Nullable [] webp) {
        jdbc.sql("update picture_file set webp = :webp where picture = :name")
                .param("webp", webp, Types.BINARY)
                .param("name", name)
                .update();
    }

    private List<String> pictures(String sku) {
        return jdbc.sql("select pictures from variant where sku = :sku")
                .param("sku", sku)
                .query((row, n) -> List.of((String[]) row.getArray(1).getArray()))
                .single();
    }

    private String upload() throws IOException {
        try (InputStream file = Objects.requireNonNull(WebpIT.class.getResourceAsStream("/pictures/lamp.jpg"))) {
            Map<String, String> alts = Map.of("en", "A lamp", "de", "Eine Lampe");
            return json.writeValueAsString(Map.of("content", file.readAllBytes(), "alts", alts, "by", "ida"));
        }
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return get(path, "*/*");
    }

    private HttpResponse<byte[]> get(String path, String accepts) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Accept", accepts)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
