package org.shopscore.logistics.buyer;

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

/** The platform's reference to a buyer, which says nothing of the person: 1 to 100 of letters, digits and {@code . _ ~ -}, and no mobile number. */
@Pattern(regexp = "(?!(86)?1[3-9][0-9]{9}$)[A-Za-z0-9][A-Za-z0-9._~-]{0,99}")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({PARAMETER, FIELD, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface BuyerRef {
    String message() default "must be an opaque reference of 1 to 100 letters, digits or . _ ~ -, and no phone number";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
