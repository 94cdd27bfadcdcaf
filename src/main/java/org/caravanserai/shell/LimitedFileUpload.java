package org.caravanserai.shell;

import com.vaadin.flow.server.streams.FileUploadCallback;
import com.vaadin.flow.server.streams.FileUploadHandler;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.File;
import java.io.IOException;

/**
 * Takes one large file at a time onto the disk, no larger than it may be; what announces itself as larger is refused before
 * it is read. Whoever is given the file deletes it; one that turns out to be too large is deleted here.
 */
public final class LimitedFileUpload extends FileUploadHandler {

    private static final long serialVersionUID = 1L;
    // A file is written by the thread that began it.
    private static final ThreadLocal<File> COMING = new ThreadLocal<>();

    private final long largest;

    /**
     * Takes files and gives them on.
     *
     * @param largest in bytes
     * @param taken is given each file
     */
    public LimitedFileUpload(long largest, FileUploadCallback taken) {
        super(taken, metadata -> {
            var file = File.createTempFile("upload", ".tmp");
            COMING.set(file);
            return file;
        });
        this.largest = largest;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        try {
            LimitedEvent.take(event, largest, super::handleUploadRequest, LimitedFileUpload::forget);
        } catch (IOException e) {
            forget();
            throw e;
        } finally {
            COMING.remove();
        }
    }

    private static void forget() {
        var file = COMING.get();
        if (file != null && !file.delete()) {
            file.deleteOnExit();
        }
    }

    @Override
    public long getFileSizeMax() {
        return largest;
    }

    @Override
    public long getRequestSizeMax() {
        return largest + LimitedUpload.ENVELOPE;
    }

    @Override
    public long getFileCountMax() {
        return 1;
    }
}
