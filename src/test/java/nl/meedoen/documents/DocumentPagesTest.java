package nl.meedoen.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.documents.content.Papers;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

@MeedoenTest
class DocumentPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Folder folder;

    @Autowired
    Documents documents;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    StatementCounter statements;

    private ParticipantId person;
    private String path;

    @BeforeEach
    void somebody() {
        person = village.participant("Hawa", "Map", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, village.account(Role.COACH));
        path = "/participants/" + person + "/documents";
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(address).with(village.as(Role.COORDINATOR)).locale(Locale.ENGLISH))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private MockMultipartHttpServletRequestBuilder upload(String to, MockMultipartFile... files) {
        MockMultipartHttpServletRequestBuilder request = multipart(to);
        for (MockMultipartFile file : files) {
            request.file(file);
        }
        request.with(village.as(Role.COACH)).locale(Locale.ENGLISH);
        return request;
    }

    private static MockMultipartFile file(String name, byte[] bytes) {
        return new MockMultipartFile("files", name, "application/x-anything", bytes);
    }

    private int count() {
        return everything
                .sql("select count(*) from document where participant_id = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void everyPageIsValidHtml() throws Exception {
        valid(path, path + "/new");
        UUID document = folder.document(person, DocumentKind.DIPLOMA, "Diploma <lassen> & \"snijden\"");
        UUID other = folder.document(person, DocumentKind.CV, "Cv");
        Actor actor = village.actor(Role.COORDINATOR);
        village.run(actor, () -> documents.replace(actor, person, document, 0, folder.pdf("Nieuwer")));
        village.run(actor, () -> documents.remove(actor, person, other, "Niet nodig"));
        valid(
                path,
                path + "?kind=DIPLOMA",
                path + "?kind=CV",
                path + "?removed=true",
                path + "/" + document,
                path + "/" + document + "/edit",
                path + "/" + document + "/replace",
                path + "/" + document + "/remove",
                path + "/" + other);
    }

    private void valid(String... addresses) throws Exception {
        for (String address : addresses) {
            String html = mvc.perform(get(address).with(village.as(Role.COORDINATOR)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(ValidHtml.check(html)).as(address).isEmpty();
        }
    }

    @Test
    void aCoachPutsTwoFilesInAndFindsThem() throws Exception {
        mvc.perform(upload(
                                path + "/new",
                                file("../Cv Hawa.exe", Papers.pdf("Cv")),
                                file("foto.jpg", Papers.picture("png", 40, 30)))
                        .param("kind", "CV")
                        .param("noIdentity", "true"))
                .andExpect(redirectedUrl(path));
        assertThat(page(path).select("tbody th").eachText()).containsExactlyInAnyOrder("Cv Hawa", "foto");
    }

    @Test
    void whatIsWrongIsSaidAtItsBoxAndWhatWasTypedStays() throws Exception {
        Document page = Jsoup.parse(mvc.perform(upload(path + "/new", file("Paspoort.pdf", Papers.pdf("a")))
                        .param("title", "Mijn papier")
                        .param("note", "BSN 123456782")
                        .param("datedOn", village.today().plusDays(1).toString()))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("#files-error").text()).contains("may not keep");
        assertThat(page.select("#kind-error").text()).isNotEmpty();
        assertThat(page.select("#note-error").text()).isNotEmpty();
        assertThat(page.select("#datedOn-error").text()).isNotEmpty();
        assertThat(page.select("#noIdentity-error").text()).isNotEmpty();
        assertThat(page.select("#title").val()).isEqualTo("Mijn papier");
        assertThat(count()).isZero();
    }

    @Test
    void oneBadFileKeepsAllOfThemOut() throws Exception {
        Document page = Jsoup.parse(mvc.perform(upload(
                                path + "/new",
                                file("goed.pdf", Papers.pdf("a")),
                                file("slecht.pdf", "MZ program".getBytes(StandardCharsets.US_ASCII)))
                        .param("kind", "CV")
                        .param("noIdentity", "true"))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("#files-error").text()).contains("slecht: We do not keep this kind of file");
        assertThat(count()).isZero();
    }

    @Test
    void aFormThatIsSentTwiceCountsOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            mvc.perform(upload(path + "/new", file("a.pdf", Papers.pdf("a")))
                    .param("kind", "CV")
                    .param("noIdentity", "true")
                    .param("_key", key));
        }
        assertThat(count()).isOne();
    }

    @Test
    void aFileIsADownloadAndCanDoNothingInABrowser() throws Exception {
        UUID document = folder.document(person, DocumentKind.CV, "Überführung \"1\"");
        String file = path + "/" + document + "/files/" + folder.file(document);
        mvc.perform(get(file).with(village.as(Role.COACH)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string(
                                "Content-Disposition",
                                org.hamcrest.Matchers.allOf(
                                        org.hamcrest.Matchers.startsWith("attachment; "),
                                        org.hamcrest.Matchers.containsString(
                                                "filename*=UTF-8''%C3%9Cberf%C3%BChrung%201.pdf"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", org.hamcrest.Matchers.endsWith("sandbox")))
                .andExpect(header().string("Cache-Control", "no-store"));
        byte[] picture = mvc.perform(get(file + "/pages/1").with(village.as(Role.COACH)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/jpeg"))
                .andExpect(header().string("Content-Security-Policy", org.hamcrest.Matchers.endsWith("sandbox")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(picture).startsWith(0xFF, 0xD8);
        mvc.perform(get(file + "/pages/2").with(village.as(Role.COACH))).andExpect(status().isNotFound());
    }

    @Test
    void aFileOfAnotherDocumentOrPersonIsNotFoundUnderThisOne() throws Exception {
        UUID mine = folder.document(person, DocumentKind.CV, "Cv");
        UUID amals = folder.document(village.amal, DocumentKind.CV, "Cv");
        for (String address : List.of(
                path + "/" + amals,
                path + "/" + amals + "/files/" + folder.file(amals),
                path + "/" + mine + "/files/" + folder.file(amals))) {
            mvc.perform(get(address).with(village.as(Role.COORDINATOR))).andExpect(status().isNotFound());
        }
    }

    @Test
    void anOldPageChangesNothingAndBothTextsAreShown() throws Exception {
        UUID document = folder.document(person, DocumentKind.CV, "Cv");
        Actor actor = village.actor(Role.COORDINATOR);
        village.run(
                actor,
                () -> documents.describe(
                        actor, person, document, 0, new DocumentText(DocumentKind.CV, "Van een ander", null, null)));
        Map<String, String> boxes = Map.of("kind", "CV", "title", "Van mij", "version", "0");
        var request = post(path + "/" + document + "/edit").with(village.as(Role.COORDINATOR));
        boxes.forEach(request::param);
        Document page = Jsoup.parse(mvc.perform(request)
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select(".notice").text()).contains("Van een ander");
        assertThat(page.select("#title").val()).isEqualTo("Van mij");
        assertThat(page.select("input[name=version]").val()).isEqualTo("1");
    }

    @Test
    void removingAsksWhyAndCanBeTakenBack() throws Exception {
        UUID document = folder.document(person, DocumentKind.CV, "Cv");
        String address = path + "/" + document;
        mvc.perform(post(address + "/remove").with(village.as(Role.COORDINATOR)))
                .andExpect(status().is(422));
        mvc.perform(post(address + "/remove").with(village.as(Role.COORDINATOR)).param("reason", "Verkeerd"))
                .andExpect(redirectedUrl(path));
        assertThat(page(path).select("tbody th")).isEmpty();
        assertThat(page(path + "?removed=true").select("tbody th").eachText()).containsExactly("Cv");
        mvc.perform(post(address + "/restore").with(village.as(Role.COORDINATOR)))
                .andExpect(redirectedUrl(path));
        assertThat(page(path).select("tbody th").eachText()).containsExactly("Cv");
    }

    @Test
    void aLongListIsTurnedAndCostsNoMoreStatements() throws Exception {
        UUID first = folder.document(person, DocumentKind.CV, "Cv");
        int few = statements.during(() -> page(path)).size();
        for (int i = 0; i < 30; i++) {
            everything.sql("""
                            with d as (insert into document (id, participant_id, kind, title, added_at)
                                select gen_random_uuid(), participant_id, 'OTHER', title, added_at - make_interval(hours => ?)
                                from document where id = ? returning id)
                            insert into document_file (id, document_id, number, name, type, size, key, uploaded_by, uploaded_at)
                            select gen_random_uuid(), d.id, 1, f.name, f.type, f.size, f.key, f.uploaded_by, f.uploaded_at
                            from d, document_file f where f.document_id = ?
                            """).params(i + 1, first, first).update();
        }
        assertThat(statements.during(() -> page(path))).hasSize(few);
        Document page = page(path);
        assertThat(page.select("tbody tr")).hasSize(25);
        assertThat(page(page.select("a[rel=next]").attr("href")).select("tbody tr"))
                .hasSize(6);
        assertThat(page(path + "?kind=OTHER").select(".views a[aria-current]").text())
                .contains("30");
    }

    @Test
    void theListIsAFileAndTheExportIsInTheTrail() throws Exception {
        folder.document(person, DocumentKind.CV, "Cv");
        mvc.perform(get(path + "/export").with(village.as(Role.COACH)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.containsString(".xlsx")));
        assertThat(everything
                        .sql(
                                "select count(*) from trail where subject = 'documents' and subject_id = ? and action = 'EXPORTED'")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }
}
