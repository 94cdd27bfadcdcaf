package org.caravanserai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.aopalliance.intercept.MethodInvocation;
import org.caravanserai.access.World.Where;
import org.caravanserai.access.World.Who;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Internal;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.expression.method.DefaultMethodSecurityExpressionHandler;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/**
 * Asks, for every public method of every service, every kind of caller and an object in an open and in a hidden meeting,
 * whether the call would be let through, and compares the answer with the table {@code access/services.txt}. A method
 * that is not in the table fails the test: whoever adds one says who may call it.
 */
@IntegrationTest
class ServiceAccessTest {

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void makeTheWorld() {
        Actor.asSystem(world::make);
    }

    @Test
    void everyMethodLetsInWhomTheTableNamesAndNobodyElse() throws IOException {
        var declared = table();
        var manager = new PreAuthorizeAuthorizationManager();
        var expressions = new DefaultMethodSecurityExpressionHandler();
        expressions.setApplicationContext(context);
        manager.setExpressionHandler(expressions);

        var wrong = new ArrayList<String>();
        var seen = new TreeSet<String>();
        for (var service : services()) {
            var type = AopUtils.getTargetClass(service);
            for (var method : methods(type)) {
                var name = name(type, method);
                seen.add(name);
                var audiences = declared.get(name);
                if (isInternal(type, method)) {
                    if (audiences == null || !audiences.isEmpty()) {
                        wrong.add(name + " = internal");
                    }
                    continue;
                }
                var allowed = new TreeSet<String>();
                var differences = new ArrayList<String>();
                for (var where : Where.values()) {
                    for (var who : Who.values()) {
                        var invocation = new Call(service, method, arguments(method, where));
                        var let = authorised(who, () -> {
                            var decision = manager.authorize(
                                    () -> SecurityContextHolder.getContext().getAuthentication(), invocation);
                            return decision != null && decision.isGranted();
                        });
                        if (let) {
                            allowed.add(who + "@" + where);
                        }
                        if (audiences != null && let != Audience.anyHolds(audiences, who, where)) {
                            differences.add(who + " about " + where + (let ? " is let in" : " is kept out"));
                        }
                    }
                }
                if (audiences == null) {
                    wrong.add(name + " = " + Audience.describe(allowed, true));
                } else if (!differences.isEmpty()) {
                    wrong.add(name + ": " + differences);
                }
            }
        }
        var gone = new TreeSet<>(declared.keySet());
        gone.removeAll(seen);
        gone.forEach(name -> wrong.add(name + " is in the table but not in the code"));
        assertThat(String.join("\n", wrong))
                .as("service methods whose access is not as declared")
                .isEmpty();
    }

    private boolean authorised(Who who, Supplier<Boolean> question) {
        return switch (who) {
            case STRANGER -> {
                var before = SecurityContextHolder.getContext();
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(stranger());
                SecurityContextHolder.setContext(context);
                try {
                    yield question.get();
                } finally {
                    SecurityContextHolder.setContext(before);
                }
            }
            case SYSTEM -> Actor.asSystem(question);
            default -> Acting.as(world.person(who), question);
        };
    }

    private static Authentication stranger() {
        return new AnonymousAuthenticationToken(
                "key", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    }

    private List<Object> services() {
        return context.getBeansWithAnnotation(Service.class).values().stream()
                .filter(bean -> AopUtils.getTargetClass(bean).getName().startsWith("org.caravanserai."))
                .sorted((a, b) -> AopUtils.getTargetClass(a)
                        .getName()
                        .compareTo(AopUtils.getTargetClass(b).getName()))
                .toList();
    }

    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(m ->
                        Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()) && !m.isSynthetic())
                .sorted((a, b) -> name(type, a).compareTo(name(type, b)))
                .toList();
    }

    private static boolean isInternal(Class<?> type, Method method) {
        return method.isAnnotationPresent(Internal.class)
                || (type.isAnnotationPresent(Internal.class)
                        && !AnnotatedElementUtils.hasAnnotation(method, PreAuthorize.class));
    }

    private static String name(Class<?> type, Method method) {
        return type.getName().substring("org.caravanserai.".length())
                + "."
                + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private @Nullable Object[] arguments(Method method, Where where) {
        return Arrays.stream(method.getParameters())
                .map(p -> argument(p, where))
                .toArray();
    }

    /** A fitting object of the meeting, by the parameter's type and, for bare keys, its name. */
    private @Nullable Object argument(Parameter parameter, Where where) {
        var place = world.place(where);
        var type = parameter.getType();
        if (type == MeetingId.class) {
            return place.meeting();
        }
        if (type == ProposalId.class) {
            return place.proposal();
        }
        if (type == org.caravanserai.agenda.SessionId.class) {
            return place.session();
        }
        if (type == PersonId.class) {
            return place.proposer();
        }
        if (type == UUID.class && parameter.getName().equals("event")) {
            return world.event(where);
        }
        if (type == UUID.class) {
            return Objects.bareKey(parameter.getName(), place);
        }
        if (type == String.class) {
            return switch (parameter.getName()) {
                case "slug", "meeting" -> place.slug();
                case "code", "proposalCode" -> place.code();
                default -> "x";
            };
        }
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == boolean.class) {
            return false;
        }
        if (List.class.isAssignableFrom(type) || java.util.Collection.class == type) {
            return parameter.getParameterizedType().getTypeName().contains("ProposalId")
                    ? List.of(place.proposal())
                    : List.of();
        }
        if (type == Set.class) {
            return parameter.getParameterizedType().getTypeName().contains("ProposalId")
                    ? Set.of(place.proposal())
                    : Set.of();
        }
        return identity(type);
    }

    /** An identity of something that is not there, for types that identify; else nothing. */
    private static @Nullable Object identity(Class<?> type) {
        if (!type.isRecord()
                || type.getRecordComponents().length != 1
                || type.getRecordComponents()[0].getType() != UUID.class) {
            return null;
        }
        try {
            return type.getConstructor(UUID.class).newInstance(new UUID(7, 7));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Objects {
        static Object bareKey(String name, World.Place place) {
            return switch (name) {
                case "meeting", "meetingKey" -> place.meeting().value();
                case "proposal", "proposalKey" -> place.proposal().value();
                case "person", "personKey" -> place.proposer().value();
                case "type", "sessionType" -> place.sessionType();
                case "series" -> place.series();
                case "room" -> place.room();
                case "topic" -> place.topic();
                case "question" -> place.question();
                case "link" -> place.lateLink();
                case "contributor" -> place.contributor();
                case "file" -> place.file();
                case "decision" -> place.decision();
                default -> new UUID(7, 7);
            };
        }
    }

    private static Map<String, Set<Audience>> table() throws IOException {
        var table = new TreeMap<String, Set<Audience>>();
        try (var in = ServiceAccessTest.class.getResourceAsStream("/access/services.txt")) {
            var text = new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (var line : text.lines().toList()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                var parts = line.split(" = ", 2);
                var audiences = EnumSet.noneOf(Audience.class);
                if (!parts[1].strip().equals("internal")) {
                    for (var word : parts[1].split("\\+")) {
                        audiences.add(Audience.of(word));
                    }
                }
                table.put(parts[0].strip(), audiences);
            }
        }
        return table;
    }

    /** A call that is asked about and never made. */
    private record Call(
            Object target, Method method, @Nullable Object[] arguments) implements MethodInvocation {

        @Override
        public Method getMethod() {
            return method;
        }

        @Override
        public @Nullable Object[] getArguments() {
            return arguments;
        }

        @Override
        public @Nullable Object proceed() {
            throw new IllegalStateException("nothing is really called");
        }

        @Override
        public Object getThis() {
            return target;
        }

        @Override
        public AccessibleObject getStaticPart() {
            return method;
        }
    }
}
