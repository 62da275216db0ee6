package nl.meedoen.plans.cv;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

/** What may be on the curriculum vitae; {@code agreed} says that the participant sat beside it. */
record CvForm(
        @Nullable List<CvPart> parts,

        @NotNull(message = "{cv.layout-needed}") @Nullable CvLayout layout,

        @Size(max = 800, message = "{cv.profile-long}") @NoCitizenNumber @Nullable
        String profileNl,

        @Size(max = 800, message = "{cv.profile-long}") @NoCitizenNumber @Nullable
        String profileEn,

        @NotNull(message = "{cv.agreed-needed}") @AssertTrue(message = "{cv.agreed-needed}") @Nullable
        Boolean agreed,

        @Nullable Long version) {

    static CvForm of(@Nullable CvVersion newest) {
        CvText text = newest == null ? CvText.nothing() : newest.text();
        return new CvForm(
                List.copyOf(text.parts()),
                text.layout(),
                text.profileNl(),
                text.profileEn(),
                null,
                newest == null ? 0L : newest.number());
    }

    CvForm at(long now) {
        return new CvForm(parts, layout, profileNl, profileEn, agreed, now);
    }

    CvText text() {
        Set<CvPart> allowed = EnumSet.noneOf(CvPart.class);
        if (parts != null) {
            parts.stream().filter(Objects::nonNull).forEach(allowed::add);
        }
        return new CvText(allowed, Objects.requireNonNull(layout), profileNl, profileEn);
    }
}
