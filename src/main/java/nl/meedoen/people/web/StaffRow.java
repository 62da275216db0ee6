package nl.meedoen.people.web;

import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.access.Role;
import org.jspecify.annotations.Nullable;

/** A trainer, or somebody who was invited and did not sign in yet; {@code id} is then the invitation's. */
record StaffRow(
        UUID id,
        String name,
        String email,
        Role role,
        String location,
        @Nullable LocalDate invitedOn,
        @Nullable LocalDate lastSeenOn) {}
