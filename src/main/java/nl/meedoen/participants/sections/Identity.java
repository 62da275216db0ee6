package nl.meedoen.participants.sections;

import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.participants.registration.BirthSource;
import org.jspecify.annotations.Nullable;

/** Who somebody is. */
public record Identity(
        PersonName name, PartialDate birth, @Nullable BirthSource source, Gender gender) {}
