package org.shopscore.aggregator.shop;

import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;

/** A day that people mean, and that every database can hold. */
@Constraint(validatedBy = InCalendar.Years.class)
@Target(TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@interface InCalendar {
    String message() default "must lie in 1970 to 9999";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Tells. */
    final class Years implements ConstraintValidator<InCalendar, LocalDate> {

        private static final int FIRST = 1970;
        private static final int LAST = 9999;

        @Override
        public boolean isValid(LocalDate day, ConstraintValidatorContext context) {
            return day == null || (day.getYear() >= FIRST && day.getYear() <= LAST);
        }
    }
}
