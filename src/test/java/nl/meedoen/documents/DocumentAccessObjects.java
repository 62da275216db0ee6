package nl.meedoen.documents;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.Village;
import org.springframework.stereotype.Component;

/** A diploma of one page, at Alpha and at Beta. */
@Component
class DocumentAccessObjects implements AccessObjects {

    private final Village village;
    private final Folder folder;

    DocumentAccessObjects(Village village, Folder folder) {
        this.village = village;
        this.folder = folder;
    }

    @Override
    public Map<String, String> own() {
        Map<String, String> own = objects(folder.document(village.amal, DocumentKind.DIPLOMA, "Diploma"));
        own.put("page", "1");
        return own;
    }

    @Override
    public Map<String, String> foreign() {
        return objects(folder.foreignDocument(village.celine, DocumentKind.DIPLOMA, "Diploma"));
    }

    private Map<String, String> objects(UUID document) {
        Map<String, String> objects = new HashMap<>();
        objects.put("document", document.toString());
        objects.put("file", folder.file(document).toString());
        return objects;
    }
}
