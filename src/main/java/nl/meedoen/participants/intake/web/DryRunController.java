package nl.meedoen.participants.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.participants.intake.BatchId;
import nl.meedoen.participants.intake.BatchState;
import nl.meedoen.participants.intake.ImportBatch;
import nl.meedoen.participants.intake.Imports;
import nl.meedoen.participants.intake.RowDecisions;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dry run: what would happen to each row, with its questions answered in place; afterwards what did happen. */
@Controller
class DryRunController {

    private static final String ROW = "row:";

    private final Imports imports;
    private final RowDecisions decisions;
    private final BatchPages pages;
    private final Texts texts;

    DryRunController(Imports imports, RowDecisions decisions, BatchPages pages, Texts texts) {
        this.imports = imports;
        this.decisions = decisions;
        this.pages = pages;
        this.texts = texts;
    }

    @Needs(Permission.PARTICIPANTS_IMPORT)
    @GetMapping("/participants/import/{batch}")
    String show(Actor actor, @PathVariable BatchId batch, @ModelAttribute("query") BatchQuery query, Model model) {
        ImportBatch found = imports.batch(actor, batch);
        if (found.isBusy()) return "redirect:/participants/import/" + batch + "/progress";
        if (found.state() == BatchState.COLUMNS) return "redirect:/participants/import/" + batch + "/columns";
        model.addAttribute("page", pages.page(actor, batch, query, null, null));
        return "participants/import/batch";
    }

    /** @param municipality a CBS code, or "leave" when the row is not to be enrolled */
    @Needs(Permission.PARTICIPANTS_IMPORT)
    @PostMapping("/participants/import/{batch}/rows/{row}/place")
    String place(
            Actor actor,
            @PathVariable BatchId batch,
            @PathVariable int row,
            @ModelAttribute("query") BatchQuery query,
            @RequestParam(required = false) @Nullable String municipality,
            @RequestParam(defaultValue = "false") boolean everywhere,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        if (municipality == null) return wrong(actor, batch, row, query, "import.place.needed", model, response);
        if (municipality.equals("leave")) decisions.leave(actor, batch, row);
        else decisions.place(actor, batch, row, municipality, everywhere);
        return back(batch, row, query, "import.answered", redirect);
    }

    /** @param answer "other", "row:12", or the id of somebody who is there already */
    @Needs(Permission.PARTICIPANTS_IMPORT)
    @PostMapping("/participants/import/{batch}/rows/{row}/decision")
    String decide(
            Actor actor,
            @PathVariable BatchId batch,
            @PathVariable int row,
            @ModelAttribute("query") BatchQuery query,
            @RequestParam(required = false) @Nullable String answer,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        if (answer == null) return wrong(actor, batch, row, query, "import.double.needed", model, response);
        try {
            if (answer.equals("other")) decisions.other(actor, batch, row);
            else if (answer.startsWith(ROW)) {
                decisions.sameAs(actor, batch, row, Integer.parseInt(answer.substring(ROW.length())));
            } else decisions.sameAs(actor, batch, row, UUID.fromString(answer));
        } catch (IllegalArgumentException notOurs) {
            throw new NotFound();
        }
        return back(batch, row, query, "import.answered", redirect);
    }

    @Needs(Permission.PARTICIPANTS_IMPORT)
    @PostMapping("/participants/import/{batch}/rows/{row}/again")
    String again(
            Actor actor,
            @PathVariable BatchId batch,
            @PathVariable int row,
            @ModelAttribute("query") BatchQuery query,
            RedirectAttributes redirect) {
        decisions.again(actor, batch, row);
        return back(batch, row, query, "import.asked-again", redirect);
    }

    private String wrong(
            Actor actor,
            BatchId batch,
            int row,
            BatchQuery query,
            String code,
            Model model,
            HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute("page", pages.page(actor, batch, query, row, texts.of(code)));
        return "participants/import/batch";
    }

    private String back(BatchId batch, int row, BatchQuery query, String code, RedirectAttributes redirect) {
        Flash.ok(texts.of(code, String.valueOf(row))).on(redirect);
        return "redirect:" + query.here(batch) + "#row-" + row;
    }
}
