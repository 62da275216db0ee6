package nl.meedoen.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import nl.meedoen.Meedoen;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms, what they may use, and the map that says so. */
class RoomsTest {

    private static final Path MAP = Path.of("docs/map.md");
    private static final String BEGIN = "<!-- rooms: made by RoomsTest, do not edit -->";
    private static final String END = "<!-- end of rooms -->";

    private final ApplicationModules rooms = ApplicationModules.of(Meedoen.class);

    @Test
    void roomsUseOnlyWhatTheyDeclared() {
        rooms.verify();
    }

    /** Run with -Dmeedoen.write-map=true to write the map anew. */
    @Test
    void theMapIsCurrent() throws IOException {
        String page = Files.readString(MAP);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        String table = table();
        if (Boolean.getBoolean("meedoen.write-map")) {
            Files.writeString(MAP, page.substring(0, from) + "\n" + table + page.substring(to));
        } else {
            assertThat(page.substring(from, to).strip()).isEqualTo(table.strip());
        }
    }

    private String table() {
        StringBuilder table = new StringBuilder("| room | what it is | uses |\n|---|---|---|\n");
        List<ApplicationModule> sorted = rooms.stream()
                .sorted(Comparator.comparing(room -> room.getIdentifier().toString()))
                .toList();
        for (ApplicationModule room : sorted) {
            String uses = room.getDirectDependencies(rooms)
                    .uniqueModules()
                    .map(used -> used.getIdentifier().toString())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            table.append("| ")
                    .append(room.getIdentifier())
                    .append(" | ")
                    .append(saying(room.getBasePackage().getName()))
                    .append(" | ")
                    .append(uses.isEmpty() ? "nothing" : uses)
                    .append(" |\n");
        }
        return table.toString();
    }

    /** The first sentence of the room's own package comment: the door says what the room is. */
    private static String saying(String name) {
        Path file = Path.of("src/main/java", name.replace('.', '/'), "package-info.java");
        try {
            String text = Files.readString(file);
            int from = text.indexOf("/**");
            String comment = text.substring(from + 3, text.indexOf("*/", from))
                    .replaceAll("\\s*\\n\\s*\\*?\\s*", " ")
                    .strip();
            return comment.replaceAll("\\{@\\w+ ([^}]*)}", "$1").replace("|", "\\|");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
