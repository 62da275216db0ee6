package nl.meedoen.plans.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Contacts, always found together with the participant they belong to. */
public interface ContactRepository extends Repository<Contact, UUID> {

    Optional<Contact> findByIdAndParticipantId(UUID id, UUID participantId);
}
