package nl.meedoen.documents.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.documents.DocumentKind;
import nl.meedoen.documents.Documents;
import nl.meedoen.documents.content.FileType;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.Cursor;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.view.Pager;
import nl.meedoen.webkit.view.ViewTab;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads the list of a dossier's documents; never a file. */
@Component
@Transactional
class DocumentList {

    static final int SIZE = 25;

    private static final String ROWS = """
            select d.id, d.kind, d.title, d.dated_on, d.added_at, d.removed_at, f.type, f.size, f.number, a.name
            from document d
                 join lateral (select type, size, number, uploaded_by from document_file where document_id = d.id
                               order by number desc limit 1) f on true
                 join account a on a.id = f.uploaded_by
            where d.participant_id = :id and (d.removed_at is not null) = :removed
            """;

    /** What the address asks for; anything else in it is left out. */
    record Query(
            @Nullable DocumentKind kind,
            @Nullable Boolean removed,
            @Nullable String after) {

        boolean gone() {
            return Boolean.TRUE.equals(removed);
        }
    }

    /** A line of the list; {@code until} is the last day to put back what was removed. */
    record Row(
            UUID id,
            DocumentKind kind,
            String title,
            @Nullable LocalDate datedOn,
            Instant addedAt,
            FileType type,
            int size,
            int number,
            String by,
            @Nullable LocalDate until) {}

    /** The page; {@code tabs} is empty where there is nothing to choose from. */
    record ListPage(DossierFrame frame, boolean removed, int count, List<ViewTab> tabs, List<Row> rows, Pager pager) {

        public String path() {
            return "/participants/" + frame.id() + "/documents";
        }

        /** Where documents are added. */
        public String addPath() {
            return path() + "/new";
        }
    }

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Vault vault;
    private final Texts texts;

    DocumentList(JdbcClient jdbc, Dossiers dossiers, Vault vault, Texts texts) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.vault = vault;
        this.texts = texts;
    }

    ListPage page(Actor actor, ParticipantId id, Query query) {
        DossierFrame frame = dossiers.open(actor, id, DocumentsRoom.TAB);
        Map<DocumentKind, Integer> counts = new EnumMap<>(DocumentKind.class);
        int removed = counts(id, counts);
        List<Row> found = rows(id, query, SIZE + 1);
        boolean more = found.size() > SIZE;
        List<Row> rows = more ? found.subList(0, SIZE) : found;
        String path = "/participants/" + id + "/documents";
        Row last = more ? rows.get(SIZE - 1) : null;
        String next = last == null
                ? null
                : address(
                        path,
                        query.kind(),
                        query.gone(),
                        Cursor.of(last.addedAt().toString(), last.id().toString()));
        String first = query.after() == null ? null : address(path, query.kind(), query.gone(), null);
        int count = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new ListPage(
                frame,
                query.gone(),
                count,
                tabs(path, query, counts, count, removed),
                rows,
                new Pager(first, next, null));
    }

    /** All rows of the view, for a file. */
    List<Row> all(Actor actor, ParticipantId id, Query query) {
        dossiers.reach(actor, id);
        return rows(id, new Query(query.kind(), query.gone(), null), Documents.MOST);
    }

    private List<ViewTab> tabs(String path, Query query, Map<DocumentKind, Integer> counts, int count, int removed) {
        List<ViewTab> tabs = new ArrayList<>();
        boolean plain = query.kind() == null && !query.gone();
        tabs.add(new ViewTab(path, texts.of("documents.all"), count, plain));
        Arrays.stream(DocumentKind.values())
                .filter(kind -> counts.getOrDefault(kind, 0) > 0 || kind == query.kind())
                .forEach(kind -> tabs.add(new ViewTab(
                        address(path, kind, false, null),
                        texts.of(kind),
                        counts.getOrDefault(kind, 0),
                        kind == query.kind() && !query.gone())));
        if (removed > 0 || query.gone()) {
            tabs.add(
                    new ViewTab(address(path, null, true, null), texts.of("documents.removed"), removed, query.gone()));
        }
        return tabs.size() > 2 || removed > 0 || !plain ? tabs : List.of();
    }

    private int counts(ParticipantId id, Map<DocumentKind, Integer> counts) {
        int[] removed = {0};
        jdbc.sql("select kind, removed_at is not null, count(*) from document where participant_id = ? group by 1, 2")
                .param(id.value())
                .query(row -> {
                    if (row.getBoolean(2)) {
                        removed[0] += row.getInt(3);
                    } else {
                        counts.put(DocumentKind.valueOf(row.getString(1)), row.getInt(3));
                    }
                });
        return removed[0];
    }

    private List<Row> rows(ParticipantId id, Query query, int limit) {
        StringBuilder sql = new StringBuilder(ROWS);
        if (query.kind() != null) {
            sql.append(" and d.kind = :kind");
        }
        Place place = Place.of(query.after());
        if (place != null) {
            sql.append(" and (d.added_at, d.id) < (:at, :before)");
        }
        sql.append(" order by d.added_at desc, d.id desc limit :limit");
        JdbcClient.StatementSpec statement = jdbc.sql(sql.toString())
                .param("id", id.value())
                .param("removed", query.gone())
                .param("limit", limit);
        if (query.kind() != null) {
            statement = statement.param("kind", query.kind().name());
        }
        if (place != null) {
            statement = statement.param("at", Timestamp.from(place.at())).param("before", place.id());
        }
        return statement.query((row, n) -> row(row)).list();
    }

    private Row row(ResultSet row) throws SQLException {
        Timestamp removed = row.getTimestamp(6);
        return new Row(
                row.getObject(1, UUID.class),
                DocumentKind.valueOf(row.getString(2)),
                String.valueOf(vault.open(row.getBytes(3))),
                row.getObject(4, LocalDate.class),
                row.getTimestamp(5).toInstant(),
                FileType.valueOf(row.getString(7)),
                row.getInt(8),
                row.getInt(9),
                row.getString(10),
                removed == null
                        ? null
                        : LocalDate.ofInstant(removed.toInstant(), Words.ZONE).plusDays(Documents.DAYS_TO_RESTORE));
    }

    private static String address(String path, @Nullable DocumentKind kind, boolean removed, @Nullable Cursor after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (kind != null) {
            address.queryParam("kind", kind.name());
        }
        if (removed) {
            address.queryParam("removed", "true");
        }
        if (after != null) {
            address.queryParam("after", after.toString());
        }
        return address.toUriString();
    }

    /** Where a page begins; anything that is not ours begins at the first row. */
    private record Place(Instant at, UUID id) {

        static @Nullable Place of(@Nullable String after) {
            Cursor cursor = Cursor.parse(after, 2);
            try {
                return cursor == null
                        ? null
                        : new Place(
                                Instant.parse(cursor.values().get(0)),
                                UUID.fromString(cursor.values().get(1)));
            } catch (java.time.DateTimeException | IllegalArgumentException notOurs) {
                return null;
            }
        }
    }
}
