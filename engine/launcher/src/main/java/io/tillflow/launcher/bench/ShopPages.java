package io.tillflow.launcher.bench;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages of a shop that shoppers open most: home, shelves, products and searches. */
record ShopPages(HttpClient client, URI shop) {
    private static final Pattern LINK = Pattern.compile("href=\"(/(?:c|p)/[^\"#?]+)\"");
    private static final Pattern ROWS = Pattern.compile("rows;dur=([0-9.]+)");
    private static final List<String> SEARCHES = List.of("lamp", "wool+blanket", "blnket", "cup+for+espresso", "tent");
    private static final int MOST_PAGES = 40;

    /** Found by the links of the front page. */
    List<URI> all() throws IOException, InterruptedException {
        List<URI> pages = new ArrayList<>(List.of(shop.resolve("/"), shop.resolve("/shelves")));
        Matcher links = LINK.matcher(new String(open(request(shop.resolve("/"))).body(), StandardCharsets.UTF_8));
        while (links.find() && pages.size() < MOST_PAGES) {
            URI page = shop.resolve(links.group(1));
            if (!pages.contains(page)) {
                pages.add(page);
            }
        }
        SEARCHES.forEach(words -> pages.add(shop.resolve("/search?q=" + words)));
        return pages;
    }

    HttpResponse<byte[]> open(HttpRequest page) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(page, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw Trouble.notReachable(
                    "Expected " + page.uri() + " to answer 200, but it says " + answer.statusCode() + ".");
        }
        return answer;
    }

    /** Without any cookie: somebody of whom nothing is known. */
    static HttpRequest request(URI page) {
        return HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(20)).build();
    }

    /** How many milliseconds the shop says that the personal rows and recommendations of a page took; NaN where it has none. */
    static double rows(HttpResponse<?> answer) {
        Matcher told = ROWS.matcher(answer.headers().firstValue("Server-Timing").orElse(""));
        return told.find() ? Double.parseDouble(told.group(1)) : Double.NaN;
    }
}
