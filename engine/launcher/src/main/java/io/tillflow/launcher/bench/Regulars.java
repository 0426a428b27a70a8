package io.tillflow.launcher.bench;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Visitors who agreed to personal pages and looked at some products; when they leave, the shop forgets them. */
final class Regulars implements AutoCloseable {
    private static final int LOOKED_AT = 8;
    private static final String COOKIE = "remember=";

    private final HttpClient client;
    private final URI shop;
    private final List<String> all = new ArrayList<>();
    private final List<HttpRequest> requests = new ArrayList<>();

    Regulars(HttpClient client, URI shop) {
        this.client = client;
        this.shop = shop;
    }

    /** Each agrees and opens some products, everybody others. */
    void come(int many, List<URI> pages) throws IOException, InterruptedException {
        List<URI> products =
                pages.stream().filter(page -> page.getPath().startsWith("/p/")).toList();
        if (products.isEmpty()) {
            throw new Trouble("The front page of " + shop + " leads to no product, so nobody can have looked at one.");
        }
        for (int n = 0; n < many; n++) {
            String cookie = agree();
            for (int seen = 0; seen < LOOKED_AT; seen++) {
                open(products.get((n * 3 + seen) % products.size()), cookie);
            }
            pages.forEach(page -> requests.add(request(page, cookie)));
        }
    }

    /** The same pages in the same order, by one after the other of them. */
    List<HttpRequest> requests() {
        return List.copyOf(requests);
    }

    /** Others agree and open their first page: how long the rows took while the shop looked up what it knows of them, sorted. */
    List<Double> firstPages(int many) throws IOException, InterruptedException {
        List<Double> took = new ArrayList<>();
        for (int n = 0; n < many; n++) {
            took.add(ShopPages.rows(open(shop.resolve("/"), agree())));
        }
        return took.stream().filter(Double::isFinite).sorted().toList();
    }

    @Override
    public void close() {
        for (String cookie : all) {
            try {
                personal("off", cookie);
            } catch (IOException e) {
                System.err.println("The shop still remembers a visitor of this measurement: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private String agree() throws IOException, InterruptedException {
        HttpResponse<Void> answer = personal("on", "");
        String cookie = answer.headers().allValues("Set-Cookie").stream()
                .map(line -> line.substring(0, (line + ";").indexOf(';')))
                .filter(line -> line.startsWith(COOKIE))
                .findFirst()
                .orElseThrow(() -> Trouble.notReachable("Expected " + shop
                        + " to remember a visitor who agrees, but it answers " + answer.statusCode() + "."));
        all.add(cookie);
        return cookie;
    }

    private HttpResponse<Void> personal(String switched, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder form = HttpRequest.newBuilder(shop.resolve("/personal"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("switched=" + switched));
        if (!cookie.isEmpty()) {
            form.header("Cookie", cookie);
        }
        return client.send(form.build(), BodyHandlers.discarding());
    }

    private HttpResponse<byte[]> open(URI page, String cookie) throws IOException, InterruptedException {
        return new ShopPages(client, shop).open(request(page, cookie));
    }

    private static HttpRequest request(URI page, String cookie) {
        return HttpRequest.newBuilder(page)
                .timeout(Duration.ofSeconds(20))
                .header("Cookie", cookie)
                .build();
    }
}
