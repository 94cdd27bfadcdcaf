package org.caravanserai.platform;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Tells whether other processes can be at work on the same database. The embedded one belongs to this process alone. */
@Component
public class ServerDatabase {

    private final boolean shared;

    @Autowired
    ServerDatabase(DataSource source) throws SQLException {
        try (var connection = source.getConnection()) {
            shared = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        }
    }

    /** One of which it is known. */
    public ServerDatabase(boolean shared) {
        this.shared = shared;
    }

    /** Whether there can be others. */
    public boolean isShared() {
        return shared;
    }
}
