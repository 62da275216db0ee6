package nl.meedoen.participants.merging.web;

import java.util.Locale;
import nl.meedoen.kernel.LanguageNames;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.Phone;
import nl.meedoen.participants.merging.MergeField;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.people.Organisation;
import nl.meedoen.people.Sectors;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a dossier has in a field, in the reader's words. */
@Component
class MergeWords {

    private final Texts texts;
    private final Organisation organisation;

    MergeWords(Texts texts, Organisation organisation) {
        this.texts = texts;
        this.organisation = organisation;
    }

    /** Null when nothing is known. */
    @Nullable
    String of(MergeField field, Registration registration) {
        Object value = field.of(registration);
        if (value == null) return null;
        Locale locale = LocaleContextHolder.getLocale();
        return switch (field) {
            case BIRTH -> ((PartialDate) value).display(locale);
            case PHONE -> ((Phone) value).display();
            case LANGUAGE -> LanguageNames.of(value.toString(), locale);
            case COUNTRY ->
                new Locale.Builder().setRegion(value.toString()).build().getDisplayCountry(locale);
            case WISHED_SECTOR -> texts.of(Sectors.label(value.toString()));
            case MUNICIPALITY ->
                organisation.municipality(value.toString()).map(m -> m.name()).orElse(value.toString());
            default ->
                value instanceof Boolean yes
                        ? texts.of(yes ? "doubles.yes" : "doubles.no")
                        : value instanceof Enum<?> constant ? texts.of((Comparable<?>) constant) : value.toString();
        };
    }

    /** The name of the field. */
    String label(MergeField field) {
        return texts.of("doubles.field." + field.slug());
    }
}
