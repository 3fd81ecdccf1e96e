package id.kentongan.job.bench;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.rulebook.TrialRules;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rules of four shapes: of each ten four thresholds, two distinct counts, three sequences, one absence, all by source
 * address, looking back on up to 15 minutes. However many they are, they look at the same alerts, or at some that never
 * come.
 */
public final class BenchRules {
    /** Rule ids of Wazuh that occur and are looked at, by turns. */
    static final int LOOKED_AT = 40;

    private static final int NEVER = 50_000;

    private BenchRules() {}

    static String id(int number) {
        return Integer.toString(100_000 + number);
    }

    /** All of them over alerts that occur. */
    public static List<RuleRecord> busy(int number) {
        return busyAndIdle(number, number);
    }

    /** {@code busy} over alerts that occur, the others over alerts that never come. */
    public static List<RuleRecord> busyAndIdle(int busy, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> rule(i, i < busy ? 3 * i % LOOKED_AT : NEVER + 3 * i))
                .toList();
    }

    /** Sequences alone, each of two alerts within ten minutes. */
    static List<RuleRecord> sequences(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> record(i, List.of("a", "b"), """
                        @Name('match')
                        select a, b from pattern [every a=SourceIpAlert(ruleId = '%s')
                            -> b=SourceIpAlert(ruleId = '%s', entity = a.entity) where timer:within(10 min)];
                        """.formatted(id(first(i)), id(second(i)))))
                .toList();
    }

    static int first(int number) {
        return 2 * number % LOOKED_AT;
    }

    static int second(int number) {
        return (2 * number + 1) % LOOKED_AT;
    }

    private static RuleRecord rule(int number, int first) {
        String a = id(first);
        String b = id(first + 1);
        String c = id(first + 2);
        return switch (number % 10) {
            case 0, 1, 2, 3 -> record(number, List.of("f"), """
                    @Name('match')
                    select f from SourceIpAlert(ruleId in ('%s', '%s'))#time(15 min) as f
                    group by f.entity having count(*) = 35;
                    """.formatted(a, b));
            case 4, 5 -> record(number, List.of("f"), """
                    @Name('match')
                    select f from SourceIpAlert(ruleId in ('%s', '%s'), user is not null)#time(15 min) as f
                    group by f.entity having count(distinct f.user) = 30;
                    """.formatted(a, b));
            case 6, 7, 8 -> record(number, List.of("a", "b", "c"), """
                    @Name('match')
                    select a, b, c from pattern [every a=SourceIpAlert(ruleId = '%s')
                        -> (b=SourceIpAlert(ruleId = '%s', entity = a.entity)
                            -> c=SourceIpAlert(ruleId = '%s', entity = a.entity)) where timer:within(5 min)];
                    """.formatted(a, b, c));
            default -> record(number, List.of("a"), """
                    @Name('match')
                    select a from pattern [every a=SourceIpAlert(ruleId = '%s', user = 'u7')
                        -> (timer:interval(10 min) and not SourceIpAlert(ruleId = '%s', entity = a.entity))];
                    """.formatted(a, b));
        };
    }

    /** One that counts distinct accounts of one address within 15 minutes, and never gets there. */
    static RuleRecord distinct() {
        return record(0, List.of("f"), """
                @Name('match')
                select f from SourceIpAlert(ruleId = '%s', user is not null)#time(15 min) as f
                group by f.entity having count(distinct f.user) = 10000000;
                """.formatted(id(0)));
    }

    private static RuleRecord record(int number, List<String> steps, String epl) {
        return TrialRules.record("bench-" + number, steps, epl);
    }
}
