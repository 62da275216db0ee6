package nl.meedoen.notices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.desk.Attention;
import nl.meedoen.webkit.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What needs a person now, collected from every room: the one place from which Today, its printed list and the digest
 * take what they show and what they count.
 */
@Component
public class Waiting {

    private static final List<String> TONES = List.of("danger", "wait", "busy");

    /** Something that waits, with the mark by which it can be put away. */
    public record Item(String mark, Attention attention) {}

    /** Something that comes back on a day. */
    public record PutAway(Item item, LocalDate until) {}

    /**
     * What there is at a moment.
     *
     * @param waiting the most urgent first
     * @param planned what is only announced, such as an appointment: it waits for nobody
     * @param putAway what waits but is snoozed, the first to come back first
     * @param whole of the kinds of which there are more than a source gives: how many wait, without what was put away
     */
    public record Now(
            List<Item> waiting, List<Attention> planned, List<PutAway> putAway, Map<String, Attention.Whole> whole) {

        /** How many of a kind wait. */
        public int count(String kind) {
            Attention.Whole all = whole.get(kind);
            return all != null
                    ? all.count()
                    : (int) waiting.stream()
                            .filter(item -> item.attention().kindKey().equals(kind))
                            .count();
        }

        /** How many things wait in all. */
        public int count() {
            return waiting.stream()
                    .map(item -> item.attention().kindKey())
                    .distinct()
                    .mapToInt(this::count)
                    .sum();
        }

        /** How many of those that are listed are past their day. */
        public int late(LocalDate today) {
            return (int) waiting.stream()
                    .filter(item -> isLate(item.attention(), today))
                    .count();
        }
    }

    private final List<Attention.Source> sources;
    private final Snoozes snoozes;
    private final Clock clock;

    Waiting(List<Attention.Source> sources, Snoozes snoozes, Clock clock) {
        this.sources = sources;
        this.snoozes = snoozes;
        this.clock = clock;
    }

    /** What needs the actor now. */
    @Transactional(readOnly = true)
    public Now of(Actor actor) {
        List<Attention> all = new ArrayList<>();
        Map<String, Attention.Whole> whole = new HashMap<>();
        for (Attention.Source source : sources) {
            List<Attention> rows = source.of(actor);
            all.addAll(rows);
            boolean full = rows.stream()
                    .collect(Collectors.groupingBy(Attention::kindKey, Collectors.counting()))
                    .values()
                    .stream()
                    .anyMatch(rowsOfKind -> rowsOfKind >= Attention.MOST);
            if (full) {
                whole.putAll(source.whole(actor));
            }
        }
        return sorted(all, whole, snoozes.of(actor), LocalDate.now(clock.withZone(Words.ZONE)));
    }

    /** Divides what there is over what waits, what is planned and what was put away. */
    public static Now sorted(
            List<Attention> all, Map<String, Attention.Whole> whole, Map<String, LocalDate> snoozed, LocalDate today) {
        List<Item> waiting = new ArrayList<>();
        List<Attention> planned = new ArrayList<>();
        List<PutAway> putAway = new ArrayList<>();
        Map<String, Attention.Whole> left = new HashMap<>(whole);
        for (Attention row : all) {
            if (isPlanned(row, today)) {
                planned.add(row);
                continue;
            }
            Item item = new Item(mark(row), row);
            LocalDate until = snoozed.get(item.mark());
            if (until == null) {
                waiting.add(item);
            } else {
                putAway.add(new PutAway(item, until));
                left.computeIfPresent(
                        row.kindKey(), (kind, before) -> new Attention.Whole(before.count() - 1, before.path()));
            }
        }
        waiting.sort(Comparator.comparing(Item::attention, urgency()));
        planned.sort(Comparator.comparing(Attention::due, Comparator.nullsLast(Comparator.naturalOrder())));
        putAway.sort(Comparator.comparing(PutAway::until)
                .thenComparing(row -> row.item().attention().title()));
        return new Now(waiting, planned, putAway, left);
    }

    /** Whether its day has passed. */
    public static boolean isLate(Attention row, LocalDate today) {
        return row.due() != null && row.due().isBefore(today);
    }

    /**
     * What a snooze holds on to: the kind, the page and the day. Another step of the same person that becomes overdue, or
     * a new silence after a contact, is another thing and is not hidden.
     */
    static String mark(Attention row) {
        String what = row.kindKey() + "\n" + row.path() + "\n" + (row.due() == null ? "" : row.due());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is only announced waits for nobody: its day has not passed and nothing is wrong. */
    private static boolean isPlanned(Attention row, LocalDate today) {
        return "busy".equals(row.tone()) && row.due() != null && !row.due().isBefore(today);
    }

    /** Danger before waiting, and of the same tone what has been due longest. */
    private static Comparator<Attention> urgency() {
        return Comparator.<Attention>comparingInt(
                        row -> TONES.contains(row.tone()) ? TONES.indexOf(row.tone()) : TONES.size())
                .thenComparing(Attention::due, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Attention::title);
    }
}
