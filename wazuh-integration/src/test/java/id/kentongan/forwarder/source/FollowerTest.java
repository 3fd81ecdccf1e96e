package id.kentongan.forwarder.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowerTest {
    @TempDir
    Path wazuh;

    private final Tick clock = new Tick();
    private Path alerts;
    private Path dated;

    @BeforeEach
    void layOutAsWazuhDoes() throws IOException {
        dated = Files.createDirectories(wazuh.resolve("logs/alerts/2026/Nov"));
        alerts = wazuh.resolve("logs/alerts/alerts.json");
        Files.createFile(dated.resolve("ossec-alerts-01.json"));
        Files.createLink(alerts, dated.resolve("ossec-alerts-01.json"));
    }

    @Test
    void directoryOfWazuhOrOfItsLogsOrTheFileItselfIsFollowed() throws IOException {
        Lines.append(alerts, "one\n");

        for (Path path : List.of(wazuh, wazuh.resolve("logs"), alerts.getParent(), alerts)) {
            try (Follower follower = new Follower(path, null, clock)) {
                assertThat(Lines.all(follower)).containsExactly("one");
            }
        }
    }

    @Test
    void halfLineWaitsForItsRest() throws IOException {
        try (Follower follower = new Follower(wazuh, null, clock)) {
            Lines.append(alerts, "one\ntw");
            assertThat(Lines.all(follower)).containsExactly("one");
            Lines.append(alerts, "o\n");
            assertThat(Lines.all(follower)).containsExactly("two");
        }
    }

    @Test
    void openDayIsFinishedBeforeTheNextIsRead() throws IOException {
        try (Follower follower = new Follower(wazuh, null, clock)) {
            Lines.append(alerts, "one\n");
            Lines.all(follower);

            swap("ossec-alerts-02.json");
            Lines.append(alerts, "three\n");
            Lines.append(dated.resolve("ossec-alerts-01.json"), "two\n");

            assertThat(Lines.all(follower)).containsExactly("two");
            clock.pass(Duration.ofSeconds(2));
            assertThat(Lines.all(follower)).isEmpty();
            assertThat(Lines.all(follower)).containsExactly("three");
        }
    }

    @Test
    void newFileHasAnotherIdentityAndStartsAtZero() throws IOException {
        try (Follower follower = new Follower(wazuh, null, clock)) {
            Lines.append(alerts, "one\n");
            Position first = Lines.taken(follower).get(0).position();
            swap("ossec-alerts-02.json");
            Lines.append(alerts, "two\n");
            Position second = finishedAndNext(follower);

            assertThat(second.file()).isNotEqualTo(first.file()).isGreaterThan(first.file());
            assertThat(second.offset()).isZero();
        }
    }

    @Test
    void truncatedFileIsReadAnew() throws IOException {
        try (Follower follower = new Follower(wazuh, null, clock)) {
            Lines.append(alerts, "a long line\n");
            Lines.all(follower);
            Files.writeString(alerts, "b\n");
            Lines.all(follower);

            assertThat(Lines.all(follower)).containsExactly("b");
        }
    }

    @Test
    void restartGoesOnBehindTheLastLineWithTheSameIdentity() throws IOException {
        Lines.append(alerts, "one\ntwo\n");
        Line first;
        try (Follower follower = new Follower(wazuh, null, clock)) {
            first = (Line) follower.next();
        }
        clock.pass(Duration.ofHours(1));

        try (Follower again = new Follower(wazuh, first.position(), clock)) {
            Line second = (Line) again.next();
            assertThat(Lines.text(second)).isEqualTo("two");
            assertThat(second.position().file()).isEqualTo(first.position().file());
            assertThat(second.position().offset()).isEqualTo(4);
        }
    }

    /** An inode number is used again soon after its file is gone; the first line tells the files apart. */
    @Test
    void otherContentUnderTheSameInodeIsAnotherFile() throws IOException {
        Lines.append(alerts, "one\ntwo\n");
        Position last;
        try (Follower follower = new Follower(wazuh, null, clock)) {
            last = Lines.taken(follower).get(1).position();
        }
        Files.writeString(alerts, "uno\ndue\ntre\n");

        try (Follower again = new Follower(wazuh, last, clock)) {
            assertThat(Lines.all(again)).containsExactly("uno", "due", "tre");
        }
    }

    @Test
    void absentFileIsNoSilence() throws IOException {
        Files.delete(alerts);
        try (Follower follower = new Follower(wazuh, null, clock)) {
            assertThat(follower.next()).isNull();
            assertThat(follower.listening()).isFalse();

            Lines.append(alerts, "one\n");
            assertThat(Lines.all(follower)).containsExactly("one");
            assertThat(follower.listening()).isTrue();
        }
    }

    private Position finishedAndNext(Follower follower) throws IOException {
        Lines.all(follower);
        clock.pass(Duration.ofSeconds(2));
        Lines.all(follower);
        return Lines.taken(follower).get(0).position();
    }

    private void swap(String next) throws IOException {
        Files.createFile(dated.resolve(next));
        Files.delete(alerts);
        Files.createLink(alerts, dated.resolve(next));
        clock.pass(Duration.ofMillis(5));
    }
}
