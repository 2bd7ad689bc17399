package org.shopscore.aggregator.policy.version;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.shopscore.aggregator.policy.file.BadPolicy;
import org.shopscore.aggregator.policy.file.PolicyDocument;
import org.shopscore.problem.Refused;

/** Reads a document that was sent, with everything that is to be said against it. */
final class Documents {

    /** @throws Refused 422 {@code invalid-policy} */
    static PolicyDocument read(String policyId, String version, byte[] body) {
        try {
            var document = PolicyDocument.read("document", text(body));
            var faults = new ArrayList<DocumentFault>();
            require(faults, "/policyId", policyId, document.policy().id());
            require(faults, "/version", version, document.policy().version());
            if (!faults.isEmpty()) {
                throw DocumentFault.refused("the document has another name than its address", List.copyOf(faults));
            }
            return document;
        } catch (BadPolicy bad) {
            throw DocumentFault.refused(bad);
        }
    }

    private static void require(List<DocumentFault> faults, String field, String wanted, String given) {
        if (!wanted.equals(given)) {
            faults.add(new DocumentFault(field, "must be " + wanted + ", as in the address, was " + given, 1, 1));
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body == null ? new byte[0] : body))
                    .toString();
        } catch (CharacterCodingException _) {
            throw DocumentFault.refused(
                    "the document is no text", List.of(new DocumentFault("", "must be UTF-8", 1, 1)));
        }
    }

    private Documents() {}
}
