package org.caravanserai.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.agenda.Sessions;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.Slug;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.AuditTrail;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.KeptTable;
import org.caravanserai.platform.StoredFiles;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/** A meeting leaves as a zip that anybody can read, and comes back as a meeting that leaves the same way. */
@IntegrationTest
@ActiveProfiles("demo")
class MeetingArchiveTest {

    @TempDir
    Path folder = Path.of("");

    @Autowired
    MeetingArchive archive;

    @Autowired
    MeetingArchiveImport imports;

    @Autowired
    KeptTables tables;

    @Autowired
    Meetings meetings;

    @Autowired
    Sessions sessions;

    @Autowired
    Persons persons;

    @Autowired
    RoleGrants grants;

    @Autowired
    AuditTrail trail;

    @Autowired
    StoredFiles files;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatLeavesAndComesBackLeavesTheSameUpToKeysAndCodes() {
        aFileOnAProposal();
        var before = Actor.asSystem(() -> export(demonstration()));
        var slug = new Slug("a" + UUID.randomUUID().toString().substring(0, 8));

        var imported = Actor.asSystem(() -> imports.take(Archives.file(folder, before), slug));
        var after = Actor.asSystem(() -> export(imported.meeting()));

        assertSame(told(after), told(before));
        assertThat(imported.sessions())
                .isEqualTo(sessions.findByMeeting(demonstration().value()).size())
                .isPositive();
        assertThat(meetings.findById(imported.meeting().value()).orElseThrow().isOpen())
                .isFalse();
        assertThat(sessions.findByMeeting(imported.meeting().value()))
                .extracting(s -> s.code())
                .containsExactlyInAnyOrderElementsOf(
                        sessions.findByMeeting(demonstration().value()).stream()
                                .map(s -> s.code())
                                .toList());
    }

    @Test
    void itIsReadableWithoutUsAndSaysWhatIsInIt() {
        var entries = Archives.entries(Actor.asSystem(() -> export(demonstration())));

        assertThat(new String(entries.get("README.txt"), StandardCharsets.UTF_8))
                .startsWith("\uFEFF")
                .contains("Astana", "tables/proposal.json", "UTF-8");
        assertThat(new String(entries.get("manifest.json"), StandardCharsets.UTF_8))
                .contains("\"format\" : \"caravanserai-meeting\"", "\"version\" : 1");
        assertThat(new String(entries.get("tables/proposal.json"), StandardCharsets.UTF_8))
                .contains("\"en\" : ")
                .doesNotContain("\"state\" : \"DRAFT\"");
        var everything = entries.values().stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        assertThat(everything).doesNotContain("password_hash", "secret_hash", "action_address");
    }

    @Test
    void onlyAnOrganiserMakesItAndItIsWrittenDown() {
        var organiser = person(Role.ORGANISER, demonstration().value());
        var chair = person(Role.CHAIR, demonstration().value());
        var administrator = person(Role.ADMINISTRATOR, RoleGrant.EVERYWHERE);

        assertThatThrownBy(() -> Acting.as(chair, () -> export(demonstration())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Acting.as(administrator, () -> export(demonstration())))
                .isInstanceOf(AccessDeniedException.class);
        Acting.as(organiser, () -> export(demonstration()));

        assertThat(trail.about(demonstration().value(), 5)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("exported");
            assertThat(entry.actor()).contains(organiser.value());
        });
    }

    @Test
    void aConflictOfInterestConcealsAProposalWithAllThatWasSaidOfIt() {
        var organiser = person(Role.ORGANISER, demonstration().value());
        var proposal = jdbc.sql("select proposal from review where meeting = ? limit 1")
                .param(demonstration().value())
                .query(UUID.class)
                .single();
        jdbc.sql("insert into review_conflict (id, version, meeting, proposal, person, kind, reason, declared_at,"
                        + " standing) values (?, 0, ?, ?, ?, 'BY_REVIEWER', '', current_timestamp, true)")
                .params(Ids.next(), demonstration().value(), proposal, organiser.value())
                .update();

        var entries = Archives.entries(Acting.as(organiser, () -> export(demonstration())));
        var open = Archives.entries(Actor.asSystem(() -> export(demonstration())));

        assertThat(rowsAbout(open, proposal)).containsKeys("proposal", "review", "review_assignment");
        // That a session came of it, the agenda says to everyone; what its key is here is all that remains.
        assertThat(rowsAbout(entries, proposal).keySet()).isSubsetOf("session", "talk");
        assertThat(new String(entries.get("manifest.json"), StandardCharsets.UTF_8))
                .contains("\"concealed_proposals\" : 1");
    }

    /** Tables that tell of a proposal by its key, with how often they do. */
    private static Map<String, Integer> rowsAbout(Map<String, byte[]> entries, UUID proposal) {
        var found = new HashMap<String, Integer>();
        entries.forEach((name, bytes) -> {
            var times = new String(bytes, StandardCharsets.UTF_8).split(proposal.toString(), -1).length - 1;
            if (name.startsWith("tables/") && times > 0) {
                found.put(name.substring(7, name.length() - 5), times);
            }
        });
        return found;
    }

    private void aFileOnAProposal() {
        transaction.executeWithoutResult(t -> {
            var stored = files.store(new ByteArrayInputStream("%PDF-1.7 of ours".getBytes(StandardCharsets.UTF_8)));
            jdbc.sql("insert into proposal_file (id, version, proposal, stored, file_name, media_type, bytes,"
                            + " uploaded_at) select ?, 0, min_id, ?, '=slides.pdf', 'application/pdf', 16,"
                            + " current_timestamp from (select p.id as min_id from proposal p where p.meeting = ?"
                            + " and p.state <> 'DRAFT' order by p.id limit 1) first_one")
                    .params(Ids.next(), stored, demonstration().value())
                    .update();
        });
    }

    private byte[] export(MeetingId meeting) {
        var bytes = new ByteArrayOutputStream();
        archive.write(meeting, bytes, Language.EN, Archives.UNSEEN);
        return bytes.toByteArray();
    }

    private MeetingId demonstration() {
        return meetings.findBySlug("astana-2027").orElseThrow().id();
    }

    private PersonId person(Role role, UUID meeting) {
        var person = persons.save(new Person(PersonName.published("Keeper " + Ids.code())))
                .id();
        grants.save(new RoleGrant(person, role, meeting));
        return person;
    }

    private static void assertSame(Map<String, String> actual, Map<String, String> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, text) -> {
            var lines = text.lines().toList();
            var others = actual.getOrDefault(name, "").lines().toList();
            for (int i = 0; i < Math.min(lines.size(), others.size()); i++) {
                assertThat(others.get(i)).as(name + ", line " + (i + 1)).isEqualTo(lines.get(i));
            }
            assertThat(others).as(name).hasSameSizeAs(lines);
        });
    }

    /** All that comes back, with keys as numbers in the order in which they are met, and without codes and the address. */
    private Map<String, String> told(byte[] zip) {
        var taken = tables.all().stream()
                .filter(t -> t.use() == KeptTable.Use.TAKEN)
                .map(t -> ArchiveFormat.table(t.name()))
                .collect(Collectors.toSet());
        taken.add(ArchiveFormat.MEETING);
        taken.add(ArchiveFormat.table("person"));
        var numbers = new HashMap<String, String>();
        var told = new LinkedHashMap<String, String>();
        Archives.entries(zip).forEach((name, bytes) -> {
            if (taken.contains(name) || name.startsWith("files/")) {
                told.put(
                        numbered(name, numbers),
                        numbered(new String(bytes, StandardCharsets.UTF_8), numbers)
                                .replaceAll("\"code\" ?: ?\"[0-9A-Z]{6}\"", "\"code\"")
                                .replaceAll("\"slug\" ?: ?\"[^\"]*\"", "\"slug\""));
            }
        });
        // Who is named only in what is there to be read does not leave again.
        told.computeIfPresent(ArchiveFormat.table("person"), (name, text) -> {
            var rows = ArchiveFormat.JSON.readTree(text.replace("\"code\",", ""));
            var others = told.entrySet().stream()
                    .filter(e -> !e.getKey().equals(name))
                    .map(Map.Entry::getValue)
                    .collect(Collectors.joining());
            return rows.valueStream()
                    .filter(row -> others.contains("\"" + row.path("id").asString() + "\""))
                    .map(row -> row.toString())
                    .collect(Collectors.joining("\n"));
        });
        return told;
    }

    private static String numbered(String text, Map<String, String> numbers) {
        return ArchiveFormat.KEY
                .matcher(text)
                .replaceAll(found -> numbers.computeIfAbsent(found.group(), key -> "#" + numbers.size()));
    }
}
