package nl.meedoen.participants.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.intake.file.RegistrationFile;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** A coordinator at a location of their own, where nobody is yet, who works through the pages of the import. */
final class ImportOffice {

    static final String IMPORT = "/participants/import";

    private static int count;

    final LocationId location = new LocationId(Uuids.next());
    final AccountId coordinator;
    private final MockMvc mvc;
    private final Village village;
    private final OwnerJdbc everything;

    ImportOffice(MockMvc mvc, Village village, OwnerJdbc everything) {
        this.mvc = mvc;
        this.village = village;
        this.everything = everything;
        String name = "import" + ++count;
        everything
                .sql("insert into location values (?, ?, ?)")
                .params(location.value(), village.north.value(), name)
                .update();
        for (String code : List.of("GM0014", "GM1969", "GM0106")) {
            everything
                    .sql("insert into location_municipality values (?, ?, date '2020-01-01', null)")
                    .params(location.value(), code)
                    .update();
        }
        coordinator = village.account(Role.COORDINATOR, name, location, Village.OWN_MUNICIPALITY);
    }

    static byte[] example() throws IOException {
        try (var resource = ImportOffice.class.getResourceAsStream("/aanmeldingen-voorbeeld.csv")) {
            return Objects.requireNonNull(resource).readAllBytes();
        }
    }

    /** The same rows as a workbook, the last row first. */
    static byte[] exampleAsWorkbook() throws IOException {
        var sheet = RegistrationFile.read(example()).sheet();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet page = workbook.newWorksheet("Blad1");
            int width = sheet.headings().size();
            for (int column = 0; column < width; column++) {
                page.value(0, column, sheet.headings().get(width - 1 - column));
            }
            for (int row = 0; row < sheet.rows().size(); row++) {
                List<String> cells = sheet.rows().get(sheet.rows().size() - 1 - row);
                for (int column = 0; column < width; column++) {
                    page.value(row + 1, column, cells.get(width - 1 - column));
                }
            }
        }
        return bytes.toByteArray();
    }

    static byte[] csv(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    MockHttpServletResponse bring(String name, byte[] content) throws Exception {
        var file = new MockMultipartFile("file", name, "application/octet-stream", content);
        return mvc.perform(multipart(IMPORT)
                        .file(file)
                        .with(village.signIn(coordinator))
                        .locale(Locale.ENGLISH))
                .andReturn()
                .getResponse();
    }

    /** Brings a file; the address of its dry run, or of its columns. */
    String brought(String name, byte[] content) throws Exception {
        MockHttpServletResponse response = bring(name, content);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(302);
        return String.valueOf(response.getRedirectedUrl());
    }

    MockHttpServletResponse open(String path) throws Exception {
        return mvc.perform(get(path).with(village.signIn(coordinator)).locale(Locale.ENGLISH))
                .andReturn()
                .getResponse();
    }

    /** A page that must be there, whole, in words and valid. */
    Document page(String path) throws Exception {
        MockHttpServletResponse response = open(path);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return checked(response);
    }

    static Document checked(MockHttpServletResponse response) throws Exception {
        String html = response.getContentAsString();
        assertThat(html).doesNotContain("??");
        assertThat(ValidHtml.check(html)).isEmpty();
        return Jsoup.parse(html);
    }

    MockHttpServletResponse send(String path, String... pairs) throws Exception {
        var request = post(path).with(village.signIn(coordinator)).locale(Locale.ENGLISH);
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    void sent(String path, String... pairs) throws Exception {
        MockHttpServletResponse response = send(path, pairs);
        assertThat(response.getStatus())
                .as(path + response.getContentAsString())
                .isEqualTo(302);
    }

    /** Starts reading in and waits until it is done. */
    void readIn(String batch) throws Exception {
        sent(batch + "/run");
        waitFor(batch);
    }

    void waitFor(String batch) throws Exception {
        Awaitility.await("the job ends")
                .atMost(Duration.ofMinutes(1))
                .until(() -> open(batch + "/progress").getStatus() == 302);
    }

    /** The number on a tab; 0 when there is no such tab. */
    static int tab(Document page, String slug) {
        var tab = slug.isEmpty()
                ? page.selectFirst(".views a:not([href*=tab])")
                : page.selectFirst(".views a[href$=tab=" + slug + "]");
        return tab == null
                ? 0
                : Integer.parseInt(Objects.requireNonNull(tab.selectFirst(".n")).text());
    }

    int participants() {
        return everything
                .sql("select count(*) from participant where location_id = ?")
                .param(location.value())
                .query(Integer.class)
                .single();
    }
}
