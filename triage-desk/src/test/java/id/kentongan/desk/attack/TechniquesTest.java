package id.kentongan.desk.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TechniquesTest {
    private static final Pattern ID = Pattern.compile("T\\d{4}(\\.\\d{3})?");

    @Test
    void aTechniqueHasItsNameAndWordsInBothLanguages() {
        Technique webShell = Techniques.of("T1505.003").orElseThrow();

        assertThat(webShell.name()).isEqualTo("Web Shell");
        assertThat(webShell.words().id()).startsWith("Menanam halaman");
        assertThat(webShell.words().en()).startsWith("Planting a page");
    }

    @Test
    void aSubTechniqueWithoutWordsOfItsOwnHasThoseOfItsTechnique() {
        assertThat(Techniques.of("T1110.004").orElseThrow().written()).isEqualTo("T1110.004 (Brute Force)");
    }

    @Test
    void whatIsNoTechniqueIsLeftAsItIs() {
        assertThat(Techniques.of("T9999")).isEmpty();
        assertThat(Techniques.of("T9999.001")).isEmpty();
        assertThat(Techniques.of("<script>")).isEmpty();
        assertThat(Techniques.written(List.of("T1190", "<b>")))
                .isEqualTo("T1190 (Exploit Public-Facing Application), <b>");
    }

    @Test
    void everyTechniqueOfTheShippedRulesIsExplained() throws IOException {
        try (Stream<Path> rules = Files.walk(Path.of("..", "rules"))) {
            List<String> ids = rules.filter(file -> file.endsWith("rule.yml"))
                    .flatMap(TechniquesTest::ids)
                    .distinct()
                    .toList();

            assertThat(ids).isNotEmpty().allMatch(id -> Techniques.of(id).isPresent());
        }
    }

    private static Stream<String> ids(Path rule) {
        try {
            return ID.matcher(Files.readString(rule)).results().map(MatchResult::group);
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
