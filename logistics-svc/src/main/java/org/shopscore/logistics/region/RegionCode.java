package org.shopscore.logistics.region;

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

/** The code of a {@link Region} in a request. */
@Pattern(regexp = Region.SHAPE)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({PARAMETER, FIELD, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RegionCode {
    String message() default "must be a region such as CN-370112";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
