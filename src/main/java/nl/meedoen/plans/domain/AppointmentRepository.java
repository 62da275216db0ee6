package nl.meedoen.plans.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Appointments, always found together with the participant they belong to. */
public interface AppointmentRepository extends Repository<Appointment, UUID> {

    Optional<Appointment> findByIdAndParticipantId(UUID id, UUID participantId);
}
