package org.shopscore.aggregator.policy.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shopscore.aggregator.score.Shipped;

class PolicyInForceTest {

    @TempDir
    private Path folder;

    @Test
    void theShippedPolicyHoldsUnlessAFileIsGiven() {
        assertThat(new PolicyInForce(Optional.empty()).document().policy()).isEqualTo(Shipped.POLICY);
    }

    @Test
    void aGivenFileReplacesTheShippedPolicy() throws IOException {
        Path file = written(Shipped.document().replace("2026.1.0", "2026.2.0"));

        assertThat(new PolicyInForce(Optional.of(file)).document().policy().version())
                .isEqualTo("2026.2.0");
    }

    @Test
    void aBadFileEndsTheStartWithAMessageForEachFaultAndNoCause() throws IOException {
        Path file = written(Shipped.document()
                .replace("\"goods\": \"0.45\"", "\"goods\": \"0.44\"")
                .replace("\"days\": 30", "\"days\": 31"));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new PolicyInForce(Optional.of(file)).document())
                .withNoCause()
                .satisfies(bad -> assertThat(bad.getMessage().lines()).first().isEqualTo("the policy cannot be used:"))
                .withMessageContaining(file + ":7:21: /window/days must be the constant value '30', was 31")
                .withMessageContaining(file + ":12:16: /dimensions weights must sum to 1, sum to 0.99");
    }

    @Test
    void aFileThatIsNotThereEndsTheStartWithItsName() {
        Path file = folder.resolve("缺失.json");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new PolicyInForce(Optional.of(file)).document())
                .withMessageContaining(file + ": must be a readable file in UTF-8");
    }

    private Path written(String document) throws IOException {
        return Files.writeString(folder.resolve("policy.json"), document);
    }
}
