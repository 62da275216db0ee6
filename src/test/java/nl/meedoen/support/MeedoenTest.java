package nl.meedoen.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** The whole application on a database of its own, with the people of {@link Village} in it. One context for all. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "meedoen.data=" + TestFolder.DATA,
            "meedoen.address=http://localhost:8080",
            // a test that waits for a letter waits for nothing else
            "meedoen.mail.every=150ms",
            // no digest goes to the village at seven in the morning
            "meedoen.digest.on=false",
            // all tests together are one coordinator who reads very much
            "meedoen.reads.pages=20000",
            "meedoen.reads.dossiers=5000"
        })
@AutoConfigureMockMvc
@Import({Village.class, NamedTrail.class})
public @interface MeedoenTest {}
