package id.kentongan.desk.addendum;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.desk.casefile.Actor;
import id.kentongan.desk.casefile.Decision;
import id.kentongan.desk.casefile.Grounds;
import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.casefile.Refusal;
import id.kentongan.desk.casefile.Request;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.casefile.Stage;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.report.DocumentKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every stage that an addendum can come to, with every role and move, against a table written by hand. */
class WayTest {
    private static final Grounds ALL_GROUNDS = new Grounds(true, 1, true, Duration.ofDays(30), false);

    @ParameterizedTest
    @CsvSource({"INCIDENT_REPORT", "INCIDENT_FORM", "NOTICE_LETTER"})
    void goesTheWayOfAReportAndNowhereElse(DocumentKind kind) {
        assertThat(walked(kind))
                .containsExactlyInAnyOrder(
                        "INCIDENT_REPORT ANALYST SEND SENT",
                        "SENT COORDINATOR VERIFY VERIFIED",
                        "SENT COORDINATOR RETURN INCIDENT_REPORT",
                        "VERIFIED HEAD RATIFY RATIFIED",
                        "VERIFIED HEAD RETURN INCIDENT_REPORT");
    }

    @Test
    void ofALaporanKerjaItIsAcknowledged() {
        assertThat(walked(DocumentKind.WORK_REPORT))
                .containsExactlyInAnyOrder(
                        "WORK_REPORT ANALYST SEND WORK_REPORT sent",
                        "WORK_REPORT sent COORDINATOR ACKNOWLEDGE CLOSED_FALSE_POSITIVE",
                        "WORK_REPORT sent COORDINATOR RETURN WORK_REPORT");
    }

    @ParameterizedTest
    @CsvSource({
        "SENT, COORDINATOR, VERIFY, ani",
        "VERIFIED, HEAD, RATIFY, ani",
        "VERIFIED, HEAD, RATIFY, budi",
        "WORK_REPORT, COORDINATOR, ACKNOWLEDGE, ani"
    })
    void nobodyDecidesOnTheirOwnUnlessTheTeamIsSmall(StageName from, Role role, Move move, String person) {
        Stage stage = Stage.of(from, "ani", "budi");

        assertThat(Way.decide(stage, asked(person, role, move, ALL_GROUNDS)))
                .isEqualTo(new Decision.Refused(Refusal.SAME_PERSON));
        assertThat(Way.decide(stage, asked(person, role, move, ALL_GROUNDS.inSmallTeam(true))))
                .isInstanceOfSatisfying(
                        Decision.Allowed.class,
                        allowed -> assertThat(allowed.waived()).isTrue());
    }

    @Test
    void withoutAReasonItDoesNotGoBack() {
        assertThat(Way.decide(new Stage.Sent("ani"), asked("budi", Role.COORDINATOR, Move.RETURN, Grounds.NONE)))
                .isEqualTo(new Decision.Refused(Refusal.REASON_MISSING));
    }

    /** All that is allowed from the beginning on. */
    private static Set<String> walked(DocumentKind kind) {
        Set<String> allowed = new TreeSet<>();
        Set<Stage> seen = new HashSet<>();
        Deque<Stage> next = new ArrayDeque<>(Set.of(Way.beginning(kind)));
        while (!next.isEmpty()) {
            Stage from = next.pop();
            if (!seen.add(from)) {
                continue;
            }
            for (Role role : Role.values()) {
                for (Move move : Move.values()) {
                    Decision said = Way.decide(from, asked(role.name(), role, move, ALL_GROUNDS));
                    if (said instanceof Decision.Allowed on) {
                        allowed.add(named(from) + " " + role + " " + move + " " + named(on.next()));
                        next.add(on.next());
                    }
                }
            }
        }
        return allowed;
    }

    private static String named(Stage stage) {
        return stage.name() + (stage instanceof Stage.WorkReport report && report.author() != null ? " sent" : "");
    }

    private static Request asked(String person, Role role, Move move, Grounds grounds) {
        return new Request(move, new Actor(person, Set.of(role)), grounds);
    }
}
