package nl.meedoen;

import nl.meedoen.backup.BackupCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the application: one process, one database, all rooms. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableScheduling
@Modulithic(systemName = "Meedoen")
public class Meedoen {

    /** Starts with the settings of application.yml, the environment and the command line; or makes or restores a backup. */
    public static void main(String[] arguments) {
        if (BackupCommand.wanted(arguments)) {
            System.exit(BackupCommand.run(arguments));
        }
        SpringApplication.run(Meedoen.class, arguments);
    }
}
