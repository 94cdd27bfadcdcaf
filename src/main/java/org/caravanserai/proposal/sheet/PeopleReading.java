package org.caravanserai.proposal.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.proposal.ContributorInviting;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.sheet.PlannedProposal.PlannedPerson;
import org.caravanserai.proposal.sheet.SheetProblem.Kind;
import org.caravanserai.proposal.sheet.Target.Field;
import org.caravanserai.text.Clean;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;

/** Reads the people of one row, from one cell with all of them or from columns for each. */
final class PeopleReading {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PART = 100;
    private static final int LONGEST_AFFILIATION = 300;
    private static final Pattern WITH_EMAIL = Pattern.compile("^(.*?)\\s*<([^<>]+@[^<>]+)>\\s*(?:[(（](.*)[)）])?$");
    private static final Pattern IN_BRACKETS = Pattern.compile("^(.*?)\\s*[(（]([^()（）]*)[)）]$");
    private static final Pattern MARKER = Pattern.compile("\\d+(\\s*,\\s*\\d+)*");
    private static final Pattern MARKED = Pattern.compile("^(\\d+)\\s*[:.)]\\s*(.*)$");

    private final Mapping mapping;
    private final SheetTable.Row row;
    private final RowReading.Report report;

    PeopleReading(Mapping mapping, SheetTable.Row row, RowReading.Report report) {
        this.mapping = mapping;
        this.row = row;
        this.report = report;
    }

    /** The texts about one person, and the columns they are from. */
    private static final class Part {

        final Map<Field, String> texts = new EnumMap<>(Field.class);
        final Map<Field, Integer> columns = new EnumMap<>(Field.class);

        String text(Field field) {
            return texts.getOrDefault(field, "");
        }

        void put(Field field, String text, int column) {
            if (!text.isEmpty()) {
                texts.put(field, text);
                columns.put(field, column);
            }
        }
    }

    List<PlannedPerson> read(SessionType.Kind kind) {
        var parts = new ArrayList<>(everyone());
        parts.addAll(numbered());
        parts.removeIf(part -> part.texts.keySet().stream()
                .allMatch(f -> f == Field.ROLE || f == Field.COUNTRY || f == Field.AFFILIATION));
        if (parts.size() > ContributorInviting.MOST) {
            report.say(SheetProblem.WHOLE_ROW, Kind.PEOPLE_MANY, parts.size(), ContributorInviting.MOST);
            return List.of();
        }
        var people = new ArrayList<PlannedPerson>();
        var emails = new HashSet<String>();
        for (var part : parts) {
            people.add(person(part, people.isEmpty(), kind, emails));
        }
        return List.copyOf(people);
    }

    private List<Part> everyone() {
        var lists = new EnumMap<Field, List<String>>(Field.class);
        var columns = new EnumMap<Field, Integer>(Field.class);
        int most = 0;
        for (int column = 0; column < mapping.columns().size(); column++) {
            var target = mapping.columns().get(column);
            var cell = report.text(row, column, target);
            if (target.field().isOfPerson() && target.of().equals(Target.EVERYONE) && !cell.isEmpty()) {
                var list = new ArrayList<>(mapping.options().separator().split(cell));
                while (!list.isEmpty() && list.getLast().isEmpty()) {
                    list.removeLast();
                }
                lists.put(target.field(), list);
                columns.put(target.field(), column);
                if (target.field() != Field.AFFILIATION && target.field() != Field.COUNTRY) {
                    most = Math.max(most, list.size());
                }
            }
        }
        var parts = new ArrayList<Part>();
        for (int i = 0; i < most; i++) {
            parts.add(new Part());
        }
        var marked = marked(lists.getOrDefault(Field.AFFILIATION, List.of()));
        for (var entry : lists.entrySet()) {
            var field = entry.getKey();
            var list = entry.getValue();
            int column = columns.getOrDefault(field, SheetProblem.WHOLE_ROW);
            if (field == Field.AFFILIATION && !marked.isEmpty()) {
                continue;
            }
            if (list.size() != most && list.size() != 1) {
                report.say(column, Kind.PEOPLE_UNEQUAL, list.size(), most);
                continue;
            }
            for (int i = 0; i < most; i++) {
                // One address among several people is the first one's; one institute or country is everybody's.
                if (list.size() == most || i == 0 || field == Field.AFFILIATION || field == Field.COUNTRY) {
                    parts.get(i).put(field, list.get(Math.min(i, list.size() - 1)), column);
                }
            }
        }
        for (var part : parts) {
            unpack(part, marked, columns.getOrDefault(Field.AFFILIATION, SheetProblem.WHOLE_ROW));
        }
        parts.removeIf(part -> part.texts.isEmpty());
        return parts;
    }

    /** Takes an address, an institute, or the number of one out of what stands in one cell with the name. */
    private static void unpack(Part part, Map<String, String> marked, int affiliations) {
        int column = part.columns.getOrDefault(Field.NAME, SheetProblem.WHOLE_ROW);
        var email = WITH_EMAIL.matcher(part.text(Field.NAME));
        if (email.matches()) {
            part.put(Field.NAME, email.group(1), column);
            part.put(Field.EMAIL, email.group(2), column);
            part.put(Field.AFFILIATION, java.util.Objects.requireNonNullElse(email.group(3), ""), column);
            return;
        }
        var brackets = IN_BRACKETS.matcher(part.text(Field.NAME));
        if (!brackets.matches() || brackets.group(1).isEmpty()) {
            return;
        }
        part.put(Field.NAME, brackets.group(1), column);
        var inside = brackets.group(2).strip();
        if (MARKER.matcher(inside).matches()) {
            var named = new ArrayList<String>();
            for (var number : inside.split("\\s*,\\s*")) {
                named.add(marked.getOrDefault(number, ""));
            }
            named.removeIf(String::isEmpty);
            part.put(Field.AFFILIATION, String.join("; ", named), affiliations);
        } else {
            part.put(Field.AFFILIATION, inside, column);
        }
    }

    /** Institutes that begin with the numbers by which the names refer to them, as ConfTool writes them. */
    private static Map<String, String> marked(List<String> affiliations) {
        var byNumber = new HashMap<String, String>();
        for (var affiliation : affiliations) {
            var match = MARKED.matcher(affiliation);
            if (!match.matches()) {
                return Map.of();
            }
            byNumber.put(match.group(1), match.group(2));
        }
        return byNumber;
    }

    private List<Part> numbered() {
        var byNumber = new TreeMap<Integer, Part>();
        for (int column = 0; column < mapping.columns().size(); column++) {
            var target = mapping.columns().get(column);
            if (target.field().isOfPerson() && !target.of().equals(Target.EVERYONE)) {
                byNumber.computeIfAbsent(Integer.valueOf(target.of()), n -> new Part())
                        .put(target.field(), report.text(row, column, target), column);
            }
        }
        byNumber.values().removeIf(part -> part.texts.isEmpty());
        return List.copyOf(byNumber.values());
    }

    private PlannedPerson person(Part part, boolean first, SessionType.Kind kind, Set<String> emails) {
        var name = name(part);
        var email = email(part);
        if (!email.isEmpty() && !emails.add(email)) {
            report.say(column(part, Field.EMAIL), Kind.PERSON_TWICE, email);
        }
        var affiliation = Clean.line(part.text(Field.AFFILIATION));
        if (affiliation.length() > LONGEST_AFFILIATION) {
            report.say(column(part, Field.AFFILIATION), Kind.TEXT_LONG, affiliation.length(), LONGEST_AFFILIATION);
        }
        var country = part.text(Field.COUNTRY);
        var code = country.isEmpty() ? "" : SheetWords.country(country).orElse("?");
        if (code.equals("?")) {
            report.say(column(part, Field.COUNTRY), Kind.COUNTRY_UNKNOWN, country);
        }
        return new PlannedPerson(name, email, affiliation, code, role(part, first, kind));
    }

    private PersonName name(Part part) {
        var given = Clean.line(part.text(Field.GIVEN));
        var family = Clean.line(part.text(Field.FAMILY));
        var written = Clean.line(part.text(Field.NAME));
        var own = Clean.line(part.text(Field.NATIVE_NAME));
        var kana = Clean.line(part.text(Field.KANA));
        var familyFirst = mapping.options().familyFirst();
        var made = familyFirst ? (family + " " + given).strip() : (given + " " + family).strip();
        var published = !written.isEmpty() ? written : !made.isEmpty() ? made : own;
        int column = part.columns.entrySet().stream()
                .filter(e -> e.getKey() != Field.EMAIL && e.getKey() != Field.AFFILIATION)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(column(part, Field.EMAIL));
        if (published.isEmpty()) {
            report.say(column, Kind.NAME_MISSING, part.text(Field.EMAIL));
            published = "?";
        }
        if (longest(published, own, kana) > LONGEST_NAME || longest(given, family) > LONGEST_PART) {
            report.say(column, Kind.TEXT_LONG, longest(published, own, kana, given, family), LONGEST_PART);
        }
        if (!Cells.isLatin(published)) {
            report.say(column, Kind.NOT_LATIN, published);
        }
        var order = family.isEmpty()
                ? (given.isEmpty() ? PersonName.Order.GIVEN_FIRST : PersonName.Order.MONONYM)
                : familyFirst ? PersonName.Order.FAMILY_FIRST : PersonName.Order.GIVEN_FIRST;
        return new PersonName(published, family, given, order, own.equals(published) ? "" : own, kana, "");
    }

    private String email(Part part) {
        var written = part.text(Field.EMAIL).replaceFirst("(?i)^mailto:", "");
        if (written.isEmpty()) {
            return "";
        }
        try {
            return new EmailAddress(written).value();
        } catch (Refusal refusal) {
            report.say(column(part, Field.EMAIL), Kind.EMAIL_MALFORMED, written);
            return "";
        }
    }

    private ContributorRole role(Part part, boolean first, SessionType.Kind kind) {
        var written = part.text(Field.ROLE);
        var usual = first
                ? (kind == SessionType.Kind.TALK ? ContributorRole.PRESENTER : ContributorRole.CONVENER)
                : mapping.options().allPresent() ? ContributorRole.PRESENTER : ContributorRole.AUTHOR;
        if (written.isEmpty()) {
            return usual;
        }
        var role = SheetWords.role(written);
        if (role.isEmpty()) {
            report.say(column(part, Field.ROLE), Kind.ROLE_UNKNOWN, written);
        }
        return role.orElse(usual);
    }

    private static int column(Part part, Field field) {
        return part.columns.getOrDefault(field, SheetProblem.WHOLE_ROW);
    }

    private static int longest(String... texts) {
        int longest = 0;
        for (var text : texts) {
            longest = Math.max(longest, text.length());
        }
        return longest;
    }
}
