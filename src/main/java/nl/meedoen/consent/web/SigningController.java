package nl.meedoen.consent.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.consent.ConsentRecords;
import nl.meedoen.consent.Strokes;
import nl.meedoen.kernel.CitizenNumber;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Consents;
import nl.meedoen.participants.Consents.Given;
import nl.meedoen.participants.Consents.Purpose;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The participant reads and signs, beside the coordinator, on a page that shows nothing else. What is wrong is said in the
 * participant's language, so it comes from the texts and not from the messages.
 */
@Controller
class SigningController {

    private static final int LONGEST_NAME = 120;

    /** What was filled in. */
    record SignForm(
            @Nullable String name,
            @Nullable Boolean agree,
            @Nullable String strokes,
            @Nullable String version) {

        /** What is wrong with it, as codes of the texts; the field that each belongs to comes first. */
        List<Wrong> wrong() {
            List<Wrong> wrong = new ArrayList<>();
            if (!Boolean.TRUE.equals(agree)) {
                wrong.add(new Wrong("agree", "wrong.agree"));
            }
            if (name != null && (name.length() > LONGEST_NAME || CitizenNumber.looksLikeOne(name))) {
                wrong.add(new Wrong("name", "wrong.name"));
            } else if (name == null && Strokes.read(strokes).isEmpty()) {
                wrong.add(new Wrong("name", "wrong.sign"));
            }
            return wrong;
        }
    }

    /** A field and the code of what is wrong with it. */
    record Wrong(String field, String code) {}

    private final ConsentPages pages;
    private final ConsentRecords records;
    private final Words words;

    SigningController(ConsentPages pages, ConsentRecords records, Words words) {
        this.pages = pages;
        this.records = records;
        this.words = words;
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/{id}/consents/sign")
    String read(
            Actor actor,
            @PathVariable ParticipantId id,
            @RequestParam Purpose purpose,
            @RequestParam @Nullable String language,
            @RequestParam @Nullable String recipient,
            Model model) {
        return page(actor, id, purpose, language, recipient, new SignForm(null, null, null, null), List.of(), model);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/consents/sign")
    String sign(
            Actor actor,
            @PathVariable ParticipantId id,
            @RequestParam Purpose purpose,
            @RequestParam String language,
            @RequestParam @Nullable String recipient,
            SignForm form,
            Model model,
            HttpServletResponse response) {
        List<Wrong> wrong = form.wrong();
        if (!wrong.isEmpty()) {
            String view = page(actor, id, purpose, language, recipient, form, wrong, model);
            response.setStatus(422);
            return view;
        }
        Given given = new Given(
                purpose,
                ConsentPages.ownRecipient(purpose, recipient),
                Consents.How.SCREEN,
                form.version() == null ? Consents.TEXT_VERSION : form.version(),
                language,
                words.today());
        UUID consent = records.sign(
                actor, id, given, form.name(), Strokes.read(form.strokes()).orElse(null));
        return "redirect:/participants/{id}/consents/" + consent + "/thanks";
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/{id}/consents/{consent}/thanks")
    String thanks(Actor actor, @PathVariable ParticipantId id, @PathVariable UUID consent, Model model) {
        model.addAttribute("page", pages.thanks(actor, id, consent));
        return "consent/thanks";
    }

    private String page(
            Actor actor,
            ParticipantId id,
            Purpose purpose,
            @Nullable String language,
            @Nullable String recipient,
            SignForm form,
            List<Wrong> wrong,
            Model model) {
        model.addAttribute("page", pages.text(actor, id, purpose, language, recipient))
                .addAttribute("form", form)
                .addAttribute("wrong", wrong)
                .addAttribute("recipient", ConsentPages.ownRecipient(purpose, recipient));
        return "consent/sign";
    }
}
