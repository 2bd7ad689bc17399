package org.shopscore.aggregator.policy.file.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shopscore.metric.Measures;

/** What a policy names exists, once. */
final class NameRules {

    static Stream<Fault> idsAreUnique(Part root) {
        List<Part> values = Stream.of("metrics", "diagnostics")
                .flatMap(list -> root.at(list).items().stream())
                .map(part -> part.at("id"))
                .toList();
        return Stream.of(
                        values,
                        each(root, "bonuses", "code"),
                        each(root, "deductionGroups", "group"),
                        each(root, "levels", "code"),
                        each(root, "entitlements", "code"),
                        each(root, "categoryWeights", "category"))
                .flatMap(NameRules::repeated);
    }

    private static List<Part> each(Part root, String list, String name) {
        return root.at(list).items().stream().map(part -> part.at(name)).toList();
    }

    private static Stream<Fault> repeated(List<Part> ids) {
        var seen = new HashSet<String>();
        return ids.stream()
                .filter(id -> id.text().filter(text -> !seen.add(text)).isPresent())
                .map(id -> id.fault("must be unique, " + id.text().orElseThrow() + " was there before"));
    }

    static Stream<Fault> dimensionsAreKnown(Part root) {
        Set<String> known = dimensions(root);
        Stream<Fault> ofMetrics = unknown(each(root, "metrics", "dimension"), known, "must be a dimension");
        known.add("total");
        return Stream.concat(ofMetrics, unknown(each(root, "bonuses", "target"), known, "must be a bonus target"));
    }

    /** What entitlements look at. */
    static Stream<Fault> subjectsAreKnown(Part root) {
        Set<String> known = dimensions(root);
        known.addAll(Set.of("total", "growth"));
        each(root, "metrics", "id").forEach(id -> id.text().ifPresent(known::add));
        Part entitlements = root.at("entitlements");
        List<Part> subjects =
                Stream.of("latest", "of").flatMap(entitlements::everywhere).toList();
        return unknown(subjects, known, "must be total, growth, a dimension or a metric");
    }

    static Stream<Fault> subjectsMeanOneThing(Part root) {
        Set<String> whole = Set.of("total", "growth");
        Stream<Fault> dimensions = root.at("dimensions").members().stream()
                .filter(dimension -> whole.contains(dimension.name()))
                .map(dimension -> dimension.fault("must not be called total or growth"));
        Set<String> taken = dimensions(root);
        taken.addAll(whole);
        Stream<Fault> metrics = each(root, "metrics", "id").stream()
                .filter(id -> id.text().filter(taken::contains).isPresent())
                .map(id -> id.fault("must not be called like a dimension, total or growth"));
        return Stream.concat(dimensions, metrics);
    }

    private static Set<String> dimensions(Part root) {
        return root.at("dimensions").members().stream().map(Part::name).collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<Fault> measuresAreKnown(Part root) {
        Part stages = root.at("stages");
        return Stream.of(
                        ratios(root, "metrics", "metric "),
                        ratios(root, "diagnostics", "diagnostic "),
                        root.at("bonuses").items().stream()
                                .flatMap(bonus -> bonus.at("when").at("ratioOf").items().stream()
                                        .flatMap(
                                                measure -> unknownMeasure(measure, owner("bonus ", bonus.at("code"))))),
                        root.at("deductionGroups").items().stream()
                                .flatMap(group -> group.at("measures").items().stream()
                                        .flatMap(measure ->
                                                unknownMeasure(measure, owner("deduction group ", group.at("group"))))),
                        root.at("severeViolation").items().stream()
                                .flatMap(measure -> unknownMeasure(measure, "severeViolation")),
                        stages.at("withheldBy").items().stream()
                                .flatMap(measure -> unknownMeasure(measure, "withheldBy")),
                        unknownMeasure(stages.at("validPaidOrdersMeasure"), "stages"))
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> ratios(Part root, String list, String kind) {
        return root.at(list).items().stream()
                .flatMap(part -> Stream.of("numerator", "denominator")
                        .flatMap(side -> unknownMeasure(part.at(side), owner(kind, part.at("id")))));
    }

    private static String owner(String kind, Part id) {
        return kind + id.text().orElse("without id");
    }

    private static Stream<Fault> unknownMeasure(Part measure, String owner) {
        return unknown(List.of(measure), Measures.names(), owner + " must name a known measure");
    }

    private static Stream<Fault> unknown(List<Part> parts, Set<String> known, String rule) {
        return parts.stream()
                .filter(part ->
                        part.text().filter(text -> !known.contains(text)).isPresent())
                .map(part -> part.fault(rule + ", was " + part.text().orElseThrow()));
    }

    private NameRules() {}
}
