package id.kentongan.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsPageTest {
    @Test
    void thePageSaysWhatTheCodeSays() throws IOException {
        Path page = Path.of(System.getProperty("kentongan.root"), "docs", "topics.md");

        List<String> rows = Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        Arrays.stream(Topic.values()).map(TopicsPageTest::row).toList());
    }

    private static String row(Topic topic) {
        String kept = topic.kept() == Topic.Kept.NEWEST_PER_KEY ? "newest per key" : "30 days";
        return "| `" + topic.named("") + "` | " + topic.key() + " | " + topic.writtenBy() + " | " + topic.readBy()
                + " | " + kept + " | " + topic.partitions() + " |";
    }
}
