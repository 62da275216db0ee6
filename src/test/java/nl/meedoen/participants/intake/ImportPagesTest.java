package nl.meedoen.participants.intake;

import static nl.meedoen.participants.intake.ImportOffice.IMPORT;
import static nl.meedoen.participants.intake.ImportOffice.checked;
import static nl.meedoen.participants.intake.ImportOffice.csv;
import static nl.meedoen.participants.intake.ImportOffice.tab;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.meedoen.participants.intake.file.FileFormat;
import nl.meedoen.participants.intake.file.RegistrationFile;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A file from the municipality, from the first page to the list of participants. */
@MeedoenTest
class ImportPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    private ImportOffice office;

    @BeforeEach
    void begin() {
        office = new ImportOffice(mvc, village, everything);
    }

    @Test
    void theExampleIsSeenThroughBeforeAnybodyIsEnrolled() throws Exception {
        String batch = office.brought("aanmeldingen-voorbeeld.csv", ImportOffice.example());
        Document page = office.page(batch);
        assertThat(tab(page, "")).isEqualTo(62);
        assertThat(tab(page, "ready")).isEqualTo(55);
        assertThat(tab(page, "double")).isEqualTo(2);
        assertThat(tab(page, "refused")).isEqualTo(4);
        assertThat(tab(page, "skipped")).isEqualTo(1);
        assertThat(page.select("#row-5").text()).contains("Abdulrahman bin Ali");
        assertThat(office.participants()).isZero();

        Document refused = office.page(batch + "?tab=refused");
        assertThat(refused.select("tbody[id^=row]")).hasSize(4);
        assertThat(refused.text()).contains("Date of birth ‘31-02-1990’").doesNotContain("111222333");
        assertThat(office.page(batch + "?tab=skipped").text()).contains("row 5 says the same");
        Document second = office.page(batch + "?after=26");
        assertThat(second.select("#row-27")).isNotEmpty();
        assertThat(office.page(batch + "?before=27").select("tbody[id^=row]")).hasSize(25);
    }

    @Test
    void theExampleIsReadInAndTheSecondTimeNothingIsAdded() throws Exception {
        String batch = office.brought("aanmeldingen-voorbeeld.csv", ImportOffice.example());
        Document twins = office.page(batch + "?tab=double");
        assertThat(twins.select("#row-62").text())
                .contains("Mohammed Haddad")
                .contains("Row 44")
                .contains("Same phone number");
        office.sent(batch + "/rows/62/decision", "answer", "row:44", "tab", "double");
        office.sent(batch + "/rows/63/decision", "answer", "other");
        office.readIn(batch);

        Document result = office.page(batch);
        assertThat(result.select(".notice--ok").text()).contains("56 participants were enrolled");
        assertThat(tab(result, "enrolled")).isEqualTo(56);
        assertThat(office.participants()).isEqualTo(56);
        assertThat(result.selectFirst("#row-2 a[href^=/participants/]").attr("href"))
                .satisfies(dossier -> assertThat(office.page(dossier).text()).contains("Shirin Hosseini"));
        assertThat(tab(result, "present")).isZero();

        String again = office.brought("nog-eens.csv", ImportOffice.example());
        assertThat(again).isNotEqualTo(batch);
        Document second = office.page(again);
        assertThat(second.text()).contains("This file was read in before");
        assertThat(tab(second, "present")).isEqualTo(58);
        assertThat(tab(second, "refused")).isEqualTo(4);
        assertThat(second.select("#row-2").text()).contains("This registration was read in before: VIP-");
        assertThat(second.select("form.save-bar")).isEmpty();
        office.readIn(again);
        assertThat(office.participants()).isEqualTo(56);

        String shuffled = office.brought("andersom.xlsx", ImportOffice.exampleAsWorkbook());
        Document third = office.page(shuffled);
        assertThat(tab(third, "present")).isEqualTo(58);
        assertThat(tab(third, "ready") + tab(third, "double")).isZero();
    }

    @Test
    void theErrorFileIsInTheSendersOwnFormat() throws Exception {
        String batch = office.brought("fout.csv", ImportOffice.example());
        MockHttpServletResponse csv = office.open(batch + "/errors");
        assertThat(csv.getHeader("Content-Disposition")).contains("fout-errors.csv");
        RegistrationFile errors = RegistrationFile.read(csv.getContentAsByteArray());
        assertThat(errors.format()).isEqualTo(new FileFormat(FileFormat.Kind.CSV, ';', StandardCharsets.UTF_8, true));
        assertThat(errors.sheet().rows()).hasSize(4);
        assertThat(errors.sheet().headings()).endsWith("Opmerking", "Reason");

        String workbook = office.brought("fout.xlsx", ImportOffice.exampleAsWorkbook());
        RegistrationFile sheet =
                RegistrationFile.read(office.open(workbook + "/errors").getContentAsByteArray());
        assertThat(sheet.format().kind()).isEqualTo(FileFormat.Kind.XLSX);
        assertThat(sheet.sheet().rows()).hasSize(4);
    }

    @Test
    void anUnknownPlaceIsAskedForOnce() throws Exception {
        String batch = office.brought(
                "plaatsen.csv",
                csv(
                        "Naam;Gemeente",
                        "Een Persoon;Grunnen",
                        "Twee Persoon;grunnen",
                        "Drie Persoon;Leek",
                        "Vier Persoon;",
                        "Vijf Persoon;Assen"));
        Document page = office.page(batch + "?tab=question");
        assertThat(page.select("tbody[id^=row]")).hasSize(3);
        assertThat(page.select("#row-2").text()).contains("Which municipality is ‘Grunnen’?");

        Document search = office.page(batch + "?tab=question&asked=2&q=gronin");
        assertThat(search.select("#q-2").val()).isEqualTo("gronin");
        assertThat(search.select("#row-2 input[value=GM0014]")).hasSize(1);

        MockHttpServletResponse empty = office.send(batch + "/rows/2/place");
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(checked(empty).select("#error-2").text()).contains("Choose a municipality");

        office.sent(batch + "/rows/2/place", "municipality", "GM0014", "everywhere", "true");
        Document answered = office.page(batch);
        assertThat(tab(answered, "ready")).isEqualTo(4);
        assertThat(tab(answered, "question")).isEqualTo(1);
        office.sent(batch + "/rows/3/again");
        assertThat(tab(office.page(batch), "question")).isEqualTo(2);
        office.sent(batch + "/rows/3/place", "municipality", "leave");
        office.readIn(batch);
        assertThat(office.participants()).isEqualTo(3);

        Document rest = office.page(batch);
        assertThat(rest.select(".notice--ok").text()).contains("1 row still waits for an answer");
        office.sent(batch + "/rows/5/place", "municipality", "GM0106");
        office.readIn(batch);
        assertThat(office.participants()).isEqualTo(4);
        assertThat(everything
                        .sql("select municipality_code from participant where location_id = ? order by sort_name")
                        .param(office.location.value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("GM0014", "GM1969", "GM0106", "GM0106");
    }

    @Test
    void columnsThatAreNotUnderstoodAreChosenByHand() throws Exception {
        String columns = office.brought(
                "kolommen.csv", csv("Kandidate;Wie;Extra", "Anna;Proef;111222333", "Bert;Proef;", "Chris;Proef;"));
        assertThat(columns).endsWith("/columns");
        Document page = office.page(columns);
        assertThat(page.text()).contains("We find no column with a name").doesNotContain("111222333");

        MockHttpServletResponse none = office.send(columns);
        assertThat(none.getStatus()).isEqualTo(422);
        assertThat(checked(none).select(".errors").text()).contains("at least one column with a name");
        MockHttpServletResponse twice = office.send(columns, "column-0", "SURNAME", "column-1", "SURNAME");
        assertThat(checked(twice).select("#column-1-error").text()).contains("another column too");

        office.sent(columns, "column-0", "GIVEN_NAMES", "column-1", "SURNAME", "municipality", "GM0106");
        String batch = columns.replace("/columns", "");
        Document checked = office.page(batch);
        assertThat(tab(checked, "ready")).isEqualTo(2);
        assertThat(tab(checked, "refused")).isEqualTo(1);
        assertThat(checked.select("#row-3").text()).contains("Bert Proef").contains("Assen");
    }

    @Test
    void whoIsThereAlreadyIsLaidBesideTheRow() throws Exception {
        office.sent(
                "/participants/new",
                "givenNames",
                "Muhammad",
                "surname",
                "Hadad",
                "birthDay",
                "17",
                "birthMonth",
                "12",
                "birthYear",
                "1977",
                "municipality",
                "GM0014");
        String batch = office.brought(
                "dubbel.csv",
                csv("Voornaam;Achternaam;Geboortedatum;Gemeente", "محمد;حداد;17-12-1977;Assen", "A;B;1990;Assen"));
        Document page = office.page(batch + "?tab=double");
        assertThat(page.select(".compare").text()).contains("17 December 1977").contains("Same date of birth");
        assertThat(checked(office.send(batch + "/rows/2/decision"))
                        .select("#error-2")
                        .text())
                .contains("Choose");
        String answer = page.select("input[name=answer]").first().val();
        office.sent(batch + "/rows/2/decision", "answer", answer);
        assertThat(office.page(batch).select("#row-2").text()).contains("the same person as VIP-");
        office.readIn(batch);
        assertThat(office.participants()).isEqualTo(2);

        String later = office.brought(
                "later.csv", csv("Voornaam;Achternaam;Geboortedatum;Gemeente", "محمد;حداد;17-12-1977;Assen"));
        assertThat(tab(office.page(later), "present")).isEqualTo(1);
    }

    @Test
    void whatIsNoListIsRefusedWithASentence() throws Exception {
        assertThat(refusal("plaat.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}))
                .contains("cannot read this file");
        assertThat(refusal("leeg.csv", new byte[0])).contains("Choose a file first");
        assertThat(refusal("111222333.csv", csv("Voornaam;Gemeente", "A;Assen")))
                .contains("citizen service number");
        assertThat(office.page(IMPORT).select("#earlier")).isEmpty();
    }

    private String refusal(String name, byte[] content) throws Exception {
        MockHttpServletResponse response = office.bring(name, content);
        assertThat(response.getStatus()).isEqualTo(422);
        return checked(response).select("#file-error").text();
    }

    @Test
    void aFileThatWaitsIsNotTakenTwiceAndCanBeThrownAway() throws Exception {
        byte[] file = csv("Voornaam;Gemeente", "Een;Assen", "Twee;Assen");
        String batch = office.brought("wacht.csv", file);
        assertThat(office.brought("wacht.csv", file)).isEqualTo(batch);
        assertThat(office.page(IMPORT).select("tbody tr")).hasSize(1);
        office.sent(batch + "/discard");
        assertThat(office.open(batch).getStatus()).isEqualTo(404);
        assertThat(everything
                        .sql("select count(*) from import_row r where r.batch_id = cast(? as uuid)")
                        .param(batch.substring(batch.lastIndexOf('/') + 1))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theExampleToDownloadIsItselfUnderstood() throws Exception {
        byte[] example = office.open(IMPORT + "/example.csv").getContentAsByteArray();
        Document page = office.page(office.brought("voorbeeld.csv", example));
        assertThat(tab(page, "ready")).isEqualTo(2);
        assertThat(page.select("td ul")).isEmpty();
    }

    @Test
    void theLawfulNumberIsNowhere() throws Exception {
        String batch = office.brought("bsn.csv", ImportOffice.example());
        office.sent(batch + "/columns", everyColumn());
        office.readIn(batch);
        List<String> texts = everything.sql("""
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema = 'public' and data_type in ('text', 'character varying', 'jsonb', 'ARRAY')
                        """).query(String.class).list();
        assertThat(texts).hasSizeGreaterThan(100);
        for (String text : texts) {
            String[] parts = text.split("\\.");
            Integer found = everything
                    .sql("select count(*) from \"%s\" where \"%s\"::text like '%%111222333%%'"
                            .formatted(parts[0], parts[1]))
                    .query(Integer.class)
                    .single();
            assertThat(found).as(text).isZero();
        }
        assertThat(office.open(batch + "/errors").getContentAsString()).doesNotContain("111222333");
        assertThat(everything
                        .sql("select count(*) from import_batch where id = cast(? as uuid) and sheet is not null")
                        .param(batch.substring(batch.lastIndexOf('/') + 1))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static String[] everyColumn() {
        List<String> fields = List.of(
                "GIVEN_NAMES",
                "SURNAME",
                "BIRTH_DATE",
                "GENDER",
                "COUNTRY",
                "LANGUAGE",
                "MUNICIPALITY",
                "PHONE",
                "EMAIL",
                "LANGUAGE_LEVEL",
                "BENEFIT",
                "LEARNING_ROUTE",
                "CLIENT_NUMBER",
                "REMARK");
        String[] pairs = new String[fields.size() * 2];
        for (int i = 0; i < fields.size(); i++) {
            pairs[2 * i] = "column-" + i;
            pairs[2 * i + 1] = fields.get(i);
        }
        return pairs;
    }
}
