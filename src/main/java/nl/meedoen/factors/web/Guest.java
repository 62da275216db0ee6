package nl.meedoen.factors.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.meedoen.access.Accounts;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Proof;
import nl.meedoen.access.halfway.Arrival;
import nl.meedoen.access.halfway.Halfway;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.webkit.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Whoever stands at these pages: somebody signed in, or somebody halfway who owes a second step. */
@Component
class Guest {

    /** The account, and whether its owner is still halfway. */
    record Here(AccountId account, boolean halfway) {}

    private final Halfway halfway;
    private final Accounts accounts;
    private final Proof proof;
    private final Arrival arrival;

    Guest(Halfway halfway, Accounts accounts, Proof proof, Arrival arrival) {
        this.halfway = halfway;
        this.accounts = accounts;
        this.proof = proof;
        this.arrival = arrival;
    }

    /** Who it is; the gate let nobody else in. */
    Here of(@Nullable Actor actor, HttpServletRequest request) {
        if (actor != null) {
            return new Here(actor.id(), false);
        }
        Halfway.Person person = halfway.of(request);
        if (person == null) {
            throw new NotFound();
        }
        return new Here(person.account(), true);
    }

    /** Whoever is signed in proves again who they are; whoever is halfway just did. */
    void check(Here here, @Nullable String password, HttpServletRequest request, BindingResult errors) {
        if (!here.halfway()) {
            proof.check(here.account(), password, request, errors);
        }
    }

    /** Ends the other sessions after a change of a second step, and signs in whoever was halfway. */
    void changed(Here here, HttpServletRequest request, HttpServletResponse response) {
        accounts.endSessionsExcept(here.account(), request.getSession().getId());
        if (here.halfway()) {
            arrival.arrive(here.account(), request, response);
        } else {
            request.changeSessionId();
        }
    }
}
