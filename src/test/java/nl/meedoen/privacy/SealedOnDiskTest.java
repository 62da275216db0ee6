package nl.meedoen.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meedoen.access.Role;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Reads the files of the database server as a thief of the disk would: table files, the log of changes and what else
 * lies there. What must be sealed is in none of them; a name, which is searched for and so is not sealed, shows that
 * this test would find it (SECURITY.md 22).
 */
@MeedoenTest
@DisabledIfSystemProperty(
        named = "test.database",
        matches = "(?!embedded).*",
        disabledReason = "files of another machine")
class SealedOnDiskTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    private MockHttpServletResponse send(Role role, String path, String... pairs) throws Exception {
        var request = post(path).with(village.as(role));
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        assertThat(response.getStatus()).as(path).isIn(204, 302, 303);
        return response;
    }

    private String version(String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(village.as(Role.COORDINATOR)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .select(".form input[name=version]")
                .val();
    }

    @Test
    void noSensitiveTextIsInTheFilesOfTheDatabase() throws Exception {
        String open = "Zichtbaarnaam";
        String dossier = send(
                        Role.COORDINATOR,
                        "/participants/new",
                        "givenNames",
                        open,
                        "municipality",
                        Village.OWN_MUNICIPALITY,
                        "reachableNote",
                        "Verborgenbereik",
                        "remark",
                        "Verborgenopmerking")
                .getRedirectedUrl();
        assertThat(dossier).startsWith("/participants/");
        String household = dossier + "/intake/household";
        send(Role.COORDINATOR, household, "note", "Verborgenhuishouden", "version", version(household));
        send(
                Role.COORDINATOR,
                dossier + "/intake/drafts/wishes",
                "ownWords",
                "Verborgenconcept",
                "version",
                version(dossier + "/intake/wishes"));
        send(
                Role.COORDINATOR,
                dossier + "/coach",
                "coach",
                village.account(Role.COACH).toString(),
                "from",
                village.today().toString(),
                "reason",
                "Verborgenkeuze");
        send(Role.COACH, dossier + "/plan/draft", "note", "Verborgenbegin");
        send(
                Role.COACH,
                dossier + "/contacts",
                "channel",
                "TALK",
                "note",
                "Verborgengesprek",
                "heldOn",
                village.today().toString());
        send(
                Role.COORDINATOR,
                dossier + "/end",
                "kind",
                "OWN_CHOICE",
                "reason",
                "Verborgenreden",
                "on",
                village.today().toString());
        everything.sql("checkpoint").update();

        Set<String> found = onDisk(List.of(
                open,
                "Verborgenbereik",
                "Verborgenkeuze",
                "Verborgenopmerking",
                "Verborgenhuishouden",
                "Verborgenconcept",
                "Verborgenbegin",
                "Verborgengesprek",
                "Verborgenreden",
                Village.PASSWORD));
        assertThat(found).containsExactly(open);
    }

    private Set<String> onDisk(List<String> words) throws IOException {
        Path folder = Path.of(
                everything.sql("show data_directory").query(String.class).single());
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                String text = read(file);
                words.stream().filter(text::contains).forEach(found::add);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return found;
    }

    /** The server removes files while this goes round. */
    private static String read(Path file) throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException gone) {
            return "";
        }
    }
}
