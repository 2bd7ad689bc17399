package org.shopscore.aggregator.asked;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.LocalDate;

/** A day or an instant that people mean, and that every database can hold. */
@Constraint(validatedBy = {InCalendar.Years.class, InCalendar.Instants.class})
@Target({PARAMETER, FIELD, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface InCalendar {
    String message() default "must lie in 1970 to 9999";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Tells of a day. */
    final class Years implements ConstraintValidator<InCalendar, LocalDate> {

        private static final int FIRST = 1970;
        private static final int LAST = 9999;

        @Override
        public boolean isValid(LocalDate day, ConstraintValidatorContext context) {
            return day == null || (day.getYear() >= FIRST && day.getYear() <= LAST);
        }
    }

    /** Tells of an instant. */
    final class Instants implements ConstraintValidator<InCalendar, Instant> {

        private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

        @Override
        public boolean isValid(Instant at, ConstraintValidatorContext context) {
            return at == null || (!at.isBefore(Instant.EPOCH) && at.isBefore(END));
        }
    }
}
