package nl.meedoen.documents.content;

import java.util.List;
import java.util.Set;
import nl.meedoen.webkit.RuleBroken;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** Goes past every object of a PDF, also those that no page shows. */
final class PdfObjects {

    private static final int MOST = 60_000;
    private static final int DEEPEST = 60;
    private static final long MOST_PIXELS = 40_000_000;
    private static final int LONGEST_CHAINED = 512 * 1024;
    private static final Set<String> ACTIVE =
            Set.of("JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA", "ImportData");
    private static final Set<String> PACKED = Set.of("FlateDecode", "Fl", "LZWDecode", "LZW", "RunLengthDecode", "RL");

    private boolean huge;

    private PdfObjects() {}

    /** @throws RuleBroken where there is a program or a file in it, or what cannot be opened safely */
    static PdfObjects of(PDDocument pdf) {
        PdfObjects objects = new PdfObjects();
        Set<COSObjectKey> keys = pdf.getDocument().getXrefTable().keySet();
        if (keys.size() > MOST) {
            throw new RuleBroken("documents.refused.bomb");
        }
        objects.look(pdf.getDocument().getTrailer(), 0);
        for (COSObjectKey key : List.copyOf(keys)) {
            COSObject object = pdf.getDocument().getObjectFromPool(key);
            objects.look(object.getObject(), 0);
        }
        return objects;
    }

    /** Whether a picture in it is too large to be drawn. */
    boolean hugePictures() {
        return huge;
    }

    private void look(@Nullable COSBase object, int depth) {
        if (depth > DEEPEST) {
            throw new RuleBroken("documents.refused.bomb");
        }
        if (object instanceof COSStream stream) {
            stream(stream);
        }
        if (object instanceof COSDictionary dictionary) {
            for (COSName name : dictionary.keySet()) {
                COSBase value = dictionary.getItem(name);
                if (active(dictionary, name.getName(), value)) {
                    throw new RuleBroken("documents.refused.active");
                }
                if (!(value instanceof COSObject)) {
                    look(value, depth + 1);
                }
            }
        } else if (object instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                COSBase value = array.get(i);
                if (!(value instanceof COSObject)) {
                    look(value, depth + 1);
                }
            }
        }
    }

    private static boolean active(COSDictionary dictionary, String name, @Nullable COSBase value) {
        // short names may also be those of a font
        return ACTIVE.contains(name)
                || value instanceof COSName said && ACTIVE.contains(said.getName())
                || name.equals("JS") && dictionary.containsKey(COSName.S)
                || name.equals("EF") && (dictionary.containsKey(COSName.F) || dictionary.containsKey(COSName.UF));
    }

    private void stream(COSStream stream) {
        long width = stream.getInt(COSName.WIDTH, 0);
        long height = stream.getInt(COSName.HEIGHT, 0);
        huge |= width * height > MOST_PIXELS;
        // what is packed otherwise than by a plain Flate was not measured beforehand
        COSBase filters = stream.getFilters();
        boolean plain = filters == null
                || filters instanceof COSName one
                        && !one.getName().startsWith("LZW")
                        && !one.getName().startsWith("R")
                || filters instanceof COSArray array && array.size() <= 1 && !packedAt(array, 0, "LZW", "R");
        if (plain || stream.getLength() <= LONGEST_CHAINED && !packedTwice(filters)) {
            return;
        }
        if (filters instanceof COSArray array
                && !packedTwice(array)
                && !packedAt(array, array.size() - 1, "Fl", "LZW", "R")) {
            return; // such as a photo written in letters
        }
        throw new RuleBroken("documents.refused.bomb");
    }

    private static boolean packedTwice(@Nullable COSBase filters) {
        if (!(filters instanceof COSArray array)) {
            return false;
        }
        int packed = 0;
        for (int i = 0; i < array.size(); i++) {
            packed += array.getObject(i) instanceof COSName name && PACKED.contains(name.getName()) ? 1 : 0;
        }
        return packed > 1;
    }

    private static boolean packedAt(COSArray filters, int at, String... beginnings) {
        if (at < 0 || at >= filters.size() || !(filters.getObject(at) instanceof COSName name)) {
            return false;
        }
        for (String beginning : beginnings) {
            if (name.getName().startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
