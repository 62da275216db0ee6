package nl.meedoen.documents.content;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.meedoen.webkit.RuleBroken;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.ScratchFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a PDF: all of its objects are looked at, programs and files inside it are refused, the text is searched for the
 * lines of an identity document, and the first pages are drawn. In a thread of its own, since drawing can go on for
 * ever.
 */
final class PdfCheck {

    private static final Logger log = LoggerFactory.getLogger(PdfCheck.class);

    private static final int SECONDS = 20;
    private static final int MOST_PAGES = 300;
    private static final int TEXT_PAGES = 10;
    private static final int DRAWN_PAGES = 5;
    private static final int LONG_SIDE = 1400;
    private static final long MEMORY = 64L * 1024 * 1024;
    private static final int AFTER_THE_END = 1024;

    // the second thread is there for when the first one is stuck
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, 2, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "pdf");
                thread.setDaemon(true);
                return thread;
            });

    /** Pictures of the first pages; empty where they cannot be drawn. */
    List<byte[]> check(byte[] bytes) {
        if (!endsAsPdf(bytes)) {
            throw new RuleBroken("documents.refused.pdf");
        }
        if (!Inflation.bounded(bytes)) {
            throw new RuleBroken("documents.refused.bomb");
        }
        Future<List<byte[]>> work;
        try {
            work = threads.submit(() -> opened(bytes));
        } catch (RejectedExecutionException stuck) {
            throw new RuleBroken("documents.refused.busy");
        }
        try {
            return work.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuleBroken refusal) {
                throw refusal;
            }
            throw new RuleBroken("documents.refused.pdf");
        } catch (TimeoutException e) {
            work.cancel(true);
            throw new RuleBroken("documents.refused.slow");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RuleBroken("documents.refused.busy");
        }
    }

    /** Nothing else may hang behind a PDF, such as an archive that another program would see first. */
    private static boolean endsAsPdf(byte[] bytes) {
        for (int at = bytes.length - 5; at >= 0; at--) {
            if (bytes[at] == '%'
                    && bytes[at + 1] == '%'
                    && bytes[at + 2] == 'E'
                    && bytes[at + 3] == 'O'
                    && bytes[at + 4] == 'F') {
                int more = 0;
                for (int i = at + 5; i < bytes.length; i++) {
                    more += bytes[i] > ' ' || bytes[i] < 0 ? 1 : 0;
                }
                return more <= AFTER_THE_END;
            }
        }
        return false;
    }

    private static List<byte[]> opened(byte[] bytes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(
                new RandomAccessReadBuffer(bytes),
                "",
                null,
                null,
                () -> new ScratchFile(MemoryUsageSetting.setupMainMemoryOnly(MEMORY)))) {
            if (pdf.isEncrypted()) {
                throw new RuleBroken("documents.refused.password");
            }
            int pages = pdf.getNumberOfPages();
            if (pages == 0) {
                throw new RuleBroken("documents.refused.pdf");
            }
            if (pages > MOST_PAGES) {
                throw new RuleBroken("documents.refused.pages", MOST_PAGES);
            }
            PdfObjects objects = PdfObjects.of(pdf);
            PDFTextStripper text = new PDFTextStripper();
            text.setEndPage(TEXT_PAGES);
            if (IdentityDocument.printed(text.getText(pdf))) {
                throw new RuleBroken("documents.refused.identity");
            }
            return objects.hugePictures() ? List.of() : drawn(pdf, pages);
        } catch (InvalidPasswordException e) {
            throw new RuleBroken("documents.refused.password");
        }
    }

    private static List<byte[]> drawn(PDDocument pdf, int pages) {
        List<byte[]> pictures = new ArrayList<>();
        try {
            PDFRenderer renderer = new PDFRenderer(pdf);
            renderer.setSubsamplingAllowed(true);
            for (int i = 0;
                    i < Math.min(pages, DRAWN_PAGES) && !Thread.currentThread().isInterrupted();
                    i++) {
                PDRectangle box = pdf.getPage(i).getCropBox();
                float side = Math.max(box.getWidth(), box.getHeight());
                if (!(side > 1)) {
                    return pictures;
                }
                BufferedImage page = renderer.renderImage(i, LONG_SIDE / side, ImageType.RGB);
                pictures.add(PictureCheck.preview(page));
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            // it can still be downloaded
            log.info("a PDF could not be drawn: {}", e.getClass().getSimpleName());
        }
        return pictures;
    }
}
