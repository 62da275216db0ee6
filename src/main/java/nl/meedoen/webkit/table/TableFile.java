package nl.meedoen.webkit.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way of writing a table; text has been disarmed before it comes here. */
interface TableFile {

    void headings(List<String> headings) throws IOException;

    void row(List<? extends @Nullable Object> cells) throws IOException;

    void finish() throws IOException;
}
