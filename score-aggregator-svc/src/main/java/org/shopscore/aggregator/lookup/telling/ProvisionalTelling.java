package org.shopscore.aggregator.lookup.telling;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shopscore.aggregator.change.ChangeLog;
import org.shopscore.aggregator.change.ToldEvent;
import org.shopscore.aggregator.lookup.memory.Announced;
import org.shopscore.aggregator.score.ScoreSheet;

/** Tells provisional scores that changed on the topic score-changes. */
@ApplicationScoped
public class ProvisionalTelling {

    private static final String TYPE = "org.shopscore.provisional-score.v1";

    /**
     * What is told of a score, and no more of it: a round keeps many of them until they are told.
     *
     * @param standing what of the score is compared, as a number
     */
    record Change(
            String shopId,
            String policyVersion,
            Announced announced,
            LocalDate day,
            ScoreSheet.Stage stage,
            Optional<String> published,
            Optional<String> level,
            int standing) {

        static Change of(
                String shopId,
                String policyVersion,
                Announced announced,
                LocalDate day,
                ScoreSheet sheet,
                int standing) {
            return new Change(
                    shopId,
                    policyVersion,
                    announced,
                    day,
                    sheet.stage(),
                    sheet.result().map(one -> one.published().toPlainString()),
                    sheet.result().map(one -> one.level().code()),
                    standing);
        }
    }

    private final ChangeLog log;

    ProvisionalTelling(ChangeLog log) {
        this.log = log;
    }

    /** Completes when the broker has them all. */
    Uni<Void> tell(List<Change> changes) {
        return log.send(changes.stream().map(this::event).toList())
                .ifNoItem()
                .after(ChangeLog.PATIENCE)
                .fail();
    }

    private ToldEvent event(Change change) {
        String shop = change.shopId();
        var version = change.announced().version();
        return new ToldEvent(
                (version.epoch() << Integer.SIZE) + version.n(),
                UUID.nameUUIDFromBytes((shop + "/provisional/" + version).getBytes(StandardCharsets.UTF_8)),
                shop,
                shop + "/score/provisional",
                TYPE,
                change.announced().asOf(),
                data(change));
    }

    /** Written by hand: nothing in it needs to be escaped. */
    private String data(Change change) {
        return "{\"shopId\":\"" + change.shopId() + "\",\"policyVersion\":\"" + change.policyVersion()
                + "\",\"stage\":\""
                + change.stage() + "\",\"published\":"
                + change.published().map(ProvisionalTelling::quoted).orElse("null") + ",\"level\":"
                + change.level().map(ProvisionalTelling::quoted).orElse("null") + ",\"to\":\""
                + change.day() + "\",\"version\":\""
                + change.announced().version() + "\",\"asOf\":\""
                + change.announced().asOf() + "\"}";
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
