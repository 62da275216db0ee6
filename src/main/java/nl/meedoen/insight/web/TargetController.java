package nl.meedoen.insight.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.insight.figures.Targets.Target;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The targets that dashboards are held against. */
@Controller
class TargetController {

    record TargetsPage(int year, List<Integer> years, List<TargetDesk.Row> rows) {}

    /** {@code theirs} is what another one just saved. */
    record TargetPage(
            int year,
            String area,
            String name,
            boolean country,
            @Nullable Target theirs) {}

    private final TargetDesk desk;
    private final Texts texts;
    private final Words words;

    TargetController(TargetDesk desk, Texts texts, Words words) {
        this.desk = desk;
        this.texts = texts;
        this.words = words;
    }

    @Needs(Permission.TARGETS_EDIT)
    @GetMapping("/dashboard/targets")
    String list(@RequestParam(required = false) @Nullable Integer year, Model model) {
        int of = year == null ? words.today().getYear() : year;
        model.addAttribute("page", new TargetsPage(of, desk.years(), desk.rows(of)));
        return "insight/targets";
    }

    @Needs(Permission.TARGETS_EDIT)
    @GetMapping("/dashboard/targets/edit")
    String edit(@RequestParam String area, @RequestParam int year, Model model) {
        TargetDesk.Row row = desk.row(area, year);
        TargetForm form = TargetForm.of(row.target());
        model.addAttribute("form", form)
                .addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(form, "form"))
                .addAttribute("page", page(row, year, null));
        return "insight/target";
    }

    @Needs(Permission.TARGETS_EDIT)
    @PostMapping("/dashboard/targets/edit")
    String set(
            Actor actor,
            @RequestParam String area,
            @RequestParam int year,
            @Valid @ModelAttribute("form") TargetForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        TargetDesk.Row row = desk.row(area, year);
        if (errors.hasErrors()) {
            response.setStatus(422);
            model.addAttribute("page", page(row, year, null));
            return "insight/target";
        }
        try {
            desk.set(actor, area, year, form.target());
        } catch (StaleVersion late) {
            Target theirs = desk.row(area, year).target();
            TargetForm again = form.at(theirs.version());
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("form", again)
                    .addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(again, "form"))
                    .addAttribute("page", page(row, year, theirs));
            return "insight/target";
        }
        Flash.ok(texts.of("insight.targets.saved", row.area().label())).on(redirect);
        redirect.addAttribute("year", year);
        return "redirect:/dashboard/targets";
    }

    private static TargetPage page(TargetDesk.Row row, int year, @Nullable Target theirs) {
        return new TargetPage(
                year,
                row.area().value(),
                row.area().label(),
                "country".equals(row.area().value()),
                theirs);
    }
}
