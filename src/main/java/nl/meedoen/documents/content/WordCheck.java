package nl.meedoen.documents.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.meedoen.webkit.RuleBroken;

/**
 * Opens a Word document: an archive with bounds, whose list of contents fits what is in it, with text in it and without
 * programs or other files.
 */
final class WordCheck {

    private static final String TEXT = "word/document.xml";
    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final int MOST_TEXT = 16 * 1024 * 1024;
    private static final int LIST_END = 22;

    private WordCheck() {}

    static void check(byte[] bytes) {
        Set<String> names = new HashSet<>();
        byte[] text = null;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            long total = 0;
            byte[] page = new byte[64 * 1024];
            ZipEntry entry;
            while ((entry = zip.getNextEntry()) != null) {
                String name = entry.getName();
                harmless(name);
                if (!names.add(name) || names.size() > MOST_ENTRIES) {
                    throw new RuleBroken("documents.refused.bomb");
                }
                ByteArrayOutputStream kept = name.equals(TEXT) ? new ByteArrayOutputStream() : null;
                int count;
                while ((count = zip.read(page)) > 0) {
                    total += count;
                    if (total > MOST_BYTES || kept != null && kept.size() > MOST_TEXT) {
                        throw new RuleBroken("documents.refused.bomb");
                    }
                    if (kept != null) {
                        kept.write(page, 0, count);
                    }
                }
                text = kept != null ? kept.toByteArray() : text;
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new RuleBroken("documents.refused.word");
        }
        if (text == null || !names.contains("[Content_Types].xml") || !names.equals(listed(bytes))) {
            throw new RuleBroken("documents.refused.word");
        }
        if (IdentityDocument.printed(read(text))) {
            throw new RuleBroken("documents.refused.identity");
        }
    }

    private static void harmless(String name) {
        String low = name.toLowerCase(Locale.ROOT);
        if (low.contains("..") || low.startsWith("/") || low.contains("\\") || low.contains(":")) {
            throw new RuleBroken("documents.refused.word");
        }
        if (low.contains("vbaproject")
                || low.contains("activex")
                || low.startsWith("word/embeddings/")
                || low.endsWith(".exe")) {
            throw new RuleBroken("documents.refused.active");
        }
    }

    /** What the list at the end of the archive says; Word goes by that, and not by the order of the pieces. */
    private static Set<String> listed(byte[] zip) {
        int end = zip.length - LIST_END;
        if (end < 0 || number(zip, end, 4) != 0x06054b50L) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        long entries = number(zip, end + 10, 2);
        long at = number(zip, end + 16, 4);
        for (long i = 0; i < entries; i++) {
            if (at < 0 || at + 46 > end || number(zip, (int) at, 4) != 0x02014b50L) {
                return Set.of();
            }
            int from = (int) at + 46;
            int length = (int) number(zip, (int) at + 28, 2);
            if (from + length > end) {
                return Set.of();
            }
            names.add(new String(zip, from, length, StandardCharsets.UTF_8));
            at = from + length + number(zip, (int) at + 30, 2) + number(zip, (int) at + 32, 2);
        }
        return names;
    }

    private static long number(byte[] bytes, int at, int size) {
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }

    /** The text, a paragraph a line. */
    private static String read(byte[] xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        StringBuilder text = new StringBuilder();
        boolean document = false;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                int what = reader.next();
                if (what == XMLStreamConstants.START_ELEMENT) {
                    document |= reader.getLocalName().equals("document");
                } else if (what == XMLStreamConstants.CHARACTERS) {
                    text.append(reader.getText());
                } else if (what == XMLStreamConstants.END_ELEMENT
                        && reader.getLocalName().equals("p")) {
                    text.append('\n');
                }
            }
        } catch (XMLStreamException broken) {
            throw new RuleBroken("documents.refused.word");
        }
        if (!document) {
            throw new RuleBroken("documents.refused.word");
        }
        return text.toString();
    }
}
