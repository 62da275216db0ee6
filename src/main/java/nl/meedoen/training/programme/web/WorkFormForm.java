package nl.meedoen.training.programme.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import nl.meedoen.training.programme.domain.MapTheme;
import nl.meedoen.training.programme.domain.Wording;
import nl.meedoen.training.programme.domain.WorkForm;
import nl.meedoen.webkit.NoCitizenNumber;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;

/** A work form as it is edited: Dutch and English beside each other, lists with one item a line. */
record WorkFormForm(
        @Nullable Long version,

        @NotNull(message = "{training.minutes-needed}")
        @Min(value = 5, message = "{training.minutes-needed}")
        @Max(value = 480, message = "{training.minutes-needed}")
        @Nullable
        Integer minutes,

        @NotNull(message = "{training.group-needed}")
        @Min(value = 1, message = "{training.group-needed}")
        @Max(value = 60, message = "{training.group-needed}")
        @Nullable
        Integer groupMin,

        @NotNull(message = "{training.group-needed}")
        @Min(value = 1, message = "{training.group-needed}")
        @Max(value = 60, message = "{training.group-needed}")
        @Nullable
        Integer groupMax,

        @NotNull(message = "{training.map-needed}") @Nullable
        MapTheme mapTheme,

        @NotBlank(message = "{training.title-needed}") @Size(max = 120) @NoCitizenNumber @Nullable
        String titleNl,

        @NotBlank(message = "{training.title-needed}") @Size(max = 120) @NoCitizenNumber @Nullable
        String titleEn,

        @NotBlank(message = "{training.aim-needed}") @Size(max = 1000) @NoCitizenNumber @Nullable
        String aimNl,

        @NotBlank(message = "{training.aim-needed}") @Size(max = 1000) @NoCitizenNumber @Nullable
        String aimEn,

        @Size(max = 4000) @NoCitizenNumber @Nullable String materialsNl,
        @Size(max = 4000) @NoCitizenNumber @Nullable String materialsEn,

        @NotBlank(message = "{training.steps-needed}") @Size(max = 8000) @NoCitizenNumber @Nullable
        String stepsNl,

        @NotBlank(message = "{training.steps-needed}") @Size(max = 8000) @NoCitizenNumber @Nullable
        String stepsEn,

        @NotBlank(message = "{training.tip-needed}") @Size(max = 1000) @NoCitizenNumber @Nullable
        String tipNl,

        @NotBlank(message = "{training.tip-needed}") @Size(max = 1000) @NoCitizenNumber @Nullable
        String tipEn) {

    static WorkFormForm of(WorkForm.Content content, long version) {
        Wording nl = content.dutch();
        Wording en = content.english();
        return new WorkFormForm(
                version,
                content.minutes(),
                content.groupMin(),
                content.groupMax(),
                content.mapTheme(),
                nl.title(),
                en.title(),
                nl.aim(),
                en.aim(),
                String.join("\n", nl.materials()),
                String.join("\n", en.materials()),
                String.join("\n", nl.steps()),
                String.join("\n", en.steps()),
                nl.tip(),
                en.tip());
    }

    /** What was typed; to be asked for only when the form has no errors. */
    public WorkForm.Content content() {
        return new WorkForm.Content(
                Objects.requireNonNull(minutes),
                Objects.requireNonNull(groupMin),
                Objects.requireNonNull(groupMax),
                Objects.requireNonNull(mapTheme),
                wording(titleNl, aimNl, materialsNl, stepsNl, tipNl),
                wording(titleEn, aimEn, materialsEn, stepsEn, tipEn));
    }

    /** Where another text of the same work form says something else, in the order of the form. */
    public List<WorkFormEditPage.Difference> differences(WorkFormForm other, Texts texts) {
        List<WorkFormEditPage.Difference> found = new ArrayList<>();
        compare(found, "training.minutes-label", minutes, other.minutes, String.valueOf(other.minutes));
        compare(found, "training.group-min", groupMin, other.groupMin, String.valueOf(other.groupMin));
        compare(found, "training.group-max", groupMax, other.groupMax, String.valueOf(other.groupMax));
        MapTheme theme = other.mapTheme;
        compare(found, "training.map-theme", mapTheme, theme, theme == null ? "" : texts.of(theme));
        compare(found, "training.field.title-nl", text(titleNl), text(other.titleNl));
        compare(found, "training.field.title-en", text(titleEn), text(other.titleEn));
        compare(found, "training.field.aim-nl", text(aimNl), text(other.aimNl));
        compare(found, "training.field.aim-en", text(aimEn), text(other.aimEn));
        compare(found, "training.field.materials-nl", joined(materialsNl), joined(other.materialsNl));
        compare(found, "training.field.materials-en", joined(materialsEn), joined(other.materialsEn));
        compare(found, "training.field.steps-nl", joined(stepsNl), joined(other.stepsNl));
        compare(found, "training.field.steps-en", joined(stepsEn), joined(other.stepsEn));
        compare(found, "training.field.tip-nl", text(tipNl), text(other.tipNl));
        compare(found, "training.field.tip-en", text(tipEn), text(other.tipEn));
        return found;
    }

    private static void compare(
            List<WorkFormEditPage.Difference> found,
            String labelKey,
            @Nullable Object mine,
            @Nullable Object theirs,
            String shown) {
        if (!Objects.equals(mine, theirs)) {
            found.add(new WorkFormEditPage.Difference(labelKey, shown));
        }
    }

    private static void compare(List<WorkFormEditPage.Difference> found, String labelKey, String mine, String theirs) {
        compare(found, labelKey, mine, theirs, theirs);
    }

    private static String joined(@Nullable String typed) {
        return String.join("\n", lines(typed));
    }

    public long readVersion() {
        return version == null ? -1 : version;
    }

    private static Wording wording(
            @Nullable String title,
            @Nullable String aim,
            @Nullable String materials,
            @Nullable String steps,
            @Nullable String tip) {
        return new Wording(text(title), text(aim), lines(materials), lines(steps), text(tip));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip().replaceAll("\\R", "\n");
    }

    private static List<String> lines(@Nullable String typed) {
        return typed == null
                ? List.of()
                : Arrays.stream(typed.split("\\R"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
