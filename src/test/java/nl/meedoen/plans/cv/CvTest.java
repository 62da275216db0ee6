package nl.meedoen.plans.cv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Consents;
import nl.meedoen.plans.pitch.PitchText;
import nl.meedoen.plans.pitch.Pitches;
import nl.meedoen.privacy.Vault;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A curriculum vitae from the first tick to what an employer sees, and to its end. */
@MeedoenTest
class CvTest {

    /** What stands in the dossier and on no curriculum vitae, whatever is ticked. */
    private static final String[] NEVER = {"geheime notitie", "VIP-", "123456", "gezin met", "RUG", "Uitkering"};

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Pitches pitches;

    @Autowired
    Consents consents;

    @Autowired
    Vault vault;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StatementCounter counter;

    private ParticipantId person;
    private String path;

    @BeforeEach
    void somebody() {
        person = village.participant("Sahar", "Kookt", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, village.account(Role.COACH));
        path = "/participants/" + person + "/cv";
        Actor coach = village.actor(Role.COACH);
        village.as(
                coach,
                () -> pitches.write(
                        coach, person, 0, new PitchText("Ik ben Sahar", "Koken voor vijftig", "Werk in een keuken")));
        everything
                .sql(
                        "update participant set phone = '+31612340000', email = 'sahar@mail.example', original_name = 'سحر',"
                                + " remark = ? where id = ?")
                .params(vault.seal("geheime notitie"), person.value())
                .update();
        everything
                .sql(
                        "insert into work_experience (id, participant_id, occupation, isco, country, from_year, until_year, note)"
                                + " values (?, ?, '5120.1', '5120', 'SY', 2009, 2014, ?)")
                .params(Uuids.next(), person.value(), vault.seal("geheime notitie"))
                .update();
        everything
                .sql("insert into education (id, participant_id, level, title, country, until_year, diploma, valuation)"
                        + " values (?, ?, 3, 'Koksschool Aleppo', 'SY', 2008, 'YES', 'NONE')")
                .params(Uuids.next(), person.value())
                .update();
        everything
                .sql("insert into work_profile (participant_id, licences, own_words) values (?, '{B}', ?)")
                .params(person.value(), vault.seal("geheime notitie"))
                .update();
    }

    private MockHttpServletResponse choose(String version, String... parts) throws Exception {
        String[] pairs = {"version", version, "layout", "TIMELINE", "agreed", "true"};
        String[] all = Arrays.copyOf(pairs, pairs.length + parts.length * 2);
        for (int i = 0; i < parts.length; i++) {
            all[pairs.length + 2 * i] = "parts";
            all[pairs.length + 2 * i + 1] = parts[i];
        }
        return send(Role.COACH, path, all);
    }

    private void consent() {
        consents(Consents.How.PAPER);
    }

    private void consents(Consents.How how) {
        Actor coordinator = village.actor(Role.COORDINATOR);
        village.run(
                coordinator,
                () -> consents.give(
                        coordinator,
                        person,
                        Consents.Purpose.EMPLOYERS,
                        how,
                        "nl",
                        village.today().minusDays(1)));
    }

    /** Makes the address; what comes behind the host. */
    private String link() throws Exception {
        assertThat(send(Role.COACH, path + "/link").getRedirectedUrl()).isEqualTo(path);
        String address =
                open(path).select("[aria-labelledby=share] a[rel=noreferrer]").attr("href");
        assertThat(address).matches("http://localhost:8080/cv/[A-Za-z0-9_-]{43}");
        return address.substring("http://localhost:8080".length());
    }

    @Test
    void whatIsNotTickedIsNowhere() throws Exception {
        assertThat(open(path).select(".empty a").attr("href")).isEqualTo(path + "/parts");
        open(path + "/parts");
        assertThat(choose("0", "WORK", "PLACE").getRedirectedUrl()).isEqualTo(path);
        Document page = open(path);
        assertThat(page.select(".cv h3").eachText()).containsExactly("Werkervaring");
        assertThat(page.select(".cv-reach li")).hasSize(1);
        assertThat(page.select(".cv-original").text()).isEqualTo("سحر");
        assertThat(page.select(".cv").text())
                .contains("2009 – 2014")
                .contains("Syrië")
                .doesNotContain("+31", "mail.example", "Koksschool", "Koken", "Ik ben")
                .doesNotContain(NEVER);
        String pdf = pdf("nl");
        assertThat(pdf).contains("Sahar Kookt", "سحر", "Syrië").doesNotContain("+31", "mail.example", "Koksschool");
        assertThat(pdf).doesNotContain(NEVER);

        choose("1", "WORK", "EDUCATION", "PROFILE", "ABILITIES", "CONTACT", "SKILLS", "DUTCH", "WISHES");
        page = open(path + "?language=en");
        assertThat(page.select(".cv").attr("lang")).isEqualTo("en");
        assertThat(page.select(".cv h3").eachText())
                .containsExactly("Profile", "Work experience", "Education", "Skills", "What I can");
        assertThat(page.select(".c-main > .muted").text()).contains("Dutch", "Work that I look for");
        assertThat(page.select(".cv").text())
                .contains("Koksschool Aleppo", "Syria", "+31612340000", "Driving licence B")
                .doesNotContain(NEVER);
        assertThat(pdf("en")).contains("Work experience", "Koken voor vijftig").doesNotContain(NEVER);
    }

    @Test
    void whatSkillsComeFirstIsAnotherLayout() throws Exception {
        send(
                Role.COACH,
                path,
                "version",
                "0",
                "layout",
                "SKILLS",
                "agreed",
                "true",
                "parts",
                "WORK",
                "parts",
                "ABILITIES",
                "parts",
                "PROFILE",
                "profileEn",
                "A cook with ten years of practice");
        assertThat(open(path).select(".cv--skills h3").eachText())
                .containsExactly("Profiel", "Wat ik kan", "Werkervaring");
        assertThat(open(path).select(".cv").text()).contains("Ik ben Sahar");
        assertThat(open(path + "?language=en").select(".cv").text())
                .contains("A cook with ten years")
                .doesNotContain("Ik ben Sahar");
        assertThat(pdf("en")).contains("Sahar Kookt", "A cook with ten years");
    }

    @Test
    void itIsNotSavedWithoutTheParticipant() throws Exception {
        MockHttpServletResponse refused =
                send(Role.COACH, path, "version", "0", "layout", "TIMELINE", "parts", "WORK", "profileNl", "Kok");
        assertThat(refused.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(refused.getContentAsString());
        assertThat(page.select("[name=parts][checked]").eachAttr("value")).containsExactly("WORK");
        assertThat(page.select("#profileNl").text()).isEqualTo("Kok");
        assertThat(page.text()).contains("Vink dit aan");
        assertThat(ValidHtml.check(refused.getContentAsString())).isEmpty();
        assertThat(choose("0", "WORK").getStatus()).isEqualTo(302);
        MockHttpServletResponse late = choose("0", "EDUCATION");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(late.getContentAsString()).select(".notice dd").eachText())
                .contains("Werkervaring");
        assertThat(open(path).select(".cv h3").eachText()).containsExactly("Werkervaring");
    }

    @Test
    void withoutConsentThereIsNoAddress() throws Exception {
        choose("0", "WORK");
        assertThat(open(path).select("[aria-labelledby=share] form")).isEmpty();
        MockHttpServletResponse refused = send(Role.COACH, path + "/link");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.getContentAsString())
                        .select("[role=alert]")
                        .text())
                .contains("geen toestemming");
        assertThat(everything
                        .sql("select count(*) from cv_link where participant_id = ?")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anEmployerReadsThePaperAndNothingElse() throws Exception {
        consent();
        choose("0", "WORK", "PROFILE");
        String shared = link();
        MockHttpServletResponse answer = visit(shared);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(answer.getHeader("Referrer-Policy")).isIn("no-referrer", "same-origin", "strict-origin");
        assertThat(ValidHtml.check(answer.getContentAsString())).isEmpty();
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select(".cv").text())
                .contains("Sahar Kookt", "Ik ben Sahar")
                .doesNotContain("+31");
        assertThat(page.select("a[href*=participants]")).isEmpty();
        assertThat(answer.getContentAsString()).doesNotContain(person.toString());
        assertThat(visit(shared + "/en.pdf").getContentType()).isEqualTo("application/pdf");
        assertThat(visit(shared + "/fr.pdf").getStatus()).isEqualTo(404);
        assertThat(visit("/cv/" + "x".repeat(43)).getStatus()).isEqualTo(404);
        assertThat(open(path).select(".cv-facts").text()).contains("2 keer geopend");

        // a choice counts at once; what the dossier says in addition only when somebody puts it there
        choose("1", "PROFILE");
        assertThat(visit(shared).getContentAsString()).doesNotContain("Werkervaring");
        everything
                .sql("update participant set phone = '+31612349999' where id = ?")
                .param(person.value())
                .update();
        choose("2", "PROFILE", "CONTACT");
        assertThat(visit(shared).getContentAsString()).contains("+31612349999");
        assertThat(link()).isEqualTo(shared);
        choose("3");
        assertThat(visit(shared).getStatus()).isEqualTo(404);
    }

    @Test
    void withdrawnMeansFromTheNextRequestOn() throws Exception {
        consent();
        choose("0", "WORK");
        String shared = link();
        assertThat(visit(shared).getStatus()).isEqualTo(200);
        Actor coordinator = village.actor(Role.COORDINATOR);
        village.run(coordinator, () -> consents.withdraw(coordinator, person, Consents.Purpose.EMPLOYERS));
        assertThat(visit(shared).getStatus()).isEqualTo(404);
        assertThat(visit(shared + "/nl.pdf").getStatus()).isEqualTo(404);
        assertThat(everything
                        .sql(
                                "select count(*) from cv_link where participant_id = ? and content is null and secret is null")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isOne();
        // given again, it does not come back by itself
        consent();
        assertThat(visit(shared).getStatus()).isEqualTo(404);
        String other = link();
        assertThat(other).isNotEqualTo(shared);
        assertThat(send(Role.COACH, path + "/link/end").getRedirectedUrl()).isEqualTo(path);
        assertThat(visit(other).getStatus()).isEqualTo(404);
        assertThat(send(Role.COACH, path + "/link/end").getStatus()).isEqualTo(404);
    }

    @Test
    void itEndsWithTheConsentAndAfterHalfAYear() throws Exception {
        consent();
        choose("0", "WORK");
        String shared = link();
        assertThat(everything
                        .sql("select expires_on - current_date from cv_link where participant_id = ?")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isBetween(175, 190);
        everything
                .sql("update cv_link set expires_on = ? where participant_id = ?")
                .params(village.today().minusDays(1), person.value())
                .update();
        assertThat(visit(shared).getStatus()).isEqualTo(404);
        assertThat(open(path).select(".cv-qr")).isEmpty();
    }

    @Test
    void whoDoesNotKnowTheSecretSeesNoRow() throws Exception {
        consent();
        choose("0", "WORK");
        link();
        assertThat(jdbc.sql("select count(*) from cv_link").query(Long.class).single())
                .isZero();
        for (String column : new String[] {"secret", "content"}) {
            byte[] kept = everything
                    .sql("select " + column + " from cv_link where participant_id = ?")
                    .param(person.value())
                    .query((row, n) -> row.getBytes(1))
                    .single();
            assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Sahar");
        }
    }

    @Test
    void theCodeOnTheCardLeadsToThePaper() throws Exception {
        assertThat(open("/participants/" + person + "/pitch/card").select(".pitch-qr"))
                .isEmpty();
        consent();
        choose("0", "WORK");
        String shared = link();
        assertThat(open("/participants/" + person + "/pitch/card")
                        .select(".pitch-qr img")
                        .attr("src"))
                .isEqualTo(path + "/qr.svg");
        String svg = mvc.perform(get(path + "/qr.svg").with(village.as(Role.COACH)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(read(svg)).isEqualTo("http://localhost:8080" + shared);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyWhoWorksWithThemSeesIt(Role role) throws Exception {
        consent();
        village.consent(person);
        choose("0", "WORK");
        link();
        long own = role == Role.COACH || role == Role.COORDINATOR ? 1 : 0;
        for (String table : new String[] {"cv", "cv_link"}) {
            assertThat(seen(village.foreignActor(role), table)).as(table).isZero();
            assertThat(seen(village.actor(role), table)).as(table).isEqualTo(own);
        }
    }

    @Test
    void theNumberOfStatementsIsFixed() throws Exception {
        choose("0", "WORK", "EDUCATION");
        open(path);
        int few = counter.during(() -> open(path)).size();
        for (int i = 0; i < 5; i++) {
            everything
                    .sql(
                            "insert into work_experience (id, participant_id, occupation, isco) values (?, ?, '5120.1', '5120')")
                    .params(Uuids.next(), person.value())
                    .update();
        }
        choose("1", "WORK", "EDUCATION", "SKILLS");
        assertThat(counter.during(() -> open(path))).hasSize(few);
    }

    private long seen(Actor actor, String table) {
        return village.as(
                actor,
                () -> jdbc.sql("select count(*) from " + table + " where participant_id = ?")
                        .param(person.value())
                        .query(Long.class)
                        .single());
    }

    private String pdf(String language) throws Exception {
        MockHttpServletResponse answer = mvc.perform(
                        get(path + "/" + language + ".pdf").with(village.as(Role.COACH)))
                .andReturn()
                .getResponse();
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .doesNotContain("Sahar");
        try (PDDocument document = Loader.loadPDF(answer.getContentAsByteArray())) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
            return new PDFTextStripper().getText(document);
        }
    }

    private MockHttpServletResponse visit(String address) throws Exception {
        return mvc.perform(get(address).locale(new Locale("nl"))).andReturn().getResponse();
    }

    private Document open(String address) throws Exception {
        MockHttpServletResponse answer = mvc.perform(
                        get(address).with(village.as(Role.COACH)).header("Accept-Language", "nl"))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        assertThat(ValidHtml.check(answer.getContentAsString())).as(address).isEmpty();
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse send(Role role, String address, String... pairs) throws Exception {
        var request = post(address).with(village.as(role)).header("Accept-Language", "nl");
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    /** What a telephone reads in the picture: its squares drawn eight points wide. */
    private static String read(String svg) throws Exception {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+)").matcher(svg);
        assertThat(box.find()).isTrue();
        int size = Integer.parseInt(box.group(1)) * 8;
        int[] points = new int[size * size];
        Arrays.fill(points, 0xFFFFFF);
        Matcher square = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (square.find()) {
            for (int y = 0; y < 8; y++) {
                for (int x = 0; x < 8; x++) {
                    points[
                            (Integer.parseInt(square.group(2)) * 8 + y) * size
                                    + Integer.parseInt(square.group(1)) * 8
                                    + x] = 0;
                }
            }
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, points))))
                .getText();
    }
}
