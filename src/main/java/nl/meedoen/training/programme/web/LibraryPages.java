package nl.meedoen.training.programme.web;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.training.WorkFormId;
import nl.meedoen.training.programme.domain.MapTheme;
import nl.meedoen.training.programme.domain.WorkForm;
import nl.meedoen.training.programme.domain.WorkFormRepository;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the pages of the library show, in the reader's language. */
@Component
@Transactional(readOnly = true)
class LibraryPages {

    private static final int[] LENGTHS = {30, 45, 60, 90, 120};

    private final JdbcClient jdbc;
    private final WorkFormRepository workForms;
    private final Texts texts;

    LibraryPages(JdbcClient jdbc, WorkFormRepository workForms, Texts texts) {
        this.jdbc = jdbc;
        this.workForms = workForms;
        this.texts = texts;
    }

    private record Found(LibraryPage.ThemeCard theme, LibraryPage.Line line) {}

    LibraryPage library(@Nullable String q, @Nullable MapTheme map, @Nullable Integer minutes) {
        List<Found> found = jdbc.sql(inLanguage("""
                        select t.code, t.icon, t.position, t.title_xx, t.aim_xx,
                               w.id, w.title_xx form, w.minutes, w.group_min, w.group_max,
                               (select count(*) from tip where work_form_id = w.id and removed_at is null) tips
                        from theme t join work_form w on w.theme_id = t.id
                        where (cast(:map as text) is null or w.map_theme = :map)
                          and (cast(:minutes as int) is null or w.minutes <= :minutes)
                          and (cast(:q as text) is null or unaccent(concat_ws(' ', w.title_xx, w.aim_xx, w.tip_xx,
                               array_to_string(w.materials_xx, ' '), array_to_string(w.steps_xx, ' ')))
                               ilike '%' || unaccent(:q) || '%')
                        order by t.position, w.position
                        """))
                .param("map", map == null ? null : map.name())
                .param("minutes", minutes)
                .param("q", q == null ? null : q.replaceAll("([\\\\%_])", "\\\\$1"))
                .query((row, n) -> new Found(
                        new LibraryPage.ThemeCard(
                                row.getString(1),
                                row.getString(2),
                                row.getInt(3),
                                row.getString(4),
                                row.getString(5),
                                new ArrayList<>()),
                        new LibraryPage.Line(
                                row.getObject(6, UUID.class),
                                row.getString(7),
                                row.getInt(8),
                                row.getInt(9),
                                row.getInt(10),
                                row.getInt(11))))
                .list();
        List<LibraryPage.ThemeCard> themes = new ArrayList<>();
        for (Found one : found) {
            if (themes.isEmpty()
                    || !themes.get(themes.size() - 1).code().equals(one.theme().code())) {
                themes.add(one.theme());
            }
            themes.get(themes.size() - 1).workForms().add(one.line());
        }
        List<Option> lengths = Arrays.stream(LENGTHS)
                .mapToObj(m -> new Option(String.valueOf(m), texts.of("training.library.at-most", m)))
                .toList();
        return new LibraryPage(themes, found.size(), q, map == null ? null : map.name(), minutes, mapThemes(), lengths);
    }

    WorkFormPage workForm(Actor actor, WorkFormId id) {
        List<WorkFormPage.TipLine> tips = jdbc.sql("""
                        select t.id, t.body, a.name, t.written_at, t.account_id = :me,
                               count(v.account_id), coalesce(bool_or(v.account_id = :me), false)
                        from tip t join account a on a.id = t.account_id left join tip_vote v on v.tip_id = t.id
                        where t.work_form_id = :id and t.removed_at is null
                        group by t.id, a.name order by count(v.account_id) desc, t.written_at desc limit 50
                        """)
                .param("id", id.value())
                .param("me", actor.id().value())
                .query((row, n) -> new WorkFormPage.TipLine(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getInt(6),
                        row.getBoolean(7),
                        row.getBoolean(5)))
                .list();
        return jdbc.sql(inLanguage("""
                        select x.*, t.title_xx theme_title, t.icon, a.name changed_name,
                               (select count(*) from work_form_edition e where e.work_form_id = x.id) editions
                        from (select w.*,
                                lag(w.id) over way previous_id, lag(w.title_xx) over way previous_title,
                                lead(w.id) over way next_id, lead(w.title_xx) over way next_title
                              from work_form w join theme t on t.id = w.theme_id
                              window way as (order by t.position, w.position)) x
                             join theme t on t.id = x.theme_id left join account a on a.id = x.changed_by
                        where x.id = :id
                        """))
                .param("id", id.value())
                .query((row, n) -> workForm(actor, row, tips))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private WorkFormPage workForm(Actor actor, ResultSet row, List<WorkFormPage.TipLine> tips) throws SQLException {
        String language = language();
        var changed = row.getTimestamp("changed_at");
        return new WorkFormPage(
                row.getObject("id", UUID.class),
                row.getString("theme_title"),
                row.getString("icon"),
                row.getString("title_" + language),
                row.getString("aim_" + language),
                row.getInt("minutes"),
                row.getInt("group_min"),
                row.getInt("group_max"),
                texts.of(MapTheme.valueOf(row.getString("map_theme"))),
                lines(row.getArray("materials_" + language)),
                lines(row.getArray("steps_" + language)),
                row.getString("tip_" + language),
                row.getString("changed_name"),
                changed == null ? null : changed.toInstant(),
                row.getInt("editions"),
                tips,
                neighbour(row, "previous"),
                neighbour(row, "next"),
                actor.may(Permission.LIBRARY_EDIT));
    }

    private static WorkFormPage.@Nullable Neighbour neighbour(ResultSet row, String side) throws SQLException {
        UUID id = row.getObject(side + "_id", UUID.class);
        return id == null ? null : new WorkFormPage.Neighbour(id, row.getString(side + "_title"));
    }

    /** The work form as it stands now, for its form. */
    WorkFormForm form(WorkFormId id) {
        WorkForm workForm = load(id);
        return WorkFormForm.of(workForm.content(), workForm.version());
    }

    WorkFormEditPage editPage(WorkFormId id, long read) {
        WorkForm workForm = load(id);
        return new WorkFormEditPage(id.value(), title(workForm), read, null, null, mapThemes());
    }

    /** Beside the form: what somebody else saved while it was open. */
    WorkFormEditPage stalePage(WorkFormId id, WorkFormForm mine) {
        WorkForm workForm = load(id);
        UUID changedBy = workForm.changedBy();
        String name = changedBy == null
                ? null
                : jdbc.sql("select name from account where id = ?")
                        .param(changedBy)
                        .query(String.class)
                        .optional()
                        .orElse(null);
        List<WorkFormEditPage.Difference> theirs =
                mine.differences(WorkFormForm.of(workForm.content(), workForm.version()), texts);
        return new WorkFormEditPage(id.value(), title(workForm), workForm.version(), theirs, name, mapThemes());
    }

    private static String title(WorkForm workForm) {
        return "nl".equals(language())
                ? workForm.content().dutch().title()
                : workForm.content().english().title();
    }

    EditionsPage editions(WorkFormId id) {
        WorkForm workForm = load(id);
        List<EditionsPage.Edition> editions = jdbc.sql(inLanguage("""
                        select e.version + 1, e.replaced_at, a.name, (e.content ->> 'minutes')::int,
                               e.content ->> 'title_xx', e.content ->> 'aim_xx',
                               array(select jsonb_array_elements_text(e.content -> 'materials_xx')),
                               array(select jsonb_array_elements_text(e.content -> 'steps_xx')),
                               e.content ->> 'tip_xx'
                        from work_form_edition e join account a on a.id = e.replaced_by
                        where e.work_form_id = ? order by e.version desc limit 20
                        """))
                .param(id.value())
                .query((row, n) -> new EditionsPage.Edition(
                        row.getLong(1),
                        row.getTimestamp(2).toInstant(),
                        row.getString(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getString(6),
                        lines(row.getArray(7)),
                        lines(row.getArray(8)),
                        row.getString(9)))
                .list();
        return new EditionsPage(id.value(), title(workForm), editions);
    }

    private WorkForm load(WorkFormId id) {
        return workForms.find(id.value()).orElseThrow(NotFound::new);
    }

    private List<Option> mapThemes() {
        return Arrays.stream(MapTheme.values())
                .map(theme -> new Option(theme.name(), texts.of(theme)))
                .toList();
    }

    private static String language() {
        return "nl".equals(LocaleContextHolder.getLocale().getLanguage()) ? "nl" : "en";
    }

    /** The columns of the reader's language in place of {@code _xx}. */
    private static String inLanguage(String sql) {
        return sql.replace("_xx", "_" + language());
    }

    private static List<String> lines(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(Object::toString).toList();
    }
}
