package nl.meedoen.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.meedoen.documents.store.FileStore;
import nl.meedoen.participants.holdings.Holding;
import nl.meedoen.participants.holdings.PersonalData;
import nl.meedoen.privacy.Vault;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents of somebody: what is said of them, and the files themselves. */
@Component
@Order(40)
class HeldDocuments implements PersonalData {

    private static final String OWN = "(select d.id from document d where d.participant_id in (:ids))";

    private final JdbcClient jdbc;
    private final FileStore store;
    private final Vault vault;

    HeldDocuments(JdbcClient jdbc, FileStore store, Vault vault) {
        this.jdbc = jdbc;
        this.store = store;
        this.vault = vault;
    }

    @Override
    public List<Holding> holdings() {
        return List.of(
                Holding.of("document", "t.added_at, t.id"),
                Holding.of("document_file", "t.uploaded_at, t.id")
                        .where("t.document_id in " + OWN)
                        .without("key"),
                Holding.of("document_part", "t.file_id, t.part")
                        .where("t.file_id in (select f.id from document_file f where f.document_id in " + OWN + ")")
                        .notShown());
    }

    @Override
    public List<OwnFile> files(Collection<UUID> ids) {
        List<OwnFile> files = new ArrayList<>();
        jdbc.sql("""
                        select f.id, f.name from document_file f join document d on d.id = f.document_id
                        where d.participant_id in (:ids) order by d.added_at, d.id, f.number
                        """).param("ids", ids).query(row -> {
            UUID file = row.getObject(1, UUID.class);
            // two papers may be called the same
            String name = "%02d-%s".formatted(files.size() + 1, vault.open(row.getBytes(2)));
            files.add(new OwnFile(name, out -> out.write(store.read(file, 0))));
        });
        return files;
    }
}
