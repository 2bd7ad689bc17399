package org.shopscore.problem.method;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The methods of each address, as the resource classes say. The framework looks in one of the classes whose paths begin alike, answers 404
 * for an address of another, and never says which methods it would take.
 */
@Singleton
public class TakenMethods {

    private record Taken(String template, String method) {}

    private final List<Address> addresses;

    @Inject
    TakenMethods(BeanManager beans) {
        this(beans.getBeans(Object.class, Any.Literal.INSTANCE).stream().map(Bean::getBeanClass));
    }

    TakenMethods(Stream<Class<?>> resources) {
        var byTemplate = resources
                .filter(resource -> resource.isAnnotationPresent(Path.class))
                .flatMap(TakenMethods::of)
                .collect(groupingBy(taken -> Address.withoutNames(taken.template()), mapping(Taken::method, toSet())));
        addresses = byTemplate.entrySet().stream()
                .map(address -> Address.of(address.getKey(), address.getValue()))
                .sorted(Comparator.comparingInt(Address::literals).reversed())
                .toList();
    }

    /**
     * @param path of a request, as it was sent
     * @return sorted, with HEAD and OPTIONS where they are implied; empty for an address that no resource has
     */
    public Set<String> at(String path) {
        return addresses.stream()
                .filter(address -> address.has(path))
                .findFirst()
                .map(Address::methods)
                .orElse(Set.of());
    }

    private static Stream<Taken> of(Class<?> resource) {
        return Stream.of(resource.getMethods())
                .flatMap(method -> verbs(method).map(verb -> new Taken(template(resource, method), verb)));
    }

    private static Stream<String> verbs(Method method) {
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value);
    }

    private static String template(Class<?> resource, Method method) {
        var below = method.getAnnotation(Path.class);
        return joined(resource.getAnnotation(Path.class).value(), below == null ? "" : below.value());
    }

    private static String joined(String path, String below) {
        String joined = ("/" + path + "/" + below).replaceAll("/+", "/");
        return joined.endsWith("/") ? joined.substring(0, joined.length() - 1) : joined;
    }
}
