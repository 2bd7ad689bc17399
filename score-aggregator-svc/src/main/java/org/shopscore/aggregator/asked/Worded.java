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

/** A text that is more than blanks, and that every database can hold. How long it may be is another rule's. */
@Constraint(validatedBy = Worded.Words.class)
@Target({PARAMETER, FIELD, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Worded {
    String message() default "must be more than blanks, without U+0000 and half characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Tells. */
    final class Words implements ConstraintValidator<Worded, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null
                    || text.isEmpty()
                    || (!text.isBlank() && text.codePoints().allMatch(Words::canBeHeld));
        }

        private static boolean canBeHeld(int character) {
            return character != 0 && Character.getType(character) != Character.SURROGATE;
        }
    }
}
