package nl.meedoen.webkit.form;

import jakarta.servlet.ServletRequest;
import jakarta.validation.Valid;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.AbstractPropertyBindingResult;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.servlet.mvc.method.annotation.ExtendedServletRequestDataBinder;

/**
 * Reads a form that is a record. Where a box cannot be read as a date, a number or a choice, Spring makes the record with
 * that box empty, but leaves it out of the result: pages then have no form to show, and a further check of the controller
 * fails. Here the result keeps both the record and what was typed.
 */
final class FormBinder extends ExtendedServletRequestDataBinder {

    private @Nullable AbstractPropertyBindingResult whole;

    FormBinder(@Nullable Object target, String name) {
        super(target, name);
    }

    @Override
    public void construct(ServletRequest request) {
        super.construct(request);
        Object form = getTarget();
        if (form != null && getBindingResult().hasErrors()) {
            Result result = new Result(form, getObjectName());
            if (getConversionService() != null) {
                result.initConversion(getConversionService());
            }
            // everything that is wrong is said at once, not first what cannot be read and then the rest
            boolean checked = isChecked();
            getBindingResult().getFieldErrors().stream()
                    .filter(error -> !checked || error.isBindingFailure())
                    .forEach(result::addError);
            whole = result;
            if (checked) {
                validate();
            }
        }
    }

    private boolean isChecked() {
        return getTargetType() != null
                && getTargetType().getSource() instanceof MethodParameter parameter
                && parameter.hasParameterAnnotation(Valid.class);
    }

    @Override
    protected AbstractPropertyBindingResult getInternalBindingResult() {
        return whole == null ? super.getInternalBindingResult() : whole;
    }

    /** Says once what is wrong with a box that cannot be read; that it is also empty is not news. */
    private static final class Result extends BeanPropertyBindingResult {

        private final Set<String> unreadable = new HashSet<>();

        Result(Object form, String name) {
            super(form, name);
        }

        @Override
        public void addError(ObjectError error) {
            if (error instanceof FieldError at && !unreadable.contains(at.getField())) {
                if (at.isBindingFailure()) {
                    unreadable.add(at.getField());
                }
                super.addError(error);
            } else if (!(error instanceof FieldError)) {
                super.addError(error);
            }
        }
    }
}
