package id.kentongan.desk.figures;

import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.deadline.Limit;
import id.kentongan.desk.figures.Load.Holder;
import id.kentongan.desk.figures.MonthView.Line;
import id.kentongan.desk.figures.MonthView.Spent;
import id.kentongan.desk.figures.MonthView.StepLine;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Visible;
import id.kentongan.desk.people.People;
import id.kentongan.desk.rules.RuleReports;
import id.kentongan.desk.settings.DeskSettings;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The figures of the coordinator's and the head's pages, in one language. */
@Component
public class Figures {
    private static final int MOST_SHARES = 5;
    private static final Comparator<Load> BUSIEST_FIRST = Comparator.comparing(Load::holder)
            .thenComparing(Comparator.comparingLong(Load::overdue).reversed())
            .thenComparing(Comparator.comparingLong(Load::open).reversed())
            .thenComparing(Load::name);

    private final Loads loads;
    private final Months months;
    private final RuleReports rules;
    private final People people;
    private final Clockface clockface;
    private final MessageSource messages;
    private final DeskSettings settings;
    private final Clock clock;

    Figures(
            Loads loads,
            Months months,
            RuleReports rules,
            People people,
            Clockface clockface,
            MessageSource messages,
            DeskSettings settings,
            Clock clock) {
        this.loads = loads;
        this.months = months;
        this.rules = rules;
        this.people = people;
        this.clockface = clockface;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** Every analyst of today, also one who has nothing to do. */
    public TeamView team() {
        Map<String, Load> all = new TreeMap<>();
        people.all().stream()
                .filter(person -> people.today(person).is(Role.ANALYST))
                .map(person -> Load.none(person.name()))
                .forEach(none -> all.put(key(none), none));
        loads.at(clock.instant(), settings.timeZone()).forEach(load -> all.merge(key(load), load, Load::plus));
        List<Load> sorted = all.values().stream().sorted(BUSIEST_FIRST).toList();
        return new TeamView(
                sorted.stream().map(this::row).toList(),
                sum(sorted, Load::open),
                sum(sorted, Load::overdue),
                sum(sorted, Load::today),
                shares());
    }

    private static String key(Load load) {
        return load.holder() + " " + load.name();
    }

    private TeamView.Row row(Load load) {
        return new TeamView.Row(
                load.holder().name().toLowerCase(Locale.ROOT),
                load.holder() == Holder.ANALYST ? Visible.text(people.shown(load.name())) : "",
                load.open(),
                load.overdue(),
                load.today());
    }

    private List<TeamView.Share> shares() {
        return rules.cases().entrySet().stream()
                .map(one -> new TeamView.Share(Visible.text(one.getKey()), one.getValue()))
                .filter(one -> one.cases().decided() > 0)
                .sorted(Comparator.<TeamView.Share>comparingLong(
                                one -> -one.cases().falsePercent())
                        .thenComparing(one -> -one.cases().decided())
                        .thenComparing(TeamView.Share::rule))
                .limit(MOST_SHARES)
                .toList();
    }

    private static long sum(List<Load> loads, ToLongFunction<Load> figure) {
        return loads.stream().mapToLong(figure).sum();
    }

    /** The month that it is now in the time zone of the desk, and the one before. */
    public MonthView month(Language language) {
        YearMonth month = YearMonth.from(clock.instant().atZone(settings.timeZone()));
        Month now = months.of(month, settings.timeZone());
        Month before = months.of(month.minusMonths(1), settings.timeZone());
        return new MonthView(
                name(month, language),
                name(month.minusMonths(1), language),
                now.opened(),
                now.incidents(),
                now.inTimePercent(),
                lines(now, before, language),
                Arrays.stream(StageName.values())
                        .filter(stage -> Limit.of(stage).isPresent())
                        .filter(stage ->
                                now.paces().containsKey(stage) || before.paces().containsKey(stage))
                        .map(stage -> step(stage, now, before, language))
                        .toList());
    }

    private static String name(YearMonth month, Language language) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", language.locale()).format(month);
    }

    private static List<Line> lines(Month now, Month before, Language language) {
        NumberFormat number = NumberFormat.getIntegerInstance(language.locale());
        return List.of(
                line("opened", Month::opened, now, before, number),
                line("incidents", Month::incidents, now, before, number),
                line("false", Month::falseAlarms, now, before, number),
                line("none", Month::noAnomaly, now, before, number),
                line("letters", Month::letters, now, before, number),
                line("answers", Month::answers, now, before, number),
                new Line("in.time", percent(now.inTimePercent()), percent(before.inTimePercent())));
    }

    private static Line line(String key, ToLongFunction<Month> figure, Month now, Month before, NumberFormat number) {
        return new Line(key, number.format(figure.applyAsLong(now)), number.format(figure.applyAsLong(before)));
    }

    private StepLine step(StageName stage, Month now, Month before, Language language) {
        return new StepLine(
                stage.step(),
                stage.name().toLowerCase(Locale.ROOT),
                limit(Limit.of(stage).orElseThrow(), language),
                spent(now.paces().get(stage), language),
                spent(before.paces().get(stage), language));
    }

    private String limit(Limit limit, Language language) {
        if (limit instanceof Limit.Days days) {
            return messages.getMessage("figures.limit.days", new Object[] {days.days()}, language.locale());
        }
        Duration span = limit instanceof Limit.Work work ? work.span() : ((Limit.Wall) limit).span();
        return messages.getMessage(
                "figures.limit.work", new Object[] {clockface.worked(span, language)}, language.locale());
    }

    private Spent spent(@Nullable Pace pace, Language language) {
        return pace == null
                ? Spent.NOTHING
                : new Spent(
                        clockface.worked(pace.work(), language),
                        clockface.worked(pace.waited(), language),
                        percent(Pace.percent(pace.inTime(), pace.limited())));
    }

    private static String percent(long share) {
        return share < 0 ? "–" : share + "%";
    }
}
