package nl.meedoen.notices.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.notices.Snoozes;
import nl.meedoen.notices.Waiting;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts something of Today away until a day, and takes it back. */
@Controller
class SnoozeController {

    private final Waiting waiting;
    private final Snoozes snoozes;
    private final TodayPages pages;
    private final Texts texts;
    private final Words words;

    SnoozeController(Waiting waiting, Snoozes snoozes, TodayPages pages, Texts texts, Words words) {
        this.waiting = waiting;
        this.snoozes = snoozes;
        this.pages = pages;
        this.texts = texts;
        this.words = words;
    }

    /**
     * @param until the day of the button that was pressed
     * @param on the day that was typed, where no button named one
     * @param all the kind of which everything was shown
     */
    @Needs(Permission.TODAY)
    @PostMapping("/today/snooze")
    String putAway(
            Actor actor,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String all,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Optional<String> title = title(actor, item);
        if (title.isEmpty()) {
            Flash.ok(texts.of("notices.snooze.gone")).on(redirect);
            return back(all, redirect);
        }
        String typed = until != null ? until : on == null ? "" : on.strip();
        try {
            LocalDate day = LocalDate.parse(typed);
            snoozes.putAway(actor, item, day);
            Flash.ok(texts.of("notices.snooze.done", title.get(), words.weekday(day)))
                    .undo("/today/snooze/end?item=" + item, texts.of("webkit.undo"))
                    .on(redirect);
            return back(all, redirect);
        } catch (DateTimeException unreadable) {
            return refuse(actor, item, typed, all, texts.of("notices.snooze.unreadable"), model, response);
        } catch (RuleBroken broken) {
            return refuse(actor, item, typed, all, texts.of(broken.code(), broken.args()), model, response);
        }
    }

    @Needs(Permission.TODAY)
    @PostMapping("/today/snooze/end")
    String end(Actor actor, @RequestParam(defaultValue = "") String item, RedirectAttributes redirect) {
        snoozes.end(actor, item);
        Flash.ok(texts.of("notices.snooze.ended")).on(redirect);
        return back(null, redirect);
    }

    private static String back(@Nullable String all, RedirectAttributes redirect) {
        redirect.addAttribute("all", all);
        return "redirect:/today";
    }

    /** What the actor puts away must be there, so that nothing is kept of what somebody made up. */
    private Optional<String> title(Actor actor, String item) {
        Waiting.Now now = waiting.of(actor);
        return java.util.stream.Stream.concat(
                        now.waiting().stream(), now.putAway().stream().map(Waiting.PutAway::item))
                .filter(found -> found.mark().equals(item))
                .map(found -> found.attention().title())
                .findFirst();
    }

    private String refuse(
            Actor actor,
            String item,
            String typed,
            @Nullable String all,
            String sentence,
            Model model,
            HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute("page", pages.of(actor, all).with(new TodayPage.Refused(item, typed, sentence)));
        return "notices/today";
    }
}
