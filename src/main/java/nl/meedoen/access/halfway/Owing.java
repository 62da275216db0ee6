package nl.meedoen.access.halfway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A handler that also answers somebody halfway who owes exactly this; every other handler sends them to it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Owing {
    Owed value();
}
