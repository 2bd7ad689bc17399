package org.shopscore.logistics.care.template;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.logistics.care.language.Languages;
import org.shopscore.logistics.care.stage.Stage;

/** The texts of all shops: what each has written itself, over what is shipped. */
@ApplicationScoped
public class Templates {

    /** A text in the best of the languages asked for. */
    public record Chosen(String language, Template text) {

        /** As the buyer reads it. */
        public String of(ToldOrder order) {
            return text.render(order.in(language));
        }
    }

    private final ShopTemplates rows;
    private final ShippedTemplates shipped;

    Templates(ShopTemplates rows, ShippedTemplates shipped) {
        this.rows = rows;
        this.shipped = shipped;
    }

    /** The texts of these shops, to choose from. */
    public Uni<Shelf> of(SqlClient client, Collection<String> shopIds) {
        return rows.of(client, shopIds).map(Shelf::new);
    }

    /** The texts of some shops. */
    public final class Shelf {

        private final List<ShopTemplates.Stored> own;

        private Shelf(List<ShopTemplates.Stored> own) {
            this.own = own;
        }

        /** The stage's text in the first of the languages that has one, the shop's own before a shipped one. */
        public Chosen choose(String shopId, Stage stage, List<String> languages) {
            return languages.stream()
                    .flatMap(
                            language -> text(shopId, stage, language)
                                    .map(text -> new Chosen(language, TemplateText.read(text)))
                                    .stream())
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException("no text for " + stage + " is shipped in " + Languages.LAST));
        }

        private Optional<String> text(String shopId, Stage stage, String language) {
            return Stream.concat(
                            own.stream()
                                    .filter(one -> one.shopId().equals(shopId))
                                    .filter(one -> one.stage() == stage
                                            && one.language().equals(language))
                                    .flatMap(one -> one.text().stream()),
                            shipped.text(stage, language).stream())
                    .findFirst();
        }
    }
}
