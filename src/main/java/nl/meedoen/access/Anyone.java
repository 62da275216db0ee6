package nl.meedoen.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A handler that asks for no permission: for visitors, or for whoever is signed in. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Anyone {

    /** True when the asker must be signed in all the same, in whatever role. */
    boolean signedIn() default false;
}
