package nl.meedoen.demo.writing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;

/** What every part of the load writes with: the day, the batch, ids, the vault and the phrases. */
public final class Desk {

    private static final int IDS_A_MILLISECOND = 4096;

    private final LocalDate today;
    private final Instant now;
    private final Batch batch;
    private final Vault vault;
    private final Phrases phrases;
    private final Dice idDice;
    private long ids;

    /** A desk for one load; the dice are for ids only. */
    public Desk(LocalDate today, Instant now, Batch batch, Vault vault, Phrases phrases, Dice idDice) {
        this.today = today;
        this.now = now;
        this.batch = batch;
        this.vault = vault;
        this.phrases = phrases;
        this.idDice = idDice;
    }

    /** The day on which the demo is looked at. */
    public LocalDate today() {
        return today;
    }

    public Instant now() {
        return now;
    }

    public Batch batch() {
        return batch;
    }

    public Phrases phrases() {
        return phrases;
    }

    /** As {@link Batch#add}. */
    public void add(Table table, @Nullable Object... values) {
        batch.add(table, values);
    }

    /** Seals a text as the rooms do; null stays null. */
    public byte @Nullable [] seal(@Nullable String text) {
        return vault.sealOptional(text);
    }

    /** A new id that sorts after those before (UUID version 7), the same at every load of a day. */
    public UUID id() {
        long millis = today.minusYears(2).atStartOfDay(Words.ZONE).toInstant().toEpochMilli() + ids / IDS_A_MILLISECOND;
        long high = (millis << 16) | 0x7000L | (ids % IDS_A_MILLISECOND);
        ids++;
        return new UUID(high, (idDice.bits() >>> 2) | 0x8000000000000000L);
    }

    /** A moment in office hours; never one to come. */
    public Instant at(LocalDate day, int hour, int minute) {
        Instant moment = day.atTime(hour, minute).atZone(Words.ZONE).toInstant();
        return moment.isAfter(now) ? now : moment;
    }

    /** Whether the day has come. */
    public boolean past(@Nullable LocalDate day) {
        return day != null && !day.isAfter(today);
    }

    /** The day, or the Monday after it in a weekend. */
    public static LocalDate workday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                ? day.plusDays(2)
                : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }
}
