package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class InvoiceIT extends ShopTest {
    @Test
    void anInvoiceSaysWhatWasAgreedOnceTheMoneyIsTaken() throws Exception {
        String sku = fresh(2);
        String checkout = shop().startCheckout(shop().cartWith(Map.of(sku, 2)))
                .body()
                .get("id")
                .asString();
        shop().put(
                        "/checkouts/" + checkout,
                        ShopClient.MARA.formatted("i@example.org").replace("Mara Lindqvist", "Zofia Łęcka 木 Żuk"));
        ShopClient.Answer placed = shop().place(checkout);
        String id = placed.body().get("orderId").asString();
        String path = "/orders/" + id + "/invoice.pdf?token="
                + placed.body().get("token").asString();
        assertThat(get(path).statusCode()).isEqualTo(404);
        shop().service("POST", id, "/allocation", "");
        for (String state : List.of("PAID", "PREPARING", "SHIPPED")) {
            shop().service("PUT", id, "/state", "{\"state\":\"" + state + "\"}");
        }

        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        long total = shop().service("GET", id, "", "").body().get("total").asLong();
        try (PDDocument pdf = Loader.loadPDF(answer.body())) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains("Zofia Łęcka ? Żuk", "Lange Straße 1", "Germany", "2 × ", sku, "of which 19 % VAT")
                    .contains(placed.body().get("number").asString())
                    .contains(String.format(java.util.Locale.ROOT, "€%,d.%02d", total / 100, total % 100));
        }
        assertThat(get("/orders/" + id + "/invoice.pdf?token=guess").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
