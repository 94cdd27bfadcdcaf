package org.caravanserai.shell;

import com.vaadin.flow.server.streams.InMemoryUploadCallback;
import com.vaadin.flow.server.streams.InMemoryUploadHandler;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;

/** Takes one file at a time, no larger than it may be. Vaadin's own handler takes whatever comes. */
public final class LimitedUpload extends InMemoryUploadHandler {

    private static final long serialVersionUID = 1L;
    /** What a request may hold beside the file, in bytes. */
    static final long ENVELOPE = 64 * 1024;

    private final long largest;

    /**
     * Takes files and gives them on.
     *
     * @param largest in bytes
     * @param taken is given each file, whole
     */
    public LimitedUpload(long largest, InMemoryUploadCallback taken) {
        super(taken);
        this.largest = largest;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        LimitedEvent.take(event, largest, super::handleUploadRequest, () -> {});
    }

    @Override
    public long getFileSizeMax() {
        return largest;
    }

    @Override
    public long getRequestSizeMax() {
        return largest + ENVELOPE;
    }

    @Override
    public long getFileCountMax() {
        return 1;
    }
}
