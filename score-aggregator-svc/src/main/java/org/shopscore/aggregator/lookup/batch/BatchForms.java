package org.shopscore.aggregator.lookup.batch;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.shopscore.aggregator.lookup.CompactAnswers.Answer;
import org.shopscore.aggregator.lookup.answer.Answers;
import org.shopscore.aggregator.lookup.compact.CompactBinary;
import org.shopscore.aggregator.lookup.compact.CompactJson;

/** Writes down the answers of a batch. */
@ApplicationScoped
class BatchForms {

    private static final int UNKNOWN = 1;
    private static final int UNAVAILABLE = 2;
    private static final int USUAL_BYTES = 600;
    private static final int ITEM_BYTES = 44;
    private static final int HEAD_BYTES = 512;

    private final Answers answers;

    BatchForms(Answers answers) {
        this.answers = answers;
    }

    /** @param found one for each shop, in their order */
    Buffer json(List<String> shops, List<Answer> found) {
        var out = Buffer.buffer(shops.size() * USUAL_BYTES).appendString("{\"scores\":[");
        for (int i = 0; i < shops.size(); i++) {
            if (i > 0) {
                out.appendByte((byte) ',');
            }
            switch (found.get(i)) {
                case Answer.Found one ->
                    out.appendBytes(one.line().json()).appendBytes(one.fresh().json());
                case Answer.Unknown _ -> out.appendBytes(CompactJson.error(shops.get(i), "unknown-shop"));
                case Answer.Unavailable _ -> out.appendBytes(CompactJson.error(shops.get(i), "unavailable"));
            }
        }
        return out.appendString("]}");
    }

    /** Those that the provisional scores were made by. */
    static Stream<String> policies(List<Answer> found) {
        return found.stream()
                .mapMulti((Answer answer, Consumer<String> policies) -> {
                    if (answer instanceof Answer.Found one) {
                        policies.accept(one.line().policyVersion());
                    }
                })
                .distinct();
    }

    Buffer binary(List<Answer> found) {
        String policy = policies(found).findFirst().orElseGet(answers.engine()::reference);
        var out = answers.binary().head(policy, found.size(), found.size() * ITEM_BYTES + HEAD_BYTES);
        for (Answer answer : found) {
            switch (answer) {
                case Answer.Found one ->
                    CompactBinary.append(out, one.line().item(), one.fresh().figures());
                case Answer.Unknown _ -> CompactBinary.appendError(out, UNKNOWN);
                case Answer.Unavailable _ -> CompactBinary.appendError(out, UNAVAILABLE);
            }
        }
        return out;
    }
}
