package org.caravanserai.review.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;

/** Links to tables that are made when they are asked for. */
final class Downloads {

    private Downloads() {}

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
