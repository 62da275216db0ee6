package nl.meedoen.training.programme;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.training.WorkFormId;
import nl.meedoen.training.programme.domain.MapTheme;
import nl.meedoen.training.programme.domain.Wording;
import nl.meedoen.training.programme.domain.WorkForm;
import nl.meedoen.training.programme.domain.WorkFormRepository;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Puts the six themes and their work forms into an empty library; later changes are made on the screen. */
@Component
@Order(0)
class LibraryLoading implements ApplicationRunner {

    record Text(String nl, String en) {}

    record Lines(List<String> nl, List<String> en) {}

    record ThemeEntry(String code, String icon, Text title, Text aim, List<FormEntry> workForms) {}

    record FormEntry(
            String code,
            int minutes,
            int groupMin,
            int groupMax,
            MapTheme mapTheme,
            Text title,
            Text aim,
            Lines materials,
            Lines steps,
            Text tip) {

        public WorkForm.Content content() {
            return new WorkForm.Content(
                    minutes,
                    groupMin,
                    groupMax,
                    mapTheme,
                    new Wording(title.nl(), aim.nl(), materials.nl(), steps.nl(), tip.nl()),
                    new Wording(title.en(), aim.en(), materials.en(), steps.en(), tip.en()));
        }
    }

    record Manual(List<ThemeEntry> themes) {}

    private final JdbcClient jdbc;
    private final WorkFormRepository workForms;
    private final TransactionTemplate transactions;

    LibraryLoading(JdbcClient jdbc, WorkFormRepository workForms, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.workForms = workForms;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transactions.executeWithoutResult(tx -> {
            // Two instances that start together: the second waits here and then finds the library filled.
            jdbc.sql("select pg_advisory_xact_lock(hashtext('training.library'))")
                    .query((row, n) -> n)
                    .list();
            boolean empty = jdbc.sql("select not exists (select 1 from theme)")
                    .query(Boolean.class)
                    .single();
            if (empty) {
                load();
            }
        });
    }

    private void load() {
        int position = 0;
        for (ThemeEntry theme : read().themes()) {
            UUID id = Uuids.next();
            jdbc.sql("""
                            insert into theme (id, code, position, icon, title_nl, title_en, aim_nl, aim_en)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            id,
                            theme.code(),
                            ++position,
                            theme.icon(),
                            theme.title().nl(),
                            theme.title().en(),
                            theme.aim().nl(),
                            theme.aim().en())
                    .update();
            int at = 0;
            for (FormEntry form : theme.workForms()) {
                workForms.save(new WorkForm(WorkFormId.next(), id, form.code(), ++at, form.content()));
            }
        }
    }

    private static Manual read() {
        try (InputStream file = new ClassPathResource("training/library.json").getInputStream()) {
            return new JsonMapper().readValue(file, Manual.class);
        } catch (IOException e) {
            throw new IllegalStateException("training/library.json", e);
        }
    }
}
