package nl.meedoen.participants.web;

import jakarta.validation.Valid;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.UnreadableDate;
import nl.meedoen.participants.Consents;
import nl.meedoen.participants.matching.MatchSubject;
import nl.meedoen.participants.registration.Doubles;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Enrolling somebody, after a look whether they are there already; and correcting what was written down. */
@Controller
class EnrolController {

    private final Enrolments enrolments;
    private final Consents consents;
    private final Doubles doubles;
    private final RegistrationDesk desk;
    private final Texts texts;
    private final Words words;

    EnrolController(
            Enrolments enrolments,
            Consents consents,
            Doubles doubles,
            RegistrationDesk desk,
            Texts texts,
            Words words) {
        this.enrolments = enrolments;
        this.consents = consents;
        this.doubles = doubles;
        this.desk = desk;
        this.texts = texts;
        this.words = words;
    }

    /**
     * What the form page shows besides the form.
     *
     * @param id of the dossier that is corrected; null when somebody is enrolled
     * @param likely people who may be the same person
     * @param current what stands in the dossier now, when somebody else saved in the meantime
     */
    record FormPage(
            @Nullable ParticipantId id,
            @Nullable String name,
            RegistrationDesk.Choices choices,
            List<Doubles.Likeness> likely,
            boolean mustConfirm,
            @Nullable RegistrationForm current) {}

    @Needs(Permission.PARTICIPANT_ENROL)
    @GetMapping("/participants/new")
    String ask(Actor actor, Model model) {
        RegistrationForm form = RegistrationForm.empty();
        model.addAttribute("form", form);
        return enrolPage(actor, form, List.of(), model);
    }

    /** The part of the page with people who may be the same; asked for while the form is filled in. */
    @Needs(Permission.PARTICIPANT_ENROL)
    @GetMapping("/participants/new/likely")
    String likely(Actor actor, @ModelAttribute("form") RegistrationForm form, Model model) {
        model.addAttribute("page", new FormPage(null, null, desk.choices(actor, null), find(actor, form), false, null));
        return "participants/enrol :: likely";
    }

    @Needs(Permission.PARTICIPANT_ENROL)
    @PostMapping("/participants/new")
    @Transactional
    public String enrol(
            Actor actor,
            @Valid @ModelAttribute("form") RegistrationForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean another,
            @RequestParam(required = false) @Nullable String search,
            Answer answer) {
        if (search != null) {
            return enrolPage(actor, form, List.of(), answer.model());
        }
        Registration registration = desk.read(form, errors);
        List<Doubles.Likeness> likely = registration == null ? List.of() : doubles.of(actor, registration.subject());
        if (registration == null || !likely.isEmpty() && !another) {
            return answer.again(enrolPage(actor, form, likely, answer.model()));
        }
        ParticipantId id = enrolments.enrol(actor, registration);
        String language = LocaleContextHolder.getLocale().getLanguage();
        give(actor, id, form.shareMunicipality(), Consents.Purpose.MUNICIPALITY, language);
        give(actor, id, form.shareEmployers(), Consents.Purpose.EMPLOYERS, language);
        give(actor, id, form.shareResearch(), Consents.Purpose.RESEARCH, language);
        return answer.go(
                Flash.ok(texts.of("participants.enrolled", registration.name().display())), "/participants/" + id);
    }

    private void give(
            Actor actor, ParticipantId id, @Nullable Boolean given, Consents.Purpose purpose, String language) {
        if (Boolean.TRUE.equals(given)) {
            consents.give(actor, id, purpose, Consents.How.PAPER, language, words.today());
        }
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/{id}/edit")
    String edit(Actor actor, @PathVariable ParticipantId id, Model model) {
        Enrolments.Known known = enrolments.known(actor, id);
        RegistrationForm form = RegistrationForm.of(
                known,
                RegistrationDesk.countryName(known.registration().residence().country()));
        model.addAttribute("form", form).addAttribute("language", form.languages());
        return editPage(actor, id, known, null, model);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/edit")
    @Transactional
    public String correct(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") RegistrationForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String search,
            Answer answer) {
        Enrolments.Known known = enrolments.known(actor, id);
        answer.with("language", form.languages());
        if (search != null) {
            return editPage(actor, id, known, null, answer.model());
        }
        Registration registration = desk.read(form, errors);
        if (registration == null) {
            return answer.again(editPage(actor, id, known, null, answer.model()));
        }
        try {
            enrolments.correct(actor, id, registration, form.version() == null ? -1 : form.version());
        } catch (StaleVersion somebodyElse) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            RegistrationForm current = RegistrationForm.of(
                    known,
                    RegistrationDesk.countryName(
                            known.registration().residence().country()));
            return answer.again(Attempt.STALE, editPage(actor, id, known, current, answer.model()));
        }
        return answer.go(Flash.ok(texts.of("participants.saved")), "/participants/" + id);
    }

    private String enrolPage(Actor actor, RegistrationForm form, List<Doubles.Likeness> likely, Model model) {
        model.addAttribute("language", form.languages());
        model.addAttribute(
                "page",
                new FormPage(null, null, desk.choices(actor, form.municipality()), likely, !likely.isEmpty(), null));
        return "participants/enrol";
    }

    private String editPage(
            Actor actor, ParticipantId id, Enrolments.Known known, @Nullable RegistrationForm current, Model model) {
        Registration r = known.registration();
        model.addAttribute(
                        "page",
                        new FormPage(
                                id,
                                r.name().display(),
                                desk.choices(actor, r.municipalityCode()),
                                List.of(),
                                false,
                                current))
                .addAttribute("currentVersion", known.version());
        return "participants/edit";
    }

    private List<Doubles.Likeness> find(Actor actor, RegistrationForm form) {
        if (!form.hasName()) {
            return List.of();
        }
        PartialDate birth;
        try {
            birth = PartialDate.of(form.birthDay(), form.birthMonth(), form.birthYear());
        } catch (UnreadableDate notYet) {
            birth = PartialDate.UNKNOWN;
        }
        return doubles.of(
                actor,
                MatchSubject.of(
                        form.name(),
                        birth,
                        form.gender() == null ? Gender.UNKNOWN : form.gender(),
                        form.readPhone().orElse(null),
                        form.email(),
                        form.clientNumber()));
    }
}
