package id.kentongan.desk.page;

import id.kentongan.desk.settings.DeskSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Times and spans as people at the desk read them, in the time zone of the settings. */
@Component
public class Clockface {
    private final ZoneId zone;
    private final Clock clock;
    private final MessageSource messages;
    private final Map<String, DateTimeFormatter> formats = new ConcurrentHashMap<>();

    @Autowired
    Clockface(DeskSettings settings, Clock clock, MessageSource messages) {
        this(settings.timeZone(), clock, messages);
    }

    Clockface(ZoneId zone, Clock clock, MessageSource messages) {
        this.zone = zone;
        this.clock = clock;
        this.messages = messages;
    }

    /** Such as {@code 9 Des 2025 08.05.00}. */
    public String secondOf(Instant time, Language language) {
        return written("d MMM yyyy HH.mm.ss", "d MMM yyyy HH:mm:ss", time, language);
    }

    /** Such as {@code 9 Des 2025 08.05}. */
    public String minuteOf(Instant time, Language language) {
        return written("d MMM yyyy HH.mm", "d MMM yyyy HH:mm", time, language);
    }

    /** The end of a span that {@link #minuteOf} began: only the time when it ends on the day it began. */
    public String endOf(Instant start, Instant end, Language language) {
        boolean sameDay =
                start.atZone(zone).toLocalDate().equals(end.atZone(zone).toLocalDate());
        return sameDay ? written("HH.mm", "HH:mm", end, language) : minuteOf(end, language);
    }

    /** The name of the zone, such as {@code WIB}. */
    public String zone(Language language) {
        return written("zzz", "zzz", clock.instant(), language);
    }

    /** Like {@link #ago}, and empty where nobody has waited yet. */
    public String since(Instant time, Language language) {
        return Duration.between(time, clock.instant()).toMinutes() < 1 ? "" : ago(time, language);
    }

    /** How long ago, in the greatest unit that fits: minutes, hours or days. */
    public String ago(Instant time, Language language) {
        Duration age = Duration.between(time, clock.instant());
        if (age.toMinutes() < 1) {
            return message("ago.now", 0, language.locale());
        }
        if (age.toHours() < 1) {
            return message("ago.minutes", age.toMinutes(), language.locale());
        }
        return age.toHours() < 48
                ? message("ago.hours", age.toHours(), language.locale())
                : message("ago.days", age.toDays(), language.locale());
    }

    /** A span of work, in hours and minutes: a day at the office has not 24 hours. */
    public String worked(Duration span, Language language) {
        long minutes = Math.max(0, span.toMinutes());
        if (minutes < 60) {
            return message("ago.minutes", minutes, language.locale());
        }
        return two("ago.hours", minutes / 60, "ago.minutes", minutes % 60, language.locale());
    }

    /** A span by the wall clock, in days, hours and minutes, the two greatest of them. */
    public String span(Duration span, Language language) {
        return span.toHours() < 48
                ? worked(span, language)
                : two("ago.days", span.toDays(), "ago.hours", span.toHoursPart(), language.locale());
    }

    private String two(String greater, long many, String less, long rest, Locale locale) {
        return message(greater, many, locale) + (rest == 0 ? "" : " " + message(less, rest, locale));
    }

    private String message(String code, long count, Locale locale) {
        return messages.getMessage(code, new Object[] {count}, locale);
    }

    private String written(String indonesian, String english, Instant time, Language language) {
        String form = language == Language.INDONESIAN ? indonesian : english;
        return formats.computeIfAbsent(language + form, none -> DateTimeFormatter.ofPattern(form, language.locale()))
                .format(time.atZone(zone));
    }
}
