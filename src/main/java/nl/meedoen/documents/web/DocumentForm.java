package nl.meedoen.documents.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.meedoen.documents.DocumentKind;
import nl.meedoen.documents.DocumentText;
import nl.meedoen.documents.content.IdentityDocument;
import nl.meedoen.kernel.CitizenNumber;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.web.multipart.MultipartFile;

/**
 * The boxes of a document.
 *
 * @param files only where it is added
 * @param noIdentity that it is no copy of an identity document, said by whoever adds it
 * @param version null where it is added
 */
record DocumentForm(
        @Nullable List<MultipartFile> files,

        @NotNull(message = "{documents.kind-needed}") @Nullable
        DocumentKind kind,

        @Size(max = 120, message = "{documents.title-long}") @NoCitizenNumber @Nullable
        String title,

        @Nullable LocalDate datedOn,

        @Size(max = 1000, message = "{documents.note-long}") @NoCitizenNumber @Nullable
        String note,

        @Nullable Boolean noIdentity,
        @Nullable Long version) {

    static final int MOST_FILES = 10;

    /** The files that were really chosen: a browser sends an empty one for a box that was left alone. */
    List<MultipartFile> chosen() {
        return chosen(files);
    }

    static List<MultipartFile> chosen(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !file.isEmpty()
                                || file.getOriginalFilename() != null
                                        && !file.getOriginalFilename().isBlank())
                        .toList();
    }

    /** What can be said without opening a file. */
    void check(LocalDate today, BindingResult errors) {
        checkText(today, errors);
        checkFiles(chosen(), noIdentity, "files", errors);
    }

    void checkText(LocalDate today, BindingResult errors) {
        if (IdentityDocument.named(title)) {
            errors.rejectValue("title", "documents.refused.identity");
        }
        if (datedOn != null && datedOn.isAfter(today)) {
            errors.rejectValue("datedOn", "documents.date-future");
        }
    }

    static void checkFiles(
            List<MultipartFile> files, @Nullable Boolean noIdentity, String field, BindingResult errors) {
        if (files.isEmpty()) {
            errors.rejectValue(field, "documents.file-needed");
        }
        if (files.size() > MOST_FILES) {
            errors.rejectValue(field, "documents.too-many", new Object[] {MOST_FILES}, null);
        }
        for (MultipartFile file : files) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            if (CitizenNumber.looksLikeOne(name)) {
                errors.rejectValue(field, "documents.name-with-citizen-number");
            } else if (IdentityDocument.named(name)) {
                errors.rejectValue(field, "documents.refused.identity");
            }
        }
        if (!Boolean.TRUE.equals(noIdentity)) {
            errors.rejectValue("noIdentity", "documents.no-identity-needed");
        }
    }

    DocumentText text() {
        return new DocumentText(Objects.requireNonNull(kind), title, datedOn, note);
    }
}
