package nl.meedoen.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.util.FileSystemUtils;

/**
 * The folder that holds the embedded server's files, readable by its owner alone and locked for as long as this object
 * is open.
 */
final class DataFolder implements AutoCloseable {

    private static final String MAJOR_VERSION = "18";

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Makes the folder where needed and locks it before anything in it is touched.
     *
     * @throws DatabaseUnavailable when it cannot be written or another process has it
     */
    static DataFolder open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            createPrivately(root);
            return new DataFolder(root, lock(root));
        } catch (AccessDeniedException | FileAlreadyExistsException e) {
            throw new DatabaseUnavailable(
                    "The data folder " + root + " cannot be written by this user: start as its owner or choose another"
                            + " folder with meedoen.data.",
                    e);
        } catch (IOException e) {
            throw new DatabaseUnavailable("The data folder " + root + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    /** Where the server keeps its tables. */
    Path cluster() {
        return root.resolve("postgres");
    }

    /**
     * Where the server's programs are unpacked. Never above the cluster: the library clears the folders beside its
     * programs when it starts.
     */
    Path programs() {
        return root.resolve("postgres-bin");
    }

    /** What the server itself has to say. */
    Path log() {
        return root.resolve("postgres.log");
    }

    /** Begins a new log and keeps the one before. */
    void turnLog() throws IOException {
        if (Files.exists(log())) {
            Files.move(log(), root.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The password in the file of this name, made at random the first time. */
    String password(String role) {
        Path file = passwordFile(role);
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                // whole or not at all: a crash in between must not leave an empty password
                Path draft = file.resolveSibling(file.getFileName() + ".new");
                Files.deleteIfExists(draft);
                Files.createFile(draft, attributes(draft, "rw-------"));
                Files.writeString(draft, HexFormat.of().formatHex(random), StandardOpenOption.DSYNC);
                Files.move(draft, file);
            }
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file that holds the password of this role. */
    Path passwordFile(String role) {
        return root.resolve(role + ".password");
    }

    /**
     * Clears a cluster whose first start was cut short: nothing was ever stored in it.
     *
     * @throws DatabaseUnavailable when the cluster was written by another major version of PostgreSQL
     */
    void checkCluster() {
        try {
            if (Files.exists(unfinished())) {
                FileSystemUtils.deleteRecursively(cluster());
            }
            Path version = cluster().resolve("PG_VERSION");
            if (Files.exists(version)) {
                String found = Files.readString(version).trim();
                if (!found.equals(MAJOR_VERSION)) {
                    throw new DatabaseUnavailable("The data in " + cluster() + " was written by PostgreSQL " + found
                            + " and this version of Meedoen brings PostgreSQL " + MAJOR_VERSION
                            + ": make a backup with the version that wrote it and restore that.");
                }
            } else {
                Files.writeString(unfinished(), "The first start has not been completed yet.\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From here on the cluster holds something worth keeping. */
    void markFinished() {
        try {
            Files.deleteIfExists(unfinished());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path unfinished() {
        return root.resolve("postgres.unfinished");
    }

    private static void createPrivately(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root, attributes(root.getRoot(), "rwx------"));
        }
        if (!Files.isWritable(root)) {
            throw new AccessDeniedException(root.toString());
        }
        PosixFileAttributeView rights = Files.getFileAttributeView(root, PosixFileAttributeView.class);
        if (rights != null) {
            rights.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException sameProcess) {
            // answered below: it makes no difference who holds the lock
        }
        channel.close();
        throw new DatabaseUnavailable("Meedoen is already running on the data folder " + root
                + ": stop that one, or choose another folder with meedoen.data.");
    }

    private static FileAttribute<?>[] attributes(Path where, String rights) {
        boolean posix = where.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
