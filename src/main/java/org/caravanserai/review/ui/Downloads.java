package org.caravanserai.review.ui;

import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.function.Supplier;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.shell.TableLink;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;

/** Links to tables that are made when they are asked for. */
final class Downloads {

    private Downloads() {}

    /**
     * Both links to one table.
     *
     * @param id what the keys of the links begin with
     */
    static List<Anchor> both(String id, String name, Supplier<byte[]> csv, Supplier<byte[]> xlsx) {
        var words = Words.here();
        var one = TableLink.csv(name, csv, words.get("review.export.csv"));
        one.setId(id + "-csv");
        var other = TableLink.xlsx(name, xlsx, words.get("review.export.xlsx"));
        other.setId(id + "-xlsx");
        return List.of(one, other);
    }

    /** A table of what a list shows. */
    interface Listing<F, O> {
        byte[] made(MeetingId meeting, F filter, O order, boolean descending, Language in);
    }

    /** What a list shows now. */
    record Shown<F, O>(MeetingId meeting, F filter, O order, boolean descending) {

        private byte[] as(Listing<F, O> listing, Language in) {
            return listing.made(meeting, filter, order, descending, in);
        }
    }

    /** Both links to the table of what a list shows when they are followed. */
    static <F, O> List<Anchor> both(
            String id, String name, Listing<F, O> csv, Listing<F, O> xlsx, Supplier<Shown<F, O>> shown) {
        var in = Words.here().language();
        return both(id, name, () -> shown.get().as(csv, in), () -> shown.get().as(xlsx, in));
    }
}
