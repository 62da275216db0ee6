package nl.meedoen.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;

/** What every part of the load writes with: the day, the batch, ids, the vault and the phrases. */
final class Desk {

    private static final int IDS_A_MILLISECOND = 4096;

    private final LocalDate today;
    private final Instant now;
    private final Batch batch;
    private final Vault vault;
    private final Phrases phrases;
    private final Dice idDice;
    private long ids;

    Desk(LocalDate today, Instant now, Batch batch, Vault vault, Phrases phrases, Dice idDice) {
        this.today = today;
        this.now = now;
        this.batch = batch;
        this.vault = vault;
        this.phrases = phrases;
        this.idDice = idDice;
    }

    LocalDate today() {
        return today;
    }

    Instant now() {
        return now;
    }

    Batch batch() {
        return batch;
    }

    Phrases phrases() {
        return phrases;
    }

    void add(Table table, @Nullable Object... values) {
        batch.add(table, values);
    }

    byte @Nullable [] seal(@Nullable String text) {
        return vault.sealOptional(text);
    }

    /** A new id that sorts after those before (UUID version 7), the same at every load of a day. */
    UUID id() {
        long millis = today.minusYears(2).atStartOfDay(Words.ZONE).toInstant().toEpochMilli() + ids / IDS_A_MILLISECOND;
        long high = (millis << 16) | 0x7000L | (ids % IDS_A_MILLISECOND);
        ids++;
        return new UUID(high, (idDice.bits() >>> 2) | 0x8000000000000000L);
    }

    /** A moment in office hours; never one to come. */
    Instant at(LocalDate day, int hour, int minute) {
        Instant moment = day.atTime(hour, minute).atZone(Words.ZONE).toInstant();
        return moment.isAfter(now) ? now : moment;
    }

    boolean past(@Nullable LocalDate day) {
        return day != null && !day.isAfter(today);
    }

    /** The day, or the Monday after it in a weekend. */
    static LocalDate workday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                ? day.plusDays(2)
                : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }
}
