package nl.meedoen.training.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.meedoen.training.WorkFormId;
import nl.meedoen.webkit.Texts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the programme proposes for each session: a title and work forms; a trainer may choose others. */
@Component
public class SessionPlan {

    record Text(String nl, String en) {}

    record Week(int week, Text title, List<String> workForms) {}

    /** The proposal for one session. */
    public record Proposal(String title, List<WorkFormId> workForms) {}

    private final List<Week> weeks;
    private final JdbcClient jdbc;
    private final Texts texts;

    SessionPlan(JdbcClient jdbc, Texts texts) throws IOException {
        this.jdbc = jdbc;
        this.texts = texts;
        try (InputStream file = new ClassPathResource("training/session-plan.json").getInputStream()) {
            weeks = List.of(new JsonMapper().readValue(file, Week[].class));
        }
    }

    /** The title of a session in the reader's language, by its number. */
    public String title(int number) {
        if (number > weeks.size()) {
            return texts.of("training.session-number", number);
        }
        Text title = weeks.get(number - 1).title();
        return "nl".equals(LocaleContextHolder.getLocale().getLanguage()) ? title.nl() : title.en();
    }

    /** Proposals for the first so many sessions; a work form that the library no longer has is left out. */
    public List<Proposal> proposals(int count) {
        Map<String, WorkFormId> byCode = new HashMap<>();
        jdbc.sql("select code, id from work_form").query((RowCallbackHandler)
                row -> byCode.put(row.getString(1), new WorkFormId(row.getObject(2, UUID.class))));
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Proposal(title(number), workForms(number, byCode)))
                .toList();
    }

    private List<WorkFormId> workForms(int number, Map<String, WorkFormId> byCode) {
        return number > weeks.size()
                ? List.of()
                : weeks.get(number - 1).workForms().stream()
                        .filter(byCode::containsKey)
                        .map(byCode::get)
                        .toList();
    }
}
