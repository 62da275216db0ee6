package nl.meedoen.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu HTML checker over a whole page, with HTML, ARIA and everything else that it knows. */
public final class ValidHtml {

    /** The schema is compiled by deep recursion, which needs more stack than a test's thread has. */
    private static final int STACK = 256 * 1024 * 1024;

    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(null, task, "html-checker", STACK);
        thread.setDaemon(true);
        return thread;
    });

    private static final Future<SimpleDocumentValidator> CHECKER = THREAD.submit(() -> {
        SimpleDocumentValidator checker = new SimpleDocumentValidator(true, false, false);
        checker.setUpMainSchema("http://s.validator.nu/html5-all.rnc", new Findings());
        return checker;
    });

    private ValidHtml() {}

    /** What the checker finds wrong, errors and warnings, each with its line; an empty list for a valid page. */
    public static List<String> check(String html) {
        try {
            return THREAD.submit(() -> look(CHECKER.get(), html)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> look(SimpleDocumentValidator checker, String html) throws IOException, SAXException {
        Findings findings = new Findings();
        InputSource source = new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        source.setEncoding("UTF-8");
        checker.setUpValidatorAndParsers(findings, false, false);
        checker.checkHtmlInputSource(source);
        return findings.list;
    }

    private static final class Findings implements ErrorHandler {
        private final List<String> list = new ArrayList<>();

        @Override
        public void warning(SAXParseException finding) {
            add("warning", finding);
        }

        @Override
        public void error(SAXParseException finding) {
            add("error", finding);
        }

        @Override
        public void fatalError(SAXParseException finding) {
            add("fatal", finding);
        }

        private void add(String kind, SAXParseException finding) {
            // the hidden boxes that Spring adds to a form end in a slash, which harms nothing
            if (finding.getMessage().startsWith("Trailing slash on void elements")) {
                return;
            }
            list.add(kind + " at " + finding.getLineNumber() + ":" + finding.getColumnNumber() + ": "
                    + finding.getMessage());
        }
    }
}
