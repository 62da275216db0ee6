package nl.meedoen.notices.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.desk.Attention;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What is counted in more than one place has the same count in each of them. */
@MeedoenTest
class SameCountsTest {

    private static final int MANY = Attention.MOST + 5;

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    private AccountId coordinator;
    private AccountId coach;
    private LocationId place;

    @BeforeEach
    void aLocationOfItsOwn() {
        String suffix = UUID.randomUUID().toString();
        place = new LocationId(Uuids.next());
        everything
                .sql("insert into location values (?, ?, ?)")
                .params(place.value(), village.north.value(), "Telplaats " + suffix)
                .update();
        coordinator = village.account(Role.COORDINATOR, "counts" + suffix, place, Village.OWN_MUNICIPALITY);
        coach = village.account(Role.COACH, "counts" + suffix, place, Village.OWN_MUNICIPALITY);
    }

    private void silent(int people) {
        for (int i = 0; i < people; i++) {
            ParticipantId person = village.participant("Stil" + i, "Geteld", place, Village.OWN_MUNICIPALITY);
            village.assign(person, coach);
            everything
                    .sql("update glance set last_contact_on = ? where participant_id = ?")
                    .params(village.today().minusDays(40), person.value())
                    .update();
        }
    }

    private Document page(AccountId who, String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(village.signIn(who)))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private int onToday(AccountId who) throws Exception {
        Element head = page(who, "/today").select("section.goal:has(details.later)").stream()
                .filter(group -> group.select("h2").text().equals("Geen contact"))
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(head.select("header .badge").text());
    }

    private int putAway(AccountId who) throws Exception {
        return page(who, "/today")
                .select("[aria-labelledby=put-away] .tasks > li")
                .size();
    }

    private int aboveTheList(AccountId who) throws Exception {
        return Integer.parseInt(page(who, "/participants")
                .select("ul.attention a[href$='attention=silent'] b")
                .text());
    }

    @Test
    void whoIsSilentOnTodayIsSilentInTheList() throws Exception {
        silent(3);
        for (AccountId who : new AccountId[] {coach, coordinator}) {
            assertThat(onToday(who)).isEqualTo(3);
            assertThat(aboveTheList(who)).isEqualTo(3);
            assertThat(page(who, "/participants?attention=silent").select("table tbody tr"))
                    .hasSize(3);
        }
    }

    @Test
    void whatIsPutAwayIsCountedApartAndTheListKeepsCountingPeople() throws Exception {
        silent(3);
        Document today = page(coach, "/today");
        String item = today.select("input[name=item]").val();
        int all = number(today);
        mvc.perform(post("/today/snooze")
                .with(village.signIn(coach))
                .param("item", item)
                .param("until", village.today().plusDays(2).toString()));
        assertThat(onToday(coach) + putAway(coach)).isEqualTo(aboveTheList(coach));
        assertThat(putAway(coach)).isOne();
        assertThat(number(page(coach, "/today"))).isEqualTo(all - 1);
        assertThat(onToday(coordinator)).as("somebody else's day").isEqualTo(3);
    }

    @Test
    void moreThanAPageHoldsAreCountedWholeWithALinkToTheList() throws Exception {
        silent(MANY);
        assertThat(onToday(coordinator)).isEqualTo(MANY);
        assertThat(aboveTheList(coordinator)).isEqualTo(MANY);
        assertThat(page(coordinator, "/today").select(".tasks-more a:not(.btn)").attr("href"))
                .isEqualTo("/participants?attention=silent");
    }

    /** The number in the sentence under the greeting: the sum of the groups. */
    private static int number(Document today) {
        int sum = today.select("section.goal:has(details.later) > header .badge").stream()
                .mapToInt(badge -> Integer.parseInt(badge.text()))
                .sum();
        String said = today.select(".page-head p").text();
        assertThat(said).contains(sum == 1 ? "één ding" : sum + " dingen");
        return sum;
    }
}
