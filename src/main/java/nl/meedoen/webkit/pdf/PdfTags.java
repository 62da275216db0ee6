package nl.meedoen.webkit.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * What the letters of a PDF are: a heading, a paragraph, or decoration that nobody needs to hear. For who has the paper
 * read aloud (PDF/UA, ISO 14289-1, 7.1).
 */
final class PdfTags {

    private final PDDocument document;
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement all = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);

    /** For each page the element of each of its marks: ISO 32000-1, 14.7.4.4. */
    private final List<COSArray> owners = new ArrayList<>();

    private PDStructureElement current = all;

    PdfTags(PDDocument document) {
        this.document = document;
        PDMarkInfo tagged = new PDMarkInfo();
        tagged.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(tagged);
        document.getDocumentCatalog().setStructureTreeRoot(root);
        PDViewerPreferences shown =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        shown.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(shown);
        root.appendKid(all);
    }

    /** A page that was added just now. */
    void turn(PDPage page) {
        page.setStructParents(owners.size());
        owners.add(new COSArray());
    }

    /**
     * What is drawn from now on.
     *
     * @param type one of {@link StandardStructureTypes}
     * @param text what it says, in the order in which it is read: on the page Arabic stands in the order of drawing
     */
    void begin(String type, String text) {
        current = new PDStructureElement(type, all);
        if (!PdfFonts.prepare(text).equals(text)) {
            current.setActualText(text);
        }
        all.appendKid(current);
    }

    /** Draws letters that belong to what was begun. */
    void mark(PDPageContentStream pen, Drawing letters) throws IOException {
        PDPage page = document.getPage(document.getNumberOfPages() - 1);
        COSArray marks = owners.get(owners.size() - 1);
        PDMarkedContentReference here = new PDMarkedContentReference();
        here.setPage(page);
        here.setMCID(marks.size());
        current.appendKid(here);
        pen.beginMarkedContent(COSName.getPDFName(current.getStructureType()), marks.size());
        marks.add(current);
        letters.draw();
        pen.endMarkedContent();
    }

    /** Draws what nobody needs to hear. */
    static void decoration(PDPageContentStream pen, Drawing lines) throws IOException {
        pen.beginMarkedContent(COSName.ARTIFACT);
        lines.draw();
        pen.endMarkedContent();
    }

    /** After the last page. */
    void finish() {
        PDNumberTreeNode parents = new PDNumberTreeNode(PDParentTreeValue.class);
        Map<Integer, PDParentTreeValue> pages = new TreeMap<>();
        for (int page = 0; page < owners.size(); page++) {
            pages.put(page, new PDParentTreeValue(owners.get(page)));
        }
        parents.setNumbers(pages);
        root.setParentTree(parents);
        root.setParentTreeNextKey(owners.size());
    }

    /** Puts something on the page. */
    interface Drawing {
        void draw() throws IOException;
    }
}
