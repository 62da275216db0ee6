package nl.meedoen.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerElementTypeDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.meedoen.support.MeedoenTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/** Whatever a form refuses, it says so in our words and in both languages, never in those of the library. */
@MeedoenTest
class ConstraintSentencesTest {

    private static final List<Locale> LANGUAGES = List.of(new Locale("nl"), Locale.ENGLISH);

    @Autowired
    LocalValidatorFactoryBean validator;

    @Autowired
    MessageSource messages;

    record Short(@Size(max = 3) @Nullable String text) {}

    @Test
    void everyConstraintHasASentenceOfOurs() {
        TreeSet<String> without = new TreeSet<>();
        int constraints = 0;
        for (JavaClass form : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("nl.meedoen")) {
            for (ConstraintDescriptor<?> one : of(validator, form.reflect()).toList()) {
                constraints++;
                String key = one.getMessageTemplate().replaceAll("^\\{(.*)}$", "$1");
                for (Locale language : LANGUAGES) {
                    if (messages.getMessage(key, null, null, language) == null) {
                        without.add(form.getSimpleName() + ": " + one.getMessageTemplate());
                    }
                }
            }
        }
        assertThat(without).isEmpty();
        assertThat(constraints).isGreaterThan(100);
    }

    @Test
    void theLengthIsSaidInIt() {
        LocaleContextHolder.setLocale(LANGUAGES.get(0));
        assertThat(validator.validate(new Short("four")))
                .singleElement()
                .satisfies(found -> assertThat(found.getMessage()).isEqualTo("Gebruik hooguit 3 tekens."));
    }

    private static Stream<ConstraintDescriptor<?>> of(Validator validator, Class<?> type) {
        BeanDescriptor bean = validator.getConstraintsForClass(type);
        return Stream.concat(
                bean.getConstraintDescriptors().stream(),
                bean.getConstrainedProperties().stream().flatMap(ConstraintSentencesTest::of));
    }

    private static Stream<ConstraintDescriptor<?>> of(PropertyDescriptor property) {
        return Stream.concat(
                property.getConstraintDescriptors().stream(),
                property.getConstrainedContainerElementTypes().stream().flatMap(ConstraintSentencesTest::of));
    }

    private static Stream<ConstraintDescriptor<?>> of(ContainerElementTypeDescriptor element) {
        return Stream.concat(
                element.getConstraintDescriptors().stream(),
                element.getConstrainedContainerElementTypes().stream().flatMap(ConstraintSentencesTest::of));
    }
}
