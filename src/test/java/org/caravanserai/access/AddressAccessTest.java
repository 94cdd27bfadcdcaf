package org.caravanserai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.securityContext;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.caravanserai.access.World.Where;
import org.caravanserai.access.World.Who;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Asks every address that a controller answers, as every kind of caller, about an open and a hidden meeting, and compares
 * who gets an answer with the table {@code access/addresses.txt}. An address that is not in the table fails the test.
 */
@IntegrationTest
class AddressAccessTest {

    @Autowired
    World world;

    @Autowired
    WebApplicationContext context;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @BeforeEach
    void makeTheWorld() {
        Actor.asSystem(world::make);
    }

    @Test
    void everyAddressAnswersWhomTheTableNamesAndNobodyElse() throws Exception {
        var declared = table();
        var mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        var wrong = new ArrayList<String>();
        var seen = new TreeSet<String>();
        for (var address : addresses()) {
            seen.add(address);
            var audiences = declared.get(address);
            var method = HttpMethod.valueOf(address.substring(0, address.indexOf(' ')));
            var pattern = address.substring(address.indexOf(' ') + 1);
            var answered = new TreeSet<String>();
            for (var where : Where.values()) {
                for (var who : Who.values()) {
                    if (who == Who.SYSTEM) {
                        continue;
                    }
                    var request = MockMvcRequestBuilders.request(
                                    method,
                                    java.net.URI.create(world.place(where).fill(pattern)))
                            .header("Accept", "*/*")
                            .with(csrf());
                    if (who != Who.STRANGER) {
                        request = request.with(
                                securityContext(Acting.as(world.person(who), SecurityContextHolder::getContext)));
                    }
                    var response = mvc.perform(request).andReturn().getResponse();
                    var status = response.getStatus();
                    var location = Objects.requireNonNullElse(response.getHeader("Location"), "");
                    var let = status < 400 && !location.contains("/sign-in") || status == 400 || status == 422;
                    if (let) {
                        answered.add(who + "@" + where);
                    }
                    if (status >= 500) {
                        wrong.add(address + " answered " + status + " to " + who + " about " + where);
                    }
                    if (audiences != null && let != Audience.anyHolds(audiences, who, where)) {
                        wrong.add(address + ": " + who + " about " + where
                                + (let ? " gets an answer: " : " gets none: ") + status);
                    }
                }
            }
            if (audiences == null) {
                wrong.add(address + " = " + Audience.describe(answered, false));
            }
        }
        var gone = new TreeSet<>(declared.keySet());
        gone.removeAll(seen);
        gone.forEach(name -> wrong.add(name + " is in the table but nothing answers there"));
        assertThat(String.join("\n", wrong))
                .as("addresses whose access is not as declared")
                .isEmpty();
    }

    /** Every public byte of both meetings: neither holds what is not published, nor anything of the hidden one. */
    @Test
    void nothingUnpublishedIsEverInABytePublicEyesGet() throws Exception {
        var mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        var leaks = new ArrayList<String>();
        var published = 0;
        for (var address : addresses()) {
            if (!address.startsWith("GET ")) {
                continue;
            }
            for (var where : Where.values()) {
                for (var filled : everyCode(address.substring(4), where)) {
                    for (var query : List.of("", "?day=2027-06-08&q=" + World.UNPUBLISHED.substring(1), "?lang=ja")) {
                        for (var who : List.of(Who.STRANGER, Who.NEWCOMER, Who.DESK_OPEN)) {
                            var request = MockMvcRequestBuilders.get(java.net.URI.create(filled + query))
                                    .header("Accept", "*/*");
                            if (who != Who.STRANGER) {
                                request = request.with(securityContext(
                                        Acting.as(world.person(who), SecurityContextHolder::getContext)));
                            }
                            var response = mvc.perform(request).andReturn().getResponse();
                            var told = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8)
                                    + response.getHeaderNames().stream()
                                            .map(name -> name + response.getHeaders(name))
                                            .toList();
                            if (told.contains(World.UNPUBLISHED)
                                    || told.contains(World.HIDDEN_WORD)
                                    || told.contains(world.place(Where.HIDDEN)
                                            .proposer()
                                            .value()
                                            .toString())) {
                                leaks.add(filled + query + " to " + who);
                            }
                            published += told.contains("A session") ? 1 : 0;
                        }
                    }
                }
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(published).as("answers that hold the published session").isPositive();
    }

    private List<String> everyCode(String pattern, Where where) {
        if (!pattern.contains("{code")) {
            return List.of(world.place(where).fill(pattern));
        }
        var all = new ArrayList<>(List.of(world.place(where).fill(pattern)));
        for (var code : world.place(where).unpublishedCodes()) {
            all.add(world.place(where).fill(pattern.replaceAll("\\{code(:[^}]*)?}", code)));
        }
        return all;
    }

    private Set<String> addresses() {
        var addresses = new TreeSet<String>();
        for (var mapping : mappings) {
            mapping.getHandlerMethods().forEach((info, handler) -> {
                if (!handler.getBeanType().getName().startsWith("org.caravanserai.")) {
                    return;
                }
                var methods = info.getMethodsCondition().getMethods();
                for (var pattern : info.getPatternValues()) {
                    for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                        addresses.add(method + " " + pattern);
                    }
                }
            });
        }
        return addresses;
    }

    private static Map<String, Set<Audience>> table() throws IOException {
        var table = new TreeMap<String, Set<Audience>>();
        try (var in = AddressAccessTest.class.getResourceAsStream("/access/addresses.txt")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (var line : text.lines().toList()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                var parts = line.split(" = ", 2);
                var audiences = EnumSet.noneOf(Audience.class);
                for (var word : parts[1].split("\\+")) {
                    audiences.add(Audience.of(word));
                }
                table.put(parts[0].strip(), audiences);
            }
        }
        return table;
    }
}
