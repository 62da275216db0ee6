package nl.meedoen.documents.store;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import nl.meedoen.privacy.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps files in the database, sealed (docs/decisions/0015). Part 0 of a file is the file itself, parts 1 and up are
 * pictures of its pages. Each file has a key of its own, which the {@link Vault} seals.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class FileStore {

    private final JdbcClient jdbc;
    private final Vault vault;

    FileStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A new key and what it sealed, before either is written. */
    public record Sealed(UUID file, byte[] key, List<byte[]> parts) {}

    /** Seals a file and the pictures of its pages with a new key. */
    public Sealed seal(UUID file, byte[] bytes, List<byte[]> pictures) {
        byte[] key = FileSeal.newKey();
        List<byte[]> parts = new ArrayList<>();
        parts.add(FileSeal.seal(key, bytes, place(file, 0)));
        for (byte[] picture : pictures) {
            parts.add(FileSeal.seal(key, picture, place(file, parts.size())));
        }
        return new Sealed(file, vault.seal(Base64.getEncoder().encodeToString(key)), parts);
    }

    /** Writes the parts; the row of the file stands already. */
    public void write(Sealed sealed) {
        for (int part = 0; part < sealed.parts().size(); part++) {
            jdbc.sql("insert into document_part (file_id, part, sealed) values (?, ?, ?)")
                    .params(sealed.file(), part, sealed.parts().get(part))
                    .update();
        }
    }

    /** One part of a file that the caller has reached. */
    public byte[] read(UUID file, int part) {
        record Row(byte[] key, byte[] sealed) {}
        Row row = jdbc.sql("""
                        select f.key, p.sealed from document_part p join document_file f on f.id = p.file_id
                        where p.file_id = ? and p.part = ?
                        """)
                .params(file, part)
                .query((rs, n) -> new Row(rs.getBytes(1), rs.getBytes(2)))
                .single();
        byte[] key = Base64.getDecoder().decode(vault.open(row.key()));
        return FileSeal.open(key, row.sealed(), place(file, part));
    }

    private static String place(UUID file, int part) {
        return file + "/" + part;
    }
}
