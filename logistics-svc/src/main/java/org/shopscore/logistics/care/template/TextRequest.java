package org.shopscore.logistics.care.template;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.problem.Refused;

/** A text that a shop has written. */
@Schema(name = "CareText")
record TextRequest(
        @NotNull(message = "must be given")
        @Schema(
                description =
                        "at most 500 characters; {orderId} anywhere, {carrier}, {waybill} and {promisedDate} inside"
                                + " [brackets], which are left out when one of their placeholders is not known",
                examples = "您的订单{orderId}已发货[，运单号{waybill}]。")
        String text) {

    /** @throws Refused 400 {@code invalid-field} for a text that cannot be meant */
    Template template() {
        try {
            return TemplateText.read(text);
        } catch (IllegalArgumentException e) {
            throw Refused.field(400, "invalid-field", "text", e.getMessage(), text);
        }
    }
}
