package io.tillflow.storefront.catalogue;

import io.tillflow.storefront.stock.Need;
import io.tillflow.storefront.stock.Stock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Fills an empty catalogue with the demo products drawn and described at build time. */
@Component
public class CatalogueSeed {
    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final JsonMapper json;
    private final Stock stock;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final CatalogueTexts texts;

    CatalogueSeed(JdbcTemplate jdbc, JsonMapper json, Stock stock, TransactionTemplate transaction, Clock clock) {
        this.texts = new CatalogueTexts(jdbc, json);
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.json = json;
        this.stock = stock;
        this.transaction = transaction;
        this.clock = clock;
    }

    record SeedVariant(
            String sku,
            String colour,
            String colourName,
            String size,
            long price,
            int weightGrams,
            List<String> pictures,
            int stock) {}

    record SeedProduct(
            String slug,
            String name,
            String line,
            String about,
            String care,
            String category,
            String kind,
            String place,
            List<Attribute> attributes,
            int popularity,
            int ageDays,
            List<SeedVariant> variants) {}

    record Seed(List<Category> categories, List<SeedProduct> products, List<CatalogueTexts.Texts> texts) {}

    public void fillWhenEmpty() {
        transaction.executeWithoutResult(tx -> {
            client.sql("select pg_advisory_xact_lock(hashtext('shop-seed'))")
                    .query()
                    .listOfRows();
            if (client.sql("select count(*) from category").query(Integer.class).single() == 0) {
                fill(read());
            }
            if (client.sql("select count(*) from product_text")
                            .query(Integer.class)
                            .single()
                    == 0) {
                read().texts().forEach(texts::insert);
            }
        });
    }

    private Seed read() {
        try (InputStream in = new ClassPathResource("catalogue.json").getInputStream()) {
            return json.readValue(in, Seed.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(Seed seed) {
        List<Object[]> categories = new ArrayList<>();
        for (Category c : seed.categories()) {
            categories.add(new Object[] {c.id(), c.name(), c.title(), c.intro(), c.picture(), categories.size()});
        }
        jdbc.batchUpdate(
                "insert into category (id, name, title, intro, picture, position) values (?,?,?,?,?,?)", categories);
        Instant now = clock.instant();
        List<Object[]> products = new ArrayList<>();
        List<Object[]> variants = new ArrayList<>();
        List<Need> received = new ArrayList<>();
        for (SeedProduct p : seed.products()) {
            products.add(row(p, now));
            int position = 0;
            for (SeedVariant v : p.variants()) {
                variants.add(row(p, v, position++));
                received.add(new Need(v.sku(), v.stock()));
            }
        }
        jdbc.batchUpdate("""
                insert into product (slug, name, line, about, care, category, kind, place, attributes, popularity, added_at)
                values (?,?,?,?,?,?,?,?,?::jsonb,?,?)""", products);
        jdbc.batchUpdate("""
                insert into variant (product, sku, position, colour, colour_name, size, price, weight_grams, pictures)
                values (?,?,?,?,?,?,?,?,?)""", variants);
        stock.stockUp(received);
    }

    private Object[] row(SeedProduct p, Instant now) {
        return new Object[] {
            p.slug(),
            p.name(),
            p.line(),
            p.about(),
            p.care(),
            p.category(),
            p.kind(),
            p.place(),
            json.writeValueAsString(p.attributes()),
            p.popularity(),
            Timestamp.from(now.minus(Duration.ofDays(p.ageDays())))
        };
    }

    private static Object[] row(SeedProduct p, SeedVariant v, int position) {
        return new Object[] {
            p.slug(),
            v.sku(),
            position,
            v.colour(),
            v.colourName(),
            v.size(),
            v.price(),
            v.weightGrams(),
            v.pictures().toArray(String[]::new)
        };
    }
}
