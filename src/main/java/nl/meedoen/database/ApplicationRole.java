package nl.meedoen.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The role that the application works with, proven to stand under row-level security.
 *
 * @param name as the server knows it
 */
record ApplicationRole(String name) {

    private static final int OLDEST_VERSION = 15;

    private static final String QUESTION = """
            select current_user,
                   current_setting('server_version_num')::int / 10000,
                   rolsuper,
                   rolbypassrls,
                   exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                            where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'f')
                              and pg_has_role(current_user, c.relowner, 'member')),
                   exists (select 1 from pg_database
                            where datname = current_database() and pg_has_role(current_user, datdba, 'member'))
              from pg_roles
             where rolname = current_user
            """;

    /**
     * Asks the server who we are.
     *
     * @throws DatabaseUnavailable when the server does not answer or is older than version 15, or when this role could
     *     go round row-level security: a superuser, a role with BYPASSRLS, an owner or a member of one
     */
    static ApplicationRole check(DataSource application) {
        try (Connection connection = application.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(QUESTION)) {
            answer.next();
            String name = answer.getString(1);
            int version = answer.getInt(2);
            if (version < OLDEST_VERSION) {
                throw new DatabaseUnavailable("The database is PostgreSQL " + version + " and Meedoen needs version "
                        + OLDEST_VERSION + " or later.");
            }
            refuse(answer.getBoolean(3), name, "is a superuser");
            refuse(answer.getBoolean(4), name, "has BYPASSRLS");
            refuse(answer.getBoolean(5), name, "owns tables or is a member of the role that does");
            refuse(answer.getBoolean(6), name, "owns the database or is a member of the role that does");
            return new ApplicationRole(name);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The database cannot be reached with the application's role: " + said(e), e);
        }
    }

    /**
     * Makes sure that another role does the migrations: who makes a table owns it.
     *
     * @throws DatabaseUnavailable when this role would, or the owner's credentials are not accepted
     */
    void mustNotMigrate(DataSource migrations) {
        try (Connection connection = migrations.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select current_user")) {
            answer.next();
            if (name.equals(answer.getString(1))) {
                throw new DatabaseUnavailable("The application's database role \"" + name
                        + "\" must not make the tables: give the role that owns the database in SPRING_FLYWAY_URL,"
                        + " SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD.");
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The database cannot be reached with the owner's role: " + said(e), e);
        }
    }

    private static String said(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }

    private static void refuse(boolean wrong, String name, String why) {
        if (wrong) {
            throw new DatabaseUnavailable("The application's database role \"" + name + "\" " + why
                    + ", which would go round row-level security: give SPRING_DATASOURCE_USERNAME a plain role, and"
                    + " the owner to SPRING_FLYWAY_USER.");
        }
    }
}
