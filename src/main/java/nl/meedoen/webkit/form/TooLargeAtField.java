package nl.meedoen.webkit.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Says at the field for a file that the file was too large; {@link UploadLimit} asked for the form's page. */
@Component
class TooLargeAtField implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        Object megabytes = request.getAttribute(UploadLimit.EXCEEDED);
        if (megabytes == null || page == null) {
            return;
        }
        for (Map.Entry<String, Object> part : Map.copyOf(page.getModel()).entrySet()) {
            Object form = part.getValue();
            if (!form.getClass().isRecord()) {
                continue;
            }
            for (RecordComponent box : form.getClass().getRecordComponents()) {
                if (box.getType() == MultipartFile.class || isListOfFiles(box)) {
                    BindingResult result = new BeanPropertyBindingResult(form, part.getKey());
                    result.rejectValue(box.getName(), "webkit.file-too-large", new Object[] {megabytes}, null);
                    page.addObject(BindingResult.MODEL_KEY_PREFIX + part.getKey(), result);
                }
            }
        }
    }

    private static boolean isListOfFiles(RecordComponent box) {
        return box.getGenericType() instanceof ParameterizedType type
                && type.getRawType() == List.class
                && type.getActualTypeArguments()[0] == MultipartFile.class;
    }
}
