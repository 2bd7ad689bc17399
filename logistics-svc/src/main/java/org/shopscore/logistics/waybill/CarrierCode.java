package org.shopscore.logistics.waybill;

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

/** A carrier's code: 2 to 32 lower-case letters, digits and {@code -}. */
@Pattern(regexp = "[a-z0-9-]{2,32}")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({PARAMETER, FIELD, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface CarrierCode {
    String message() default "must be 2 to 32 lower-case letters, digits or -";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
