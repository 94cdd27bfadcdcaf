package org.caravanserai.review.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Supplier;
import org.caravanserai.shell.Words;

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
        var one = csv(name, csv, words.get("review.export.csv"));
        one.setId(id + "-csv");
        var other = xlsx(name, xlsx, words.get("review.export.xlsx"));
        other.setId(id + "-xlsx");
        return List.of(one, other);
    }

    static Anchor csv(String name, Supplier<byte[]> made, String label) {
        return link(name + ".csv", "text/csv;charset=utf-8", made, label);
    }

    static Anchor xlsx(String name, Supplier<byte[]> made, String label) {
        return link(name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", made, label);
    }

    private static Anchor link(String name, String type, Supplier<byte[]> made, String label) {
        return new Anchor(
                DownloadHandler.fromInputStream(e -> {
                    var bytes = made.get();
                    return new DownloadResponse(new ByteArrayInputStream(bytes), name, type, bytes.length);
                }),
                label);
    }
}
