package nl.meedoen.notices.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.AppointmentId;
import nl.meedoen.plans.Appointments;
import nl.meedoen.plans.text.AppointmentText;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A calendar under a secret address: what stands in it, for whom, and until when. */
@MeedoenTest
class FeedTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    Appointments appointments;

    private AccountId coach;
    private ParticipantId person;
    private Actor actor;
    private AppointmentId appointment;

    @BeforeEach
    void aCoachWithAnAppointment() {
        coach = village.account(Role.COACH, "feed" + UUID.randomUUID(), village.alpha, Village.OWN_MUNICIPALITY);
        person = village.participant("Voornaampje", "Achternaampje", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, coach);
        actor = new Actor(coach, "Coach", Role.COACH, Set.of(Role.COACH), Set.of(), Set.of());
        LocalDateTime at = village.today().plusDays(5).atTime(10, 30);
        String title = "Een heel lange naam voor een afspraak, met een komma; én een puntkomma, voor het vouwen";
        appointment = village.as(
                actor, () -> appointments.make(actor, person, new AppointmentText(at, 45, title, "Bibliotheek")));
    }

    private String made() throws Exception {
        String html = mvc.perform(post("/account/notices/calendar").with(village.signIn(coach)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(ValidHtml.check(html)).noneMatch(finding -> !finding.contains("Trailing slash"));
        return Jsoup.parse(html).select("#address").val().replaceFirst("^https?://[^/]+", "");
    }

    private MockHttpServletResponse ask(String path) throws Exception {
        return ask(path, "10.1.1.1");
    }

    private MockHttpServletResponse ask(String path, String from) throws Exception {
        return mvc.perform(get(URI.create(path)).with(request -> {
                    request.setRemoteAddr(from);
                    return request;
                }))
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String unfolded(String file) {
        return file.replace("\r\n ", "");
    }

    @Test
    void itHoldsWhatIsOwnWithFirstNamesInTheFormOfTheStandard() throws Exception {
        everything.sql("""
                        insert into review (id, enrolment_id, participant_id, kind, due_on, state)
                        select gen_random_uuid(), e.id, e.participant_id, 'REGULAR', ?, 'PLANNED'
                        from enrolment e where e.participant_id = ?
                        """).params(village.today().plusDays(9), person.value()).update();
        MockHttpServletResponse response = ask(made());
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).startsWith("text/calendar");
        String file = text(response);
        assertThat(file).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(Arrays.stream(file.split("\r\n")))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .noneMatch(line -> line.contains("\n"));
        assertThat(unfolded(file))
                .contains(
                        "UID:" + appointment + "@meedoen\r\nDTSTAMP:",
                        "SEQUENCE:0",
                        "SUMMARY:Voornaampje: Een heel lange naam voor een afspraak\\, met een komma\\; én",
                        "LOCATION:Bibliotheek",
                        "STATUS:CONFIRMED",
                        "SUMMARY:Voornaampje: evaluatie",
                        "DTSTART;VALUE=DATE:")
                .doesNotContain("Achternaampje");
        assertThat(response.getHeader("Cache-Control")).contains("private");
    }

    @Test
    void whatWasCancelledSaysSoWithAHigherSequence() throws Exception {
        String path = made();
        village.run(actor, () -> appointments.cancel(actor, person, appointment));
        String file = unfolded(text(ask(path)));
        assertThat(file)
                .contains("UID:" + appointment + "@meedoen", "STATUS:CANCELLED")
                .doesNotContain("SEQUENCE:0");
    }

    @Test
    void itIsNotSentAgainUntilSomethingChanges() throws Exception {
        String path = made();
        String mark = ask(path).getHeader("ETag");
        assertThat(mark).isNotNull();
        MockHttpServletResponse same = mvc.perform(get(URI.create(path)).header("If-None-Match", mark))
                .andReturn()
                .getResponse();
        assertThat(same.getStatus()).isEqualTo(304);
        assertThat(same.getContentAsByteArray()).isEmpty();
        village.run(actor, () -> appointments.cancel(actor, person, appointment));
        assertThat(mvc.perform(get(URI.create(path)).header("If-None-Match", mark))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void onlyTheNewestAddressWorksAndNoneAfterItWasEnded() throws Exception {
        String first = made();
        String second = made();
        assertThat(first).isNotEqualTo(second);
        assertThat(ask(first, "10.1.1.2").getStatus()).isEqualTo(404);
        assertThat(ask(second, "10.1.1.2").getStatus()).isEqualTo(200);
        String page = mvc.perform(get("/account/notices").with(village.signIn(coach)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).as("shown once").doesNotContain(second);
        mvc.perform(post("/account/notices/calendar/end").with(village.signIn(coach)));
        assertThat(ask(second, "10.1.1.2").getStatus()).isEqualTo(404);
    }

    @Test
    void whoIsBlockedOrLostTheRoleOrThePersonShowsNothing() throws Exception {
        String path = made();
        everything
                .sql("delete from reach where participant_id = ?")
                .param(person.value())
                .update();
        assertThat(text(ask(path))).doesNotContain("BEGIN:VEVENT");
        village.group(person, coach); // reached again, but not as a coach
        assertThat(text(ask(path))).doesNotContain("BEGIN:VEVENT");
        everything
                .sql("update account_role set role = 'ADMINISTRATOR' where account_id = ?")
                .param(coach.value())
                .update();
        assertThat(text(ask(path))).doesNotContain("BEGIN:VEVENT");
        everything
                .sql("update account set status = 'BLOCKED' where id = ?")
                .param(coach.value())
                .update();
        assertThat(ask(path, "10.1.1.3").getStatus()).isEqualTo(404);
    }

    @Test
    void theSecretIsNotKept() throws Exception {
        String secret = made().replaceAll("^/calendar/|\\.ics$", "");
        assertThat(secret).hasSize(43);
        assertThat(everything
                        .sql("select count(*) from calendar_feed where account_id = ?"
                                + " and secret_hash = sha256(convert_to(?, 'UTF8'))")
                        .params(coach.value(), secret)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void askingTooOftenIsStoppedForOneCalendarAndForOnePlaceThatGuesses() throws Exception {
        String path = made();
        List<Integer> answers = java.util.stream.IntStream.rangeClosed(0, FeedAddresses.MOST_A_MINUTE)
                .mapToObj(n -> status(path, "10.1.1.4"))
                .toList();
        assertThat(answers.subList(0, FeedAddresses.MOST_A_MINUTE)).containsOnly(200);
        assertThat(answers.get(FeedAddresses.MOST_A_MINUTE)).isEqualTo(429);

        String guesser = "10.2.3.4";
        for (int i = 0; i < FeedAddresses.MOST_MISSES; i++) {
            assertThat(status("/calendar/" + UUID.randomUUID() + ".ics", guesser))
                    .isEqualTo(404);
        }
        assertThat(status("/calendar/" + UUID.randomUUID() + ".ics", guesser)).isEqualTo(429);
        assertThat(status("/calendar/" + UUID.randomUUID() + ".ics", "10.2.3.5"))
                .isEqualTo(404);
    }

    private int status(String path, String from) {
        try {
            return ask(path, from).getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
