package nl.meedoen.factors;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meedoen.access.Anyone;
import nl.meedoen.access.halfway.Owed;
import nl.meedoen.access.halfway.Owing;
import nl.meedoen.access.halfway.PasswordGiven;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.EveryObject;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every handler of the application, called by somebody who gave the right password and no more. */
final class EveryHandler {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final MockMvc mvc;
    private final EveryObject objects;
    private final RequestMappingHandlerMapping mapping;

    EveryHandler(MockMvc mvc, EveryObject objects, RequestMappingHandlerMapping mapping) {
        this.mvc = mvc;
        this.objects = objects;
        this.mapping = mapping;
    }

    /** Handlers that are closed to strangers and are not the page for whoever owes this. */
    List<String> closed(Owed owed) {
        return all().entrySet().stream()
                .filter(entry -> {
                    Anyone anyone = entry.getValue().getMethodAnnotation(Anyone.class);
                    Owing owing = entry.getValue().getMethodAnnotation(Owing.class);
                    return (anyone == null || anyone.signedIn()) && (owing == null || owing.value() != owed);
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Handlers that answer whoever owes this. */
    List<String> pages(Owed owed) {
        return all().entrySet().stream()
                .filter(entry -> {
                    Owing owing = entry.getValue().getMethodAnnotation(Owing.class);
                    return owing != null && owing.value() == owed;
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The answer to somebody halfway. */
    MockHttpServletResponse call(String handler, AccountId account) throws Exception {
        String[] parts = handler.split(" ", 2);
        Map<String, String> values = objects.own();
        Matcher matcher = VARIABLE.matcher(parts[1]);
        String path =
                matcher.replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "anything")));
        var token = UsernamePasswordAuthenticationToken.authenticated(
                new PasswordGiven(account.toString(), System.currentTimeMillis()), null, List.of());
        return mvc.perform(MockMvcRequestBuilders.request(HttpMethod.valueOf(parts[0]), path)
                        .with(authentication(token))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private Map<String, HandlerMethod> all() {
        Map<String, HandlerMethod> all = new LinkedHashMap<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("nl.meedoen")) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    info.getPatternValues().forEach(path -> all.put(method + " " + path, handler));
                }
            }
        });
        return all;
    }
}
