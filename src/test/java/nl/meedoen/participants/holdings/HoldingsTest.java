package nl.meedoen.participants.holdings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** What the rooms declared against the tables as they are. */
@MeedoenTest
class HoldingsTest {

    private static final Pattern FIXED_WORD = Pattern.compile("'([A-Z][A-Z0-9_]+)'");

    @Autowired
    ObjectProvider<PersonalData> rooms;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    MessageSource messages;

    private List<Holding> all() {
        return rooms.orderedStream().flatMap(room -> room.holdings().stream()).toList();
    }

    /** A new table with a person in it, or with rows under such a table, fails here until a room declares it. */
    @Test
    void everyTableThatLeadsToAPersonIsDeclared() {
        Set<String> found =
                new TreeSet<>(everything.sql("""
                with recursive link as (
                    select cast(conrelid as regclass) child, cast(confrelid as regclass) parent from pg_constraint
                    where contype = 'f'),
                person as (
                    select cast('participant' as regclass) t
                    union select a.attrelid::regclass from pg_attribute a join pg_class c on c.oid = a.attrelid
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not a.attisdropped
                          and a.attname ~ 'participant' and a.attnum > 0
                    union select link.child from link join person on person.t = link.parent)
                select t::text from person
                """).query(String.class).list());
        Set<String> declared = new TreeSet<>();
        all().forEach(holding -> declared.add(holding.table()));
        assertThat(all()).extracting(Holding::table).doesNotHaveDuplicates();
        assertThat(found).isSubsetOf(declared).hasSizeGreaterThan(40);
        // what leads to nobody by a column of its own: the text of a colleague's desk
        declared.removeAll(found);
        assertThat(declared).containsExactly("draft");
    }

    @Test
    void whatIsLeftOutExists() {
        for (Holding holding : all()) {
            Set<String> named = new HashSet<>(holding.without());
            named.addAll(holding.named().keySet());
            assertThat(columns(holding.table())).as(holding.table()).containsAll(named);
        }
    }

    @Test
    void everyTableAndColumnOnPaperHasItsWords() {
        for (Holding holding : all()) {
            if (holding.shown() == Holding.Shown.NOT) {
                continue;
            }
            said("holdings.table." + holding.table());
            if (holding.shown() == Holding.Shown.PAPER) {
                columns(holding.table()).stream()
                        .filter(column -> !holding.without().contains(column))
                        .filter(column -> holding.named().containsKey(column) || !internal(holding.table(), column))
                        .forEach(column -> said("holdings.column." + column));
            }
        }
    }

    @Test
    void everyFixedWordOnPaperIsSaid() {
        Set<String> words = new TreeSet<>();
        for (Holding holding : all()) {
            if (holding.shown() != Holding.Shown.PAPER) {
                continue;
            }
            everything
                    .sql(
                            "select pg_get_constraintdef(oid) from pg_constraint where contype = 'c' and conrelid = ?::regclass")
                    .param(holding.table())
                    .query(String.class)
                    .list()
                    .forEach(rule -> FIXED_WORD.matcher(rule).results().forEach(word -> words.add(word.group(1))));
        }
        assertThat(words).hasSizeGreaterThan(80);
        words.forEach(word -> said("holdings.value." + word));
    }

    /** Ids without a name and what the application counts for itself. */
    private boolean internal(String table, String column) {
        boolean id = everything
                .sql("select atttypid = 'uuid'::regtype from pg_attribute where attrelid = ?::regclass and attname = ?")
                .params(table, column)
                .query(Boolean.class)
                .single();
        boolean named = column.matches(".*_by|author_id|coach_id|account_id|actor_id|acting_for|location_id");
        return id && !named
                || List.of("version", "compared_at", "position", "previews").contains(column);
    }

    private void said(String key) {
        String code = key.toLowerCase(Locale.ROOT).replace('_', '-');
        for (Locale language : Arrays.asList(Locale.ENGLISH, Locale.forLanguageTag("nl"))) {
            assertThat(messages.getMessage(code, null, "", language))
                    .as("%s in %s", code, language)
                    .isNotEmpty();
        }
    }

    private List<String> columns(String table) {
        return everything
                .sql(
                        "select attname from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped")
                .param(table)
                .query(String.class)
                .list();
    }
}
