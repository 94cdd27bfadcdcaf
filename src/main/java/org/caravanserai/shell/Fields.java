package org.caravanserai.shell;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;

/**
 * Makes the fields that say something by themselves, in the reader's language from the first moment: the layout dresses only
 * what a view holds when it is first shown, and these may come later.
 */
public final class Fields {

    private Fields() {}

    /** A field for a day. */
    public static DatePicker day(String label) {
        return ComponentTexts.here().dress(new DatePicker(label));
    }

    /** A field for a day and a time of day; its label names the zone. */
    public static DateTimePicker moment(String label) {
        return ComponentTexts.here().dress(new DateTimePicker(label));
    }

    /** A field for a time of day; its label names the zone. */
    public static TimePicker time(String label) {
        return ComponentTexts.here().dress(new TimePicker(label));
    }

    /** A field to choose several in. */
    public static <T> MultiSelectComboBox<T> several(String label) {
        return ComponentTexts.here().dress(new MultiSelectComboBox<>(label));
    }

    /**
     * A field to upload files with, none larger than its handler takes. Why one is not taken is said with its name: several
     * may have been chosen at once.
     */
    public static Upload upload(UploadHandler handler) {
        var upload = new Upload(handler);
        upload.setMaxFileSize(Math.toIntExact(handler.getFileSizeMax()));
        upload.addFileRejectedListener(e -> Notices.warning(e.getFileName() + ": " + e.getErrorMessage()));
        return ComponentTexts.here().dress(upload);
    }
}
