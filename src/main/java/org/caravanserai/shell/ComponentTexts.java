package org.caravanserai.shell;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.SimpleDateFormat;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.avatar.Avatar.AvatarI18n;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker.DateTimePickerI18n;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBar.MenuBarI18n;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNav.SideNavI18n;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.EmailField.EmailFieldI18n;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.IntegerField.IntegerFieldI18n;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextArea.TextAreaI18n;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextField.TextFieldI18n;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.component.timepicker.TimePicker.TimePickerI18n;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import java.time.DayOfWeek;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The words that Vaadin's components say by themselves, in the reader's language: they ship none. The layout dresses every
 * view that it shows; fields that may come later, such as a date picker in a dialog, are made by {@link Fields}.
 */
public final class ComponentTexts {

    private final Words words;
    private final Text text;

    /** What a key says in the reader's language. */
    @FunctionalInterface
    interface Text {

        String apply(String key, Object... arguments);
    }

    private ComponentTexts(Words words, Text text) {
        this.words = words;
        this.text = text;
    }

    /** The words for the reader of the current user interface. */
    public static ComponentTexts here() {
        var words = Words.here();
        return new ComponentTexts(words, words::get);
    }

    static ComponentTexts of(Words words, Text text) {
        return new ComponentTexts(words, text);
    }

    /** Gives a component and all below it their words; those that a view has set itself stay. */
    public <C extends Component> C dress(C component) {
        switch ((Component) component) {
            case DateTimePicker picker -> {
                picker.setLocale(locale());
                picker.setDatePickerI18n(datePicker());
                if (picker.getI18n() == null) {
                    picker.setI18n(dateTimePicker());
                }
                return component;
            }
            case DatePicker picker -> {
                picker.setLocale(locale());
                if (picker.getI18n() == null) {
                    picker.setI18n(datePicker());
                }
            }
            case TimePicker picker -> {
                picker.setLocale(locale());
                if (picker.getI18n() == null) {
                    picker.setI18n(timePicker());
                }
            }
            case Upload upload when upload.getI18n() == null -> upload.setI18n(upload(upload.getMaxFileSize()));
            case MenuBar bar
            when bar.getI18n() == null ->
                bar.setI18n(new MenuBarI18n().setMoreOptions(text.apply("shell.component.more")));
            case Avatar avatar
            when avatar.getI18n() == null ->
                avatar.setI18n(new AvatarI18n().setAnonymous(text.apply("shell.component.anonymous")));
            case MultiSelectComboBox<?> box when box.getI18n() == null -> box.setI18n(multiSelect());
            case SideNav nav
            when nav.getI18n() == null ->
                nav.setI18n(new SideNavI18n().setToggle(text.apply("shell.component.toggle")));
            case TextField field
            when field.getI18n() == null -> field.setI18n(new TextFieldI18n().setRequiredErrorMessage(required()));
            case TextArea area
            when area.getI18n() == null -> area.setI18n(new TextAreaI18n().setRequiredErrorMessage(required()));
            case EmailField field
            when field.getI18n() == null ->
                field.setI18n(new EmailFieldI18n()
                        .setRequiredErrorMessage(required())
                        .setPatternErrorMessage(text.apply("shell.component.email")));
            case IntegerField field
            when field.getI18n() == null ->
                field.setI18n(new IntegerFieldI18n()
                        .setRequiredErrorMessage(required())
                        .setBadInputErrorMessage(text.apply("shell.component.number"))
                        .setMinErrorMessage(text.apply("shell.component.range"))
                        .setMaxErrorMessage(text.apply("shell.component.range"))
                        .setStepErrorMessage(text.apply("shell.component.number")));
            default -> {}
        }
        component.getChildren().toList().forEach(this::dress);
        return component;
    }

    DatePickerI18n datePicker() {
        var icu = words.language().icuLocale();
        var symbols = DateFormatSymbols.getInstance(icu);
        var standalone = DateFormatSymbols.STANDALONE;
        // ICU's arrays begin with Sunday in place 1; Vaadin's lists begin with Sunday in place 0.
        return new DatePickerI18n()
                .setMonthNames(names(symbols.getMonths(standalone, DateFormatSymbols.WIDE), 0, 12))
                .setWeekdays(names(symbols.getWeekdays(standalone, DateFormatSymbols.WIDE), 1, 8))
                .setWeekdaysShort(names(symbols.getWeekdays(standalone, DateFormatSymbols.SHORT), 1, 8))
                .setFirstDayOfWeek(firstDayOfWeek())
                .setDateFormats(dateFormat(), "yyyy-MM-dd")
                .setToday(text.apply("shell.component.today"))
                .setCancel(text.apply("shell.cancel"))
                .setBadInputErrorMessage(text.apply("shell.component.date"))
                .setRequiredErrorMessage(required())
                .setMinErrorMessage(text.apply("shell.component.range"))
                .setMaxErrorMessage(text.apply("shell.component.range"));
    }

    DateTimePickerI18n dateTimePicker() {
        return new DateTimePickerI18n()
                .setDateLabel(text.apply("shell.component.dateLabel"))
                .setTimeLabel(text.apply("shell.component.timeLabel"))
                .setBadInputErrorMessage(text.apply("shell.component.date"))
                .setIncompleteInputErrorMessage(text.apply("shell.component.incomplete"))
                .setRequiredErrorMessage(required())
                .setMinErrorMessage(text.apply("shell.component.range"))
                .setMaxErrorMessage(text.apply("shell.component.range"));
    }

    TimePickerI18n timePicker() {
        return new TimePickerI18n()
                .setBadInputErrorMessage(text.apply("shell.component.time"))
                .setRequiredErrorMessage(required())
                .setMinErrorMessage(text.apply("shell.component.range"))
                .setMaxErrorMessage(text.apply("shell.component.range"));
    }

    MultiSelectComboBoxI18n multiSelect() {
        return new MultiSelectComboBoxI18n()
                .setCleared(text.apply("shell.component.cleared"))
                .setFocused(text.apply("shell.component.focused"))
                .setSelected(text.apply("shell.component.selected"))
                .setDeselected(text.apply("shell.component.deselected"))
                .setTotal(text.apply("shell.component.total"))
                .setRequiredErrorMessage(required());
    }

    /** Words for files of so many bytes at most. */
    UploadI18N upload(int largest) {
        var tooLarge = text.apply("shell.component.fileTooBig", largest / 1024 / 1024);
        var one = text.apply("shell.component.chooseFile");
        var many = text.apply("shell.component.chooseFiles");
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(one).setMany(many))
                .setDropFiles(new UploadI18N.DropFiles()
                        .setOne(text.apply("shell.component.dropFile"))
                        .setMany(text.apply("shell.component.dropFiles")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(text.apply("shell.component.tooManyFiles"))
                        .setFileIsTooBig(tooLarge)
                        .setIncorrectFileType(text.apply("shell.component.fileType")))
                .setFile(new UploadI18N.File()
                        .setRetry(text.apply("shell.tryAgain"))
                        .setStart(text.apply("shell.component.start"))
                        .setRemove(text.apply("shell.remove")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(text.apply("shell.component.connecting"))
                                .setStalled(text.apply("shell.component.stalled"))
                                .setProcessing(text.apply("shell.component.processing"))
                                .setHeld(text.apply("shell.component.held")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(text.apply("shell.component.remaining") + " ")
                                .setUnknown(text.apply("shell.component.remainingUnknown")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(text.apply("shell.component.uploadUnavailable"))
                                .setUnexpectedServerError(text.apply("shell.component.uploadFailed"))
                                .setForbidden(text.apply("shell.component.uploadForbidden"))
                                .setFileTooLarge(tooLarge)))
                .setUnits(List.of("B", "kB", "MB", "GB", "TB"));
    }

    int firstDayOfWeek() {
        var first = WeekFields.of(locale()).getFirstDayOfWeek();
        return first == DayOfWeek.SUNDAY ? 0 : first.getValue();
    }

    String dateFormat() {
        var icu = com.ibm.icu.text.DateFormat.getDateInstance(
                com.ibm.icu.text.DateFormat.SHORT, words.language().icuLocale());
        var pattern = icu instanceof SimpleDateFormat simple ? simple.toPattern() : "yyyy-MM-dd";
        // The picker knows days, months and years alone, and a year of two digits would be guessed at.
        var clean = pattern.replaceAll("[^dMy./\\- ]", "").strip().replaceAll("y+", "yyyy");
        return clean.replaceAll("(?<!M)M(?!M)", "MM")
                .replaceAll("(?<!d)d(?!d)", "dd")
                .replaceAll("[. /-]+$", "");
    }

    private Locale locale() {
        return words.language().locale();
    }

    private String required() {
        return text.apply("shell.component.required");
    }

    private static List<String> names(String[] all, int from, int to) {
        return List.copyOf(Arrays.asList(Arrays.copyOfRange(all, from, to)));
    }
}
