package nl.meedoen.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The pages of the training, as people use them. */
@MeedoenTest
class TrainingPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Course course;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    StatementCounter counter;

    private Document open(Role role, String path) throws Exception {
        return open(role, path, Locale.ENGLISH);
    }

    private Document open(Role role, String path, Locale language) throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        get(path).with(village.as(role)).locale(language))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return valid(response, path, language);
    }

    private static Document valid(MockHttpServletResponse response, String path, Locale language) throws Exception {
        String html = response.getContentAsString(StandardCharsets.UTF_8);
        Path copy = Path.of(
                "target",
                "pages",
                path.replaceAll("[^a-z]+", "-").replaceAll("-[a-f-]{4,}", "-") + "-" + language + ".html");
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, html);
        assertThat(ValidHtml.check(html)).as(path).isEmpty();
        assertThat(html).as(path).doesNotContain("??");
        return Jsoup.parse(html);
    }

    private MockHttpServletResponse send(Role role, String path, String... pairs) throws Exception {
        var request = post(path).with(village.as(role)).locale(Locale.ENGLISH);
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private UUID workForm(String code) {
        return everything
                .sql("select id from work_form where code = ?")
                .param(code)
                .query(UUID.class)
                .single();
    }

    @Test
    void theLibraryHasSixThemesOfFiveAndCanBeSearched() throws Exception {
        Document all = open(Role.COACH, "/library");
        assertThat(all.select(".theme-head h2")).hasSize(6);
        assertThat(all.select(".theme-forms li")).hasSize(30);
        assertThat(open(Role.TRAINER, "/library?q=interview", new Locale("nl")).select(".theme-forms li"))
                .hasSizeLessThan(30);
        assertThat(open(Role.TRAINER, "/library?map=NETWORK&minutes=45").select(".theme-forms li"))
                .hasSizeBetween(1, 5);
        assertThat(open(Role.TRAINER, "/library?q=zzzz").select(".empty")).hasSize(1);
    }

    @Test
    void aWorkFormIsReadInTheReadersLanguage() throws Exception {
        String path = "/library/" + workForm("proud-of-this");
        assertThat(open(Role.TRAINER, path).select("h1").text()).isEqualTo("This makes me proud");
        Document dutch = open(Role.COACH, path, new Locale("nl"));
        assertThat(dutch.select("h1").text()).isEqualTo("Hier ben ik trots op");
        assertThat(dutch.select(".how-to li")).hasSize(7);
        assertThat(dutch.select("form[action$=/tips]")).isEmpty();
    }

    @Test
    void aTipIsAddedVotedForTakenAwayAndBroughtBack() throws Exception {
        String path = "/library/" + workForm("my-week");
        assertThat(send(Role.TRAINER, path + "/tips", "body", "").getStatus()).isEqualTo(422);
        assertThat(send(Role.TRAINER, path + "/tips", "body", "Begin met een eigen voorbeeld.")
                        .getStatus())
                .isEqualTo(302);
        UUID tip = everything
                .sql("select id from tip where body like 'Begin met%'")
                .query(UUID.class)
                .single();
        for (int twice = 0; twice < 2; twice++) {
            send(Role.COACH, path + "/tips/" + tip + "/vote", "helpful", "true");
        }
        Document page = open(Role.COACH, path);
        assertThat(page.select(".tips li")).hasSize(1);
        assertThat(page.select(".tips button").text()).contains("(1)");
        assertThat(send(Role.NATIONAL_LEAD, path + "/tips/" + tip + "/remove").getStatus())
                .isEqualTo(404);
        send(Role.TRAINER, path + "/tips/" + tip + "/remove");
        assertThat(open(Role.COACH, path).select(".tips li")).isEmpty();
        send(Role.TRAINER, path + "/tips/" + tip + "/restore");
        assertThat(open(Role.COACH, path).select(".tips li")).hasSize(1);
    }

    @Test
    void twoTrainersWhoEditTheSameWorkFormLoseNothing() throws Exception {
        String path = "/library/" + workForm("network-map");
        Document first = open(Role.TRAINER, path + "/edit");
        Document second = open(Role.NATIONAL_LEAD, path + "/edit", new Locale("nl"));
        assertThat(sendForm(Role.TRAINER, path + "/edit", first, "titleNl", "Mijn kring")
                        .getStatus())
                .isEqualTo(302);
        MockHttpServletResponse stale =
                sendForm(Role.NATIONAL_LEAD, path + "/edit", second, "aimNl", "Een ander doel.");
        assertThat(stale.getStatus()).isEqualTo(409);
        Document both = valid(stale, path + "/stale", Locale.ENGLISH);
        assertThat(both.select(".notice--warn").text()).contains("Mijn kring");
        assertThat(both.select("#aimNl").text()).isEqualTo("Een ander doel.");
        assertThat(sendForm(Role.NATIONAL_LEAD, path + "/edit", both, "titleNl", "Mijn kring")
                        .getStatus())
                .isEqualTo(302);
        assertThat(open(Role.COACH, path, new Locale("nl")).select("h1").text()).isEqualTo("Mijn kring");
        assertThat(open(Role.COACH, path + "/editions").select("main details")).hasSize(2);
    }

    /** Sends a form as it stands on a page, with one field changed. */
    private MockHttpServletResponse sendForm(Role role, String path, Document page, String name, String value)
            throws Exception {
        var request = post(path).with(village.as(role)).locale(Locale.ENGLISH);
        page.select("main form [name]").forEach(field -> {
            boolean choice = List.of("radio", "checkbox").contains(field.attr("type"));
            if (choice && !field.hasAttr("checked") || field.attr("name").equals(name)) {
                return;
            }
            String text = "select".equals(field.tagName())
                    ? field.select("option[selected]").val()
                    : "textarea".equals(field.tagName()) ? field.wholeText() : field.val();
            request.param(field.attr("name"), text);
        });
        return mvc.perform(request.param(name, value)).andReturn().getResponse();
    }

    @Test
    void aGroupIsPlannedInOneGo() throws Exception {
        open(Role.COORDINATOR, "/cohorts/new");
        String trainer = village.account(Role.TRAINER).toString();
        String[] form = {
            "location",
            village.alpha.toString(),
            "name",
            "Vrijdaggroep",
            "trainers",
            trainer,
            "startsOn",
            "2026-12-04",
            "startsAt",
            "09:30",
            "endsAt",
            "12:00",
            "place",
            "Bibliotheek",
            "sessions",
            "10",
            "capacity",
            "12"
        };
        MockHttpServletResponse preview = send(Role.COORDINATOR, "/cohorts/preview", form);
        assertThat(preview.getStatus()).isEqualTo(200);
        Document days = valid(preview, "/cohorts/preview", Locale.ENGLISH);
        assertThat(days.select(".day-list li")).hasSize(10);
        assertThat(days.select("#days ~ .note").text())
                .contains("Christmas Day")
                .contains("New Year's Day");

        MockHttpServletResponse planned = send(Role.COORDINATOR, "/cohorts/new", form);
        assertThat(planned.getStatus()).isEqualTo(302);
        Document cohort = open(Role.TRAINER, String.valueOf(planned.getRedirectedUrl()));
        assertThat(cohort.select(".sessions > li")).hasSize(10);
        assertThat(cohort.select(".actions a[href$=/members/add]")).isEmpty();
        String session = cohort.select(".sessions h3 a").first().attr("href");
        assertThat(open(Role.TRAINER, session).select(".theme-forms li")).isNotEmpty();

        MockHttpServletResponse wrong =
                send(Role.COORDINATOR, "/cohorts/new", "name", "Half", "startsAt", "12:00", "endsAt", "11:00");
        assertThat(wrong.getStatus()).isEqualTo(422);
        Document again = valid(wrong, "/cohorts/wrong", Locale.ENGLISH);
        assertThat(again.select("#name").val()).isEqualTo("Half");
        assertThat(again.select("#endsAt-error").text()).contains("after the start");
        assertThat(send(
                                Role.COORDINATOR,
                                "/cohorts/new",
                                "location",
                                village.beta.toString(),
                                "name",
                                "Elders",
                                "trainers",
                                trainer,
                                "startsOn",
                                "2026-12-04",
                                "startsAt",
                                "09:30",
                                "endsAt",
                                "12:00",
                                "place",
                                "X",
                                "sessions",
                                "2",
                                "capacity",
                                "2")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void membersAreFoundAddedRemovedAndBroughtBack() throws Exception {
        CohortId id = course.own("Leden", -7, 1);
        ParticipantId first = village.participant("Farida", "Eerste", village.alpha, Village.OWN_MUNICIPALITY);
        ParticipantId second = village.participant("Goran", "Tweede", village.alpha, Village.OWN_MUNICIPALITY);
        String path = "/cohorts/" + id;
        assertThat(open(Role.COORDINATOR, path + "/members/add?q=tweede").text())
                .contains("Goran Tweede");
        assertThat(open(Role.COORDINATOR, path + "/members/add?q=elders").text())
                .doesNotContain("Celine");
        assertThat(send(Role.COORDINATOR, path + "/members").getStatus()).isEqualTo(422);
        send(Role.COORDINATOR, path + "/members", "participants", first.toString(), "participants", second.toString());
        Document page = open(Role.COORDINATOR, path);
        assertThat(page.select("#members ul.members > li").text()).contains("Farida");
        assertThat(page.select("#members ol.members > li").text()).contains("Goran");
        assertThat(open(Role.TRAINER, path).text()).doesNotContain("Goran").contains("1 on the waiting list");

        String member = path + "/members/" + course.member(id, first);
        open(Role.COORDINATOR, member + "/remove");
        assertThat(send(Role.COORDINATOR, member + "/remove").getStatus()).isEqualTo(422);
        assertThat(send(Role.COORDINATOR, member + "/remove", "reason", "verhuisd")
                        .getStatus())
                .isEqualTo(302);
        assertThat(open(Role.COORDINATOR, path).select("#members ul.members > li"))
                .isEmpty();
        send(Role.COORDINATOR, path + "/members/" + course.member(id, second) + "/seat");
        send(Role.COORDINATOR, member + "/restore");
        assertThat(open(Role.COORDINATOR, path)
                        .select("#members ol.members > li")
                        .text())
                .contains("Farida");
        open(Role.COORDINATOR, path, new Locale("nl"));
    }

    @Test
    void aMovedSessionIsToldToTheTrainerAndListedForTheMembers() throws Exception {
        CohortId id = course.own("Verzet", -7, 12);
        course.join(id, village.amal, false);
        String path = "/sessions/" + course.sessions(id).get(1);
        Document form = open(Role.COORDINATOR, path + "/move");
        String day = village.today().plusDays(16).toString();
        assertThat(send(Role.COORDINATOR, path + "/move", "version", "0", "on", "geen datum")
                        .getStatus())
                .isEqualTo(422);
        long before = letters();
        MockHttpServletResponse moved = send(
                Role.COORDINATOR,
                path + "/move",
                "version",
                form.select("[name=version]").val(),
                "on",
                day,
                "startsAt",
                "13:00",
                "endsAt",
                "15:00",
                "place",
                "Zaal 2",
                "reason",
                "De zaal is dicht");
        assertThat(moved.getStatus()).isEqualTo(302);
        assertThat(letters()).isEqualTo(before + 1);
        Document page = open(Role.TRAINER, path);
        assertThat(page.select("#calls li")).hasSize(1);
        assertThat(page.select("#calls a[href^=tel]").attr("href")).isEqualTo("tel:+31612345678");
        assertThat(page.text()).contains("De zaal is dicht").contains("Zaal 2");
        send(Role.TRAINER, path + "/calls", "told", village.amal.toString());
        assertThat(open(Role.TRAINER, path).select("#calls").text()).contains("Everybody knows");

        MockHttpServletResponse stale = send(
                Role.COORDINATOR,
                path + "/move",
                "version",
                form.select("[name=version]").val(),
                "on",
                day,
                "startsAt",
                "10:00",
                "endsAt",
                "11:00",
                "place",
                "Zaal 3",
                "reason",
                "Toch anders");
        assertThat(stale.getStatus()).isEqualTo(409);
        Document both = valid(stale, "/sessions/move/stale", Locale.ENGLISH);
        assertThat(both.select(".notice--warn").text()).contains("Zaal 2");
        assertThat(both.select("#place").val()).isEqualTo("Zaal 3");
    }

    private long letters() {
        return everything
                .sql("select count(*) from letter where recipient = 'trainer@village.example'")
                .query(Long.class)
                .single();
    }

    @Test
    void aCancelledSessionCanTakePlaceAfterAll() throws Exception {
        CohortId id = course.own("Afgelast", -7, 12);
        course.join(id, village.amal, false);
        String path = "/sessions/" + course.sessions(id).get(0);
        Document form = open(Role.TRAINER, path + "/cancel");
        assertThat(send(
                                Role.TRAINER,
                                path + "/cancel",
                                "version",
                                form.select("[name=version]").val(),
                                "reason",
                                "Trainer is ziek")
                        .getStatus())
                .isEqualTo(302);
        assertThat(open(Role.COORDINATOR, path).text()).contains("Trainer is ziek");
        assertThat(open(Role.COORDINATOR, "/cohorts/" + id).select(".sessions .cancelled"))
                .hasSize(1);
        String calendar = mvc.perform(get("/cohorts/" + id + "/calendar.ics").with(village.as(Role.TRAINER)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(calendar)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("STATUS:CANCELLED")
                .contains("TZID=Europe/Amsterdam")
                .doesNotContain("Amal");
        assertThat(calendar.split("BEGIN:VEVENT", -1)).hasSize(5);
        send(Role.TRAINER, path + "/reinstate");
        assertThat(open(Role.COORDINATOR, path).select(".facts .badge").text()).isEqualTo("Planned");
    }

    @Test
    void theProgrammeOfASessionIsChosenFromTheLibrary() throws Exception {
        CohortId id = course.own("Programma", -7, 12);
        String path = "/sessions/" + course.sessions(id).get(0);
        Document form = open(Role.TRAINER, path + "/edit");
        assertThat(form.select("[name=workForms]")).hasSize(30);
        assertThat(form.select("[name=workForms][checked]")).isNotEmpty();
        assertThat(send(
                                Role.TRAINER,
                                path + "/edit",
                                "version",
                                form.select("[name=version]").val(),
                                "title",
                                "Iets anders",
                                "workForms",
                                workForm("my-week").toString(),
                                "workForms",
                                UUID.randomUUID().toString())
                        .getStatus())
                .isEqualTo(302);
        Document page = open(Role.TRAINER, path);
        assertThat(page.select("h1").text()).isEqualTo("1. Iets anders");
        assertThat(page.select(".theme-forms li")).hasSize(1);
    }

    @Test
    void aMissedSessionIsMadeUpForByOneMore() throws Exception {
        CohortId id = course.own("Inhalen", -7, 12);
        String path = "/cohorts/" + id + "/sessions/new";
        Document form = open(Role.TRAINER, path);
        MockHttpServletResponse taken = sendForm(
                Role.TRAINER,
                path,
                form,
                "on",
                everything
                        .sql("select held_on from session where id = ?")
                        .param(course.sessions(id).get(3).value())
                        .query(String.class)
                        .single());
        assertThat(taken.getStatus()).isEqualTo(422);
        Document again = valid(taken, path, Locale.ENGLISH);
        assertThat(again.select("#on-error").text()).contains("that day already");
        assertThat(sendForm(
                                Role.TRAINER,
                                path,
                                again,
                                "on",
                                village.today().plusDays(60).toString())
                        .getStatus())
                .isEqualTo(302);
        assertThat(open(Role.COORDINATOR, "/cohorts/" + id).select(".sessions > li"))
                .hasSize(5);
    }

    @Test
    void noPageAsksMoreOftenWhenThereIsMoreToShow() throws Exception {
        CohortId one = course.own("Eén lid", 14, 12);
        CohortId two = course.own("Twee leden", 14, 12);
        course.join(one, village.amal, false);
        course.join(two, village.amal, false);
        course.join(two, village.bahar, false);
        for (String suffix : List.of("", "/members/add")) {
            assertThat(statements("/cohorts/" + two + suffix))
                    .as(suffix)
                    .isEqualTo(statements("/cohorts/" + one + suffix))
                    .isLessThan(12);
        }
        for (String suffix : List.of("", "/attendance", "/attendance/list")) {
            assertThat(statements("/sessions/" + course.sessions(two).get(0) + suffix))
                    .as(suffix)
                    .isEqualTo(statements("/sessions/" + course.sessions(one).get(0) + suffix))
                    .isLessThan(12);
        }
    }

    private int statements(String path) throws Exception {
        return counter.during(() -> open(Role.COORDINATOR, path)).size();
    }

    @Test
    void attendanceIsOneScreenThatMaySafelyBeSentTwice() throws Exception {
        CohortId id = course.own("Aanwezig", 14, 12);
        course.join(id, village.amal, false);
        course.join(id, village.bahar, false);
        String path = "/sessions/" + course.sessions(id).get(0) + "/attendance";
        Document screen = open(Role.TRAINER, path);
        Document other = open(Role.COORDINATOR, path, new Locale("nl"));
        assertThat(screen.select(".attendance > li")).hasSize(2);
        assertThat(screen.select("[checked]")).isEmpty();
        String amal = "marks[" + village.amal + "]";
        String late = "minutes[" + village.amal + "]";
        assertThat(send(Role.TRAINER, path, amal, "LATE", late, "veel").getStatus())
                .isEqualTo(422);
        assertThat(sendForm(Role.TRAINER, path, screen, amal, "PRESENT").getStatus())
                .isEqualTo(302);
        assertThat(sendForm(Role.TRAINER, path, screen, amal, "PRESENT").getStatus())
                .as("the same form again is taken for what it is")
                .isEqualTo(303);
        assertThat(send(Role.TRAINER, path, amal, "PRESENT").getStatus()).isEqualTo(302);
        assertThat(open(Role.TRAINER, path).select("input[checked]").val()).isEqualTo("PRESENT");

        MockHttpServletResponse stale = sendForm(Role.COORDINATOR, path, other, amal, "ABSENT");
        assertThat(stale.getStatus()).isEqualTo(409);
        Document both = valid(stale, path + "/stale", Locale.ENGLISH);
        assertThat(both.select(".disputed .their-mark").text())
                .contains("trainer One")
                .contains("Present");
        assertThat(both.select(".disputed input[checked]").val()).isEqualTo("ABSENT");
        assertThat(sendForm(Role.COORDINATOR, path, both, "x", "y").getStatus()).isEqualTo(302);
        assertThat(open(Role.TRAINER, path).select("input[checked]").val()).isEqualTo("ABSENT");

        Document list = open(Role.TRAINER, path + "/list", new Locale("nl"));
        assertThat(list.select(".sign tbody tr")).hasSize(4);
        assertThat(list.select(".sign").text()).contains("Amal Voorbeeld");
    }

    @Test
    void theDossierTabShowsTheTrainingToWhoMaySeeIt() throws Exception {
        CohortId id = course.own("Tabgroep", 14, 12);
        course.join(id, village.amal, false);
        String path = "/sessions/" + course.sessions(id).get(0) + "/attendance";
        send(
                Role.TRAINER,
                path,
                "marks[" + village.amal + "]",
                "EXCUSED",
                "reasons[" + village.amal + "]",
                "naar de tandarts");
        for (Role role : List.of(Role.COORDINATOR, Role.COACH, Role.TRAINER)) {
            Document tab = open(role, "/participants/" + village.amal + "/training");
            assertThat(tab.text()).as(role.name()).contains("Tabgroep").contains("naar de tandarts");
            assertThat(tab.select("a[href=/cohorts/" + id + "]").isEmpty()).isEqualTo(role == Role.COACH);
        }
    }

    @Test
    void theListOfGroupsShowsOnlyTheOwnOnes() throws Exception {
        course.own("Lopende groep", 7, 12);
        course.foreign("Groep van elders", 7);
        for (Role role : List.of(Role.COORDINATOR, Role.TRAINER)) {
            Document list = open(role, "/cohorts?state=running&q=groep");
            assertThat(list.text()).contains("Lopende groep").doesNotContain("Groep van elders");
        }
        assertThat(open(Role.COORDINATOR, "/cohorts?q=bestaat+niet", new Locale("nl"))
                        .select(".empty"))
                .hasSize(1);
        assertThat(open(Role.COORDINATOR, "/cohorts?state=ended&after=onzin")
                        .select("h1")
                        .text())
                .isEqualTo("Groups");
    }
}
