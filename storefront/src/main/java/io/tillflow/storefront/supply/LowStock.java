package io.tillflow.storefront.supply;

import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.outbox.EventType;
import io.tillflow.storefront.outbox.Outbox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the automation of articles that are low, once each time they get so; and again when somebody wants a look at all that
 * still are. How many are ordered, and from whom, is for a process to say.
 */
@Component
public class LowStock {
    private static final Logger log = LoggerFactory.getLogger(LowStock.class);

    private final LowArticles articles;
    private final Shelf shelf;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    LowStock(LowArticles articles, Shelf shelf, Outbox outbox, TransactionTemplate transaction) {
        this.articles = articles;
        this.shelf = shelf;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "${shop.supply.look-every:5s}", fixedDelayString = "${shop.supply.look-every:5s}")
    void look() {
        try {
            tell();
        } catch (DataAccessException | TransactionException e) {
            log.debug("articles that are low are told of when the database is back", e);
        }
    }

    /** Answers of how many it told. */
    public int tell() {
        return transaction.execute(tx -> {
            articles.forgetTheSupplied();
            return told(articles.newly());
        });
    }

    /**
     * Tells of what has just got low, and again of what was told a while ago and is low still.
     *
     * @param sku one article; null for all
     */
    public int tellAgain(@Nullable String sku) {
        int fresh = tell();
        return transaction.execute(tx -> fresh + told(articles.still(sku)));
    }

    private int told(List<LowArticle> low) {
        int told = 0;
        List<String> unknown = new ArrayList<>();
        for (LowArticle article : low) {
            Item item = shelf.item(article.sku()).orElse(null);
            if (item == null) { // not for sale, or not yet
                unknown.add(article.sku());
            } else {
                outbox.publish(
                        EventType.STOCK_LOW,
                        article.request(),
                        Map.of(
                                "businessKey", article.sku(),
                                "request", Map.of("id", article.request()),
                                "article", facts(article, item)));
                told++;
            }
        }
        articles.forget(unknown);
        return told;
    }

    private static Map<String, Object> facts(LowArticle article, Item item) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("sku", article.sku());
        facts.put("name", item.name() + ", " + item.variant().label());
        facts.put("price", item.variant().price());
        facts.put("currency", Money.BASE);
        facts.put("available", article.available());
        facts.put("awaited", article.awaited());
        facts.put("lowAt", article.lowAt());
        facts.put("upTo", article.upTo());
        facts.put("pack", article.pack());
        facts.put("supplier", article.supplier());
        return facts;
    }
}
