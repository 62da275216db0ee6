package nl.meedoen.consent.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.meedoen.documents.content.IdentityDocument;
import nl.meedoen.kernel.CitizenNumber;
import nl.meedoen.participants.Consents;
import nl.meedoen.participants.Consents.Given;
import nl.meedoen.participants.Consents.Purpose;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.web.multipart.MultipartFile;

/** A consent that was signed on paper: in which language, when, for whom, and the scan if there is one already. */
record PaperForm(
        @NotNull(message = "{consent.language-needed}") @Nullable
        String language,

        @NotNull(message = "{consent.day-needed}") @Nullable LocalDate on,

        @Size(max = Consents.LONGEST_RECIPIENT, message = "{consent.recipient-long}") @NoCitizenNumber @Nullable
        String recipient,

        @Nullable List<MultipartFile> files) {

    /** The files that were really chosen. */
    static List<MultipartFile> chosen(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream().filter(file -> !file.isEmpty()).toList();
    }

    static void checkFiles(List<MultipartFile> files, BindingResult errors) {
        if (files.size() > 1) {
            errors.rejectValue("files", "documents.one-file");
        }
        for (MultipartFile file : files) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            if (CitizenNumber.looksLikeOne(name)) {
                errors.rejectValue("files", "documents.name-with-citizen-number");
            } else if (IdentityDocument.named(name)) {
                errors.rejectValue("files", "documents.refused.identity");
            }
        }
    }

    Given given(Purpose purpose) {
        return new Given(
                purpose,
                ConsentPages.ownRecipient(purpose, recipient),
                Consents.How.PAPER,
                Consents.TEXT_VERSION,
                String.valueOf(language),
                Objects.requireNonNull(on));
    }
}
