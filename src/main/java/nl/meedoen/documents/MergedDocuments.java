package nl.meedoen.documents;

import nl.meedoen.participants.Merging;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Documents when two dossiers become one: all of them go along, also what was removed. */
@Component
@Order(30)
class MergedDocuments implements Merging.Party {

    @Override
    public void take(Merging.Moves moves) {
        moves.all("document", "documents.moves.document", "id");
    }
}
