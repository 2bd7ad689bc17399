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

/** A carrier's number of a parcel: 4 to 40 letters, digits and {@code -}. */
@Pattern(regexp = "[A-Za-z0-9-]{4,40}")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({PARAMETER, FIELD, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface WaybillNumber {
    String message() default "must be 4 to 40 letters, digits or -";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
