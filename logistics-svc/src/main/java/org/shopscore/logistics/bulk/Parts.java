package org.shopscore.logistics.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shopscore.logistics.bulk.line.Columns;

/** Lines and the very records that requests are read into: the one read into the other by the same rules, and written again. */
@Singleton
public class Parts {

    private final ObjectMapper json;
    private final Validator validator;

    Parts(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** The columns of a file whose lines have these parts. */
    public static Columns columns(Set<String> required, List<Class<? extends Record>> parts) {
        var components = parts.stream()
                .flatMap(part -> Arrays.stream(part.getRecordComponents()))
                .toList();
        var lists = components.stream()
                .filter(component -> Collection.class.isAssignableFrom(component.getType()))
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        return new Columns(components.stream().map(RecordComponent::getName).toList(), required, lists);
    }

    /** The fields of the line that belong to the part; the other parts have the rest. */
    public <P extends Record> P read(ObjectNode line, Class<P> part) throws IOException {
        var names = Arrays.stream(part.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        return json.treeToValue(line.deepCopy().retain(names), part);
    }

    /** The line that is read as these parts; what is absent or empty has no field. */
    public ObjectNode line(Record... parts) {
        var line = json.createObjectNode();
        for (Record part : parts) {
            line.setAll(json.<ObjectNode>valueToTree(part));
        }
        line.removeIf(value -> value.isNull() || (value.isContainerNode() && value.isEmpty()));
        return line;
    }

    /** @throws ConstraintViolationException with every field at fault */
    public void require(Record... parts) {
        Set<ConstraintViolation<Record>> broken = Stream.of(parts)
                .flatMap(part -> validator.validate(part).stream())
                .collect(Collectors.toSet());
        if (!broken.isEmpty()) {
            throw new ConstraintViolationException(broken);
        }
    }
}
