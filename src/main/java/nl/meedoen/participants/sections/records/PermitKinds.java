package nl.meedoen.participants.sections.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.webkit.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dated list of residence permits, and the social services to choose from. */
@Component
public class PermitKinds {

    /** A kind with the days on which it can begin. */
    public record Kind(
            String code,
            String dutch,
            String english,
            LocalDate from,
            @Nullable LocalDate until) {

        /** Whether a permit of this kind could be given on the day. */
        public boolean existedOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }

        String name(Locale reader) {
            return "nl".equals(reader.getLanguage()) ? dutch : english;
        }
    }

    private final JdbcClient jdbc;

    PermitKinds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The kind with this code. */
    public Optional<Kind> find(@Nullable String code) {
        return code == null
                ? Optional.empty()
                : all().stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** What can be chosen today, and what was chosen before. */
    public List<Option> choices(LocalDate today, @Nullable String chosen, Locale reader) {
        return all().stream()
                .filter(kind -> kind.existedOn(today) || kind.code().equals(chosen))
                .map(kind -> new Option(kind.code(), kind.name(reader)))
                .toList();
    }

    /** What the kind with this code is called; null where there is none. */
    public @Nullable String name(@Nullable String code, Locale reader) {
        return find(code).map(kind -> kind.name(reader)).orElse(null);
    }

    private List<Kind> all() {
        return jdbc.sql("select code, name_nl, name_en, from_on, until_on from permit_kind order by position")
                .query((row, n) -> new Kind(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class)))
                .list();
    }

    /** The social services that serve a municipality on the day, and the one that was chosen before. */
    public List<Option> socialServices(String municipality, LocalDate today, @Nullable UUID chosen) {
        return jdbc.sql("""
                        select s.id, s.name from social_service s
                        where s.id = :chosen or exists (select 1 from social_service_municipality m
                            where m.social_service_id = s.id and m.municipality_code = :municipality
                              and m.from_on <= :today and (m.until_on is null or m.until_on >= :today))
                        order by s.name
                        """)
                .param("chosen", chosen, java.sql.Types.OTHER)
                .param("municipality", municipality)
                .param("today", today)
                .query((row, n) -> new Option(row.getString(1), row.getString(2)))
                .list();
    }

    /** The name of a social service; null where there is none. */
    public @Nullable String socialService(@Nullable UUID id) {
        return id == null
                ? null
                : jdbc.sql("select name from social_service where id = ?")
                        .param(id)
                        .query(String.class)
                        .optional()
                        .orElse(null);
    }
}
