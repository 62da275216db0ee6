package nl.meedoen.documents;

import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.documents.content.CheckedFile;
import nl.meedoen.documents.content.ContentCheck;
import nl.meedoen.documents.content.Papers;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.springframework.stereotype.Component;

/** Puts documents in the dossiers of the village. */
@Component
class Folder {

    private final Village village;
    private final Documents documents;
    private final OwnerJdbc everything;
    private final ContentCheck check = new ContentCheck();

    Folder(Village village, Documents documents, OwnerJdbc everything) {
        this.village = village;
        this.documents = documents;
        this.everything = everything;
    }

    CheckedFile pdf(String text) {
        return check.check(text + ".pdf", Papers.pdf(text));
    }

    /** A PDF with this text in it, put there by the coordinator of Alpha. */
    UUID document(ParticipantId id, DocumentKind kind, String title) {
        return add(village.actor(Role.COORDINATOR), id, kind, title);
    }

    /** As {@link #document}, by the coordinator of Beta. */
    UUID foreignDocument(ParticipantId id, DocumentKind kind, String title) {
        return add(village.foreignActor(Role.COORDINATOR), id, kind, title);
    }

    private UUID add(nl.meedoen.access.Actor actor, ParticipantId id, DocumentKind kind, String title) {
        DocumentText text = new DocumentText(kind, title, null, "Opmerking bij " + title);
        return village.as(actor, () -> documents.add(actor, id, text, List.of(pdf(title))))
                .get(0);
    }

    UUID file(UUID document) {
        return everything
                .sql("select id from document_file where document_id = ? order by number desc limit 1")
                .param(document)
                .query(UUID.class)
                .single();
    }
}
