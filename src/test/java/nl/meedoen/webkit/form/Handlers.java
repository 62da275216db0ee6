package nl.meedoen.webkit.form;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the application's handlers read from a request, from their own signatures. */
final class Handlers {

    /** One box that is read: its name in the request, what it is read as, and whether a form holds it. */
    record Box(String name, Class<?> type, boolean ofForm) {

        boolean takesAnyText() {
            return type == String.class;
        }
    }

    /**
     * One handler.
     *
     * @param role that may call it; null when everybody may
     * @param form whether its boxes are those of one form, so that the form can be shown again
     */
    record Handler(String name, String path, @Nullable Role role, boolean form, List<Box> boxes) {

        /** All boxes that are filled in together. */
        List<Box> whole() {
            return form ? boxes.stream().filter(Box::ofForm).toList() : boxes;
        }
    }

    private Handlers() {}

    /** The handlers of this method that read anything but their address. */
    static List<Handler> reading(RequestMethod method, RequestMappingHandlerMapping mappings) {
        List<Handler> found = new ArrayList<>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            if (!handler.getBeanType().getName().startsWith("nl.meedoen")
                    || !info.getMethodsCondition().getMethods().contains(method)) {
                return;
            }
            List<Box> boxes = boxes(handler);
            if (boxes.isEmpty()) {
                return;
            }
            boolean form = form(handler);
            for (String path : info.getPatternValues()) {
                found.add(new Handler(method + " " + path, path, role(handler), form, boxes));
            }
        });
        return found;
    }

    private static @Nullable Role role(HandlerMethod handler) {
        Needs needs = handler.getMethodAnnotation(Needs.class);
        // a coach first: only who wrote something may change it; the kept view of the tests is a coordinator's
        Role first = handler.getBeanType().getSimpleName().equals("ViewController") ? Role.COORDINATOR : Role.COACH;
        return needs == null
                ? null
                : Stream.concat(Stream.of(first), Arrays.stream(Role.values()))
                        .filter(role -> Arrays.stream(needs.value()).anyMatch(role::may))
                        .findFirst()
                        .orElseThrow();
    }

    /** Whether what was typed can be shown again with what is wrong with it. */
    private static boolean form(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(one -> one.getParameterType() == BindingResult.class);
    }

    private static List<Box> boxes(HandlerMethod handler) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            Class<?> type = parameter.getParameterType();
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null) {
                String name = asked.name().isEmpty() ? parameter.getParameter().getName() : asked.name();
                boxes.put(name, new Box(name, element(type, parameter.getGenericParameterType()), false));
            } else if (type.isRecord()
                    && type.getName().startsWith("nl.meedoen")
                    && !parameter.hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)
                    && type != nl.meedoen.access.Actor.class) {
                of(type, "", boxes);
            }
        }
        return List.copyOf(boxes.values());
    }

    private static void of(Class<?> form, String before, Map<String, Box> boxes) {
        for (RecordComponent part : form.getRecordComponents()) {
            String name = before + part.getName();
            Class<?> type = part.getType();
            Class<?> element = element(type, part.getGenericType());
            if (Map.class.isAssignableFrom(type)) {
                boxes.put(name, new Box(name + "[x]", element, true));
            } else if (Collection.class.isAssignableFrom(type) && part(element)) {
                of(element, name + "[0].", boxes);
            } else if (part(type)) {
                of(type, name + ".", boxes);
            } else {
                boxes.put(name, new Box(name, element, true));
            }
        }
    }

    /** A record with boxes of its own; an id is a record of one that is written as one text. */
    private static boolean part(Class<?> type) {
        return type.isRecord()
                && type.getName().startsWith("nl.meedoen")
                && type.getRecordComponents()[0].getType() != java.util.UUID.class;
    }

    private static Class<?> element(Class<?> type, Type generic) {
        if (!Collection.class.isAssignableFrom(type) && !Map.class.isAssignableFrom(type)) {
            return type;
        }
        Type[] arguments = ((ParameterizedType) generic).getActualTypeArguments();
        return (Class<?>) arguments[arguments.length - 1];
    }
}
