package nl.meedoen.documents.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.documents.DocumentArchive;
import nl.meedoen.documents.DocumentKind;
import nl.meedoen.documents.StoredDocument;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the pages about one document. */
@Component
@Transactional
class DocumentPages {

    /** A document as it is looked at; {@code mayEdit} is false once the enrolment has ended. */
    record ShowPage(ParticipantId id, String person, boolean mayEdit, StoredDocument document) {

        public String path() {
            return "/participants/" + id + "/documents";
        }
    }

    /**
     * A form.
     *
     * @param document null where it is added
     * @param stale whether somebody else saved it first
     */
    record FormPage(
            ParticipantId id,
            String person,
            List<Option> kinds,
            @Nullable StoredDocument document,
            boolean stale) {

        public String path() {
            return "/participants/" + id + "/documents";
        }

        /** Where documents are added. */
        public String addPath() {
            return path() + "/new";
        }

        /** Where one goes without saving. */
        public String back() {
            return document == null ? path() : path() + "/" + document.id();
        }
    }

    private final Dossiers dossiers;
    private final DocumentArchive archive;
    private final Texts texts;

    DocumentPages(Dossiers dossiers, DocumentArchive archive, Texts texts) {
        this.dossiers = dossiers;
        this.archive = archive;
        this.texts = texts;
    }

    ShowPage show(Actor actor, ParticipantId id, UUID document) {
        Dossiers.Reached reached = dossiers.reach(actor, id);
        return new ShowPage(id, reached.name(), reached.open(), archive.open(actor, id, document));
    }

    FormPage adding(Actor actor, ParticipantId id) {
        Dossiers.Reached reached = dossiers.reach(actor, id);
        if (!reached.open()) {
            throw new RuleBroken("documents.enrolment-closed");
        }
        return new FormPage(id, reached.name(), kinds(), null, false);
    }

    /** A form about a document that stands in the dossier. */
    FormPage about(Actor actor, ParticipantId id, UUID document, boolean stale) {
        Dossiers.Reached reached = dossiers.reach(actor, id);
        StoredDocument found = archive.describe(actor, id, document);
        if (found.removal() != null) {
            throw new RuleBroken("documents.is-removed");
        }
        return new FormPage(id, reached.name(), kinds(), found, stale);
    }

    private List<Option> kinds() {
        return Arrays.stream(DocumentKind.values())
                .map(kind -> new Option(kind.name(), texts.of(kind)))
                .toList();
    }
}
