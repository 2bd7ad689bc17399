package org.shopscore.logistics.care.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.care.stage.Stage;

/** A text as it holds for a shop. */
@Schema(name = "CareTemplate")
record TemplateView(Stage stage, String language, String text, Author author) {

    enum Author {
        SHIPPED,
        SHOP
    }

    /** All texts that hold for a shop, by language and stage. */
    @Schema(name = "CareTemplates")
    record All(List<TemplateView> templates) {

        static All of(List<ShopTemplates.Stored> own, ShippedTemplates shipped) {
            var all = new ArrayList<TemplateView>();
            own.forEach(one -> one.text()
                    .ifPresent(text -> all.add(new TemplateView(one.stage(), one.language(), text, Author.SHOP))));
            shipped.all()
                    .forEach((language, texts) -> texts.forEach((stage, text) -> {
                        if (all.stream().noneMatch(one -> one.stage == stage && one.language.equals(language))) {
                            all.add(new TemplateView(stage, language, text, Author.SHIPPED));
                        }
                    }));
            all.sort(Comparator.comparing(TemplateView::language).thenComparing(TemplateView::stage));
            return new All(all);
        }
    }
}
