package org.shopscore.aggregator.policy.dryrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.shopscore.aggregator.category.Average;
import org.shopscore.aggregator.category.Averages;
import org.shopscore.aggregator.policy.effect.Outcome;
import org.shopscore.aggregator.policy.effect.Tally;

/** What a dry run keeps, as JSON. */
@ApplicationScoped
class Texts {

    private record Line(String category, String metric, long numerator, long denominator, int shops) {}

    private final ObjectMapper json;

    Texts(ObjectMapper json) {
        this.json = json;
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Tally tally(String text) {
        return read(text, new TypeReference<Tally>() {});
    }

    Outcome outcome(String text) {
        return read(text, new TypeReference<Outcome>() {});
    }

    String write(Averages averages) {
        var lines = new ArrayList<Line>();
        averages.all()
                .forEach((key, sum) -> lines.add(
                        new Line(key.category(), key.metric(), sum.numerator(), sum.denominator(), sum.shops())));
        return write(lines);
    }

    /** The sum of what the partitions have counted. */
    Averages averages(List<String> texts) {
        var all = new HashMap<Averages.Key, Average>();
        for (String text : texts) {
            read(text, new TypeReference<List<Line>>() {})
                    .forEach(line -> all.merge(
                            new Averages.Key(line.category(), line.metric()),
                            new Average(line.numerator(), line.denominator(), line.shops()),
                            Average::plus));
        }
        return new Averages(all);
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
