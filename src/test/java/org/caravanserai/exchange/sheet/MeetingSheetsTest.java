package org.caravanserai.exchange.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.ActiveProfiles;

/** Every table of the demonstration, in every language: whole, of even rows, and without a formula. */
@IntegrationTest
@ActiveProfiles("demo")
class MeetingSheetsTest {

    @Autowired
    MeetingSheets sheets;

    @Autowired
    Meetings meetings;

    @Autowired
    Persons persons;

    @Autowired
    RoleGrants grants;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTableIsThereInEveryLanguage(Language language) {
        Acting.as(person(Role.ORGANISER), () -> {
            assertThat(sheets.names())
                    .containsExactly("proposals", "reviews", "people", "agenda", "conflicts", "mail", "feedback");
            for (var name : sheets.names()) {
                var rows = rows(sheets.csv(demonstration(), name, language));
                var heads = rows.getFirst();
                assertThat(heads).as(name).doesNotHaveDuplicates().noneMatch(String::isBlank);
                assertThat(rows).as(name).allMatch(row -> row.size() == heads.size());
                if (!List.of("mail", "feedback").contains(name)) {
                    assertThat(rows).as(name).hasSizeGreaterThan(1);
                }
                assertThat(sheets.xlsx(demonstration(), name, language)).startsWith('P', 'K');
            }
        });
    }

    @Test
    void aNameThatWouldBeAFormulaIsNone() {
        var organiser = person(Role.ORGANISER);
        jdbc.sql("insert into session_person (id, version, session, person, role, person_position)"
                        + " select ?, 0, chosen, ?, 'PRESENTER', 99 from"
                        + " (select s.id as chosen from session s where s.meeting = ? order by s.id limit 1) first_one")
                .params(
                        Ids.next(),
                        persons.save(new Person(PersonName.published("=cmd|' /C calc'!A0")))
                                .id()
                                .value(),
                        demonstration().value())
                .update();

        var people = Acting.as(organiser, () -> rows(sheets.csv(demonstration(), "people", Language.EN)));

        assertThat(people).extracting(row -> row.get(1)).contains("'=cmd|' /C calc'!A0");
        assertThat(people).allSatisfy(row -> assertThat(row).noneMatch(cell -> cell.startsWith("=")));
    }

    @Test
    void onlyAnOrganiserGetsThem() {
        Supplier<byte[]> asked = () -> sheets.csv(demonstration(), "mail", Language.EN);

        assertThatThrownBy(() -> Acting.as(person(Role.CHAIR), asked)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Acting.as(person(Role.REVIEWER), asked)).isInstanceOf(AccessDeniedException.class);
    }

    private static List<List<String>> rows(byte[] csv) {
        var text = new String(csv, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        try (var parser = CSVFormat.EXCEL.parse(new StringReader(text.substring(1)))) {
            return parser.stream().map(CSVRecord::toList).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private MeetingId demonstration() {
        return meetings.findBySlug("astana-2027").orElseThrow().id();
    }

    private PersonId person(Role role) {
        var person = persons.save(new Person(PersonName.published("Reader " + Ids.code())))
                .id();
        grants.save(new RoleGrant(person, role, demonstration().value()));
        return person;
    }
}
