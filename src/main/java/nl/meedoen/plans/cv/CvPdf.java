package nl.meedoen.plans.cv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import nl.meedoen.participants.brought.Career;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.pdf.PdfWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a curriculum vitae as a PDF of A4, tagged for who has it read aloud. */
@Component
class CvPdf {

    private static final String BETWEEN = "   ·   ";

    private final Texts texts;

    CvPdf(Texts texts) {
        this.texts = texts;
    }

    byte[] write(CvPaper paper, CvLayout layout, CvLanguage language) {
        return language.during(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (PdfWriter pen = new PdfWriter(texts.of("cv.title-of", paper.name()), language.locale())) {
                String head = String.join(BETWEEN, paper.head());
                if (layout == CvLayout.SKILLS) {
                    pen.banner(paper.name(), paper.originalName(), head.isEmpty() ? null : head);
                } else {
                    pen.title(paper.name());
                    said(pen, paper.originalName());
                    said(pen, head.isEmpty() ? null : head);
                    pen.rule();
                }
                for (CvPaper.Block block : paper.blocks()) {
                    pen.heading(block.heading());
                    for (Career.Entry line : block.lines()) {
                        line(pen, line, layout);
                    }
                }
                pen.finish(paper.name() + BETWEEN + texts.of("subject.paper.page"), out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        });
    }

    private static void said(PdfWriter pen, @Nullable String text) throws IOException {
        if (text != null) {
            pen.text(text);
        }
    }

    /** Along a line of time the years stand in front; where skills come first they stand behind. */
    private static void line(PdfWriter pen, Career.Entry line, CvLayout layout) throws IOException {
        String when = line.when();
        String more = line.more();
        if (when == null && more == null) {
            pen.text(line.what());
        } else if (when == null) {
            pen.value(line.what(), String.valueOf(more));
        } else if (layout == CvLayout.TIMELINE) {
            pen.value(when, more == null ? line.what() : line.what() + "\n" + more);
        } else {
            pen.text("•  " + line.what() + (more == null ? "" : ", " + more) + " (" + when + ")");
        }
    }
}
