package nl.meedoen.factors;

import java.util.Locale;
import java.util.UUID;
import nl.meedoen.access.Accounts;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Actors;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.post.Post;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the trail, and the owner by mail, what happened to a second step, in the transaction of the change. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FactorNews {

    static final String SUBJECT = "second-step";

    private final Trail trail;
    private final Post post;
    private final Accounts accounts;
    private final Actors actors;
    private final MessageSource messages;

    FactorNews(Trail trail, Post post, Accounts accounts, Actors actors, MessageSource messages) {
        this.trail = trail;
        this.post = post;
        this.accounts = accounts;
        this.actors = actors;
        this.messages = messages;
    }

    /** The owner did something with a second step of their own. */
    void own(AccountId account, Trail.Action action, String what, @Nullable UUID id) {
        trail.note(owner(account), action, SUBJECT + "." + what, id);
    }

    /** A try was turned away. */
    void refused(AccountId account) {
        trail.refused(owner(account), SUBJECT);
    }

    /** An administrator took somebody's second step away. */
    void reset(Actor administrator, AccountId account) {
        trail.note(administrator, Trail.Action.REMOVED, SUBJECT + ".reset", account.value());
    }

    /** A letter to the owner, in the owner's language; the sentences stand under {@code factors.letter}. */
    void write(AccountId account, String kind, Object... more) {
        Accounts.Summary owner = accounts.summary(account);
        Locale language = Locale.forLanguageTag(owner.language());
        Object[] blanks = new Object[more.length + 1];
        blanks[0] = owner.name();
        System.arraycopy(more, 0, blanks, 1, more.length);
        String code = "factors.letter." + kind;
        post.send(
                owner.email(),
                messages.getMessage(code + ".subject", blanks, language),
                messages.getMessage(code + ".text", blanks, language));
    }

    private Actor owner(AccountId account) {
        return actors.find(account, null).orElseThrow(NotFound::new);
    }
}
