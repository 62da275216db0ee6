package nl.meedoen.participants.subject.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.subject.SubjectAccess;
import nl.meedoen.participants.subject.SubjectFile;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** "All that we know of you": what it is, and the files. */
@Controller
class SubjectController {

    private final Dossiers dossiers;
    private final SubjectAccess access;
    private final Texts texts;
    private final Words words;

    SubjectController(Dossiers dossiers, SubjectAccess access, Texts texts, Words words) {
        this.dossiers = dossiers;
        this.access = access;
        this.texts = texts;
        this.words = words;
    }

    record SubjectPage(DossierFrame frame) {}

    @Needs(Permission.SUBJECT_ACCESS)
    @GetMapping("/participants/{id}/subject-access")
    @Transactional
    public String show(Actor actor, @PathVariable ParticipantId id, Model model) {
        dossiers.own(actor, id);
        model.addAttribute("page", new SubjectPage(dossiers.open(actor, id, "log")));
        return "participants/subject";
    }

    @Needs(Permission.SUBJECT_ACCESS)
    @GetMapping("/participants/{id}/subject-access/{form}")
    @Transactional
    public void file(
            Actor actor, @PathVariable ParticipantId id, @PathVariable String form, HttpServletResponse response)
            throws IOException {
        SubjectAccess.Form wanted = Arrays.stream(SubjectAccess.Form.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(form))
                .findFirst()
                .orElseThrow(NotFound::new);
        SubjectFile file = access.read(actor, id, wanted);
        response.setContentType(wanted.type());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                texts.of("subject.file") + "-" + file.number() + "-" + words.today() + "." + form,
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        access.write(id, file, wanted, response.getOutputStream());
    }
}
