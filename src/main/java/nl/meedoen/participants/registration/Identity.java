package nl.meedoen.participants.registration;

import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.PersonName;
import org.jspecify.annotations.Nullable;

/** Who somebody is. */
public record Identity(
        PersonName name, PartialDate birth, @Nullable BirthSource birthSource, Gender gender) {}
