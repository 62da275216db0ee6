package nl.meedoen.participants.registration;

import static org.assertj.core.api.Assertions.assertThat;

import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.privacy.Vault;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Notes of before are sealed, read as they were, and no longer there as plain text. */
@MeedoenTest
class SealedNotesTest {

    @Autowired
    SealedNotes notes;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    Vault vault;

    @Test
    void whatWasPlainIsSealedOnce() {
        ParticipantId id = village.participant("Plain", "Note", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(id, village.account(Role.COACH));
        everything
                .sql("update participant set reachable_note_plain = 'after one' where id = ?")
                .params(id.value())
                .update();
        everything
                .sql("update coach_assignment set reason_plain = 'same language' where participant_id = ?")
                .params(id.value())
                .update();

        notes.seal();
        notes.seal();

        assertThat(bytes("select reachable_note from participant where id = ? and reachable_note_plain is null", id))
                .isEqualTo("after one");
        assertThat(bytes("select reason from coach_assignment where participant_id = ? and reason_plain is null", id))
                .isEqualTo("same language");
    }

    private String bytes(String sql, ParticipantId id) {
        return vault.open(
                everything.sql(sql).params(id.value()).query(byte[].class).single());
    }
}
