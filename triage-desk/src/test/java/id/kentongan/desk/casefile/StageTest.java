package id.kentongan.desk.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of moves, written a second time by hand, against the code. */
class StageTest {
    /** From, move, who may (A analyst, K coordinator, H head), to. Everything else is refused. */
    private static final String TABLE = """
            KANDIDAT        TAKE                    A   ANALISIS
            KANDIDAT        MERGE                   A   DIGABUNG
            KANDIDAT        DISMISS                 A   BUKAN_ANOMALI
            ANALISIS        CONFIRM_ANOMALY         A   PEMBUKTIAN
            ANALISIS        REANALYSE               A   ANALISIS_ULANG
            ANALISIS_ULANG  TAKE                    A   ANALISIS
            ANALISIS_ULANG  DISMISS                 A   BUKAN_ANOMALI
            PEMBUKTIAN      CONCLUDE_FALSE_NEGATIVE A   LAPORAN_INSIDEN
            PEMBUKTIAN      CONCLUDE_FALSE_POSITIVE A   LAPORAN_KERJA
            LAPORAN_KERJA   SEND                    A   LAPORAN_KERJA
            LAPORAN_KERJA   ACKNOWLEDGE             K   SELESAI_FP
            LAPORAN_KERJA   RETURN                  K   LAPORAN_KERJA
            LAPORAN_INSIDEN SEND                    A   DIKIRIM
            DIKIRIM         VERIFY                  K   DIVERIFIKASI
            DIKIRIM         RETURN                  K   LAPORAN_INSIDEN
            DIVERIFIKASI    RATIFY                  H   DISAHKAN
            DIVERIFIKASI    RETURN                  H   LAPORAN_INSIDEN
            DISAHKAN        ISSUE_LETTER            A   SURAT_TERBIT
            SURAT_TERBIT    FOLLOW_UP               AH  TINDAK_LANJUT
            SURAT_TERBIT    CLOSE                   AH  SELESAI_FN
            TINDAK_LANJUT   CLOSE                   A   SELESAI_FN
            SELESAI_FP      REOPEN                  K   ANALISIS
            SELESAI_FN      REOPEN                  K   ANALISIS
            BUKAN_ANOMALI   REOPEN                  K   ANALISIS
            DIGABUNG        REOPEN                  K   ANALISIS
            """;

    private static final Map<Character, Role> LETTERS =
            Map.of('A', Role.ANALYST, 'K', Role.COORDINATOR, 'H', Role.HEAD);
    private static final Grounds ALL_GROUNDS = new Grounds(true, 1, true, Duration.ofDays(30), false);

    @Test
    void everyStageRoleAndMoveIsAllowedOrRefusedAsTheTableSays() {
        Map<String, String> expected = expected();
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (StageName from : StageName.values()) {
            for (Role role : Role.values()) {
                for (Move move : Move.values()) {
                    String pair = from.sop() + " " + role + " " + move;
                    String said = said(stage(from).decide(asked("ani", role, move, ALL_GROUNDS)));
                    if (!said.equals(expected.getOrDefault(pair, "refused"))) {
                        wrong.add(pair + " gives " + said);
                    }
                    tried++;
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isEqualTo(15 * 6 * 16);
        assertThat(expected).hasSize(27);
    }

    @Test
    void aMoveOfTheTableThatBelongsToAnotherRoleSaysSo() {
        for (Role role : Role.values()) {
            if (role != Role.HEAD) {
                assertThat(new Stage.Verified("ani", "budi").decide(asked("eka", role, Move.RATIFY, ALL_GROUNDS)))
                        .isEqualTo(new Decision.Refused(Refusal.NOT_YOUR_ROLE));
            }
        }
        assertThat(new Stage.Verified("ani", "budi").decide(asked("eka", Role.HEAD, Move.TAKE, ALL_GROUNDS)))
                .isEqualTo(new Decision.Refused(Refusal.NOT_FROM_HERE));
    }

    @ParameterizedTest
    @CsvSource({
        "SENT, COORDINATOR, VERIFY, ani",
        "VERIFIED, HEAD, RATIFY, ani",
        "VERIFIED, HEAD, RATIFY, budi",
        "WORK_REPORT, COORDINATOR, ACKNOWLEDGE, ani"
    })
    void nobodyApprovesTheirOwnWorkUnlessTheTeamIsSmallAndThenItIsMarked(
            StageName from, Role role, Move move, String person) {
        Stage stage = Stage.of(from, "ani", "budi");

        assertThat(stage.decide(asked(person, role, move, ALL_GROUNDS)))
                .isEqualTo(new Decision.Refused(Refusal.SAME_PERSON));
        assertThat(stage.decide(asked(person, role, move, ALL_GROUNDS.inSmallTeam(true))))
                .isInstanceOfSatisfying(
                        Decision.Allowed.class,
                        allowed -> assertThat(allowed.waived()).isTrue());
        assertThat(stage.decide(asked("eka", role, move, ALL_GROUNDS)))
                .isInstanceOfSatisfying(
                        Decision.Allowed.class,
                        allowed -> assertThat(allowed.waived()).isFalse());
    }

    @ParameterizedTest
    @CsvSource({
        "CANDIDATE, ANALYST, DISMISS, REASON_MISSING",
        "REANALYSIS, ANALYST, DISMISS, REASON_MISSING",
        "PROVING, ANALYST, CONCLUDE_FALSE_NEGATIVE, PROOF_MISSING",
        "PROVING, ANALYST, CONCLUDE_FALSE_POSITIVE, PROOF_MISSING",
        "SENT, COORDINATOR, RETURN, REASON_MISSING",
        "VERIFIED, HEAD, RETURN, REASON_MISSING",
        "RATIFIED, ANALYST, ISSUE_LETTER, LETTER_MISSING",
        "NO_ANOMALY, COORDINATOR, REOPEN, REASON_MISSING"
    })
    void withoutItsGroundsAMoveIsRefused(StageName from, Role role, Move move, Refusal why) {
        assertThat(stage(from).decide(asked("eka", role, move, Grounds.NONE))).isEqualTo(new Decision.Refused(why));
    }

    @Test
    void aVerdictNeedsBothProofAndReason() {
        Grounds proofAlone = Grounds.NONE.withProofs(2);

        assertThat(new Stage.Proving().decide(asked("ani", Role.ANALYST, Move.CONCLUDE_FALSE_NEGATIVE, proofAlone)))
                .isEqualTo(new Decision.Refused(Refusal.REASON_MISSING));
    }

    @Test
    void aWorkReportIsKnownOnlyAfterItWasSent() {
        Stage written = new Stage.WorkReport(null);

        assertThat(written.decide(asked("budi", Role.COORDINATOR, Move.ACKNOWLEDGE, ALL_GROUNDS)))
                .isEqualTo(new Decision.Refused(Refusal.NOT_SENT));
        assertThat(written.decide(asked("ani", Role.ANALYST, Move.SEND, Grounds.NONE)))
                .isEqualTo(new Decision.Allowed(new Stage.WorkReport("ani"), Role.ANALYST, false));
    }

    @Test
    void afterThirtyDaysAClosedCaseStaysClosed() {
        Grounds late = ALL_GROUNDS.closedFor(Duration.ofDays(30).plusSeconds(1));

        assertThat(new Stage.ClosedFalseNegative().decide(asked("budi", Role.COORDINATOR, Move.REOPEN, late)))
                .isEqualTo(new Decision.Refused(Refusal.TOO_LATE));
    }

    @Test
    void theReportOnItsWayKeepsWhoWroteAndWhoVerified() {
        Stage sent = next(new Stage.IncidentReport(), "ani", Role.ANALYST, Move.SEND);
        Stage verified = next(sent, "budi", Role.COORDINATOR, Move.VERIFY);

        assertThat(sent).isEqualTo(new Stage.Sent("ani"));
        assertThat(verified).isEqualTo(new Stage.Verified("ani", "budi"));
        assertThat(next(verified, "eka", Role.HEAD, Move.RATIFY)).isEqualTo(new Stage.Ratified());
    }

    @ParameterizedTest
    @EnumSource(StageName.class)
    void everyStageIsReadBackFromItsName(StageName name) {
        assertThat(Stage.of(name, "ani", "budi").name()).isEqualTo(name);
    }

    private static Stage next(Stage from, String person, Role role, Move move) {
        return ((Decision.Allowed) from.decide(asked(person, role, move, ALL_GROUNDS))).next();
    }

    /** With an author and a verifier who are none of those who ask. */
    private static Stage stage(StageName name) {
        return Stage.of(name, "tia", "udin");
    }

    private static Request asked(String person, Role role, Move move, Grounds grounds) {
        return new Request(move, new Actor(person, Set.of(role)), grounds);
    }

    private static String said(Decision decision) {
        return decision instanceof Decision.Allowed allowed
                ? allowed.next().name().sop()
                : "refused";
    }

    private static Map<String, String> expected() {
        Map<String, String> expected = new TreeMap<>();
        TABLE.lines().map(line -> line.split(" +")).forEach(row -> {
            for (char letter : row[2].toCharArray()) {
                expected.put(row[0] + " " + LETTERS.get(letter) + " " + row[1], row[3]);
            }
        });
        return expected;
    }
}
