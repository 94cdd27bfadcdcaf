package org.caravanserai.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;

/** Links to tables for spreadsheets, which are made when the links are followed. */
public final class TableLink {

    private TableLink() {}

    /** A link to comma-separated values; {@code name} is the file's, without its ending. */
    public static Anchor csv(String name, Supplier<byte[]> made, String label) {
        return link(name + ".csv", "text/csv;charset=utf-8", made, label);
    }

    /** A link to an Excel workbook; {@code name} is the file's, without its ending. */
    public static Anchor xlsx(String name, Supplier<byte[]> made, String label) {
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
