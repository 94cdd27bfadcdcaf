package org.caravanserai.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.caravanserai.text.PersonName;

/** The seven columns that make a name, for lists that are read without entities. */
public final class PersonNameColumns {

    /** How many columns there are. */
    public static final int COUNT = 7;

    private PersonNameColumns() {}

    /** The columns of a table alias, separated by commas, in the order that {@link #at} reads them. */
    public static String of(String alias) {
        return String.join(
                ", ",
                alias + ".published",
                alias + ".family",
                alias + ".given",
                alias + ".name_order",
                alias + ".native_script",
                alias + ".kana",
                alias + ".patronymic");
    }

    /** The name that begins at a column. */
    public static PersonName at(ResultSet row, int first) throws SQLException {
        return new PersonName(
                row.getString(first),
                row.getString(first + 1),
                row.getString(first + 2),
                PersonName.Order.valueOf(row.getString(first + 3)),
                row.getString(first + 4),
                row.getString(first + 5),
                row.getString(first + 6));
    }
}
