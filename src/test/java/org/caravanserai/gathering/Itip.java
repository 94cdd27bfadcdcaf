package org.caravanserai.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.validate.ITIPRuleRegistry;
import net.fortuna.ical4j.validate.ITIPValidator;
import net.fortuna.ical4j.validate.ValidationEntry;
import net.fortuna.ical4j.validate.ValidationResult;

/** Reads calendars back and holds them against RFC 5545 and, by what they ask, RFC 5546. */
public final class Itip {

    private Itip() {}

    /** A file as a calendar that breaks no rule of iTIP for its method. */
    public static Calendar valid(byte[] file) throws Exception {
        var calendar = read(file);
        Method method = calendar.<Method>getProperty(Property.METHOD).orElseThrow();
        assertNothingIn(new ITIPValidator().validate(calendar));
        for (var component : calendar.getComponents()) {
            if (!(component instanceof VTimeZone)) {
                assertNothingIn(ITIPRuleRegistry.validate(component, method));
            }
        }
        return plain(calendar);
    }

    /** A file as a calendar that breaks no rule of iCalendar, whatever it asks. */
    public static Calendar plain(byte[] file) throws Exception {
        return plain(read(file));
    }

    /** A file as a calendar that keeps the rules of what it asks, where it asks anything, and else those of iCalendar. */
    public static Calendar kept(byte[] file) throws Exception {
        return read(file).getProperty(Property.METHOD).isPresent() ? valid(file) : plain(file);
    }

    private static Calendar read(byte[] file) throws Exception {
        return new CalendarBuilder().build(new ByteArrayInputStream(file));
    }

    private static Calendar plain(Calendar calendar) {
        assertNothingIn(calendar.validate(true));
        for (var component : calendar.getComponents()) {
            assertNothingIn(component.validate(true));
        }
        return calendar;
    }

    /** The events of a file that breaks no rule of iTIP. */
    public static List<VEvent> events(byte[] file) throws Exception {
        return valid(file).getComponents("VEVENT");
    }

    private static void assertNothingIn(ValidationResult found) {
        assertThat(found.getEntries()).extracting(ValidationEntry::toString).isEmpty();
    }
}
