package nl.meedoen.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A phone number that can be dialled from anywhere.
 *
 * @param e164 the number with plus and country code, without spaces: "+31612345678"
 */
public record Phone(String e164) {

    private static final String HOME = "NL";
    private static final int FULL_LENGTH = 9;
    private static final int MOST_TRIES = 20;
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** Takes a number in its E.164 form only; others go through {@link #parse}. */
    public Phone {
        if (!e164.matches("\\+[1-9]\\d{5,14}")) throw new IllegalArgumentException("phone.unreadable");
    }

    /** Reads a number as typed in the Netherlands; empty when it is none, such as "bel via buurvrouw". */
    public static Optional<Phone> parse(@Nullable String typed) {
        if (typed == null || typed.isBlank() || typed.chars().anyMatch(Character::isLetter)) return Optional.empty();
        try {
            PhoneNumber number = NUMBERS.parse(typed, HOME);
            return isUsable(number)
                    ? Optional.of(new Phone(NUMBERS.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** The first number within a text, such as "06 12345678 (moeder)"; empty when there is none. */
    public static Optional<Phone> findIn(String text) {
        for (PhoneNumberMatch match : NUMBERS.findNumbers(text, HOME, Leniency.POSSIBLE, MOST_TRIES)) {
            if (isUsable(match.number())) {
                return Optional.of(new Phone(NUMBERS.format(match.number(), PhoneNumberFormat.E164)));
            }
        }
        return Optional.empty();
    }

    /** The number as people at home write it ("06 12345678"), with the country code when it is from abroad. */
    public String display() {
        try {
            PhoneNumber number = NUMBERS.parse(e164, HOME);
            boolean atHome = number.getCountryCode() == NUMBERS.getCountryCodeForRegion(HOME);
            return NUMBERS.format(number, atHome ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }

    @Override
    public String toString() {
        return e164;
    }

    /** New number ranges are handed out before the library knows them: a full-length number in an unknown range will do. */
    private static boolean isUsable(PhoneNumber number) {
        if (NUMBERS.isValidNumber(number)) return true;
        return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                && NUMBERS.getNationalSignificantNumber(number).length() >= FULL_LENGTH;
    }
}
