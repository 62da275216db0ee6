package nl.meedoen.plans.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.plans.ContactChannel;
import nl.meedoen.plans.ContactId;
import nl.meedoen.plans.text.ContactText;
import nl.meedoen.webkit.RuleBroken;
import org.junit.jupiter.api.Test;

class ContactTest {

    /** Half past midnight in Amsterdam, still the day before in London. */
    private static final Instant NOW = Instant.parse("2026-11-22T23:30:00Z");

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final AccountId COACH = new AccountId(Uuids.next());

    @Test
    void todayKeepsTheHourAndAnotherDayStandsAtNoon() {
        assertThat(contact(MONDAY).happenedAt()).isEqualTo(NOW);
        assertThat(contact(MONDAY.minusDays(1)).happenedAt()).isEqualTo(Instant.parse("2026-11-22T11:00:00Z"));
    }

    @Test
    void aDayToComeIsRefused() {
        assertThatThrownBy(() -> contact(MONDAY.plusDays(1)))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("plans.contact-in-future");
    }

    @Test
    void onlyWhoWroteItMayCorrectIt() {
        Contact contact = contact(MONDAY);
        AccountId another = new AccountId(Uuids.next());
        assertThatThrownBy(() -> contact.correct(text(MONDAY), another, NOW))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("plans.contact-not-yours");
        contact.correct(text(MONDAY.minusDays(2)), COACH, NOW);
        assertThat(contact.text().heldOn()).isEqualTo(MONDAY.minusDays(2));
    }

    private static Contact contact(LocalDate day) {
        return new Contact(ContactId.next(), ParticipantId.next(), text(day), COACH, NOW);
    }

    private static ContactText text(LocalDate day) {
        return new ContactText(ContactChannel.TALK, day, 30, "We talked.");
    }
}
