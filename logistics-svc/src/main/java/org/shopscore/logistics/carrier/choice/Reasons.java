package org.shopscore.logistics.carrier.choice;

/** Why a carrier stands where it stands, in words, with the figures that decided. */
final class Reasons {

    static Words of(Ranking.Place place, Wish wish) {
        var mine = place.candidate();
        var verdict = place.rank() == 1
                ? new Words("推荐" + zh(mine), en(mine) + " is recommended")
                : new Words(zh(mine) + "排第" + place.rank(), en(mine) + " is number " + place.rank());
        return place.against().map(other -> against(place, other, verdict)).orElseGet(() -> alone(mine, wish, verdict));
    }

    /** When nobody can be recommended. */
    static Words nobody(Wish wish) {
        return new Words(
                "没有承运商满足条件且在这条线路上达到" + wish.minSamples() + "个样本，不作推荐",
                "no carrier that meets the wishes has " + wish.minSamples()
                        + " samples on this lane, so none is recommended");
    }

    static Words of(Ranking.RuledOut ruledOut, Wish wish) {
        var candidate = ruledOut.candidate();
        return switch (ruledOut.why()) {
            case NOT_COVERED -> said(candidate, "不覆盖这条线路", "does not cover the lane");
            case LEVEL_NOT_OFFERED ->
                said(
                        candidate,
                        "不提供" + wish.level().orElseThrow(),
                        "does not offer " + wish.level().orElseThrow());
            case CAPACITY_TOO_SMALL -> {
                long capacity = candidate.capacityPerDay().orElseThrow();
                long needed = wish.parcelsPerDay().orElseThrow();
                yield said(
                        candidate,
                        "每天最多" + capacity + "件，少于所需的" + needed + "件",
                        "takes " + capacity + " parcels a day, fewer than the " + needed + " needed");
            }
            case TOO_FEW_SAMPLES -> {
                long samples = candidate.standing().due();
                yield said(
                        candidate,
                        "样本不足：" + samples + "个，少于" + wish.minSamples() + "个",
                        "has " + samples + " samples, fewer than " + wish.minSamples());
            }
        };
    }

    private static Words against(Ranking.Place place, Candidate other, Words verdict) {
        var mine = place.candidate();
        if (place.decidedBy().isEmpty()) {
            return words(verdict, mine, other, Criterion.ON_TIME, "各项相当，按时率最终比较，", "all else being equal, ");
        }
        return words(verdict, mine, other, place.decidedBy().get(), "", "");
    }

    private static Words words(
            Words verdict, Candidate mine, Candidate other, Criterion criterion, String zhLead, String enLead) {
        return new Words(
                verdict.zh() + "：" + zhLead + FigureWords.label(criterion).zh()
                        + FigureWords.of(mine, criterion).zh() + "，" + zh(other) + "为"
                        + FigureWords.of(other, criterion).zh(),
                verdict.en() + ": " + enLead + FigureWords.label(criterion).en() + " "
                        + FigureWords.of(mine, criterion).en() + ", against "
                        + FigureWords.of(other, criterion).en() + " of " + en(other));
    }

    private static Words alone(Candidate mine, Wish wish, Words verdict) {
        var onTime = FigureWords.of(mine, Criterion.ON_TIME);
        return new Words(
                verdict.zh() + "：满足条件的承运商中只有它达到" + wish.minSamples() + "个样本；按时率" + onTime.zh(),
                verdict.en() + ": of those that meet the wishes it alone has " + wish.minSamples()
                        + " samples; on time " + onTime.en());
    }

    private static Words said(Candidate candidate, String zh, String en) {
        return new Words(zh(candidate) + zh, en(candidate) + " " + en);
    }

    private static String zh(Candidate candidate) {
        return candidate.carrier().nameZh();
    }

    private static String en(Candidate candidate) {
        return candidate.carrier().nameEn();
    }

    private Reasons() {}
}
