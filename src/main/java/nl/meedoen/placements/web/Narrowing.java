package nl.meedoen.placements.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.placements.domain.Folded;
import nl.meedoen.placements.market.OwnRegions;
import nl.meedoen.webkit.Bounded;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.view.Chip;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a list is narrowed by: the conditions of its statement with their values, and the chips that take one away. */
final class Narrowing {

    private final String slices;
    private final StringBuilder where;
    private final Map<String, Object> params;
    private final List<Chip> chips = new ArrayList<>();
    private final Sheet.Query address;
    private final Texts texts;

    /**
     * A list that is not narrowed yet.
     *
     * @param slices what the rows are read by, one after the other
     * @param within the condition on a row of one slice
     * @param params of both
     */
    Narrowing(String slices, String within, Map<String, ?> params, Sheet.Query address, Texts texts) {
        this.slices = slices;
        this.where = new StringBuilder(within);
        this.params = new LinkedHashMap<>(params);
        this.address = address;
        this.texts = texts;
    }

    /** A list of what belongs to the actor's regions; the conditions call the table by this name. */
    static Narrowing ofRegions(Actor actor, String table, Sheet.Query address, Texts texts) {
        return new Narrowing(
                OwnRegions.SLICES,
                " " + table + ".region_id = own.region",
                Map.of("ownLocations", OwnRegions.param(actor)),
                address,
                texts);
    }

    /** Narrows to the words that somebody looks for, {@code :q} in the condition. */
    void search(String words, String condition) {
        by(condition, "q", Folded.like(words));
        chip(texts.of("placements.chip.q", words), "q");
    }

    void by(String condition) {
        where.append(" and ").append(condition);
    }

    void by(String condition, String name, Object value) {
        by(condition);
        params.put(name, value);
    }

    /** Shows that it is narrowed by this filter, with a link to the list without it. */
    void chip(String label, String filter) {
        chips.add(new Chip(label, address.with(filter, null)));
    }

    /** Narrows by a column that must have the value that was asked for; a value that does not exist narrows nothing. */
    <E extends Enum<E>> void oneOf(E[] values, @Nullable String asked, String column, String filter) {
        for (E value : values) {
            if (value.name().equals(asked)) {
                by(column + " = :" + filter, filter, value.name());
                chip(texts.of(value), filter);
            }
        }
    }

    /** How many rows there are, at most {@link Bounded#STOP}. */
    int count(JdbcClient jdbc, String table) {
        return jdbc.sql("""
                        select least(coalesce(sum(c.n), 0), %4$d) from %1$s cross join lateral
                            (select count(*) n from (select 1 from %2$s where %3$s limit %4$d) x) c
                        """.formatted(slices, table, where, Bounded.STOP))
                .params(params)
                .query(Integer.class)
                .single();
    }

    String where() {
        return where.toString();
    }

    Map<String, Object> params() {
        return params;
    }

    List<Chip> chips() {
        return chips;
    }
}
