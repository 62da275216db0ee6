package nl.meedoen.notices.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Actors;
import nl.meedoen.access.Role;
import nl.meedoen.desk.CalendarEntry;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.CalendarFile;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a person's calendar (RFC 5545), read as that person in each role that the person holds now: a role or a
 * participant that was taken away is gone at the next request.
 */
@Component
public class Feeds {

    private static final int DAYS_BACK = 30;
    private static final int DAYS_AHEAD = 365;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    /** A calendar file, and a mark that changes when something in it does. */
    public record Feed(String file, String mark) {}

    private final List<CalendarEntry.Source> sources;
    private final Actors actors;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final Trail trail;
    private final Texts texts;
    private final Clock clock;
    private final String address;

    Feeds(
            List<CalendarEntry.Source> sources,
            Actors actors,
            TransactionTemplate transactions,
            JdbcClient jdbc,
            Trail trail,
            Texts texts,
            Clock clock,
            @Value("${meedoen.address:http://localhost:8080}") String address) {
        this.sources = sources;
        this.actors = actors;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.trail = trail;
        this.texts = texts;
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
    }

    /** The calendar of this account; empty where it is blocked or has no role left. */
    public Optional<Feed> of(AccountId account) {
        return actors.find(account, null).map(actor -> {
            Locale before = LocaleContextHolder.getLocale();
            LocaleContextHolder.setLocale(language(account));
            try {
                List<CalendarEntry> entries = new ArrayList<>();
                for (Role role : actor.roles()) {
                    actors.find(account, role)
                            .filter(found -> found.role() == role)
                            .ifPresent(found -> entries.addAll(read(found)));
                }
                entries.sort(Comparator.comparing(CalendarEntry::when).thenComparing(CalendarEntry::id));
                // the moment of writing is no change
                String mark = mark(write(entries, "19700101T000000Z"));
                return new Feed(write(entries, UTC.format(clock.instant())), mark);
            } finally {
                LocaleContextHolder.setLocale(before);
            }
        });
    }

    private List<CalendarEntry> read(Actor actor) {
        LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
        List<CalendarEntry> read = ActingAs.actor(
                actor,
                () -> transactions.execute(tx -> {
                    List<CalendarEntry> entries = new ArrayList<>();
                    sources.forEach(source ->
                            entries.addAll(source.of(actor, today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD))));
                    if (!entries.isEmpty()) {
                        trail.note(
                                actor,
                                Trail.Action.LISTED,
                                "calendar-feed",
                                actor.id().value());
                    }
                    return entries;
                }));
        return read == null ? List.of() : read;
    }

    private String write(List<CalendarEntry> entries, String stamp) {
        CalendarFile file = new CalendarFile()
                .lines("METHOD:PUBLISH")
                .text("NAME", texts.of("notices.feed.name"))
                .text("X-WR-CALNAME", texts.of("notices.feed.name"))
                .lines("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        for (CalendarEntry entry : entries) {
            file.lines(
                    "BEGIN:VEVENT",
                    "UID:" + entry.id() + "@meedoen",
                    "DTSTAMP:" + stamp,
                    "SEQUENCE:" + entry.sequence());
            if (entry.begins() == null) {
                file.lines(
                        "DTSTART;VALUE=DATE:" + DAY.format(entry.when()),
                        "DTEND;VALUE=DATE:"
                                + DAY.format(entry.when().plusDays(entry.lasts().toDays())),
                        "TRANSP:TRANSPARENT");
            } else {
                file.lines(
                        "DTSTART:" + UTC.format(entry.begins()),
                        "DTEND:" + UTC.format(entry.begins().plus(entry.lasts())));
            }
            file.text("SUMMARY", entry.title());
            if (entry.place() != null) {
                file.text("LOCATION", entry.place());
            }
            file.lines("URL:" + address + entry.path(), "CLASS:PRIVATE");
            file.lines("STATUS:" + (entry.cancelled() ? "CANCELLED" : "CONFIRMED"), "END:VEVENT");
        }
        return file.ended();
    }

    private Locale language(AccountId account) {
        return Locale.forLanguageTag(jdbc.sql("select language from account where id = ?")
                .param(account.value())
                .query((row, n) -> row.getString(1))
                .single());
    }

    private static String mark(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
