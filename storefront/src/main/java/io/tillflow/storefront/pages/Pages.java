package io.tillflow.storefront.pages;

import io.tillflow.storefront.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All texts of all pages, as merchants kept them; which of them shoppers read. */
@Repository
public class Pages {
    private static final String COLUMNS =
            "select t.page, t.language, t.version, t.title, t.body, t.author, t.written_at from page_text t ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Pages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody else kept a text of the page meanwhile. */
    public static final class Outdated extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Outdated(int seen, int latest) {
            super("expected version " + seen + " to be the latest, but it is " + latest);
        }
    }

    /** What somebody wrote. */
    public record Draft(String title, String body, String author) {}

    /** The names of all pages there are, those the shop comes with first. */
    public List<String> names() {
        List<String> own = jdbc.sql("select distinct page from page_text order by page")
                .query(String.class)
                .list();
        return Stream.concat(ShippedPages.NAMES.stream(), own.stream())
                .distinct()
                .toList();
    }

    public static boolean shipped(String page) {
        return ShippedPages.NAMES.contains(page);
    }

    /** The newest first, at the end what the shop came with. */
    public List<PageText> versions(String page, Language language) {
        List<PageText> kept = jdbc.sql(
                        COLUMNS + "where page = :page and language = :language order by version desc limit 100")
                .param("page", page)
                .param("language", language.code())
                .query(Pages::text)
                .list();
        return Stream.concat(kept.stream(), ShippedPages.of(page, language).stream())
                .toList();
    }

    /** What merchants chose to show, where they did. */
    List<PageText> shown() {
        return jdbc.sql(COLUMNS + "join page_shown s using (page, language, version) order by t.page")
                .query(Pages::text)
                .list();
    }

    /** Changes whenever something else is shown. */
    String edition() {
        return jdbc.sql("""
                select coalesce(string_agg(page || '/' || language || '/' || version, ' ' order by page, language), '')
                from page_shown""").query(String.class).single();
    }

    /**
     * Keeps a text; nobody reads it until it is shown.
     *
     * @param seen the latest version its author knew
     */
    @Transactional
    public PageText write(String page, Language language, int seen, Draft draft) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:page))")
                .param("page", "page " + page)
                .query()
                .listOfRows();
        int latest = latest(page, language);
        if (latest != seen) {
            throw new Outdated(seen, latest);
        }
        return jdbc.sql("""
                insert into page_text as t (page, language, version, title, body, author, written_at)
                values (:page, :language, :version, :title, :body, :author, :now)
                returning page, language, version, title, body, author, written_at""")
                .param("page", page)
                .param("language", language.code())
                .param("version", latest + 1)
                .param("title", draft.title())
                .param("body", draft.body())
                .param("author", draft.author())
                .param("now", now())
                .query(Pages::text)
                .single();
    }

    private int latest(String page, Language language) {
        return jdbc.sql("select coalesce(max(version), 0) from page_text where page = :page and language = :language")
                .param("page", page)
                .param("language", language.code())
                .query(Integer.class)
                .single();
    }

    /** Whether there is such a version. */
    @Transactional
    public boolean show(String page, Language language, int version, String author) {
        return jdbc.sql("""
                insert into page_shown (page, language, version, author, shown_at)
                select page, language, version, :author, :now from page_text
                where page = :page and language = :language and version = :version
                on conflict (page, language) do update
                    set version = excluded.version, author = excluded.author, shown_at = excluded.shown_at""")
                        .param("page", page)
                        .param("language", language.code())
                        .param("version", version)
                        .param("author", author)
                        .param("now", now())
                        .update()
                == 1;
    }

    /**
     * Takes a page away from shoppers, in all languages: where it is not translated they would read the others. One that the shop
     * comes with says again what it came with, in that language.
     */
    public void hide(String page, Language language) {
        jdbc.sql("delete from page_shown where page = :page and (language = :language or not :shipped)")
                .param("page", page)
                .param("shipped", shipped(page))
                .param("language", language.code())
                .update();
    }

    /** A page that shoppers read somewhere is not deleted. */
    public boolean delete(String page) {
        return jdbc.sql("""
                delete from page_text where page = :page and not exists (select 1 from page_shown where page = :page)""").param("page", page).update() > 0;
    }

    public Optional<Integer> shownVersion(String page, Language language) {
        return jdbc.sql("select version from page_shown where page = :page and language = :language")
                .param("page", page)
                .param("language", language.code())
                .query(Integer.class)
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static PageText text(ResultSet row, int number) throws SQLException {
        return new PageText(
                row.getString("page"),
                Language.of(row.getString("language")).orElse(Language.EN),
                row.getInt("version"),
                row.getString("title"),
                row.getString("body"),
                row.getString("author"),
                row.getTimestamp("written_at").toInstant());
    }
}
