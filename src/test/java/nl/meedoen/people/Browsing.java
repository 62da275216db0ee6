package nl.meedoen.people;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Locale;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Opens pages and sends forms as one account, in English. */
record Browsing(MockMvc mvc, Village village, AccountId account) {

    MockHttpServletResponse open(String path) throws Exception {
        return mvc.perform(get(path).with(village.signIn(account)).locale(Locale.ENGLISH))
                .andReturn()
                .getResponse();
    }

    Document page(String path) throws Exception {
        MockHttpServletResponse response = open(path);
        if (response.getStatus() != 200) {
            throw new AssertionError(path + " answered " + response.getStatus());
        }
        return Jsoup.parse(response.getContentAsString());
    }

    /** @param pairs name and value of each box in turn */
    MockHttpServletResponse send(String path, String... pairs) throws Exception {
        var request = post(path).with(village.signIn(account)).locale(Locale.ENGLISH);
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
