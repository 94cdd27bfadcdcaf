package org.caravanserai.shell;

import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import org.caravanserai.platform.CountedInput;

/**
 * A file on its way that is read no further than it may be large. Vaadin would read a body that is the file itself, as its
 * field sends it, to the end; forms of several parts are refused before ({@link FormsOfParts}).
 */
final class LimitedEvent extends UploadEvent {

    private final UploadEvent event;
    private final long largest;

    private LimitedEvent(UploadEvent event, long largest) {
        super(
                event.getRequest(),
                event.getResponse(),
                event.getSession(),
                event.getFileName(),
                event.getFileSize(),
                event.getContentType(),
                event.getOwningElement(),
                null);
        this.event = event;
        this.largest = largest;
    }

    /** Takes a file. */
    interface Taking {
        void take(UploadEvent event) throws IOException;
    }

    /** It is larger than it may be. */
    private static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Has a file taken, unless it announces itself as too large; stops when it turns out to be.
     *
     * @param left does away with what was taken until then
     */
    static void take(UploadEvent event, long largest, Taking taking, Runnable left) throws IOException {
        if (event.getFileSize() > largest) {
            event.reject();
            return;
        }
        try {
            taking.take(new LimitedEvent(event, largest));
        } catch (TooLarge tooLarge) {
            left.run();
            event.reject();
        }
    }

    @Override
    public InputStream getInputStream() {
        return new CountedInput(event.getInputStream(), read -> {
            if (read > largest) {
                throw new TooLarge();
            }
        });
    }

    @Override
    public void reject() {
        event.reject();
    }

    @Override
    public void reject(String message) {
        event.reject(message);
    }

    @Override
    public boolean isRejected() {
        return event.isRejected();
    }

    @Override
    public String getRejectionMessage() {
        return event.getRejectionMessage();
    }
}
