package nl.meedoen.participants.subject;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.participants.subject.SubjectFile.Part;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.pdf.PdfWriter;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The paper to read: what it is, which rights one has, then each part in plain words; what is empty in one line. */
@Component
class SubjectPaper {

    private final SubjectValues values;
    private final Texts texts;
    private final Words words;

    SubjectPaper(SubjectValues values, Texts texts, Words words) {
        this.values = values;
        this.texts = texts;
        this.words = words;
    }

    void write(SubjectFile file, OutputStream out) throws IOException {
        try (PdfWriter pen = new PdfWriter(
                texts.of("subject.paper.title") + ", " + file.number(), LocaleContextHolder.getLocale())) {
            pen.title(texts.of("subject.paper.title"));
            pen.value(texts.of("subject.paper.name"), file.name());
            if (file.originalName() != null) {
                pen.value(texts.of("holdings.column.original-name"), file.originalName());
            }
            pen.value(texts.of("holdings.column.number"), file.number());
            pen.value(texts.of("holdings.column.location-id"), file.location());
            pen.value(texts.of("subject.paper.made"), words.fullDate(LocalDate.ofInstant(file.madeAt(), Words.ZONE)));
            for (int line = 1; line <= 4; line++) {
                pen.text(texts.of("subject.paper.text-" + line));
            }
            List<String> empty = new ArrayList<>();
            for (Part part : file.parts()) {
                if (part.rows().isEmpty()) {
                    empty.add(title(part));
                } else if (part.onPaper()) {
                    write(part, pen);
                }
            }
            if (!empty.isEmpty()) {
                pen.heading(texts.of("subject.paper.empty"));
                pen.text(String.join(", ", empty) + ".");
            }
            pen.finish(file.number() + "   ·   " + texts.of("subject.paper.page"), out);
        }
    }

    private String title(Part part) {
        return texts.of("holdings.table." + part.table().replace('_', '-'));
    }

    private void write(Part part, PdfWriter pen) throws IOException {
        pen.heading(title(part));
        boolean first = true;
        for (Map<String, Object> row : part.rows()) {
            if (!first) {
                pen.rule();
            }
            first = false;
            for (Map.Entry<String, Object> cell : row.entrySet()) {
                // ids tie rows together in the file; on paper they say nothing
                if (!(cell.getValue() instanceof UUID)) {
                    pen.value(values.label(cell.getKey()), values.say(cell.getKey(), cell.getValue()));
                }
            }
        }
    }
}
