package id.kentongan.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Criticality;
import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.FindingMark;
import id.kentongan.contracts.GapReason;
import id.kentongan.contracts.RuleStanding;
import id.kentongan.contracts.Severity;
import id.kentongan.desk.assessment.SiemRating;
import id.kentongan.desk.assessment.VaResult;
import id.kentongan.desk.assessment.Verdict;
import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.casefile.Refusal;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.casefile.WaitingFor;
import id.kentongan.desk.course.Waiting;
import id.kentongan.desk.deadline.LegalClock;
import id.kentongan.desk.report.DocumentKind;
import id.kentongan.desk.scan.ReportRefused;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z.]+)[(}]");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        Properties indonesian = messages("messages.properties");
        Properties english = messages("messages_en.properties");

        assertThat(english.keySet()).isEqualTo(indonesian.keySet());
        assertThat(indonesian.keySet())
                .allSatisfy(key ->
                        assertThat(places(english, key)).as("places in %s", key).isEqualTo(places(indonesian, key)));
    }

    @Test
    void everyWordOfTheContractsHasAName() throws IOException {
        Properties names = messages("messages.properties");

        assertThat(Arrays.stream(Severity.values()).map(one -> "severity." + lower(one)))
                .allMatch(names::containsKey);
        assertThat(Arrays.stream(FindingMark.values()).map(one -> "mark." + lower(one)))
                .allMatch(names::containsKey);
        assertThat(Arrays.stream(GapReason.values()).map(one -> "gap." + lower(one)))
                .allMatch(names::containsKey);
        assertThat(named("stage", StageName.values())).allMatch(names::containsKey);
        assertThat(named("standing", RuleStanding.values())).allMatch(names::containsKey);
        assertThat(named("move", Move.values())).allMatch(names::containsKey);
        assertThat(named("refusal", Refusal.values())).allMatch(names::containsKey);
        assertThat(named("refusal.scan", ReportRefused.Reason.values())).allMatch(names::containsKey);
        assertThat(named("role", Role.values())).allMatch(names::containsKey);
        assertThat(named("outcome", VaResult.Outcome.values())).allMatch(names::containsKey);
        assertThat(named("cause", Verdict.Cause.values())).allMatch(names::containsKey);
        assertThat(named("word", Verdict.Word.values())).allMatch(names::containsKey);
        assertThat(named("rating", SiemRating.values())).allMatch(names::containsKey);
        assertThat(named("criticality", Criticality.values())).allMatch(names::containsKey);
        assertThat(named("document", DocumentKind.values())).allMatch(names::containsKey);
        assertThat(Arrays.stream(StageName.values()).filter(one -> one.step() <= 10))
                .as("what the SOP asks of each step")
                .allMatch(one -> names.containsKey("walk.what." + one.step()));
        assertThat(named("waiting", WaitingFor.values())).allMatch(names::containsKey);
        assertThat(named("waitings.ended", Waiting.End.ANSWERED, Waiting.End.BY_HAND, Waiting.End.MOVED))
                .allMatch(names::containsKey);
        assertThat(named("waitings.ended", WaitingFor.ACCESS, WaitingFor.OPERATOR))
                .as("what may arrive")
                .allMatch(names::containsKey);
        assertThat(named("legal", LegalClock.values())).allMatch(names::containsKey);
        assertThat(Arrays.stream(EntityKind.values()).map(one -> "entity." + lower(one)))
                .allMatch(names::containsKey);
    }

    @Test
    void everyMessageIsUsed() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            for (Path file : files.filter(one -> one.toString().matches(".*\\.(html|java)"))
                    .toList()) {
                sources.append(Files.readString(file));
            }
        }
        assertThat(messages("messages.properties").stringPropertyNames())
                .filteredOn(key -> !key.matches(
                        "(severity|entity|error|gap|mark|stage|move|refusal|role|listing|walk|legal|next|done|outcome|cause|rating|word"
                                + "|gloss|criticality|document|exceptions|figures.line|figures.holder|source|lookup|standing|waitings.ended"
                                + "|wholeness|missing|life|reading|way|origin|dayoff|office|setting)\\..*"))
                .allMatch(key -> sources.indexOf("#{" + key) >= 0 || sources.indexOf('"' + key + '"') >= 0);
    }

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateHoldsVisibleTextOfItsOwn(Path template) throws IOException {
        var page = Jsoup.parse(Files.readString(template));

        assertThat(page.getAllElements().stream()
                        .flatMap(element -> element.textNodes().stream())
                        .filter(text -> !text.isBlank())
                        .map(TextNode::text))
                .isEmpty();
        assertThat(page.getAllElements().stream().filter(MessagesTest::namesItself))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateSkipsTheEscapingOrNamesAnUnknownMessage(Path template) throws IOException {
        String text = Files.readString(template);

        assertThat(text).doesNotContain("utext", "[(", "th:on", "onclick", "style=", "<style", "javascript:");
        assertThat(KEY.matcher(text).results().map(MatchResult::group).map(MessagesTest::key))
                .allMatch(messages("messages.properties")::containsKey);
    }

    /** Attributes that people read or hear, written out instead of taken from the messages. */
    private static boolean namesItself(Element element) {
        return Stream.of("title", "placeholder", "aria-label", "alt")
                .anyMatch(name -> !element.attr(name).isEmpty());
    }

    private static String key(String used) {
        return used.substring(2, used.length() - 1);
    }

    private static int places(Properties messages, Object key) {
        return new MessageFormat(messages.getProperty((String) key), Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static Stream<String> named(String group, Enum<?>... words) {
        return Arrays.stream(words).map(one -> group + "." + lower(one));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static Properties messages(String file) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
            messages.load(reader);
        }
        return messages;
    }
}
