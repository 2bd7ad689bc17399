package org.shopscore.logistics.care.language;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A language, and where its texts differ by script or country those too: {@code zh-CN}, {@code zh-Hant-HK}, {@code en}. */
@Pattern(regexp = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({PARAMETER, FIELD, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface LanguageTag {
    String message() default "must be a language such as zh-CN or en";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
