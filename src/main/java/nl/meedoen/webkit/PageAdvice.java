package nl.meedoen.webkit;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every template may count on, and how every form reads its boxes. */
@ControllerAdvice
public class PageAdvice {

    private final ObjectProvider<Shell.Source> shells;

    PageAdvice(ObjectProvider<Shell.Source> shells) {
        this.shells = shells;
    }

    /** Menu and person for the frame of the page; null before signing in. */
    @ModelAttribute("shell")
    public @Nullable Shell shell(HttpServletRequest request) {
        Shell.Source source = shells.getIfAvailable();
        try {
            return source == null ? null : source.current(request.getRequestURI());
        } catch (RuntimeException broken) {
            // the page that says that something is broken must not need what is broken
            if (request.getDispatcherType() == DispatcherType.ERROR) {
                return null;
            }
            throw broken;
        }
    }

    /** The address that was asked for. */
    @ModelAttribute("requestPath")
    public String requestPath(HttpServletRequest request) {
        return request.getRequestURI();
    }

    /** A new key each time a page is made, so that a form that is sent twice counts once. */
    @ModelAttribute("formKey")
    String formKey() {
        return UUID.randomUUID().toString();
    }

    @InitBinder
    void bind(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }
}
