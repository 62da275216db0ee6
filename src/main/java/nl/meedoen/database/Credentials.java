package nl.meedoen.database;

/** A database role and its password. */
record Credentials(String role, String password) {

    @Override
    public String toString() {
        return "Credentials[" + role + "]";
    }
}
