package nl.meedoen.participants.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.table.FileKind;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of participants: whom I may see, most attention first. */
@Controller
class ListController {

    private final ListPages pages;
    private final ListFile file;
    private final Trail trail;

    ListController(ListPages pages, ListFile file, Trail trail) {
        this.pages = pages;
        this.file = file;
        this.trail = trail;
    }

    @Needs(Permission.PARTICIPANTS_LIST)
    @GetMapping("/participants")
    @Transactional
    public String list(Actor actor, ListQuery query, Model model) {
        trail.note(actor, query.q() == null ? Trail.Action.LISTED : Trail.Action.SEARCHED, "participants", null);
        model.addAttribute("page", pages.of(actor, query));
        return "participants/lists/list";
    }

    /** The view as a file: exactly what the list shows, all pages. */
    @Needs(Permission.LIST_EXPORT)
    @GetMapping("/participants/export.{kind}")
    @Transactional
    public void export(Actor actor, ListQuery query, @PathVariable String kind, HttpServletResponse response)
            throws IOException {
        file.write(actor, query, FileKind.ofExtension(kind).orElseThrow(NotFound::new), response);
    }
}
