package nl.meedoen.webkit.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;

class AttemptTest {

    private final Errors errors = new BeanPropertyBindingResult(new Object(), "form");

    @Test
    void aFormWithErrorsIsNotTried() {
        AtomicBoolean tried = new AtomicBoolean();
        errors.reject("wrong");
        assertThat(status(Attempt.of(errors, () -> tried.set(true)))).isEqualTo(422);
        assertThat(tried).isFalse();
    }

    @Test
    void aRuleThatSaysNoBecomesAnErrorOfTheForm() {
        Attempt attempt = Attempt.of(errors, () -> {
            throw new RuleBroken("full", 12);
        });
        assertThat(status(attempt)).isEqualTo(422);
        assertThat(errors.getGlobalErrors()).singleElement().satisfies(error -> {
            assertThat(error.getCode()).isEqualTo("full");
            assertThat(error.getArguments()).containsExactly(12);
        });
    }

    @Test
    void somebodyElseMayHaveSavedBeforeOrAtTheSameMoment() {
        assertThat(status(Attempt.of(errors, () -> StaleVersion.check(2, 1)))).isEqualTo(409);
        assertThat(Attempt.of(errors, () -> {
                    throw new OptimisticLockingFailureException("race");
                }))
                .isEqualTo(Attempt.STALE);
        assertThat(errors.hasErrors()).isFalse();
    }

    @Test
    void whatIsNotThereStaysNotThere() {
        assertThatThrownBy(() -> Attempt.of(errors, () -> {
                    throw new NotFound();
                }))
                .isInstanceOf(NotFound.class);
    }

    private static int status(Attempt attempt) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        attempt.answer(response);
        return response.getStatus();
    }
}
